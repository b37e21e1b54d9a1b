"""What this room tells the agenda and the annual report of risks: frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.workplan.extracts.challenges import Promise, promises
from holdfast.board.workplan.models import Risk
from holdfast.board.workplan.rules.risk_scoring import (
    Movement,
    RiskState,
    Scored,
    movement,
    on_day,
)
from holdfast.kernel.directory.models import Area


@dataclass(frozen=True)
class RiskRow:
    """One risk as it stood on a day. `score` is likelihood times impact, 1 to 25, or None."""

    area: str
    reference: str
    title: str
    cause: str
    event: str
    effect: str
    state: RiskState
    owner: str
    group: str
    appetite: str
    target: int | None
    scores: tuple[Scored, ...]
    movement: Movement
    controls: tuple[str, ...]
    ended_controls: tuple[str, ...]
    indicators: tuple[str, ...]
    lines: tuple[int, ...]
    assurance: tuple[str, ...]
    promised: tuple[Promise, ...]
    raised_on: date
    closed_on: date | None

    @property
    def now(self) -> Scored | None:
        return self.scores[-1] if self.scores else None

    @property
    def score(self) -> int | None:
        return self.now.score if self.now else None

    @property
    def level(self) -> str:
        return self.now.level.value if self.now else "not scored"

    @property
    def is_open(self) -> bool:
        return self.state is not RiskState.CLOSED

    @property
    def last_looked_at(self) -> date:
        return self.now.on if self.now else self.raised_on


def risk_rows(*, area: Area, on: date) -> tuple[RiskRow, ...]:
    """Return every risk of an area, the highest score first, in a fixed number of queries."""
    return rows_of_risks(Risk.objects.of(area).for_page(), on=on)


def rows_of_risks(risks: Iterable[Risk], *, on: date) -> tuple[RiskRow, ...]:
    """Return the rows of risks that were fetched for a page: open first, then by score."""
    rows = [row_of_risk(one, on=on) for one in risks]
    return tuple(sorted(rows, key=lambda row: (not row.is_open, -(row.score or 0), row.reference)))


def row_of_risk(risk: Risk, *, on: date) -> RiskRow:
    scores = on_day(risk.scored(), on=on)
    controls = list(risk.controls.all())
    ended = {one.ends_id for one in controls if one.ends_id}
    standing = [one for one in controls if one.ends_id is None]
    return RiskRow(
        area=risk.record.area.code,
        reference=risk.record.reference,
        title=risk.title,
        cause=risk.cause,
        event=risk.event,
        effect=risk.effect,
        state=RiskState(risk.state),
        owner=risk.owner_words or "Nobody: name one",
        group=risk.group,
        appetite=risk.appetite,
        target=risk.target,
        scores=scores,
        movement=movement(scores),
        controls=tuple(one.what for one in standing if one.pk not in ended),
        ended_controls=tuple(one.what for one in standing if one.pk in ended),
        indicators=tuple(f"{one.indicator} {one.item}".strip() for one in risk.indicators.all()),
        lines=tuple(sorted(one.number for one in risk.lines.all())),
        assurance=tuple(one.text for one in risk.notes.all()),
        promised=promises(risk.record.actions.all(), on=on),
        raised_on=risk.raised_on,
        closed_on=risk.closed_on,
    )
