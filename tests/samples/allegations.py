"""Arguments with which this room's pages exist in the told story."""

from uuid import UUID

from holdfast.practice.allegations.models import Allegation, Transfer

ABSENT = UUID(int=0)
ABOUT_AN_ACTION = {f"allegations:{name}" for name in ("action", "carry", "new_date")}


def bus_case() -> Allegation:
    return Allegation.objects.get(adult__name="Desmond Jellicoe")


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    case = bus_case()
    known = {
        "number": case.record.actions.order_by("pk")[0].pk if name in ABOUT_AN_ACTION else 1,
        "pk": 1,
        "form": "csv",
        "entry": _entry(name),
        "offer": _offer(name),
        "reference": case.record.reference,
    }
    return {word: known[word] for word in wanted if word in known}


def _entry(name: str) -> str:
    if name == "allegations:action":
        return "remind"
    return "told" if name.endswith("write") else "close"


def _offer(name: str) -> UUID | int:
    offer = Transfer.objects.first() if name == "allegations:accept" else None
    return offer.pk if offer else ABSENT
