"""The risk register: a heat grid with its table, and one risk with every score it was given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.board.workplan.extracts.risks import RiskRow, row_of_risk, rows_of_risks
from holdfast.board.workplan.models import Line, Risk, RiskNote
from holdfast.board.workplan.pages.challenge import promise_words
from holdfast.board.workplan.pages.figures import FigureWords, figure_words
from holdfast.board.workplan.rules import risk_offers
from holdfast.board.workplan.rules.risk_scoring import IMPACT, LIKELIHOOD, RiskState, level
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, NowCell, Status
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page

SPEC = TableSpec(
    caption="Risks, the highest first",
    columns=(
        Column("title", "Risk", header=True),
        Column("score", "Score", numeric=True),
        Column("level", "Level"),
        Column("moved", "Movement"),
        Column("owner", "Owner"),
        Column("controls", "Controls"),
        Column("looked", "Last scored"),
    ),
    nothing="No risk is in the register.",
)
HEADER = (
    "Reference", "Risk", "Cause", "Event", "Effect", "State", "Owner", "Likelihood", "Impact",
    "Score", "Level", "Movement", "Target", "Controls", "Lines", "Last scored",
)  # fmt: skip


def url_of(row: RiskRow) -> str:
    return reverse("workplan:risk", args=[row.reference])


def cells(row: RiskRow) -> list[object]:
    """Return a risk as a line of the CSV."""
    now = row.now
    return [
        row.reference, row.title, row.cause, row.event, row.effect, row.state.value, row.owner,
        now.likelihood if now else None, now.impact if now else None, row.score, row.level,
        row.movement.words, row.target, "; ".join(row.controls),
        "; ".join(str(number) for number in row.lines), now.on.isoformat() if now else None,
    ]  # fmt: skip


def status_of(row: RiskRow) -> Status:
    if not row.is_open:
        return parts.met("Closed on assurance")
    if row.score is None:
        return parts.nothing("Not scored yet")
    words = f"{row.level.capitalize()} risk"
    return {"high": parts.over, "medium": parts.soon}.get(row.level, parts.running)(words)


def moved_words(row: RiskRow) -> str:
    return f"{row.movement.arrow} {row.movement.words}".strip()


@dataclass(frozen=True)
class GridCell:
    """One square of the grid: its score, its level in words, and the risks in it."""

    score: int
    level: str
    risks: tuple[Link, ...]


@dataclass(frozen=True)
class GridRow:
    words: str
    cells: tuple[GridCell, ...]


def grid(rows: Sequence[RiskRow]) -> tuple[GridRow, ...]:
    """Return the open risks by likelihood, the most likely on top, and impact from left."""
    open_ = [row for row in rows if row.is_open and row.now]
    return tuple(
        GridRow(
            f"{likelihood} {words}",
            tuple(_square(open_, likelihood, impact) for impact in IMPACT),
        )
        for likelihood, words in reversed(LIKELIHOOD.items())
    )


def _square(rows: Sequence[RiskRow], likelihood: int, impact: int) -> GridCell:
    here = [r for r in rows if r.now and (r.now.likelihood, r.now.impact) == (likelihood, impact)]
    score = likelihood * impact
    links = tuple(Link(row.reference, url_of(row)) for row in here)
    return GridCell(score, level(score).value, links)


@dataclass(frozen=True)
class RisksPage:
    summary: str
    impacts: tuple[str, ...]
    grid: tuple[GridRow, ...]
    table: Table
    may_raise: bool

    @classmethod
    def of(
        cls, risks: Sequence[Risk], params: Mapping[str, Any], *, may_raise: bool, on: date
    ) -> "RisksPage":
        rows = rows_of_risks(risks, on=on)
        open_ = [row for row in rows if row.is_open]
        high = sum(1 for row in open_ if row.level == "high")
        up = sum(1 for row in open_ if row.movement.arrow == "↑")
        return cls(
            summary=f"{plural(len(open_), 'risk')} open, {high} high, {up} going up. "
            f"As at {day_words(on)}.",
            impacts=tuple(f"{n} {words}" for n, words in IMPACT.items()),
            grid=grid(rows),
            table=replace(table_of(rows, params), csv_url=reverse("workplan:risks_csv")),
            may_raise=may_raise,
        )


def table_of(
    rows: Sequence[RiskRow], params: Mapping[str, Any], *, caption: str = "", name: str = ""
) -> Table:
    """Return the page of the register that is asked for, in the order given."""
    spec = replace(SPEC, caption=caption or SPEC.caption, name=name)
    return sort_and_page(rows, params, spec, _row)


def _row(row: RiskRow) -> Row:
    score = str(row.score) if row.score else "none"
    target = f"target {row.target}" if row.target else ""
    return Row(
        {
            "title": Cell(row.title, url=url_of(row), note=row.reference),
            "score": Cell(score, note=target),
            "level": Cell(status=status_of(row)),
            "moved": moved_words(row),
            "owner": Cell(row.owner, note=row.group),
            "controls": str(len(row.controls)) if row.controls else "none",
            "looked": day_words(row.now.on) if row.now else "never",
        }
    )


@dataclass(frozen=True)
class ScoreRow:
    when: str
    score: str
    words: str
    reason: str


@dataclass(frozen=True)
class ControlWords:
    """What keeps a risk down, and the address of the form that ends it, or none."""

    what: str
    end: str


@dataclass(frozen=True)
class RiskPage:
    title: str
    caption: str
    sentence: tuple[Fact, ...]
    now: tuple[NowCell, ...]
    scores: tuple[ScoreRow, ...]
    controls: tuple[ControlWords, ...]
    ended: tuple[str, ...]
    notes: tuple[Fact, ...]
    promised: tuple[str, ...]
    figures: tuple[FigureWords, ...]
    facts: tuple[Fact, ...]
    lines: tuple[Link, ...]
    forms: tuple[Link, ...]

    @classmethod
    def of(cls, risk: Risk, *, may_work: bool, may_decide: bool, on: date) -> "RiskPage":
        row = row_of_risk(risk, on=on)
        linked = [(one.indicator, one.item) for one in risk.indicators.all()]
        return cls(
            title=row.title,
            caption=f"{row.reference}. Raised {day_words(row.raised_on)}",
            sentence=(
                Fact("Because of", row.cause),
                Fact("This may happen", row.event),
                Fact("With this effect", row.effect),
            ),
            now=_now(row),
            scores=tuple(
                ScoreRow(day_words(one.on), str(one.score), one.words, one.reason)
                for one in reversed(row.scores)
            ),
            controls=_controls(risk, may_end=may_work and row.is_open),
            ended=row.ended_controls,
            notes=tuple(_note(one, row.reference) for one in risk.notes.all()),
            promised=tuple(promise_words(one) for one in row.promised),
            figures=figure_words(linked, place=risk.record.area.code, on=on),
            facts=_facts(row),
            lines=tuple(_line_link(one) for one in risk.lines.all()),
            forms=_forms(row, may_work=may_work, may_decide=may_decide),
        )


def _controls(risk: Risk, *, may_end: bool) -> tuple[ControlWords, ...]:
    """Return what keeps the risk down now, each with the form that ends it."""
    rows = list(risk.controls.all())
    ended = {one.ends_id for one in rows}
    standing = [one for one in rows if one.ends_id is None and one.pk not in ended]
    return tuple(
        ControlWords(
            one.what,
            reverse("workplan:risk_end_control", args=[risk.record.reference, one.pk])
            if may_end
            else "",
        )
        for one in standing
    )


def _note(one: RiskNote, reference: str) -> Fact:
    url = reverse("workplan:risk_paper", args=[reference, one.file_id]) if one.file_id else ""
    paper = Link("The paper that shows it", url) if url else None
    return Fact(day_words(one.on), one.text, note=one.source, link=paper)


def _line_link(line: Line) -> Link:
    url = reverse("workplan:line", args=[line.plan.record.reference, line.number])
    return Link(f"{line.number} {line.title}", url)


def _now(row: RiskRow) -> tuple[NowCell, ...]:
    scored = f"{row.score}: {row.now.words}" if row.now else "not scored"
    target = f"Target {row.target}." if row.target else "No target is set."
    return (
        NowCell("Level", scored, text=target, status=status_of(row)),
        NowCell("Movement", moved_words(row), text=_looked(row)),
        NowCell("Whose risk", row.owner, text=_next(row)),
    )


def _looked(row: RiskRow) -> str:
    return f"Last scored {day_words(row.now.on)}." if row.now else "Give it its first score."


def _next(row: RiskRow) -> str:
    if row.state is RiskState.CLOSED:
        return "Nothing: it is closed."
    if row.state is RiskState.RAISED:
        return "Next: give it a score."
    if not row.controls:
        return "Next: say what keeps it down."
    return "Next: score it again when something changes."


def _facts(row: RiskRow) -> tuple[Fact, ...]:
    return (
        Fact("State", row.state.value.capitalize()),
        Fact("Sub-group", row.group or "none named"),
        Fact("Appetite", row.appetite or "not written down"),
    )


def _forms(row: RiskRow, *, may_work: bool, may_decide: bool) -> tuple[Link, ...]:
    found = risk_offers.offered(row.state, may_work=may_work, may_decide=may_decide)
    return tuple(
        Link(risk_offers.FORMS[form], reverse(f"workplan:risk_{form}", args=[row.reference]))
        for form in found
    )
