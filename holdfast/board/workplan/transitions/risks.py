"""The verbs of the risk register. A score is never changed: the next one is a new dated row."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.workplan.access import RISK
from holdfast.board.workplan.models import Control, Line, Risk, RiskIndicator, RiskNote, Score
from holdfast.board.workplan.rules.risk_scoring import LEAST, MOST, TABLE, RiskState
from holdfast.board.workplan.transitions.papers import Paper, keep
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import File
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this risk. Nothing of theirs was overwritten. "
    "Read it again, then send yours again."
)


@dataclass(frozen=True)
class RiskTold:
    """A risk in words: because of a cause an event may happen, with an effect."""

    title: str
    cause: str
    event: str
    effect: str
    group: str = ""
    appetite: str = ""
    source: str = ""
    target: tuple[int, int] | None = None
    """The likelihood and the impact that the board would live with."""


@transaction.atomic
def raise_risk(
    told: RiskTold,
    *,
    area: Area,
    owner: Agency,
    risk_owner: tracker.Who,
    by: Post,
    on: date,
    lines: Sequence[Line] = (),
    indicators: Sequence[tuple[str, str]] = (),
) -> Risk:
    """Raise a risk. `indicators` are pairs of an indicator and an item of its breakdown or ""."""
    for part, words in (("cause", told.cause), ("event", told.event), ("effect", told.effect)):
        if not words.strip():
            raise NotAllowed(f"Write the {part}: a risk is a cause, an event and an effect.")
    if told.target:
        _require_scale(*told.target)
    record = gate.open_record(kind=RISK, area=area, owner=owner, by=by, on=on)
    risk = Risk.objects.create(
        record=record,
        title=told.title,
        cause=told.cause,
        event=told.event,
        effect=told.effect,
        group=told.group,
        appetite=told.appetite,
        source=told.source,
        target_likelihood=told.target[0] if told.target else None,
        target_impact=told.target[1] if told.target else None,
        owner=risk_owner.post,
        owner_role=risk_owner.role,
        raised_on=on,
    )
    risk.lines.set(lines)
    RiskIndicator.objects.bulk_create(
        RiskIndicator(risk=risk, indicator=one, item=item) for one, item in indicators
    )
    story.write_move(risk, "raise", before="", by=by, on=on, note=told.event)
    return risk


@transaction.atomic
def score_risk(
    risk: Risk,
    *,
    likelihood: int,
    impact: int,
    reason: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Score:
    """Give a risk a score from 1 to 5 each way, with the reason. Earlier scores stay."""
    gate.require(by, Can.WORK, risk.record)
    _require_scale(likelihood, impact)
    if not reason.strip():
        raise NotAllowed("Give the reason for this score, so that the next one can be compared.")
    last = risk.scores.order_by("-on", "-pk").first()
    if last and on < last.on:
        raise NotAllowed("A later score is held already. Give the day of this one again.")
    move = {
        RiskState.RAISED.value: "score",
        RiskState.CONTROLLED.value: "rescore_controlled",
    }.get(risk.state, "rescore")
    words = f"{likelihood} × {impact} = {likelihood * impact}. {reason}"
    _move(risk, move, by=by, on=on, seen=seen, note=words)
    return Score.objects.create(
        risk=risk, likelihood=likelihood, impact=impact, reason=reason, on=on, by=by,
        **moment.written(),
    )  # fmt: skip


@transaction.atomic
def add_control(risk: Risk, *, what: str, by: Post, on: date, seen: int | None = None) -> Control:
    """Say what keeps a scored risk down."""
    gate.require(by, Can.WORK, risk.record)
    if not what.strip():
        raise NotAllowed("Say what keeps this risk down.")
    _move(risk, "control", by=by, on=on, seen=seen, note=what)
    return Control.objects.create(risk=risk, what=what, on=on, by=by, **moment.written())


@transaction.atomic
def end_control(control: Control, *, why: str, by: Post, on: date) -> Control:
    """Say that a control no longer works. It stays in the list, ended, with the reason."""
    gate.require(by, Can.WORK, control.risk.record)
    if Control.objects.filter(ends=control).exists():
        raise NotAllowed("This control has ended already.")
    if not why.strip():
        raise NotAllowed("Say why this control no longer works.")
    note = f"{control.what}: {why}"
    story.write_move(
        control.risk, "end_control", before=control.risk.state, by=by, on=on, note=note
    )
    return Control.objects.create(
        risk=control.risk, what=why, ends=control, on=on, by=by, **moment.written()
    )


@transaction.atomic
def note_assurance(
    risk: Risk, *, text: str, by: Post, on: date, source: str = "", paper: Paper | None = None
) -> RiskNote:
    """Write down what the board was told or saw. It is no score: a score is given by itself."""
    gate.require(by, Can.WORK, risk.record)
    if not text.strip():
        raise NotAllowed("Write what assures the board, or what worries it.")
    story.write_move(risk, "note_assurance", before=risk.state, by=by, on=on, note=text)
    file = keep(risk.record, paper, title=text, by=by, on=on)
    return _note(risk, text, by=by, on=on, source=source, file=file)


@transaction.atomic
def promise_on_risk(
    risk: Risk, *, what: str, owner: tracker.Who, due_on: date | None, by: Post, on: date
) -> Action:
    """Put what is to be done about a risk in the tracker, under the risk's record."""
    return tracker.agree(
        risk.record, what=what, why=risk.title, owner=owner, due_on=due_on, by=by, on=on
    )


@transaction.atomic
def close_risk(risk: Risk, *, assurance: str, by: Post, on: date, seen: int | None = None) -> None:
    """Close a risk on assurance, in words. The chair decides it."""
    gate.require(by, Can.DECIDE, risk.record)
    if not assurance.strip():
        raise NotAllowed("Write what assures the board that this risk can be closed.")
    _move(risk, "close", by=by, on=on, seen=seen, note=assurance, closed_on=on)
    _note(risk, assurance, by=by, on=on)
    story.close_record(risk.record, on=on)


@transaction.atomic
def reopen_risk(risk: Risk, *, because: str, by: Post, on: date, seen: int | None = None) -> None:
    gate.require(by, Can.WORK, risk.record)
    if not because.strip():
        raise NotAllowed("Say why this risk is back.")
    _move(risk, "reopen", by=by, on=on, seen=seen, note=because, closed_on=None)
    _note(risk, because, by=by, on=on)
    story.reopen_record(risk.record)


def _note(
    risk: Risk, text: str, *, by: Post, on: date, source: str = "", file: File | None = None
) -> RiskNote:
    return RiskNote.objects.create(
        risk=risk, text=text, source=source, file=file, on=on, by=by, **moment.written()
    )


def _require_scale(likelihood: int, impact: int) -> None:
    if not (LEAST <= likelihood <= MOST and LEAST <= impact <= MOST):
        raise NotAllowed(f"Give likelihood and impact a number from {LEAST} to {MOST} each.")


def _move(
    risk: Risk,
    move: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
    note: str,
    **kept: object,
) -> None:
    before = risk.state
    after = TABLE.target(state=before, move=move)
    version = risk.version if seen is None else seen
    unchanged = Risk.objects.filter(pk=risk.pk, version=version)
    if not unchanged.update(version=F("version") + 1, state=after, **kept):
        raise NotAllowed(STALE)
    risk.refresh_from_db(fields=["version", "state", *kept])
    story.write_move(risk, move, before=before, by=by, on=on, note=note)
