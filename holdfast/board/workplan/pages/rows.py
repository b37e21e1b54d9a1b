"""How one line is told in the plan's table."""

from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.workplan.extracts import ReportRow
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import Kind, State


@dataclass(frozen=True)
class DateWords:
    """A date cell: what comes before, the date in bold, what is only remarked, earlier dates."""

    before: str = ""
    strong: str = ""
    pale: str = ""
    struck: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableRow:
    number: int
    title: str
    url: str
    owners: str
    groups: str
    date: DateWords
    letter: str
    why: str
    shown: str
    last: str
    not_moving: bool
    changed: bool


def table_row(row: ReportRow, *, changed: bool) -> TableRow:
    return TableRow(
        number=row.number,
        title=row.title,
        url=line_url(row),
        owners=row.owners_in_short,
        groups="; ".join(row.groups),
        date=date_words(row),
        letter=row.colour,
        why=row.why,
        shown=row.shown if row.colour == "B" else "",
        last=row.last_dated.words if row.last_dated else "none",
        not_moving=row.not_moving,
        changed=changed,
    )


def line_url(row: ReportRow) -> str:
    return reverse("workplan:line", args=[row.reference, row.number])


def date_words(row: ReportRow) -> DateWords:
    printed = f"printed “{row.printed_timescale}”" if row.printed_timescale else "left blank"
    if row.due_on is None:
        if row.kind is Kind.DUTY:
            return DateWords(strong="no review date", pale=printed, struck=row.earlier)
        if row.state is State.AGREED:
            return DateWords(strong="none", pale=printed, struck=row.earlier)
        return DateWords(pale=f"none; {printed}", struck=row.earlier)
    return DateWords(before=_before(row), strong=day_words(row.due_on), struck=row.earlier)


def _before(row: ReportRow) -> str:
    if row.kind is Kind.DUTY:
        return "next review"
    return "re-test by" if row.state is State.EVIDENCED else ""
