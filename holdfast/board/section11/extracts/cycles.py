"""How cycles stand, and the heat map of agency by standard."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import QuerySet

from holdfast.board.section11.models import AgencyReturn, Cycle
from holdfast.board.section11.rules.asking import REPLIES
from holdfast.board.section11.rules.counting import (
    Owed,
    ReturnRate,
    StandardsMet,
    return_rate,
    standard_colour,
)
from holdfast.board.section11.rules.counting import standards_met as count_standards
from holdfast.board.section11.rules.states import CycleState, State
from holdfast.engines.asks.extracts import RoundRow, rows_of
from holdfast.engines.asks.models import Request, listed
from holdfast.engines.asks.rules.states import State as RequestState
from holdfast.engines.standards.extracts import GradeRow, grade_rows
from holdfast.engines.standards.rules.scales import Colour
from holdfast.kernel.directory.models import Area


@dataclass(frozen=True)
class ClusterRow:
    """A cluster's slot at the executive, and its own return rate."""

    name: str
    executive_on: date
    rate: ReturnRate


@dataclass(frozen=True)
class TrackingRow:
    """How a cycle's returns stand on a day. `missing` and the rest are names of agencies."""

    cycle: int
    reference: str
    year: str
    rate: ReturnRate
    clusters: tuple[ClusterRow, ...]


def tracking(on: date, *, area: Area | None = None) -> tuple[TrackingRow, ...]:
    """Return how every cycle that is not closed stands on a day, in six queries."""
    cycles = Cycle.objects.exclude(state=CycleState.CLOSED).filter(opens_on__lte=on)
    if area is not None:
        cycles = cycles.filter(record__area=area)
    return tracked(cycles.latest_first(), on=on)


def tracked(cycles: QuerySet[Cycle], *, on: date) -> tuple[TrackingRow, ...]:
    """Return how some cycles stand. What was sent counts before it is taken in."""
    found = list(cycles.select_related("record").prefetch_related("returns__agency", "clusters"))
    live = live_rows([one.pk for one in found], on=on)
    return tuple(_tracking_row(cycle, live, on=on) for cycle in found)


def live_rows(cycles: Sequence[int], *, on: date) -> dict[int, RoundRow]:
    """Return how far each information request of some cycles is, by the request's key."""
    requests = listed(Request.objects.filter(section_11__cycle__in=cycles))
    return {row.request: row for row in rows_of(requests, on=on)}


def owed(found: AgencyReturn, live: RoundRow | None) -> Owed:
    """Return what an agency owes, from its return and from what was sent and not yet taken in."""
    held = found.owed()
    if live is None:
        return held
    gone = live.state == RequestState.WITHDRAWN
    return replace(
        held,
        state=State.WITHDRAWN if gone else held.state,
        due_on=live.due_on,
        sent_on=held.sent_on or live.sent_on,
        reply=held.reply or (REPLIES[live.reply] if live.reply else None),
        reason=held.reason or live.why_late,
    )


def _tracking_row(cycle: Cycle, live: Mapping[int, RoundRow], *, on: date) -> TrackingRow:
    by_cluster = defaultdict(list)
    for found in cycle.returns.all():
        by_cluster[found.cluster_id].append(owed(found, live.get(found.request_id or 0)))
    return TrackingRow(
        cycle=cycle.pk,
        reference=cycle.record.reference,
        year=cycle.year,
        rate=return_rate((one for mine in by_cluster.values() for one in mine), on=on),
        clusters=tuple(
            ClusterRow(one.name, one.executive_on, return_rate(by_cluster[one.pk], on=on))
            for one in cycle.clusters.all()
        ),
    )


@dataclass(frozen=True)
class HeatCell:
    """One agency's one standard: the worst of its criteria, and how old its evidence is.

    `colour` is None where a criterion is not known. `gap` is the mean of self grade less moderated
    grade, in steps; None where nothing was graded twice.
    """

    standard: int
    colour: Colour | None
    criteria: int
    expired: int
    cited: int
    oldest: date | None
    gap: float | None


@dataclass(frozen=True)
class HeatRow:
    """One agency across the standards. `asked` is false where there was nothing to grade."""

    found: int
    name: str
    cluster: str
    state: str
    reply: str
    asked: bool
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True)
class Heat:
    standards: tuple[tuple[int, str], ...]
    rows: tuple[HeatRow, ...]

    @property
    def met(self) -> StandardsMet:
        graded = [row for row in self.rows if row.asked]
        return count_standards(cell.colour for row in graded for cell in row.cells)


def heat(cycle: Cycle, *, on: date) -> Heat:
    """Return every agency by every standard as it stands on a day, in four queries."""
    returns = list(cycle.returns.for_page())
    assessments = [one.assessment for one in returns if one.assessment]
    by_assessment: dict[int, list[GradeRow]] = defaultdict(list)
    for row in grade_rows(assessments, on=on):
        by_assessment[row.assessment].append(row)
    asked = (
        cycle.edition.standards.all()
        if cycle.with_voice
        else (cycle.edition.standards.filter(optional=False))
    )
    standards = tuple((one.number, one.title) for one in asked)
    return Heat(
        standards,
        tuple(
            _heat_row(one, by_assessment[one.assessment_id or 0], [n for n, _ in standards])
            for one in returns
        ),
    )


def _heat_row(found: AgencyReturn, rows: Sequence[GradeRow], standards: Iterable[int]) -> HeatRow:
    return HeatRow(
        found=found.pk,
        name=found.name,
        cluster=found.cluster.name,
        state=found.state,
        reply=found.reply,
        asked=bool(rows),
        cells=tuple(
            heat_cell(number, [row for row in rows if row.standard == number])
            for number in standards
        ),
    )


def heat_cell(standard: int, rows: Sequence[GradeRow]) -> HeatCell:
    """Not applicable criteria are left out; a standard with no other is not known."""
    counted = [row for row in rows if row.why != "not applicable"]
    gaps = [row.gap for row in rows if row.gap is not None]
    dates = [row.oldest for row in rows if row.oldest]
    return HeatCell(
        standard=standard,
        colour=standard_colour([row.colour for row in counted]),
        criteria=len(counted),
        expired=sum(row.fell for row in rows),
        cited=sum(row.evidence for row in rows),
        oldest=min(dates, default=None),
        gap=sum(gaps) / len(gaps) if gaps else None,
    )


def standards_met(cycle: Cycle, *, on: date) -> StandardsMet:
    """Return standards met of standards graded, over the agencies that were graded."""
    return heat(cycle, on=on).met
