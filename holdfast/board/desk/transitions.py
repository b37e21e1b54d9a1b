"""The desk's verbs: a year planned from its outline, agendas filled, challenges taken onwards."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.db import transaction

from holdfast.board.desk.access import MEETING, PART, YEAR
from holdfast.board.desk.rules import programme
from holdfast.board.desk.rules.programme import Entry, Outlined
from holdfast.board.partnership.extracts import bodies_on, seats_of
from holdfast.board.partnership.rules.words import BodyKind
from holdfast.board.workplan.extracts.challenges import coming_back_among
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.transitions import (
    About,
    put_challenge,
    reopen_challenge,
    undo_reopen,
)
from holdfast.engines.meetings import transitions as meetings
from holdfast.engines.meetings.models import AgendaItem, Cycle, ForwardItem, Meeting, Note
from holdfast.engines.meetings.rules.blocks import Block
from holdfast.engines.meetings.rules.states import Purpose, State
from holdfast.engines.meetings.transitions import ItemTold, Planned, Seat, Wish
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records.moves import NotAllowed

BODIES = {"Executive": BodyKind.EXECUTIVE, "Main board": BodyKind.MAIN}
"""Which body of the partnership a meeting's seats come from."""

ReportOn = Callable[[AgendaItem], Sequence[Block] | None]
"""What the product itself can say on an item, or None where it has nothing to say."""


@transaction.atomic
def plan_year(
    outlined: Sequence[Outlined],
    *,
    title: str,
    rule: str,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
) -> Cycle:
    """Open a board year from its outline: its meetings by month, and its forward plan."""
    if not outlined:
        raise NotAllowed("The outline names no meeting. Give one that does.")
    if Cycle.objects.filter(record__area=area, title=title).exists():
        raise NotAllowed("A board year of this title is open already. Give this one another.")
    cycle = meetings.open_cycle(
        kind=YEAR,
        title=title,
        rule=rule,
        starts_on=programme.first_day(outlined),
        ends_on=programme.last_day(outlined),
        area=area,
        owner=owner,
        by=by,
        on=on,
    )
    meetings.plan_cycle(
        cycle,
        meetings=[
            Planned(one.body, f"{one.body}, {one.month.words}", one.month) for one in outlined
        ],
        kind=MEETING,
        restricted_kind=PART,
        by=by,
        on=on,
    )
    wishes = [_wish(entry) for entry in programme.entries(outlined)]
    meetings.put_all_forward(cycle, wishes=wishes, by=by, on=on)
    return cycle


def _wish(entry: Entry) -> Wish:
    item = ItemTold(
        entry.title,
        key=entry.key,
        purpose=Purpose.DECIDE if entry.theme else Purpose.ASSURE,
        minutes=entry.minutes,
        theme=entry.theme,
        inputs=entry.inputs,
    )
    return Wish(item, entry.body, entry.month, standing=entry.stands, order=entry.order)


@transaction.atomic
def plan_extra(
    cycle: Cycle, *, body: str, title: str, dated: Dated, by: Post, on: date
) -> Meeting:
    """Plan a meeting that the outline does not know."""
    return meetings.plan_meeting(
        cycle,
        planned=Planned(body, title, dated),
        kind=MEETING,
        restricted_kind=PART,
        by=by,
        on=on,
    )


@transaction.atomic
def seat_body(meeting: Meeting, *, by: Post, on: date) -> None:
    """Expect every seat of the meeting's body that somebody holds, with its deputies."""
    kind = BODIES.get(meeting.body)
    found = [body for body in bodies_on(meeting.record.area, on) if body.kind == kind]
    seats = [seat for body in found for seat in seats_of(body, on) if not seat.vacant]
    wanted = {seat.post for seat in seats} | {d.post for seat in seats for d in seat.deputies}
    posts = Post.objects.in_bulk(wanted)
    meetings.expect(
        meeting,
        seats=[
            Seat(posts[seat.post], seat.title, tuple(posts[d.post] for d in seat.deputies))
            for seat in seats
        ],
        by=by,
        on=on,
    )


@transaction.atomic
def fill_agenda(meeting: Meeting, *, report_on: ReportOn, by: Post, on: date) -> int:
    """
    Draw the agenda from the forward plan and write every report that can be written.

    Reports are drawn again each time, until the agenda is issued; the body's seats are expected.
    Returns how many reports there are.
    """
    meetings.draw_agenda(meeting, by=by, on=on)
    seat_body(meeting, by=by, on=on)
    items = meeting.items.open_part().select_related("meeting__record__area", "part__record")
    reports = [(item, report_on(item)) for item in items]
    written = [(item, blocks) for item, blocks in reports if blocks is not None]
    meetings.write_reports(meeting, reports=written, as_at=on, by=by, on=on)
    return len(written)


@transaction.atomic
def draft_minutes(meeting: Meeting, *, by: Post, on: date, seen: int | None = None) -> list[str]:
    """
    Draft the minutes, and put every challenge of the open part into the board's log.

    Returns the references of the challenges. One of the restricted part stays in its minutes.
    """
    notes = meetings.draft_minutes(meeting, by=by, on=on, seen=seen)
    hidden = set(meeting.items.filter(part__isnull=False).values_list("pk", flat=True))
    taken = []
    for note in notes:
        if note.item_id in hidden:
            continue
        reference = _challenge(meeting, note, by=by, on=on).record.reference
        meetings.say_taken_up(note, reference=reference, by=by, on=on)
        taken.append(reference)
    return taken


def _challenge(meeting: Meeting, note: Note, *, by: Post, on: date) -> Challenge:
    """
    Put it under its item's title, in the words that were minuted.

    A post that does not read the board's challenges is asked in its agency's words.
    """
    told: dict[str, Any] = {
        "title": _short(f"{note.item.title}: {meeting.title}", TITLE),
        "question": _short(note.text, QUESTION),
        "area": meeting.record.area,
        "owner": meeting.record.owner,
        "about": About(source=f"{meeting.title}, {meeting.record.reference}"[:SOURCE]),
        "by": by,
        "on": on,
    }
    try:
        return put_challenge(to=tracker.Who(note.owner), **told)
    except NotAllowed:
        words = note.owner.agency.name if note.owner else ""
        return put_challenge(to=tracker.Who(None, words), **told)


@transaction.atomic
def put_on_agenda(challenge: Challenge, *, by: Post, on: date) -> ForwardItem:
    """
    Put a challenge that comes back on the forward plan of the next agenda that is still open.

    It is reopened with the reason and the question that were suggested. Its report says what was
    promised, who holds it and what to ask.
    """
    back = next(iter(coming_back_among([challenge], on=on)), None)
    if back is None or back.reopened:
        raise NotAllowed("It is back already, or nothing brings it back. Read its thread.")
    cycle, meeting = _next_open(challenge.record.area, on)
    question = _short(back.question, REASON)
    reopen_challenge(challenge, because=back.because, to_ask=question, by=by, on=on)
    item = ItemTold(
        _short(f"Back on the agenda: {challenge.title}", ITEM),
        key=_key_of(challenge),
        purpose=Purpose.DECIDE,
        why=_short(back.because, REASON),
    )
    return meetings.put_forward(
        cycle, item=item, body=meeting.body, wanted=meeting.planned, by=by, on=on
    )


def _key_of(challenge: Challenge) -> str:
    return challenge.record.reference.lower()


def _next_open(area: Area, on: date) -> tuple[Cycle, Meeting]:
    ahead = Meeting.objects.filter(record__area=area, state=State.PLANNED.value)
    ordered = ahead.select_related("cycle__record").order_by("planned_from", "pk")
    found = [(one.cycle, one) for one in ordered if one.cycle and one.planned.last >= on]
    if not found:
        raise NotAllowed("No agenda ahead is still open. Plan a meeting first.")
    return found[0]


@transaction.atomic
def take_off_agenda(challenge: Challenge, *, by: Post, on: date) -> None:
    """Undo it on the same day, as long as no agenda was drawn with it."""
    entries = ForwardItem.objects.filter(
        cycle__record__area=challenge.record.area, key=_key_of(challenge), withdrawn=""
    )
    for entry in entries.select_related("cycle__record").prefetch_related("items"):
        if entry.items.all():
            raise NotAllowed("It stands on an agenda that is drawn. Settle it at the meeting.")
        meetings.withdraw(entry, reason="Put on by mistake", by=by, on=on, seen=entry.version)
    undo_reopen(challenge, by=by, on=on)


TITLE, QUESTION, SOURCE, ITEM, REASON = 120, 600, 200, 200, 300


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
