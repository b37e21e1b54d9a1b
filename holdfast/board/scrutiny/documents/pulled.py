"""What Holdfast fills in itself: resolutions and answers, inspections, the plan, figures."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from django.conf import settings

from holdfast.board.scrutiny.documents.model import Block, Grid, Words
from holdfast.board.scrutiny.extracts import (
    InspectionRow,
    PartRow,
    ResolutionRow,
    inspection_rows,
    resolution_rows,
)
from holdfast.board.scrutiny.models import CoverReport
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.board.scrutiny.rules.words import STANDING_WORDS, Standing
from holdfast.board.section11.extracts import tracking
from holdfast.board.workplan.extracts import count_by_colour, report_rows
from holdfast.board.workplan.models import Plan
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.indicators.catalogue import UnknownIndicator
from holdfast.insight.indicators.published import NotHeld, open_published
from holdfast.insight.indicators.values import Figure
from holdfast.kernel.ui.filters import plural

Blocks = tuple[Block, ...]
ANSWERED = ("What was asked", "Answer", "What was done, when, and where it can be read")


def resolutions(report: CoverReport, on: date) -> Blocks:
    """Each resolution before this sitting that was open at the last report, with its answers."""
    rows = resolution_rows(
        on=on, committee=report.sitting.committee, before=report.sitting.held_on
    )
    last = _last_report(report)
    owed = [row for row in rows if row.standing is not Standing.ANSWERED or _news(row, last)]
    if not owed:
        return (Words("Nothing was resolved that is still to be answered."),)
    return (Words(_in_short(owed)), *(block for row in owed for block in _resolution(row)))


def _last_report(report: CoverReport) -> date | None:
    """Return the sitting of the last finished report to the same committee before this one."""
    told = report.sitting.committee.sittings.filter(
        held_on__lt=report.sitting.held_on, reports__versions__finished_on__isnull=False
    )
    return told.order_by("-held_on").values_list("held_on", flat=True).first()


def _news(row: ResolutionRow, last: date | None) -> bool:
    """Say whether something was answered since the last report, or there was none."""
    answers = [answer for part in row.parts for answer in part.answers]
    return last is None or any(answer.dated.last > last for answer in answers)


def _in_short(rows: Sequence[ResolutionRow]) -> str:
    counts = {one: sum(1 for row in rows if row.standing is one) for one in Standing}
    said = (
        f"{counts[Standing.ANSWERED]} answered, {counts[Standing.PARTLY]} partly answered, "
        f"{counts[Standing.NOT_AT_ALL]} not answered at all"
    )
    return f"{plural(len(rows), 'resolution')}: {said}."


def _resolution(row: ResolutionRow) -> Iterator[Block]:
    yield Words(
        f"Resolution {row.number} of {on_day(row.resolved_on)}: "
        f"{STANDING_WORDS[row.standing].lower()}",
        strong=True,
    )
    due = f" An answer is due on {on_day(row.due_on)}." if row.due_on else ""
    paragraph = f" (paragraph {row.paragraph})" if row.paragraph else ""
    owner = row.owner or "nobody is named"
    yield Words(f"{row.text.rstrip('.')}{paragraph}. Owner: {owner}.{due}")
    caption = f"Answers to resolution {row.number} of {on_day(row.resolved_on)}"
    yield Grid(caption, ANSWERED, tuple(_part(part) for part in row.parts))


def _part(part: PartRow) -> tuple[str, ...]:
    done = [f"{one.what} ({one.dated.words}; {one.source})" for one in part.answers]
    nothing = f"Nothing is recorded. Whose move: {part.whose_move}."
    return (part.text, STANDING_WORDS[part.standing], ". ".join(done) or nothing)


def inspections(report: CoverReport, on: date) -> Blocks:
    """The latest inspection registered by the day: what was to improve, and what became of it."""
    rows = [row for row in inspection_rows(on=on) if row.area == report.record.area.code]
    if not rows:
        return (Words("No inspection is registered."),)
    latest = rows[0]
    found = tuple(_finding(latest, number) for number in range(len(latest.to_improve)))
    grades = "; ".join(f"{name}: {grade}" for name, grade, _ in latest.grades)
    said = Words(f"{latest.title}. {grades}. Source: {latest.source} ({latest.status.value}).")
    columns = ("To improve", "Actions and their state", "Shown since, by board year")
    return (said, Grid(f"What was to improve: {latest.title}", columns, found))


def _finding(row: InspectionRow, number: int) -> tuple[str, ...]:
    finding = row.to_improve[number]
    actions = [f"{one.what}: {one.state}, {one.why.lower()}" for one in finding.actions]
    years = [f"{one.year}: {one.words.lower()}" for one in finding.years]
    return (
        f"{finding.topic}: {finding.text}",
        ". ".join(actions) or "No action is agreed",
        "; ".join(years),
    )


def plan(report: CoverReport, on: date) -> Blocks:
    """The states of the latest work plan's lines, worked out for the day."""
    plans = Plan.objects.filter(record__area=report.record.area, record__opened_on__lte=on)
    latest = plans.select_related("record__area").latest_first().first()
    if latest is None:
        return (Words("No work plan is held."),)
    rows = report_rows(latest, on=on)
    counts = count_by_colour(rows)
    shown = tuple((letter, MEANS[letter], str(count)) for letter, count in counts.items())
    still = sum(1 for row in rows if row.not_moving)
    said = f"{latest.title}, {plural(len(rows), 'line')}, as at {on_day(on)}; {still} not moving."
    return (
        Words(said),
        Grid("Lines of the work plan by state", ("State", "What it means", "Lines"), shown),
    )


MEANS = {
    "R": "Its date has passed and nothing shows it done",
    "A": "No date, no dated evidence, a date moved or a part left open",
    "G": "Its date is ahead",
    "B": "Done, with dated evidence",
}


def section_11(report: CoverReport, on: date) -> Blocks:
    """How many returns came of those due, cycle by cycle. What they show is told elsewhere."""
    rows = tracking(on, area=report.record.area)
    if not rows:
        return (Words("No cycle of returns is open."),)
    columns = ("Cycle", "Returned", "Not returned, by name")
    shown = tuple((row.year, row.rate.words, _names(row.rate.missing)) for row in rows)
    note = "Returns received are not standards met; the two are kept apart."
    return (
        Grid(f"Section 11 returns, as at {on_day(on)}", columns, shown),
        Words(note, pale=True),
    )


def _names(names: Sequence[str]) -> str:
    return ", ".join(names) or "None"


PULLS: dict[str, Callable[[CoverReport, date], Blocks]] = {
    "resolutions": resolutions,
    "inspections": inspections,
    "section_11": section_11,
    "plan": plan,
}
"""By the key that a layout gives the section."""

COLUMNS = ("Figure", "Value", "Made of", "For", "Release and row")


def figures(wanted: Sequence[tuple[str, int]], *, area: str, on: date) -> Blocks:
    """The published figures that an author named, each with its release and row.

    A release that came out after the day is not shown: nobody had it.
    """
    shown, not_held = [], []
    for identity, year in wanted:
        try:
            found = open_published(settings.VAR_DIR / "figures").figure(identity, area, year)
        except (NotHeld, UnknownIndicator, BadFile) as why:
            not_held.append(Words(f"{identity} {year}: {why}"))
            continue
        published = found.release.published_by
        if published > on:
            not_held.append(
                Words(
                    f"{identity} {year}: first published on {on_day(published)}, after this day."
                )
            )
        else:
            shown.append(_figure(found))
    grids = (Grid("Published figures, each with its source", COLUMNS, tuple(shown)),)
    return (*(grids if shown else ()), *not_held)


def _figure(found: Figure) -> tuple[str, ...]:
    cell = found.source
    where = f"{found.release.id}, {cell.file}, row {cell.row}, column {cell.column}"
    return (found.name, found.shown, found.made_of or "a count", found.period, where)
