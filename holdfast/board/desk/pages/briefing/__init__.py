"""What this seat has promised, asked and knows: for whoever sits there, and for a newcomer first.

Pulled from the rooms below as they stand on the day; nothing is typed into it. A thing on a record
that the post may not see is left out without a trace.
"""

from dataclasses import dataclass
from datetime import date
from math import ceil

from django.urls import reverse
from django.utils import timezone

from holdfast.board.desk.pages.briefing.agreed import (
    agreed,
    latest_plan,
    not_moving,
    own_actions,
    plan_lines,
)
from holdfast.board.desk.pages.briefing.asked import DRAWN, threads
from holdfast.board.desk.pages.briefing.coming import next_meeting
from holdfast.board.desk.pages.briefing.knows import knows, rule_in_force
from holdfast.board.desk.pages.briefing.needs import needs
from holdfast.board.desk.pages.briefing.parts import (
    AgreedLine,
    Known,
    Need,
    Next,
    Reader,
    Rule,
    Still,
    Thread,
)
from holdfast.board.desk.rules.seated import LEADS
from holdfast.board.partnership import extracts as partnership
from holdfast.board.partnership.extracts import SeatRow
from holdfast.board.workplan.extracts.challenges import coming_back_among, rows_of_challenges
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.parts import Link

NEW_DAYS = 90
WORDS_A_MINUTE = 200


@dataclass(frozen=True)
class BriefingPage:
    title: str
    day: str
    welcome: str
    needing: str
    minutes: int
    seats: tuple[Link, ...]
    next: Next | None
    needs: tuple[Need, ...]
    drawn: tuple[Thread, ...]
    listed: tuple[Thread, ...]
    agreed: tuple[AgreedLine, ...]
    agreed_words: str
    knows: tuple[Known, ...]
    still: tuple[Still, ...]
    rule: Rule
    sources: str


def briefing_of(post: Post, *, area: Area, on: date) -> BriefingPage:
    """Gather a seat's briefing on a day, in a number of queries that does not grow."""
    reader = Reader.of(post, area, on=on)
    seats = partnership.seats_held_by(post, on)
    plan = latest_plan(reader)
    lines = plan_lines(reader, plan) if plan else ()
    actions = own_actions(reader)
    visible = Challenge.objects.visible_to(post).filter(record__area=area)
    challenges = list(visible.for_page())
    back = coming_back_among(challenges, on=on)
    own = [one for one in challenges if _concerns(one, reader)]
    found = threads(reader, own, [one for one in back])
    waiting = needs(
        reader,
        back=back,
        challenges=list(zip(own, rows_of_challenges(own, on=on), strict=True)),
        actions=actions,
        seats=seats,
    )
    promised = agreed(reader, lines, actions)
    known = knows(reader, plan)
    return BriefingPage(
        title=post.title,
        day=f"{on:%A} {on.day} {on:%B %Y}",
        welcome=_welcome(post, on=on),
        needing=_needing(waiting),
        minutes=_minutes(waiting, found, known),
        seats=tuple(_seat_link(seat) for seat in seats),
        next=next_meeting(reader, seats),
        needs=waiting,
        drawn=found[:DRAWN],
        listed=found[DRAWN:],
        agreed=promised,
        agreed_words=_agreed_words(promised),
        knows=known,
        still=not_moving(reader, lines),
        rule=rule_in_force(reader),
        sources=plan.source if plan else "",
    )


def _concerns(one: Challenge, reader: Reader) -> bool:
    """The chair and the manager hold every challenge of the board; a member its own."""
    return Role(reader.post.role) in LEADS or reader.post.pk in (one.put_by_id, one.put_to_id)


def _welcome(post: Post, *, on: date) -> str:
    """Say whether the holder is new. Who held the seat before is never said."""
    holdings = list(Holding.objects.filter(post=post).order_by("-starts_at")[:2])
    if not holdings:
        return "Nobody holds this seat."
    since = timezone.localtime(holdings[0].starts_at).date()
    if (on - since).days >= NEW_DAYS:
        return f"You have held this seat since {day_words(since)}."
    if len(holdings) > 1:
        return "You are new. The seat is not: its promises pass to you."
    return "The seat is new, and so are you."


def _needing(waiting: tuple[Need, ...]) -> str:
    """
    Say how many things need the seat.

    >>> _needing(())
    'Nothing needs you today.'
    """
    mine = sum(1 for one in waiting if one.mine)
    words = ("Nothing", "One thing", "Two things", "Three things", "Four things", "Five things")
    said = words[mine] if mine < len(words) else f"{mine} things"
    verb = "needs" if mine < 2 else "need"
    return f"{said} {verb} you today{'; the rest can wait' if mine else ''}."


def _minutes(
    waiting: tuple[Need, ...], found: tuple[Thread, ...], known: tuple[Known, ...]
) -> int:
    """How long it takes to read, at 200 words a minute: a local measure, rounded up."""
    said = " ".join(
        [
            *(f"{one.what} {one.why}" for one in waiting),
            *(point.text for thread in found[:DRAWN] for point in thread.points),
            *(f"{one.head} {one.text}" for one in known),
        ]
    )
    return max(1, ceil((len(said.split()) + 150) / WORDS_A_MINUTE))


def _agreed_words(promised: tuple[AgreedLine, ...]) -> str:
    """
    Say how many lines of the plan name the seat.

    >>> _agreed_words(())
    'No line of the work plan names this seat.'
    """
    lines = sum(1 for one in promised if one.number)
    if lines == 0:
        return "No line of the work plan names this seat."
    if lines == 1:
        return "One line of the work plan names this seat."
    return f"{lines} lines of the work plan name this seat."


def _seat_link(seat: SeatRow) -> Link:
    return Link(
        f"{seat.capacity_words}, {seat.body_name}",
        reverse("partnership:seat", args=[seat.reference, seat.id]),
    )
