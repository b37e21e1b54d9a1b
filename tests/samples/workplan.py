"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.workplan.models import Challenge, Plan, PolicyItem, Risk


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {
        "number": policy() if "policy_" in name else 14,
        "form": "csv",
        "code": "P8",
        "group": "audit-and-learning",
        "reference": reference(name),
    }
    return {word: known[word] for word in wanted}


def policy() -> int:
    found = PolicyItem.objects.order_by("pk").last()
    return found.pk if found else 1


def reference(name: str) -> str:
    """Return a record of the kind that a page is about; one that is not there where none is."""
    page = name.removeprefix("workplan:")
    if page.startswith("challenge"):
        found = Challenge.objects.order_by("pk").first()
        return found.record.reference if found else "CH-2012-0001"
    if page.startswith("risk"):
        risk = Risk.objects.order_by("pk").first()
        return risk.record.reference if risk else "RK-2012-0001"
    return Plan.objects.get().record.reference
