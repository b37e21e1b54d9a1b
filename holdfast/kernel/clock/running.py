"""
Starting, meeting and stopping clocks: the only writer of deadlines.

A clock freezes the rule it starts under. A later edition, a corrected day or a new bank holiday
never rewrites what was: a due day that changes leaves its row in the history. Being late is a fact
that wants a reason; it never stops anybody from writing down what they did.
"""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from holdfast.kernel.clock import freezing
from holdfast.kernel.clock.almanac import almanac
from holdfast.kernel.clock.counting import Due, london_day
from holdfast.kernel.clock.law import Unit
from holdfast.kernel.clock.models import OPEN, Deadline, DueChange, ProclaimedDay
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

GONE_ON = "This clock has been met, stopped or changed since. Look at the record, then try again."


@transaction.atomic
def start(
    record: Record,
    rule_id: str,
    *,
    on: date | None = None,
    at: datetime | None = None,
    whose_move: Post | str,
    by: Post,
    authority: str | None = None,
    about: str = "",
) -> Deadline:
    """
    Start a clock on a record under the rule in force on the day it starts.

    Give the moment (`at`) where a rule counts hours: from a day alone nobody can tell when it is
    due. `authority` is the ONS code whose dispensations apply, the record's own area by default.
    """
    day = _day(on, at)
    rule, disapplied_because = freezing.rule_for(rule_id, day, authority or record.area.code)
    if record.deadlines.running_under(rule_id, about=about):
        raise NotAllowed(
            f"A clock already runs for this: {_small(rule.duty)}. Meet it or stop it."
        )
    falls = freezing.due_under(rule, on=day, at=at)
    return Deadline.objects.create(
        record=record,
        about=about,
        **freezing.frozen(rule, day),
        started_on=day,
        started_at=at,
        started_by=by,
        due_on=falls.on,
        due_at=falls.at,
        **_mover(whose_move),
        disapplied_because=disapplied_because,
    )


@transaction.atomic
def meet(
    deadline: Deadline,
    *,
    by: Post,
    on: date | None = None,
    at: datetime | None = None,
    reason: str = "",
    code: LateReason | None = None,
) -> Deadline:
    """Write down that the duty was done, in time or late. A late one may be explained later."""
    day = _day(on, at)
    if day < deadline.started_on and not deadline.before:
        raise NotAllowed(
            f"This clock started on {_said(deadline.started_on)}. It cannot be met before that."
        )
    return _change(
        deadline,
        met_on=day,
        met_at=at,
        met_by=by,
        paused_on=None,
        late_code=code.value if code else "",
        late_reason=reason,
    )


@transaction.atomic
def explain(deadline: Deadline, *, code: LateReason, reason: str, by: Post, on: date) -> Deadline:
    """Say why a duty was late, or is."""
    if not reason.strip():
        raise NotAllowed("Say in words why it was late.")
    Deadline.objects.filter(pk=deadline.pk).update(late_code=code.value, late_reason=reason)
    deadline.refresh_from_db()
    _write_down(deadline, "explain_lateness", reason, by=by, on=on)
    return deadline


@transaction.atomic
def stop_not_required(deadline: Deadline, *, reason: str, by: Post, on: date) -> Deadline:
    """Stop a clock whose duty fell away, for a reason. The clock stays on the record."""
    if not reason.strip():
        raise NotAllowed("Say why this is no longer required.")
    return _change(deadline, stopped_on=on, stopped_because=reason, stopped_by=by, paused_on=None)


@transaction.atomic
def hand_over(deadline: Deadline, *, whose_move: Post | str, by: Post, on: date) -> Deadline:
    """Say whose move it is now."""
    _change(deadline, **_mover(whose_move))
    _write_down(deadline, "hand_over_clock", f"Now with {deadline.whose_move}", by=by, on=on)
    return deadline


@transaction.atomic
def pause(deadline: Deadline, *, reason: str, by: Post, on: date) -> Deadline:
    """Hold a clock still, where its rule allows that and for a reason."""
    if not deadline.may_pause:
        raise NotAllowed("The law does not let this clock pause. It runs on, and may be late.")
    if not reason.strip() or deadline.paused_on is not None:
        raise NotAllowed("Say why the clock pauses. A clock pauses once at a time.")
    _change(deadline, paused_on=on, paused_because=reason)
    _write_down(deadline, "pause_clock", reason, by=by, on=on)
    return deadline


@transaction.atomic
def resume(deadline: Deadline, *, by: Post, on: date) -> DueChange | None:
    """Let a clock run on. Its due day moves by the days it stood still."""
    if deadline.paused_on is None or on < deadline.paused_on:
        raise NotAllowed("This clock is not paused, or was not yet on that day.")
    stood = _days(deadline, deadline.paused_on, on)
    cause = f"Paused from {_said(deadline.paused_on)}: {deadline.paused_because}"
    _change(deadline, days_paused=F("days_paused") + stood, paused_on=None)
    _write_down(deadline, "resume_clock", cause, by=by, on=on)
    return _set_due(deadline, freezing.due_again(deadline), cause=cause, by=by, on=on)


@transaction.atomic
def correct_start(
    deadline: Deadline,
    *,
    cause: str,
    by: Post,
    on: date,
    started_on: date | None = None,
    started_at: datetime | None = None,
) -> DueChange | None:
    """Put right when a clock started. The rule it froze stays; the old due day is kept."""
    if not cause.strip():
        raise NotAllowed("Say why the start was wrong.")
    day = _day(started_on, started_at)
    _change(deadline, started_on=day, started_at=started_at)
    _write_down(deadline, "correct_clock", cause, by=by, on=on)
    return _set_due(deadline, freezing.due_again(deadline), cause=cause, by=by, on=on)


@transaction.atomic
def convert(deadline: Deadline, *, reason: str, by: Post, on: date) -> Deadline:
    """
    Let the rule of a new edition take over from a clock that runs under the old one.

    Only where the data names a successor. It counts from the original start, so it may be spent
    already; the old clock stays on the record.
    """
    rule = freezing.successor_of(deadline, on)
    stop_not_required(deadline, reason=f"Converted to {rule.id}. {reason}".strip(), by=by, on=on)
    falls = freezing.due_under(rule, on=deadline.started_on, at=deadline.started_at)
    made = Deadline.objects.create(
        record=deadline.record,
        about=deadline.about,
        **freezing.frozen(rule, on),
        started_on=deadline.started_on,
        started_at=deadline.started_at,
        started_by=by,
        due_on=falls.on,
        due_at=falls.at,
        whose_move=deadline.whose_move,
        whose_post=deadline.whose_post,
    )
    _write_down(made, "convert_clock", f"From {deadline.rule_id}. {reason}".strip(), by=by, on=on)
    return made


@transaction.atomic
def proclaim(
    *, region: str, day: date, name: str, proclaimed_on: date, by: Post, on: date
) -> list[DueChange]:
    """Enter a bank holiday that was proclaimed, and move every open clock that it touches."""
    if region not in almanac().regions:
        known = ", ".join(sorted(almanac().regions))
        raise NotAllowed(f"No bank holidays are kept for {region!r}. Choose from: {known}.")
    if day in almanac().regions[region].days or ProclaimedDay.objects.filter(
        region=region, day=day
    ):
        raise NotAllowed(f"{_said(day)} is a bank holiday already.")
    ProclaimedDay.objects.create(
        region=region, day=day, name=name, proclaimed_on=proclaimed_on, by=by
    )
    return recompute(by=by, on=on, cause=f"Bank holiday proclaimed for {_said(day)}: {name}")


@transaction.atomic
def recompute(*, by: Post, on: date, cause: str) -> list[DueChange]:
    """Work out every open clock's due day again, and keep the old one where it differs."""
    changed = []
    touched = Deadline.objects.filter(OPEN, amount__isnull=False).exclude(calendar="NONE")
    proclaimed = ProclaimedDay.objects.as_pairs()
    for deadline in list(touched):
        falls = freezing.due_again(deadline, proclaimed=proclaimed)
        change = _set_due(deadline, falls, cause=cause, by=by, on=on)
        if change is not None:
            changed.append(change)
    return changed


def _set_due(
    deadline: Deadline, found: Due, *, cause: str, by: Post, on: date
) -> DueChange | None:
    if (found.on, found.at) == (deadline.due_on, deadline.due_at):
        return None
    change = DueChange.objects.create(
        deadline=deadline,
        old_due_on=deadline.due_on,
        old_due_at=deadline.due_at,
        new_due_on=found.on,
        new_due_at=found.at,
        cause=cause,
        on=on,
        by=by,
    )
    _change(deadline, due_on=found.on, due_at=found.at)
    return change


def _change(deadline: Deadline, **fields: Any) -> Deadline:
    """Change an open clock, unless somebody was first."""
    if not Deadline.objects.filter(OPEN, pk=deadline.pk).update(**fields):
        raise NotAllowed(GONE_ON)
    deadline.refresh_from_db()
    return deadline


def _write_down(deadline: Deadline, move: str, note: str, *, by: Post, on: date) -> None:
    """Write what was done to a clock into the record's story, under its own section."""
    said = f"{deadline.duty}: {note}"
    story.write_step(record=deadline.record, move=move, by=by, on=on, note=said, section="clocks")


def _days(deadline: Deadline, after: date, until: date) -> int:
    if deadline.unit == Unit.WORKING_DAYS:
        return freezing.calendar_now(deadline.calendar).between(after, until)
    return (until - after).days


def _mover(whose_move: Post | str) -> dict[str, Any]:
    if isinstance(whose_move, Post):
        return {"whose_move": whose_move.title, "whose_post": whose_move}
    return {"whose_move": whose_move, "whose_post": None}


def _day(on: date | None, at: datetime | None) -> date:
    if at is not None:
        return london_day(at)
    if on is None:
        raise NotAllowed("Say on which day, or at what time.")
    return on


def _small(words: str) -> str:
    return words[:1].lower() + words[1:]


def _said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
