"""Arguments with which this room's pages exist in the told story."""

from holdfast.engines.asks.models import Finding
from holdfast.practice.front_door.models import Contact, Disagreement


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known: dict[str, object] = {"entry": "settle" if name.endswith("disagreed") else "note"}
    if name in {"front_door:disagreed", "front_door:reply", "front_door:disagree"}:
        found = Disagreement.objects.order_by("pk")[0]
        known |= {"number": found.number, "reference": found.contact.record.reference}
    elif name == "front_door:fact":
        kept = Finding.objects.filter(asked__about__contact__isnull=False).order_by("pk")[0]
        known |= {"number": kept.pk, "reference": kept.asked.about.reference}
    elif name == "front_door:report":
        passed = Contact.objects.filter(state="passed_on").order_by("pk")[0]
        known |= {"reference": passed.record.reference}
    else:
        waits = Contact.objects.undecided().order_by("-pk")[0]
        known |= {"number": 1, "reference": waits.record.reference}
    return {word: known[word] for word in wanted}
