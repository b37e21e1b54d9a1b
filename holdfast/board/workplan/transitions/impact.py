"""Evidence under a line, a priority or a commitment, and what changed; a strategy held beside."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.board.workplan.models import (
    Commitment,
    EvidenceLink,
    ImpactStatement,
    Line,
    Plan,
    Priority,
    Strategy,
)
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.board.workplan.rules.strategies import ToldStrategy
from holdfast.board.workplan.transitions.papers import Paper, keep
from holdfast.insight.indicators.catalogue import indicators
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

Shown = Line | Priority | Commitment


@transaction.atomic
def link_evidence(
    shown: Shown,
    *,
    sort: EvidenceSort,
    by: Post,
    on: date,
    what: str = "",
    dated: Dated | None = None,
    indicator: str = "",
    item: str = "",
    paper: Paper | None = None,
) -> EvidenceLink:
    """Link a published figure, an audit, what young people said, or a paper that is kept here."""
    plan = _plan_of(shown)
    gate.require(by, Can.WORK, plan.record)
    if sort is EvidenceSort.FIGURE and indicator not in indicators():
        raise NotAllowed("Choose an indicator of the catalogue, such as CP08.")
    if sort is not EvidenceSort.FIGURE and not what.strip():
        raise NotAllowed("Say what the evidence is.")
    if dated and dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Evidence is dated when it was there.")
    file = keep(plan.record, paper, title=what or str(shown), by=by, on=on)
    words = what or f"{indicator} {item}".strip()
    _write_down(plan, "link_evidence", by=by, on=on, note=f"{shown}: {words}")
    return EvidenceLink.objects.create(
        plan=plan, **_about(shown), sort=sort, what=what, indicator=indicator, item=item,
        dated_from=dated.first if dated else None,
        precision=dated.precision if dated else "day",
        file=file, on=on, by=by, **moment.written(),
    )  # fmt: skip


@transaction.atomic
def state_impact(
    shown: Shown, *, what_changed: str, how_we_know: str, dated: Dated, by: Post, on: date
) -> ImpactStatement:
    """Say what changed and how we know, dated. It is never changed; a later one stands beside."""
    plan = _plan_of(shown)
    gate.require(by, Can.WORK, plan.record)
    if not (what_changed.strip() and how_we_know.strip()):
        raise NotAllowed("Say what changed, and how we know. One without the other is a claim.")
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Date the change when it was seen.")
    _write_down(plan, "state_impact", by=by, on=on, note=f"{shown}: {what_changed}")
    return ImpactStatement.objects.create(
        plan=plan, **_about(shown), what_changed=what_changed, how_we_know=how_we_know,
        dated_from=dated.first, precision=dated.precision, on=on, by=by, **moment.written(),
    )  # fmt: skip


@transaction.atomic
def hold_strategy(
    plan: Plan, told: ToldStrategy, *, by: Post, on: date, lines: Mapping[str, Sequence[int]]
) -> Strategy:
    """Hold another partnership's plan beside ours. `lines` are those answering a commitment."""
    gate.require(by, Can.WORK, plan.record)
    if plan.strategies.filter(code=told.code).exists():
        raise NotAllowed("This strategy is held already. Link lines to it instead.")
    strategy = Strategy.objects.create(
        plan=plan,
        code=told.code,
        title=told.title,
        owner=told.owner,
        period=told.period,
        draft=told.draft,
        source=told.source,
    )
    held = Commitment.objects.bulk_create(
        Commitment(
            strategy=strategy,
            area_code=one.area_code,
            area_name=one.area_name,
            code=one.code,
            text=one.text,
            results=list(one.results),
        )
        for one in told.commitments
    )
    numbers = dict(plan.lines.values_list("number", "pk"))
    link = Commitment.lines.through
    link.objects.bulk_create(
        link(commitment_id=one.pk, line_id=numbers[number])
        for one in held
        for number in lines.get(one.code, ())
    )
    _write_down(plan, "hold_strategy", by=by, on=on, note=told.title)
    return strategy


@transaction.atomic
def link_line(commitment: Commitment, line: Line, *, by: Post, on: date) -> None:
    """Say that a line answers a commitment: our reading, and the pages say so."""
    plan = commitment.strategy.plan
    gate.require(by, Can.WORK, plan.record)
    if line.plan_id != plan.pk:
        raise NotAllowed("This line stands in another plan. Choose one of this plan.")
    if commitment.lines.filter(pk=line.pk).exists():
        raise NotAllowed("This line is linked to the commitment already.")
    commitment.lines.add(line)
    _write_down(plan, "link_line", by=by, on=on, note=f"{commitment}: line {line.number}")


def _plan_of(shown: Shown) -> Plan:
    return shown.strategy.plan if isinstance(shown, Commitment) else shown.plan


def _about(shown: Shown) -> dict[str, Shown]:
    return {type(shown).__name__.lower(): shown}


def _write_down(plan: Plan, move: str, *, by: Post, on: date, note: str) -> None:
    story.write_step(
        record=plan.record, move=move, by=by, on=on, note=note, sensitivity=Sensitivity.NONE
    )
