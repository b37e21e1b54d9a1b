"""What needs the seat, from every room, each with whose move it is and where to make it."""

from collections.abc import Iterable, Sequence

from django.urls import reverse

from holdfast.board.desk.pages.briefing.links import (
    action_link,
    challenge_link,
    link_to,
    return_link,
)
from holdfast.board.desk.pages.briefing.parts import Need, Press, Reader
from holdfast.board.desk.rules.seated import LEADS
from holdfast.board.partnership.extracts import SeatRow, terms_to_review
from holdfast.board.partnership.models import Declaration
from holdfast.board.scrutiny import extracts as scrutiny
from holdfast.board.scrutiny.rules.words import Standing
from holdfast.board.workplan.extracts import ChallengeRow, ComingBack
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.challenging import ChallengeState
from holdfast.engines.asks.models import Request
from holdfast.engines.asks.rules.states import State as ReturnState
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.models import Action, DateChange
from holdfast.kernel.actions.states import Mover
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link

BACK, LATE, WAITS, ASKED_FOR, OPEN = range(5)
YOURS = "Your move."


def needs(
    reader: Reader,
    *,
    back: Sequence[ComingBack],
    challenges: Sequence[tuple[Challenge, ChallengeRow]],
    actions: Sequence[Action],
    seats: Sequence[SeatRow],
) -> tuple[Need, ...]:
    """Return what waits for the seat: what came back first, then what is late, then the rest."""
    own = {row.reference for _, row in challenges}
    found = [
        *_come_back(reader, [one for one in back if one.challenge.reference in own]),
        *_challenged(reader, challenges),
        *_overdue(reader, actions),
        *_dates_to_answer(reader),
        *_returns(reader),
        *_resolutions(reader),
        *_terms(reader),
        *_silence(reader, seats),
    ]
    return tuple(sorted(found, key=lambda need: (need.order, not need.mine)))


def _come_back(reader: Reader, back: Sequence[ComingBack]) -> Iterable[Need]:
    for one in back:
        row = one.challenge
        mine = Role(reader.post.role) in LEADS
        move = "" if one.reopened else "Put it on the next agenda, or say why not."
        move = move if mine else one.question
        offers = mine and not one.reopened
        yield Need(
            what=f"The challenge on {_lower(row.title)} has come back.",
            why=f"{one.because} {move}".strip(),
            whose=YOURS if mine else f"{row.whose_move}’s move.",
            mine=mine,
            link=challenge_link(row, "Read the thread"),
            order=BACK,
            press=_press(one, reader) if mine else None,
            instead=link_to("Say why not", "workplan:challenge_note", row.reference)
            if offers
            else None,
        )


def _press(one: ComingBack, reader: Reader) -> Press | None:
    """The button that puts it on the agenda; on the day it was pressed, the one that undoes it."""
    where = [one.challenge.reference]
    if not one.reopened:
        return Press("Put it on the agenda", reverse("desk:agenda_put", args=where))
    if one.challenge.since != reader.on:
        return None
    return Press("Take it off again", reverse("desk:agenda_take_off", args=where))


def _challenged(
    reader: Reader, challenges: Sequence[tuple[Challenge, ChallengeRow]]
) -> Iterable[Need]:
    """Return the questions that this post has to answer, and the answers it has to judge."""
    for one, row in challenges:
        asked = row.state is ChallengeState.PUT and one.put_to_id == reader.post.pk
        judges = row.state is ChallengeState.ANSWERED and one.put_by_id == reader.post.pk
        if not (asked or judges):
            continue
        due = f"Reply by {day_words(row.reply_by)}. " if row.reply_by and asked else ""
        late = f"{plural(row.late, 'working day')} late." if row.late else row.next
        yield Need(
            what=f"{row.title}: {row.question}",
            why=f"{due}{late}",
            whose=YOURS,
            mine=True,
            link=challenge_link(row, "Answer it" if asked else "Open it"),
            order=LATE if row.late else WAITS,
        )


def _overdue(reader: Reader, actions: Sequence[Action]) -> Iterable[Need]:
    """Return what is late and this post's to move, or owned by it and another's to move."""
    for action in actions:
        stands = action.standing(on=reader.on)
        moves = action.reviewer_id if stands.mover is Mover.REVIEWER else action.owner_id
        mine = moves == reader.post.pk
        if stands.days_late > 0 and stands.due_on and (mine or action.owner_id == reader.post.pk):
            late = plural(stands.days_late, "day")
            yield Need(
                what=action.what,
                why=f"Was due on {day_words(stands.due_on)}: {late} late.",
                whose=YOURS if mine else f"{action.whose_move(on=reader.on)}’s move.",
                mine=mine,
                link=action_link(action),
                order=LATE,
            )


def _dates_to_answer(reader: Reader) -> Iterable[Need]:
    """Return the new dates that wait for this post's answer: never those it asked for itself."""
    decided = gate.allowed(Record.objects.all(), to=reader.post, can=Can.DECIDE)
    waiting = (
        DateChange.objects.filter(answer=DateChange.Answer.ASKED, action__record__in=decided)
        .exclude(asked_by=reader.post)
        .select_related("action__record", "action__line", "action__owner", "asked_by")
    )
    for change in waiting:
        yield Need(
            what=f"A new date is asked for: {change.action.what}",
            why=f"{change}. {change.reason}",
            whose=YOURS,
            mine=True,
            link=action_link(change.action, "Answer it"),
            order=WAITS,
        )


def _returns(reader: Reader) -> Iterable[Need]:
    asked = Request.objects.answered_by(reader.post).open().select_related("record", "round")
    for request in asked.order_by("due_on", "pk"):
        signs = request.state == ReturnState.READY and request.sign_off_id == reader.post.pk
        late = (reader.on - request.due_on).days
        due = f"due {day_words(request.due_on)}"
        yield Need(
            what=f"{request.round.title}: {'ready for you to sign' if signs else request.state}",
            why=f"Was {due}: {plural(late, 'day')} late." if late > 0 else f"It is {due}.",
            whose=YOURS if signs or request.lead_id == reader.post.pk else "Your agency’s move.",
            mine=signs or request.lead_id == reader.post.pk,
            link=return_link(request),
            order=LATE if late > 0 else ASKED_FOR,
        )


def _resolutions(reader: Reader) -> Iterable[Need]:
    """Return, for the chair and the manager, what a committee resolved and nobody answered."""
    if Role(reader.post.role) not in LEADS:
        return
    for row in scrutiny.resolution_rows(on=reader.on):
        parts = [part for part in row.parts if part.standing is not Standing.ANSWERED]
        if not parts or not reader.may_see(row.reference):
            continue
        none = row.standing is Standing.NOT_AT_ALL
        days = (reader.on - row.resolved_on).days
        left = "has no answer" if none else f"is answered in {row.answered_parts} of {_parts(row)}"
        yield Need(
            what=f"Resolution {row.number} of {day_words(row.resolved_on)} {left}: {row.text}",
            why=f"{row.committee}. Open for {plural(days, 'day')}.",
            whose=f"{parts[0].whose_move}’s move.",
            mine=parts[0].whose_move == reader.title,
            link=link_to("See what was asked", "scrutiny:committee", row.reference),
            order=LATE if none else OPEN,
        )


def _parts(row: scrutiny.ResolutionRow) -> str:
    return plural(len(row.parts), "part")


def _terms(reader: Reader) -> Iterable[Need]:
    """Return, for the chair and the manager, terms of reference that are past their review."""
    if Role(reader.post.role) not in LEADS:
        return
    mine = Role(reader.post.role) is Role.BOARD_MANAGER
    for row in terms_to_review(reader.area, reader.on):
        if reader.may_see(row.reference):
            yield Need(
                what=f"The terms of reference of {row.body} are past their review.",
                why=f"It was due on {day_words(row.review_on)}: "
                f"{plural(row.days_late, 'day')} late.",
                whose=YOURS if mine else "The board manager’s move.",
                mine=mine,
                link=link_to("Read them", "partnership:body", row.reference),
                order=LATE,
            )


def _silence(reader: Reader, seats: Sequence[SeatRow]) -> Iterable[Need]:
    said = set(
        Declaration.objects.filter(seat__in=[seat.id for seat in seats]).values_list(
            "seat__post", flat=True
        )
    )
    if seats and reader.post.pk not in said:
        yield Need(
            what="This seat has declared nothing, not even that there is nothing to declare.",
            why="Either is an answer; silence is none.",
            whose=YOURS,
            mine=True,
            link=Link(
                "Declare", reverse("partnership:declare", args=[seats[0].reference, seats[0].id])
            ),
            order=OPEN,
        )


def _lower(title: str) -> str:
    """Begin a title small within a sentence, unless it begins with an abbreviation."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]
