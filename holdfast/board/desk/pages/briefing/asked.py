"""What the seat asked and was asked: challenges as threads, what came back first."""

from collections.abc import Sequence

from holdfast.board.desk.pages.briefing.links import challenge_link
from holdfast.board.desk.pages.briefing.parts import Point, Reader, Thread
from holdfast.board.workplan.extracts import ChallengeRow, ComingBack
from holdfast.board.workplan.extracts.challenges import rows_of_challenges
from holdfast.board.workplan.models import Challenge, Entry
from holdfast.board.workplan.rules.challenging import ChallengeState, Mark
from holdfast.kernel.actions.dated import day_words

DRAWN = 2
"""How many threads are drawn whole; the others are listed."""
WORDS = {
    ChallengeState.PUT: "waiting for a reply",
    ChallengeState.ANSWERED: "answered; does the reply answer it?",
    ChallengeState.ACCEPTED: "answered; what difference did it make?",
    ChallengeState.DIFFERENCE: "a difference was made",
    ChallengeState.CLOSED: "closed",
    ChallengeState.BACK: "back on the agenda",
}


def threads(
    reader: Reader, challenges: Sequence[Challenge], back: Sequence[ComingBack]
) -> tuple[Thread, ...]:
    """Return the threads, those that came back first, then open ones, then closed ones."""
    returning = {one.challenge.reference: one for one in back}
    rows = rows_of_challenges(challenges, on=reader.on)
    pairs = list(zip(challenges, rows, strict=True))
    pairs.sort(key=lambda pair: _order(pair[1], returning))
    return tuple(_thread(reader, one, row, returning) for one, row in pairs)


def _order(row: ChallengeRow, returning: dict[str, ComingBack]) -> tuple[int, int]:
    rank = 0 if row.reference in returning else 1 if row.is_open else 2
    return rank, -row.put_on.toordinal()


def _thread(
    reader: Reader, one: Challenge, row: ChallengeRow, returning: dict[str, ComingBack]
) -> Thread:
    back = returning.get(row.reference)
    state = WORDS[row.state]
    if row.closed_on and row.state is ChallengeState.CLOSED:
        state = f"closed {day_words(row.closed_on)}"
    if back and not back.reopened:
        state = f"{state}, and what was gained may be lost"
    return Thread(
        title=row.title,
        state=state,
        points=_points(reader, one, back),
        to_ask=back.question if back else "",
        holder=(row.group or row.put_to) if back or row.is_open else "",
        promised=tuple(f"{promise.what} ({promise.owner})" for promise in row.promised),
        figure=row.figure_words,
        link=challenge_link(row, "Open the thread"),
    )


def _points(reader: Reader, one: Challenge, back: ComingBack | None) -> tuple[Point, ...]:
    """Return the thread by its dates, with what brings it back where nobody wrote that yet."""
    entries = sorted(one.entries.all(), key=lambda entry: (entry.dated.first, entry.pk))
    points = [_point(reader, entry) for entry in entries]
    if back and not back.reopened:
        when = f"{day_words(reader.on)} · it comes back"
        points.append(Point(Mark.OPEN.value, when, back.because, "", later=False))
    return tuple(points)


def _point(reader: Reader, entry: Entry) -> Point:
    more = [entry.how_we_know, f"Source: {entry.source}" if entry.source else ""]
    return Point(
        mark=entry.mark.value,
        when=f"{entry.dated.words} · {entry.said_for or entry.sort}",
        text=entry.text,
        more=". ".join(one.rstrip(".") for one in more if one),
        later=entry.dated.first > reader.on,
    )
