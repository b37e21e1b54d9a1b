"""An escalation and its clock, a post's own escalations, and the board's counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.board.scrutiny.extracts import EscalationCounts
from holdfast.board.scrutiny.models import Escalation, StageRun
from holdfast.board.scrutiny.models.escalations import STATES
from holdfast.board.scrutiny.rules import escalating
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.insight.indicators.disclosure import Table as Counts
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Badge, Clock, Fact, Filter, Link, NowCell, Status
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)

MINE = TableSpec(
    "Escalations that this post may see",
    [
        Column("reference", "Reference", header=True, sort="record.reference"),
        Column("reason", "About"),
        Column("between", "Between"),
        Column("stage", "Stage"),
        Column("turn", "Whose turn"),
        Column("due", "Due"),
    ],
    nothing="None. Raise one where you disagree with another agency's decision.",
)
SUPPRESSED = "suppressed"


@dataclass(frozen=True)
class MinePage:
    table: Table
    counts: Link | None

    @classmethod
    def of(
        cls, found: QuerySet[Escalation], params: dict[str, str], *, on: date, board: bool
    ) -> "MinePage":
        table = sort_and_page(found, params, MINE, lambda one: _mine(one, on=on))
        counts = Link("Counts by reason and stage", reverse("scrutiny:counts"))
        return cls(table, counts if board else None)


def _mine(one: Escalation, *, on: date) -> Row:
    run = _current(one)
    return Row(
        {
            "reference": Cell(
                one.record.reference, reverse("scrutiny:escalation", args=[one.record.reference])
            ),
            "reason": escalating.policy().reasons[one.reason],
            "between": f"{one.from_agency.name} and {one.to_agency.name}",
            "stage": STATES[one.state] if one.state != escalating.OPEN else _stage(one.stage),
            "turn": "nobody's" if one.state == escalating.RESOLVED else one.turn.title,
            "due": Cell(status=_now(run, on=on)) if run else "no clock",
        }
    )


def _stage(number: int) -> str:
    return f"{number}: {escalating.policy().stage(number).name}"


def _current(one: Escalation) -> StageRun | None:
    return next((run for run in one.runs.all() if run.ended_on is None), None)


def _now(run: StageRun, *, on: date) -> Status:
    """Say how a stage's clock stands: met, running or over, in working days."""
    if run.ended_on:
        late = escalating.working_days(run.due_on, run.ended_on)
        return (
            parts.over(f"{plural(late, 'working day')} late") if late > 0 else parts.met("In time")
        )
    left = escalating.working_days(on, run.due_on)
    if left < 0:
        return parts.over(f"{plural(-left, 'working day')} over")
    if left == 0:
        return parts.soon("Due today")
    return parts.running(f"{plural(left, 'working day')} left, due {on_day(run.due_on)}")


@dataclass(frozen=True)
class EscalationPage:
    title: str
    caption: str
    cells: tuple[NowCell, ...]
    clocks: tuple[Clock, ...]
    facts: tuple[Fact, ...]
    forms: tuple[Link, ...]
    learning: str

    @classmethod
    def of(cls, one: Escalation, *, post: Post, may_work: bool, on: date) -> "EscalationPage":
        policy = escalating.policy()
        runs = list(one.runs.all())
        return cls(
            title=policy.reasons[one.reason],
            caption=f"Escalation {one.record.reference}",
            cells=_cells(one, on=on),
            clocks=tuple(_clock(run, on=on) for run in reversed(runs)),
            facts=_facts(one),
            forms=_forms(one, post=post) if may_work else (),
            learning=one.learning,
        )


def _cells(one: Escalation, *, on: date) -> tuple[NowCell, ...]:
    run = _current(one)
    if one.state == escalating.RESOLVED:
        turn, then = "Nobody's: it is settled", "Nothing"
        state = escalating.policy().outcomes[one.outcome]
    else:
        turn = f"{one.turn.title}, {one.turn.agency.name}"
        then = "Settle it, or take it to the next stage"
        state = STATES[one.state] if one.state == escalating.BOARD else _stage(one.stage)
    return (
        NowCell("State", state, status=_now(run, on=on) if run else None),
        NowCell("Whose turn", turn),
        NowCell("Next", then),
    )


def _clock(run: StageRun, *, on: date) -> Clock:
    stage = escalating.policy().stage(run.stage)
    total = max(1, (run.due_on - run.started_on).days)
    end = run.ended_on or on
    return Clock(
        what=f"Stage {stage.number}: {stage.name}",
        due=run.due_on,
        now=_now(run, on=on),
        whose=run.turn.title,
        whose_more=run.turn.agency.name,
        why=f"{plural(stage.working_days, 'working day')} for this stage, by the local policy.",
        badge=Badge(escalating.policy().status.value),
        used=(end - run.started_on).days / total,
    )


def _facts(one: Escalation) -> tuple[Fact, ...]:
    return (
        Fact("Raised", on_day(one.raised_on)),
        Fact("By", f"{one.raised_by.title}, {one.from_agency.name}"),
        Fact("With", one.to_agency.name),
        Fact("Settled", on_day(one.ended_on) if one.ended_on else "not yet"),
    )


def _forms(one: Escalation, *, post: Post) -> tuple[Link, ...]:
    offered = {}
    last = one.stage >= escalating.policy().last
    if one.state == escalating.OPEN:
        if not last:
            offered["move_up"] = "Take it to the next stage"
        if last or post.agency_id == one.record.owner_id:
            offered["to_board"] = "Bring it to the board"
    if one.state != escalating.RESOLVED:
        offered["end"] = "Say how it was settled"
    return tuple(
        Link(words, reverse(f"scrutiny:{name}", args=[one.record.reference]))
        for name, words in offered.items()
    )


@dataclass(frozen=True)
class CountsPage:
    """The board's counts. What is hidden is said to be hidden, and is never nought."""

    period: str
    filters: tuple[Filter, ...]
    reasons: Table
    stages: Table
    days: Table
    csv_url: str

    @classmethod
    def of(cls, counts: EscalationCounts, *, year: int, years: Sequence[int]) -> "CountsPage":
        offered = [(str(one), f"April {one} to March {one + 1}") for one in years]
        return cls(
            period=f"{on_day(counts.since)} to {on_day(counts.until)}",
            filters=(Filter("year", "Year", offered, str(year)),),
            reasons=_counted("Raised, by reason", "Reason", counts.reasons),
            stages=_counted("Raised, by the stage they are at", "Stage", counts.stages),
            days=_days(counts),
            csv_url=f"?year={year}&format=csv",
        )


def _counted(caption: str, head: str, table: Counts) -> Table:
    columns = [Column("name", head, header=True), Column("count", "Escalations", numeric=True)]
    rows = [Row({"name": name, "count": shown(count)}) for name, count in table.counts.items()]
    rows.append(Row({"name": "Total", "count": Cell(shown(table.total), strong=True)}))
    return plain_table(TableSpec(caption, columns), rows)


def shown(count: int | None) -> str:
    return SUPPRESSED if count is None else str(count)


def _days(counts: EscalationCounts) -> Table:
    columns = [
        Column("stage", "Stage", header=True),
        Column("limit", "Local limit, working days", numeric=True),
        Column("median", "Median, working days", numeric=True),
    ]
    rows = [
        Row(
            {
                "stage": f"{one.stage}: {one.name}",
                "limit": str(one.limit),
                "median": "fewer than 6 ended" if one.median is None else f"{one.median:g}",
            }
        )
        for one in counts.days
    ]
    return plain_table(TableSpec("How long each stage took", columns), rows)
