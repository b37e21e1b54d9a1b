"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.scrutiny.models import (
    Committee,
    CoverReport,
    Escalation,
    FindingAction,
    Inspection,
    Part,
)

OF_A_FINDING = {f"scrutiny:{name}" for name in ("done", "shown", "retest", "retest_day")}
OF_AN_INSPECTION = {
    f"scrutiny:{name}" for name in ("inspection", "finding", "claim", "agree", "thread")
}
OF_A_COMMITTEE = {
    f"scrutiny:{name}"
    for name in ("committee", "sitting", "resolve", "question", "answer", "draft")
}
OF_A_REPORT = {
    f"scrutiny:{name}" for name in ("report", "write", "finish", "approve", "revise", "download")
}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    known = {"number": 1, "kind": "html", "key": "community", **_record(name)}
    return {word: known[word] for word in wanted}


def _record(name: str) -> dict[str, object]:
    if name in OF_A_FINDING:
        link = FindingAction.objects.select_related("finding__inspection__record")[0]
        finding = link.finding
        return {
            "reference": finding.inspection.record.reference,
            "number": finding.number,
            "pk": link.action_id,
        }
    if name in OF_AN_INSPECTION:
        return {"reference": Inspection.objects.order_by("pk")[0].record.reference}
    if name in OF_A_COMMITTEE:
        part = Part.objects.select_related("resolution__sitting__committee__record")[0]
        return {"reference": _reference(part.resolution.sitting.committee), "pk": part.pk}
    if name in OF_A_REPORT:
        return {"reference": _reference(CoverReport.objects.order_by("pk")[0])}
    return {"reference": _reference(Escalation.objects.order_by("pk")[0])}


def _reference(one: Committee | CoverReport | Escalation) -> str:
    return one.record.reference
