"""What is taken over from the work plan, and what is typed until a room holds it."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from holdfast.board.annual_report.models import Activity, Edition, HandSection
from holdfast.board.annual_report.rules import by_hand
from holdfast.board.annual_report.rules.from_plan import source_of, told_as
from holdfast.board.annual_report.transitions.activities import note_activity, require_draft
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.board.workplan.extracts import latest_plan, report_rows
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def tell_from_plan(
    edition: Edition, *, lines: Collection[int], by: Post, on: date
) -> list[Activity]:
    """Tell what was done on some lines of the year's plan, in the plan's own words, once each."""
    require_draft(edition, by=by, on=on)
    plan = latest_plan(year=edition.year)
    rows = [row for row in report_rows(plan, on=on) if row.number in lines] if plan else []
    if not lines or len(rows) != len(set(lines)):
        raise NotAllowed("Choose lines of this year's work plan.")
    told = set(Activity.objects.of(edition).values_list("source", flat=True))
    again = [row for row in rows if source_of(row.reference, row.number) in told]
    if again:
        raise NotAllowed(f"Line {again[0].number} is told here already. Change that paragraph.")
    return [
        note_activity(
            edition,
            theme=row.theme[:80],
            what=told_as(row.title, row.shown),
            source=source_of(row.reference, row.number),
            happened=row.last_dated if row.last_dated and row.last_dated.first <= on else None,
            by=by,
            on=on,
        )
        for row in rows
    ]


@transaction.atomic
def write_by_hand(
    edition: Edition, *, part: str, text: str, source: str, by: Post, on: date
) -> HandSection:
    """Write a part that no room holds yet. Empty words take it out; what stood there is kept."""
    require_draft(edition, by=by, on=on)
    found = by_hand.part(part)
    if found is None:
        raise NotAllowed("A room holds that part, or no edition asks for it.")
    if text.strip() and not source.strip():
        raise NotAllowed("Say where these words are from.")
    made = HandSection.objects.create(
        edition=edition, part=part, text=text.strip(), source=source.strip(), by=by, on=on
    )
    note = f"{found.title}: {'written' if made.text else 'taken out'}"
    write_down(edition, "write_by_hand", note=note, by=by, on=on)
    return made
