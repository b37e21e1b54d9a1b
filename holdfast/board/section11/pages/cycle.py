"""The list of cycles, and one cycle: two figures apart, then cluster by cluster."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.section11.extracts import Heat, TrackingRow, owed
from holdfast.board.section11.models import AgencyReturn, Cycle
from holdfast.board.section11.pages.words import reply_status
from holdfast.board.section11.rules.counting import ReturnRate
from holdfast.board.section11.rules.states import CycleState, State
from holdfast.engines.asks.extracts import RoundRow
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, NowCell, Status
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

CYCLES = TableSpec(
    "Section 11 cycles",
    (
        Column("year", "Cycle", header=True),
        Column("state", "State"),
        Column("rate", "Return rate"),
        Column("missing", "Missing"),
        Column("next", "Next at the executive"),
    ),
    nothing="No cycle yet. The board's manager frames one on an approved framework.",
)


def cycles_table(cycles: Iterable[Cycle], rows: Mapping[int, TrackingRow], *, on: date) -> Table:
    return plain_table(CYCLES, [_cycle_row(one, rows[one.pk], on=on) for one in cycles])


def _cycle_row(cycle: Cycle, row: TrackingRow, *, on: date) -> Row:
    slots = [one for one in row.clusters if one.executive_on >= on]
    soonest = min(slots, key=lambda one: one.executive_on, default=None)
    slot = f"{soonest.name}, {day_words(soonest.executive_on)}" if soonest else "none ahead"
    return Row(
        {
            "year": Cell(cycle.year, url=reverse("section11:cycle", args=[row.reference])),
            "state": cycle.state,
            "rate": row.rate.words,
            "missing": "; ".join(row.rate.missing) or "nobody",
            "next": slot,
        }
    )


@dataclass(frozen=True)
class ReturnLine:
    name: str
    url: str
    status: Status
    reason: str
    due: str
    stage: str
    whose_move: str


@dataclass(frozen=True)
class ClusterBlock:
    name: str
    slot: str
    rate: str
    lines: tuple[ReturnLine, ...]
    may_issue: bool
    pk: int


@dataclass(frozen=True)
class CyclePage:
    title: str
    now: tuple[NowCell, ...]
    rate: ReturnRate
    met: str
    claimed: str
    claimed_source: str
    apart: tuple[Fact, ...]
    clusters: tuple[ClusterBlock, ...]
    links: tuple[Link, ...]
    forms: tuple[Link, ...]
    panel: tuple[str, ...]

    @classmethod
    def of(
        cls,
        cycle: Cycle,
        row: TrackingRow,
        heat: Heat,
        *,
        live: Mapping[int, RoundRow],
        may_work: bool,
        on: date,
    ) -> "CyclePage":
        closed = cycle.state == CycleState.CLOSED
        return cls(
            title=f"Section 11, {cycle.year}",
            now=_now(cycle, row, heat, on=on),
            rate=row.rate,
            met=heat.met.words,
            claimed=cycle.claimed,
            claimed_source=cycle.claimed_source,
            apart=_apart(row.rate),
            clusters=_clusters(cycle, row, live, may_work=may_work and not closed, on=on),
            links=_links(cycle),
            forms=_forms(cycle) if may_work and not closed else (),
            panel=tuple(str(seat) for seat in cycle.panel.select_related("post__agency")),
        )


def _now(cycle: Cycle, row: TrackingRow, heat: Heat, *, on: date) -> tuple[NowCell, ...]:
    slots = sorted(one.executive_on for one in row.clusters if one.executive_on >= on)
    next_slot = f"Executive of {day_words(slots[0])}" if slots else "No slot ahead"
    due = day_words(cycle.closes_on)
    state = {
        CycleState.FRAMED: "Framed: nobody has been asked yet",
        CycleState.OPEN: f"Open: returns {'are' if on <= cycle.closes_on else 'were'} due {due}",
        CycleState.CLOSED: "Closed: it can be read and taken out for ever",
    }[CycleState(cycle.state)]
    return (
        NowCell("State", state, f"From {day_words(cycle.opens_on)}. {cycle.edition}."),
        NowCell("Whose move", *_whose_moves(row, heat)),
        NowCell("Next", next_slot),
    )


def _whose_moves(row: TrackingRow, heat: Heat) -> tuple[str, str]:
    """Who holds things up first, then the others."""
    states = [one.state for one in heat.rows]
    writing = states.count(State.WITH_AGENCY) + states.count(State.EXPECTED)
    counts = {
        "missing": len(row.rate.missing),
        "at the panel": states.count(State.SUBMITTED),
        "in challenge": states.count(State.CHALLENGED),
        "being written": writing,
        "with an action plan open": states.count(State.PLAN_OPEN),
    }
    told = [f"{plural(count, 'return')} {words}" for words, count in counts.items() if count]
    if not told:
        return "Nobody", ""
    return told[0], "; ".join(told[1:])


def _apart(rate: ReturnRate) -> tuple[Fact, ...]:
    """Every kind of answer by itself, with its agencies."""
    kinds = {
        "Missing": rate.missing,
        "Late": rate.late,
        "In part": rate.partial,
        "Nil": rate.nil,
        "Refused": rate.refused,
        "Withdrawn": rate.withdrawn,
    }
    return tuple(Fact(words, "; ".join(names) or "none") for words, names in kinds.items())


def _clusters(
    cycle: Cycle,
    row: TrackingRow,
    live: Mapping[int, RoundRow],
    *,
    may_work: bool,
    on: date,
) -> tuple[ClusterBlock, ...]:
    returns = list(cycle.returns.for_page())
    blocks = []
    for cluster, told in zip(cycle.clusters.all(), row.clusters, strict=True):
        mine = [one for one in returns if one.cluster_id == cluster.pk]
        waits = any(one.state == State.EXPECTED and one.lead_id for one in mine)
        blocks.append(
            ClusterBlock(
                cluster.name,
                day_words(cluster.executive_on),
                told.rate.words,
                tuple(_line(one, live.get(one.request_id or 0), on=on) for one in mine),
                may_issue=may_work and waits,
                pk=cluster.pk,
            )
        )
    return tuple(blocks)


def _line(found: AgencyReturn, live: RoundRow | None, *, on: date) -> ReturnLine:
    now = owed(found, live)
    return ReturnLine(
        name=found.name,
        url=reverse("section11:return", args=[found.cycle.record.reference, found.pk]),
        status=reply_status(now, on=on),
        reason=now.reason,
        due=day_words(now.due_on) if now.due_on else "no day",
        stage=_stage(found, live),
        whose_move=_mover(found, live),
    )


def _stage(found: AgencyReturn, live: RoundRow | None) -> str:
    if found.state == State.WITH_AGENCY and live:
        return f"{live.words}; {live.answered} of {live.asked} answered"
    return found.state[:1].upper() + found.state[1:]


MOVERS = {
    State.EXPECTED: "The board's manager: ask",
    State.SUBMITTED: "The panel",
    State.MODERATED: "The board's manager",
    State.CHALLENGED: "The agency: answer the challenge",
    State.FINAL: "Nobody",
    State.PLAN_OPEN: "The actions' owners",
}


def _mover(found: AgencyReturn, live: RoundRow | None) -> str:
    if found.state == State.WITH_AGENCY and live:
        return live.whose_move
    return MOVERS.get(State(found.state), "Nobody")


def _links(cycle: Cycle) -> tuple[Link, ...]:
    at = [cycle.record.reference]
    return (
        Link("Heat map and gaps", reverse("section11:heat", args=at)),
        Link("The chair's overview of all returns", reverse("section11:overview", args=at)),
        Link("Challenge day pack", reverse("section11:pack", args=at)),
        Link("Action plan", reverse("section11:plan", args=at)),
        Link("Staff survey", reverse("section11:survey_results", args=at)),
        Link("Action points of case reviews", reverse("section11:reviews", args=at)),
    )


def _forms(cycle: Cycle) -> tuple[Link, ...]:
    at = [cycle.record.reference]
    names = {
        "cluster": "Add a cluster",
        "expect": "Expect a return",
        "panel_seat": "Seat somebody on the panel",
        "claim": "Keep what was claimed",
        "carry_in": "Take in a return from another board",
        "close": "Close the cycle",
    }
    return tuple(
        Link(words, reverse(f"section11:{name}", args=at)) for name, words in names.items()
    )
