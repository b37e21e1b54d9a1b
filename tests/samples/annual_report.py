"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.annual_report.models import Activity, Edition, Recipient

OF_RECIPIENTS = {"annual_report:send", "annual_report:leave-out"}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    kept = Recipient if name in OF_RECIPIENTS else Activity
    known = {
        "form": "csv",
        "kind": "html",
        "chapter": "local-context",
        "item": "voice",
        "part": "reviews",
        "key": "one-child" if name == "annual_report:settle" else "executive",
        "reference": Edition.objects.get().record.reference,
    }
    if "pk" in wanted:
        known["pk"] = kept.objects.order_by("pk").values_list("pk", flat=True)[0]
    return {word: known[word] for word in wanted}
