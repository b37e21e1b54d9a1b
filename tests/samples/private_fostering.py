"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.private_fostering.models import Arrangement, Statement


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    entry = "decide" if name == "private_fostering:decide" else "missed"
    known: dict[str, object] = {"entry": entry, "setting": "faith"}
    if "reference" in wanted:
        known["reference"] = _shown().record.reference
    if name == "private_fostering:notice":
        known["number"] = 1
    elif "number" in wanted:
        known["number"] = Statement.objects.order_by("pk")[0].pk
    return {word: known[word] for word in wanted}


def _shown() -> Arrangement:
    """The arrangement that the demo tells most about."""
    return Arrangement.objects.select_related("record").get(forename="Amara")
