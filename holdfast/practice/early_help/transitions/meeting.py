"""The team around the family meets, and so does its network: called, held, written down once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import PLAN
from holdfast.practice.early_help.models import EarlyHelp, Meeting
from holdfast.practice.early_help.rules import law, states
from holdfast.practice.early_help.transitions import moves


@dataclass(frozen=True)
class MeetingTold:
    """What a meeting was: who came, how the children were heard, what is better, what is not."""

    present: Sequence[str]
    decided: str
    apologies: Sequence[str] = ()
    children: str = ""
    better: str = ""
    worries: str = ""
    next_on: date | None = None


@transaction.atomic
def call_meeting(
    family: EarlyHelp,
    *,
    meets_on: date,
    kind: Meeting.Kind = Meeting.Kind.TEAM,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Meeting:
    """Call the team around the family, or its network. Who is in the team knows of it."""
    states.require_agreement(family.state)
    if meets_on < on:
        raise NotAllowed("The meeting cannot be before the day it is called. Give a later day.")
    note = f"{kind.label}, for {meets_on:%-d %B %Y}."
    moves.write_in(family, "call_meeting", by=by, on=on, note=note, section=PLAN, seen=seen)
    return Meeting.objects.create(
        early_help=family,
        number=family.meetings.count() + 1,
        kind=kind,
        called_on=on,
        on=meets_on,
        chair=by,
        source=by.agency,
        subjects=[child.key for child in family.children.all()],
    )


@transaction.atomic
def record_meeting(
    meeting: Meeting,
    told: MeetingTold,
    *,
    held_on: date,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Write the meeting down. Its clock is met, and the next one's starts."""
    family = meeting.early_help
    gate.require(by, Can.WORK, family.record, section=PLAN)
    states.require_agreement(family.state)
    present = [one.strip() for one in told.present if one.strip()]
    if not present:
        raise NotAllowed("Say who came. A meeting that nobody came to is called again.")
    if not told.decided.strip():
        raise NotAllowed("Say what was decided, even if it is to carry on as before.")
    if told.next_on and told.next_on <= held_on:
        raise NotAllowed("The next meeting comes after this one. Give a later day.")
    mine = Meeting.objects.filter(pk=meeting.pk, held=False)
    kept = {"children": told.children, "better": told.better, "worries": told.worries}
    if not mine.update(
        held=True,
        on=held_on,
        present=present,
        apologies=[one.strip() for one in told.apologies if one.strip()],
        decided=told.decided,
        next_on=told.next_on,
        **kept,
    ):
        raise NotAllowed("This meeting has its record already. Write an entry to correct it.")
    meeting.refresh_from_db(fields=["held", "on", "decided", "next_on"])
    note = f"{meeting.get_kind_display()}. {told.decided}"
    moves.write_in(family, "record_meeting", by=by, on=held_on, note=note, section=PLAN, seen=seen)
    if meeting.kind == Meeting.Kind.TEAM:
        for rule in (law.FIRST_MEETING, law.NEXT_MEETING):
            moves.meet_clock(family, rule, by=by, on=held_on)
        moves.start_clock(family, law.NEXT_MEETING, by=by, on=held_on)
