"""The plan on the meeting's screen: what to talk about first, then all lines by theme."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.extracts import (
    ReportRow,
    count_by_colour,
    executive_meetings,
    rows_of,
)
from holdfast.board.workplan.models import Line, Plan
from holdfast.board.workplan.pages.changes import Change, changes
from holdfast.board.workplan.pages.choosing import (
    Asked,
    Show,
    chosen_meeting,
    filters,
    meeting_words,
    shows,
)
from holdfast.board.workplan.pages.rows import TableRow, line_url, table_row
from holdfast.board.workplan.rules import moving
from holdfast.board.workplan.rules.wording import dated_words, numbering
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import Kind
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.lists import joined
from holdfast.kernel.ui.parts import Filter, Link, Square, StripGroup

COLOURS = {
    "R": "past its date",
    "A": "no date, no dated evidence, a date moved or a part left open",
    "G": "date ahead",
    "B": "done and evidenced",
}


@dataclass(frozen=True)
class Still:
    """A line that is not moving, since when, and whose move it is."""

    number: int
    url: str
    since: str
    who: str


@dataclass(frozen=True)
class ThemeBlock:
    name: str
    rows: tuple[TableRow, ...]


@dataclass(frozen=True)
class LineMark:
    number: int
    url: str
    letter: str


@dataclass(frozen=True)
class PriorityWords:
    code: str
    text: str
    lead: bool
    lines: tuple[LineMark, ...]


@dataclass(frozen=True)
class PlanPage:
    title: str
    numbering: str
    as_at: str
    strip: tuple[StripGroup, ...]
    strip_words: str
    since: str
    changed: tuple[Change, ...]
    still: tuple[Still, ...]
    still_since: str
    shows: tuple[Show, ...]
    filters: tuple[Filter, ...]
    result: str
    downloads: tuple[Link, ...]
    themes: tuple[ThemeBlock, ...]
    priorities: tuple[PriorityWords, ...]
    no_green: bool
    duties: str
    unresolved: int
    rule: str
    source: str

    @classmethod
    def of(cls, plan: Plan, lines: Sequence[Line], *, asked: Asked, on: date) -> "PlanPage":
        executive = executive_meetings(plan)
        rows = rows_of(lines, meetings=executive, area=plan.record.area.code, on=on)
        held = [m for m in plan.meetings.all() if m.dated.last < on]
        chosen = chosen_meeting(plan, asked, held)
        changed = changes(lines, rows, since=chosen.dated, on=on) if chosen else ()
        asked = replace(asked, since=str(chosen.pk) if chosen else "")
        shown = [row for row in rows if asked.lets(row)]
        since = moving.last_but_one(executive, on=on)
        return cls(
            title=plan.title,
            numbering=numbering([row.number for row in rows]),
            as_at=day_words(on),
            strip=_strip(rows),
            strip_words=_strip_words(count_by_colour(rows)),
            since=meeting_words(chosen) if chosen else "",
            changed=changed,
            still=tuple(_still(row) for row in sorted(rows, key=_stood_longest) if row.not_moving),
            still_since=dated_words(since) if since else "",
            shows=shows(rows, asked),
            filters=filters(rows, list(plan.priorities.all()), held, asked),
            result=f"{len(shown)} of {plural(len(rows), 'line')}",
            downloads=_downloads(plan),
            themes=_themes(shown, {number for one in changed for number in one.numbers}),
            priorities=_priorities(plan, rows),
            no_green=not any(row.colour == "G" for row in rows),
            duties=joined([str(row.number) for row in rows if row.kind is Kind.DUTY]),
            unresolved=sum(1 for row in rows for owner in row.owners if not owner.resolved),
            rule=moving.RULE,
            source=plan.source,
        )


def _strip(rows: Sequence[ReportRow]) -> tuple[StripGroup, ...]:
    groups = []
    for letter, words in COLOURS.items():
        mine = [row for row in rows if row.colour == letter]
        if mine:
            squares = [Square(str(row.number), line_url(row)) for row in mine]
            groups.append(StripGroup(letter, words, squares))
    return tuple(groups)


def _strip_words(counts: dict[str, int]) -> str:
    return (
        f"{plural(counts['R'], 'line')} past the date; {counts['A']} need a date, evidence or a "
        f"part closed; {counts['G']} with a date ahead; {counts['B']} done and evidenced. "
        "The table below lists every line."
    )


def _stood_longest(row: ReportRow) -> date:
    """What was never dated comes first, then what has stood still longest."""
    return row.last_dated.last if row.last_dated else date.min


def _still(row: ReportRow) -> Still:
    since = f"since {row.last_dated.words}" if row.last_dated else "nothing dated at all"
    return Still(row.number, line_url(row), since, row.whose_move)


def _themes(rows: Iterable[ReportRow], changed: set[int]) -> tuple[ThemeBlock, ...]:
    blocks: dict[str, list[TableRow]] = {}
    for row in rows:
        blocks.setdefault(row.theme, []).append(table_row(row, changed=row.number in changed))
    return tuple(ThemeBlock(name, tuple(mine)) for name, mine in blocks.items())


def _priorities(plan: Plan, rows: Sequence[ReportRow]) -> tuple[PriorityWords, ...]:
    def marks(code: str) -> Iterable[LineMark]:
        mine = sorted((row for row in rows if code in row.priorities), key=lambda r: r.number)
        return (LineMark(row.number, line_url(row), row.colour) for row in mine)

    return tuple(
        PriorityWords(one.code, one.text, one.lead, tuple(marks(one.code)))
        for one in plan.priorities.all()
    )


def _downloads(plan: Plan) -> tuple[Link, ...]:
    forms = {"csv": "CSV", "xlsx": "Excel", "docx": "Word"}
    reference = plan.record.reference
    return tuple(
        Link(words, reverse("workplan:download", args=[reference, form]))
        for form, words in forms.items()
    )
