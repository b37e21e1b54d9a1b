"""How a challenge comes back, what joins its thread, what was promised, what its measure said."""

from datetime import date
from decimal import Decimal

from django.db import transaction

from holdfast.board.workplan.models import Challenge, Entry, Reading
from holdfast.board.workplan.rules.challenging import ChallengeState, Sort
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.rules.wanted import require_words
from holdfast.board.workplan.transitions import threads
from holdfast.board.workplan.transitions.papers import Paper, keep
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

UNDONE = "Put back by mistake, and closed again as it was."


@transaction.atomic
def reopen_challenge(
    challenge: Challenge,
    *,
    because: str,
    by: Post,
    on: date,
    to_ask: str = "",
    dated: Dated | None = None,
    source: str = "",
    sort: Sort = Sort.BACK,
    seen: int | None = None,
) -> None:
    """Put a closed challenge back on the agenda, with a question to ask. A person decides it."""
    gate.require(by, Can.WORK, challenge.record)
    require_words(because, "Say why it comes back.")
    threads.move(
        challenge, "reopen", by=by, on=on, seen=seen, note=because,
        back_because=because[:300], to_ask=to_ask, times_back=challenge.times_back + 1,
        closed_on=None,
    )  # fmt: skip
    threads.add(challenge, sort, because, by=by, on=on, dated=dated, source=source)
    story.reopen_record(challenge.record)


@transaction.atomic
def undo_reopen(challenge: Challenge, *, by: Post, on: date, seen: int | None = None) -> None:
    """Take back, on the same day, that a challenge was put back. The thread keeps both."""
    gate.require(by, Can.WORK, challenge.record)
    entries = list(challenge.entries.order_by("pk"))
    ended = [one for one in entries if one.sort == Sort.CLOSED.value]
    if not ended or entries[-1].sort != Sort.BACK.value or challenge.since != on:
        raise NotAllowed(
            "This is taken back on the day itself, before anything else is written. "
            "Close the challenge with its reason instead."
        )
    closed_on = ended[-1].on
    threads.move(
        challenge, "undo_reopen", by=by, on=on, seen=seen, note=UNDONE, closed_on=closed_on,
        back_because="", to_ask="", times_back=challenge.times_back - 1,
    )  # fmt: skip
    threads.add(challenge, Sort.CLOSED, UNDONE, by=by, on=closed_on, dated=Dated(on))
    story.close_record(challenge.record, on=closed_on)


@transaction.atomic
def join_finding(
    challenge: Challenge,
    *,
    finding: str,
    source: str,
    dated: Dated,
    by: Post,
    on: date,
    to_ask: str = "",
) -> None:
    """Let an inspection's finding join the thread. A challenge that was closed is back by it."""
    gate.require(by, Can.WORK, challenge.record)
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. A finding joins when it is known.")
    if challenge.state == ChallengeState.CLOSED:
        reopen_challenge(
            challenge, because=finding, to_ask=to_ask, dated=dated, source=source,
            sort=Sort.FINDING, by=by, on=on,
        )  # fmt: skip
        return
    threads.touch(challenge, "join_finding", by=by, on=on, note=finding)
    threads.add(challenge, Sort.FINDING, finding, by=by, on=on, dated=dated, source=source)


@transaction.atomic
def note_on_thread(
    challenge: Challenge,
    *,
    text: str,
    dated: Dated,
    by: Post,
    on: date,
    sort: Sort = Sort.DONE,
    source: str = "",
    paper: Paper | None = None,
) -> Entry:
    """Add what was done about it, or what was known, with its date. The state stays."""
    gate.require(by, Can.WORK, challenge.record)
    require_words(text, "Say what was done.")
    if sort not in {Sort.DONE, Sort.CONTEXT}:
        raise NotAllowed("Use the form for this kind of entry: it moves the challenge on.")
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Agree an action for what is to come.")
    threads.touch(challenge, "note", by=by, on=on, note=text)
    return threads.add(
        challenge, sort, text, by=by, on=on, dated=dated, source=source,
        file=keep(challenge.record, paper, title=text, by=by, on=on),
    )  # fmt: skip


@transaction.atomic
def promise_action(
    challenge: Challenge,
    *,
    what: str,
    owner: tracker.Who,
    due_on: date | None,
    by: Post,
    on: date,
) -> Action:
    """Put what was promised in the tracker, under the challenge's record."""
    return tracker.agree(
        challenge.record,
        what=what,
        why=challenge.title,
        owner=owner,
        reviewer=tracker.Who(challenge.put_by),
        due_on=due_on,
        by=by,
        on=on,
    )


@transaction.atomic
def record_reading(
    challenge: Challenge,
    *,
    period: str,
    ends_on: date,
    source: str,
    by: Post,
    on: date,
    value: Decimal | None = None,
    moved: Direction | None = None,
    words: str = "",
) -> Reading:
    """Write down what the watched measure said of a period: a number, or only its direction."""
    gate.require(by, Can.WORK, challenge.record)
    if value is None and moved is None:
        raise NotAllowed("Give the number, or say whether it rose, fell or stayed.")
    if ends_on > on:
        raise NotAllowed(f"{day_words(ends_on)} has not come yet. Wait until the period is over.")
    threads.touch(challenge, "record_reading", by=by, on=on, note=f"{period}: {words or value}")
    return Reading.objects.create(
        challenge=challenge, period=period, ends_on=ends_on, value=value, moved=moved or "",
        words=words, source=source, on=on, by=by, **moment.written(),
    )  # fmt: skip
