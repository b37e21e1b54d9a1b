"""Write a discussion down in the room: who took part, what each brought, what was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Audience
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.models import Part, StrategyDiscussion
from holdfast.practice.enquiries.rules import ENQUIRES, Decision, Present
from holdfast.practice.enquiries.transitions.moves import move_to


@dataclass(frozen=True)
class PartTold:
    """An agency's part. What it brought goes no further than it says: the room, or agencies."""

    agency: Agency
    present: Present
    who: str = ""
    brought: str = ""
    audience: Audience = Audience.ROOM


@dataclass(frozen=True)
class PromiseTold:
    what: str
    owner: Post
    due_on: date


@transaction.atomic
def hold(
    discussion: StrategyDiscussion,
    *,
    held_at: datetime,
    how: str,
    parts: Sequence[PartTold],
    decision: Decision,
    why: str,
    by: Post,
    on: date,
    promises: Sequence[PromiseTold] = (),
    not_quorate_why: str = "",
    protection: str = "",
    dissent: str = "",
    s47_on: date | None = None,
    seen: int | None = None,
) -> None:
    """
    Write down a discussion that was held, and start what it decided.

    A manager decides. Without social care, police and health it says why it did not wait. An
    enquiry starts on the day of the discussion unless `s47_on` gives a later one.
    """
    _require_sense(discussion, held_at, parts, why=why)
    held_on = timezone.localtime(held_at).date()
    starts_on = _starts_on(decision, held_on=held_on, s47_on=s47_on)
    gone = rules.missing((part.agency.sector, part.present) for part in parts)
    if gone and not not_quorate_why.strip():
        raise NotAllowed(
            f"Without {' and '.join(gone)} the discussion is not quorate. "
            "Say why it did not wait, or hold it again with them."
        )
    move_to(
        discussion, "hold", by=by, on=on, can=Can.DECIDE, seen=seen,
        note=rules.DECISION_WORDS[decision], held_at=held_at, how=how.strip(),
        decision=decision.value, decision_why=why.strip(), decided_by=by,
        not_quorate_why=not_quorate_why.strip(), protection=protection.strip(),
        dissent=dissent.strip(), s47_on=starts_on,
    )  # fmt: skip
    _keep_parts(discussion, parts)
    for told in promises:
        tracker.agree(
            discussion.record, what=told.what, owner=Who(told.owner), due_on=told.due_on, by=by,
            on=on,
        )  # fmt: skip
    _set_clocks(discussion, held_at, by=by)


@transaction.atomic
def send_round(
    discussion: StrategyDiscussion, *, by: Post, on: date, seen: int | None = None
) -> None:
    """Say that the record went round to those who took part: they read it on their own page."""
    move_to(discussion, "send_round", by=by, on=on, seen=seen)
    clock = discussion.record.deadlines.running_under("STRAT.RECORD")
    if clock is not None:
        running.meet(clock, by=by, on=on)


@transaction.atomic
def say_begun(discussion: StrategyDiscussion, *, seen_at: datetime, by: Post, on: date) -> None:
    """Say when the enquiry began and the child was first seen for it."""
    if discussion.s47_on is None or discussion.begun_on is not None:
        raise NotAllowed("No section 47 enquiry waits to begin here.")
    if discussion.held_at is None or not discussion.held_at <= seen_at <= moment.now():
        raise NotAllowed("The child is seen after the discussion, and not later than now.")
    day = timezone.localtime(seen_at).date()
    move_to(discussion, "say_begun", by=by, on=on, begun_on=day)
    clock = discussion.record.deadlines.running_under("S47.START")
    if clock is not None:
        running.meet(clock, by=by, at=seen_at)


def _require_sense(
    discussion: StrategyDiscussion, held_at: datetime, parts: Sequence[PartTold], *, why: str
) -> None:
    called_on = timezone.localtime(discussion.called_at).date()
    if held_at > moment.now() or timezone.localtime(held_at).date() < called_on:
        raise NotAllowed("It was held between the day it was called and now.")
    if not why.strip():
        raise NotAllowed("Say why this was decided, and what was weighed against it.")
    if len({part.agency.pk for part in parts}) < len(parts):
        raise NotAllowed("One agency is written down twice. Put its parts together.")


def _starts_on(decision: Decision, *, held_on: date, s47_on: date | None) -> date | None:
    """Return the day the enquiry starts, where one was decided."""
    if decision not in ENQUIRES:
        if s47_on is not None:
            raise NotAllowed("No section 47 enquiry was decided, so none starts.")
        return None
    if s47_on is not None and s47_on < held_on:
        raise NotAllowed("An enquiry does not start before the discussion that decides on it.")
    return s47_on or held_on


def _keep_parts(discussion: StrategyDiscussion, parts: Sequence[PartTold]) -> None:
    invited = {part.source_id: part for part in discussion.parts.all()}
    for told in parts:
        kept = {"present": told.present.value, "brought": told.brought.strip(),
                "audience": told.audience.value}  # fmt: skip
        known = invited.get(told.agency.pk)
        if known is None:
            Part.objects.create(
                discussion=discussion, source=told.agency, who=told.who.strip(), **kept
            )
        else:
            Part.objects.filter(pk=known.pk).update(**kept, who=told.who.strip() or known.who)


def _set_clocks(discussion: StrategyDiscussion, held_at: datetime, *, by: Post) -> None:
    day, record = timezone.localtime(held_at).date(), discussion.record
    clock = record.deadlines.running_under("STRAT.HOLD")
    if clock is not None:
        running.meet(clock, by=by, on=day)
    running.start(record, "STRAT.RECORD", on=day, whose_move=discussion.chair, by=by)
    if discussion.s47_on is not None:
        running.start(record, "S47.START", at=held_at, whose_move="Social worker", by=by)
        running.start(record, "S47.COMPLETE", on=day, whose_move="Social worker", by=by)
