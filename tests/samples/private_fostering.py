"""Arguments with which this room's pages exist in the told story."""

from holdfast.practice.private_fostering.models import Arrangement, Statement


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    entry = "decide" if name == "private_fostering:decide" else "missed"
    known: dict[str, object] = {"entry": entry, "setting": "faith"}
    if "reference" in wanted:
        asked = "Precious" if name == "private_fostering:match" else "Amara"
        known["reference"] = _shown(asked).record.reference
    known |= {"about": "decision", "form": "html"}
    if name.startswith("private_fostering:notice"):
        known["number"] = 1
    elif "number" in wanted:
        known["number"] = Statement.objects.order_by("pk")[0].pk
    return {word: known[word] for word in wanted}


def _shown(forename: str) -> Arrangement:
    """Amara's is the arrangement that the demo tells most about; Precious is not matched yet."""
    return Arrangement.objects.select_related("record").get(forename=forename)
