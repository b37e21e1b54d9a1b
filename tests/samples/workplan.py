"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.workplan.models import Challenge, Control, Plan, PolicyItem, Risk
from holdfast.kernel.records.models import File


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {
        "number": number(name),
        "form": "csv",
        "code": "SS2" if "commitment" in name else "P8",
        "strategy": "cypp-2013-16",
        "group": "audit-and-learning",
        "reference": reference(name),
    }
    return {word: known[word] for word in wanted}


def number(name: str) -> int:
    """Return the number in an address: a paper's, a control's, an item's, or a line's."""
    if name.endswith("_paper"):
        kept = File.objects.filter(record__reference=reference(name)).first()
        return kept.pk if kept else 1
    if name.endswith("end_control"):
        control = control_that_stands()
        return control.pk if control else 1
    return policy() if "policy_" in name else 14


def control_that_stands() -> Control | None:
    return Control.objects.filter(ends=None, ended_by=None).order_by("pk").first()


def policy() -> int:
    found = PolicyItem.objects.order_by("pk").last()
    return found.pk if found else 1


def reference(name: str) -> str:
    """Return a record of the kind that a page is about; one that is not there where none is."""
    page = name.removeprefix("workplan:")
    if page == "risk_end_control" and (control := control_that_stands()):
        return control.risk.record.reference
    if page.startswith("challenge"):
        found = Challenge.objects.order_by("pk").first()
        return found.record.reference if found else "CH-2012-0001"
    if page.startswith("risk"):
        risk = Risk.objects.order_by("pk").first()
        return risk.record.reference if risk else "RK-2012-0001"
    return Plan.objects.get().record.reference
