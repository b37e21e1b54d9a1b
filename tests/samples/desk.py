"""Arguments with which this room's pages exist in the told story."""

from holdfast.board.workplan.models import Challenge
from holdfast.engines.meetings.models import ForwardItem, Meeting

MONTH = (2013, 6)
FORMS = {"do": "move", "item": "settle", "note": "strike", "minutes_file": "pdf"}
YEARS = {"extra", "calendar", "attendance", "attendance_csv", "forward", "put_forward"}


def arguments(name: str, wanted: frozenset[str]) -> dict[str, object]:
    page = name.removeprefix("desk:")
    if page.startswith("agenda_"):
        return {"reference": Challenge.objects.order_by("pk")[0].record.reference}
    bare = page.removeprefix("part_")
    june = Meeting.objects.get(planned_from__year=MONTH[0], planned_from__month=MONTH[1])
    assert june.cycle is not None
    known: dict[str, object] = {"form": FORMS.get(bare, ""), "secret": "x"}
    if page in YEARS or page.startswith("forward_"):
        known["reference"] = june.cycle.record.reference
        known["number"] = ForwardItem.objects.filter(standing=False).order_by("pk")[0].pk
        return {word: known[word] for word in wanted}
    restricted = page.startswith("part_")
    record = june.part.record if restricted else june.record
    items = june.items.filter(part__isnull=not restricted)
    item = items.filter(papers__isnull=False)[0]
    note = items.filter(notes__isnull=False)[0].notes.all()[0]
    numbers = {"item": item.pk, "note": note.pk, "paper": item.papers.all()[0].pk}
    known |= {"reference": record.reference, "number": numbers.get(bare, item.pk)}
    return {word: known[word] for word in wanted}
