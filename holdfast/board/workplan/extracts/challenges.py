"""What this room tells the agenda, the scorecard and the report of challenges: frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.workplan.extracts.watched import readings_of
from holdfast.board.workplan.models import Challenge, Entry
from holdfast.board.workplan.rules.challenging import (
    ChallengeState,
    Sort,
    next_words,
    waiting,
)
from holdfast.board.workplan.rules.coming_back import Direction, coming_back
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Area, Post

BOARD = "The board"


@dataclass(frozen=True)
class Promise:
    """What was promised on a record: an action of the tracker, as it stood on a day."""

    what: str
    owner: str
    due_on: date | None
    colour: str
    why: str


@dataclass(frozen=True)
class Difference:
    """What changed, how we know, and the date of the evidence in words."""

    what: str
    how_we_know: str
    dated: str


@dataclass(frozen=True)
class ChallengeRow:
    """One challenge as it stands. `days` and `late` are working days."""

    area: str
    reference: str
    title: str
    question: str
    state: ChallengeState
    put_to: str
    put_by: str
    put_on: date
    reply_by: date | None
    since: date
    days: int
    late: int
    whose_move: str
    next: str
    group: str
    topic: str
    figure: str
    figure_words: str
    line: int | None
    closed_on: date | None
    times_back: int
    back_because: str
    to_ask: str
    reply: str
    differences: tuple[Difference, ...]
    promised: tuple[Promise, ...]

    @property
    def is_open(self) -> bool:
        return self.state is not ChallengeState.CLOSED


@dataclass(frozen=True)
class ComingBack:
    """A challenge for the agenda: why it comes back, who holds it, what to ask.

    `reopened` says that somebody has put it back already; else a person may, on its page.
    """

    challenge: ChallengeRow
    because: str
    holder: str
    question: str
    promised: tuple[Promise, ...]
    reopened: bool


def challenge_rows(*, area: Area, on: date) -> tuple[ChallengeRow, ...]:
    """Return every challenge of an area, the latest first, in a fixed number of queries."""
    return rows_of_challenges(Challenge.objects.of(area).for_page(), on=on)


def challenges_put_to(post: Post, *, on: date) -> tuple[ChallengeRow, ...]:
    """Return what a seat was asked: every challenge that was put to a post, open and closed."""
    return rows_of_challenges(Challenge.objects.filter(put_to=post).for_page(), on=on)


def challenges_asked_by(post: Post, *, on: date) -> tuple[ChallengeRow, ...]:
    """Return every challenge that a seat put."""
    return rows_of_challenges(Challenge.objects.filter(put_by=post).for_page(), on=on)


def challenges_to_reopen(*, area: Area, on: date) -> tuple[ComingBack, ...]:
    """Return what belongs back on the agenda: reopened ones, and closed ones that went wrong."""
    return coming_back_among(Challenge.objects.of(area).for_page(), on=on)


def coming_back_among(challenges: Iterable[Challenge], *, on: date) -> tuple[ComingBack, ...]:
    """Return those of some challenges that were reopened or should be, the first put first."""
    found = [_coming_back(one, on=on) for one in challenges]
    return tuple(sorted((one for one in found if one), key=lambda one: one.challenge.put_on))


def _coming_back(challenge: Challenge, *, on: date) -> ComingBack | None:
    row = row_of_challenge(challenge, on=on)
    if row.state is ChallengeState.BACK:
        return _back(row, row.back_because, reopened=True)
    if not (challenge.closed_on and challenge.worse):
        return None
    again = coming_back(
        readings_of(challenge),
        worse=Direction(challenge.worse),
        closed_on=challenge.closed_on,
        on=on,
    )
    return _back(row, again.because, reopened=False) if again else None


def _back(row: ChallengeRow, because: str, *, reopened: bool) -> ComingBack:
    return ComingBack(
        challenge=row,
        because=because,
        holder=row.group or row.put_to,
        question=row.to_ask or f"{row.question} And did what was promised go on?",
        promised=row.promised,
        reopened=reopened,
    )


def rows_of_challenges(challenges: Iterable[Challenge], *, on: date) -> tuple[ChallengeRow, ...]:
    """Return the rows of challenges that were fetched for a page."""
    return tuple(row_of_challenge(one, on=on) for one in challenges)


def row_of_challenge(challenge: Challenge, *, on: date) -> ChallengeRow:
    state = ChallengeState(challenge.state)
    waits = waiting(state, since=challenge.since, reply_by=challenge.reply_by, on=on)
    entries = list(challenge.entries.all())
    return ChallengeRow(
        area=challenge.record.area.code,
        reference=challenge.record.reference,
        title=challenge.title,
        question=challenge.question,
        state=state,
        put_to=challenge.asked_of,
        put_by=challenge.put_by.title,
        put_on=challenge.put_on,
        reply_by=challenge.reply_by,
        since=challenge.since,
        days=waits.days,
        late=waits.late,
        whose_move=_whose_move(challenge, state),
        next=next_words(state),
        group=challenge.group,
        topic=challenge.topic,
        figure=challenge.figure,
        figure_words=challenge.figure_words,
        line=challenge.line.number if challenge.line else None,
        closed_on=challenge.closed_on,
        times_back=challenge.times_back,
        back_because=challenge.back_because,
        to_ask=challenge.to_ask,
        reply=_last(entries, Sort.REPLY),
        differences=tuple(
            Difference(one.text, one.how_we_know, one.dated.words)
            for one in entries
            if one.sort == Sort.DIFFERENCE
        ),
        promised=promises(challenge.record.actions.all(), on=on),
    )


def promises(actions: Iterable[Action], *, on: date) -> tuple[Promise, ...]:
    """Return what was promised on a record, as it stands on a day."""
    found = []
    for action in actions:
        stands = action.standing(on=on)
        owner = action.owner_words or "Nobody: name one"
        found.append(Promise(action.what, owner, stands.due_on, stands.colour.value, stands.why))
    return tuple(found)


def _whose_move(challenge: Challenge, state: ChallengeState) -> str:
    if state is ChallengeState.PUT:
        return challenge.asked_of
    if state is ChallengeState.ANSWERED:
        return challenge.put_by.title
    return "Nobody: it is closed" if state is ChallengeState.CLOSED else BOARD


def _last(entries: list[Entry], sort: Sort) -> str:
    return next((one.text for one in reversed(entries) if one.sort == sort), "")
