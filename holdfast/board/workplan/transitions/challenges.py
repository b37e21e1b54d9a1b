"""The verbs of a challenge: put, answered, accepted or put again, closed on what changed, back."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.board.workplan.access import CHALLENGE
from holdfast.board.workplan.models import Challenge, Entry, Line, Risk
from holdfast.board.workplan.rules.challenging import ChallengeState, Sort, reply_due
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.rules.wanted import require_words
from holdfast.board.workplan.transitions import threads
from holdfast.board.workplan.transitions.papers import Paper, keep
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class About:
    """What a challenge is about. A figure keeps its words of that day, and its published row."""

    figure: str = ""
    item: str = ""
    year: int | None = None
    place: str = ""
    words: str = ""
    row: str = ""
    line: Line | None = None
    risk: Risk | None = None
    topic: str = ""
    source: str = ""

    def kept(self) -> dict[str, object]:
        """Return it as the challenge keeps it."""
        return {
            "figure": self.figure,
            "figure_item": self.item,
            "figure_year": self.year,
            "figure_place": self.place,
            "figure_words": self.words,
            "figure_row": self.row,
            "line": self.line,
            "risk": self.risk,
            "topic": self.topic,
            "source": self.source,
        }


@dataclass(frozen=True)
class Watch:
    """What brings a closed challenge back: its figure, or words of ours, and what is worse."""

    worse: Direction
    words: str = ""


NOTHING = About()


@transaction.atomic
def put_challenge(
    *,
    title: str,
    question: str,
    to: tracker.Who,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
    reply_by: date | None = None,
    about: About = NOTHING,
    group: str = "",
    watch: Watch | None = None,
) -> Challenge:
    """Put a question to a post or an agency. Unless a day is named, it has 10 working days."""
    due = reply_by or reply_due(on)
    require_words(question, "Write the question that is put.")
    if due < on:
        raise NotAllowed(f"{day_words(due)} has passed already. Give a day that is ahead.")
    if to.post is None and not to.role.strip():
        raise NotAllowed("Say to whom the question is put: a post, or an agency in words.")
    record = gate.open_record(kind=CHALLENGE, area=area, owner=owner, by=by, on=on)
    _require_reader(to.post, record)
    challenge = Challenge.objects.create(
        record=record,
        title=title,
        question=question,
        put_to=to.post,
        put_to_words=to.role,
        put_by=by,
        put_on=on,
        reply_by=due,
        since=on,
        group=group,
        watch_words=watch.words if watch else "",
        worse=watch.worse if watch else "",
        **about.kept(),
    )
    threads.add(challenge, Sort.QUESTION, question, by=by, on=on)
    story.write_move(challenge, "put", before="", by=by, on=on, note=question)
    return challenge


@transaction.atomic
def answer_challenge(
    challenge: Challenge,
    *,
    reply: str,
    by: Post,
    on: date,
    seen: int | None = None,
    paper: Paper | None = None,
) -> None:
    """Answer, as the post that is asked. The manager writes down what an agency said in words."""
    gate.require(by, Can.SEE, challenge.record)
    asked = by.pk == challenge.put_to_id
    if not asked:
        gate.require(by, Can.WORK, challenge.record)
    require_words(reply, "Write the reply.")
    threads.move(challenge, "answer", by=by, on=on, seen=seen, note=reply)
    said_for = "" if asked else challenge.asked_of
    file = keep(challenge.record, paper, title=f"Reply: {challenge.title}", by=by, on=on)
    threads.add(challenge, Sort.REPLY, reply, by=by, on=on, said_for=said_for, file=file)


@transaction.atomic
def accept_reply(
    challenge: Challenge, *, by: Post, on: date, why: str = "", seen: int | None = None
) -> None:
    """Say that the reply answers the question. Whoever was asked does not accept its own reply."""
    _require_asker(challenge, by=by)
    threads.move(challenge, "accept", by=by, on=on, seen=seen, note=why)
    threads.add(challenge, Sort.ACCEPTED, why or "The reply answers the question.", by=by, on=on)


@transaction.atomic
def put_again(
    challenge: Challenge,
    *,
    why: str,
    by: Post,
    on: date,
    reply_by: date | None = None,
    question: str = "",
    seen: int | None = None,
) -> None:
    """Put the question again: the reply does not answer it, or what was gained was lost."""
    _require_asker(challenge, by=by)
    require_words(why, "Say why the question is put again.")
    due = reply_by or reply_due(on)
    if due < on:
        raise NotAllowed(f"{day_words(due)} has passed already. Give a day that is ahead.")
    sort = Sort.NOT_ACCEPTED if challenge.state == ChallengeState.ANSWERED else Sort.QUESTION
    threads.move(challenge, "put_again", by=by, on=on, seen=seen, note=why, reply_by=due)
    threads.add(challenge, sort, f"{why} {question}".strip(), by=by, on=on)


@transaction.atomic
def record_difference(
    challenge: Challenge,
    *,
    what_changed: str,
    how_we_know: str,
    dated: Dated,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Entry:
    """Record what changed and how we know it. Evidence is dated, and has come already."""
    gate.require(by, Can.WORK, challenge.record)
    require_words(what_changed, "Say what changed.")
    require_words(how_we_know, "Say how we know that it changed.")
    if dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Give the date of the evidence.")
    threads.move(challenge, "record_difference", by=by, on=on, seen=seen, note=what_changed)
    return threads.add(
        challenge, Sort.DIFFERENCE, what_changed, by=by, on=on, dated=dated, known=how_we_know
    )


@transaction.atomic
def close_challenge(
    challenge: Challenge, *, by: Post, on: date, because: str = "", seen: int | None = None
) -> None:
    """Close on the difference made; without one, only with the reason, and the pages say so."""
    gate.require(by, Can.DECIDE, challenge.record)
    made = challenge.state == ChallengeState.DIFFERENCE
    if not made:
        require_words(
            because,
            "No difference is recorded. Record what changed, or say why it is closed without.",
        )
    move = "close" if made else "close_without"
    threads.move(challenge, move, by=by, on=on, seen=seen, note=because, closed_on=on)
    words = "Closed: the difference is recorded." if made else "Closed without a difference made."
    threads.add(challenge, Sort.CLOSED, f"{words} {because}".strip(), by=by, on=on)
    story.close_record(challenge.record, on=on)


def _require_reader(asked: Post | None, record: Record) -> None:
    if asked and not gate.may(asked, Can.SEE, record):
        raise NotAllowed(
            f"The post of {asked.title} does not read the board's challenges. "
            "Name its agency in words instead, and the manager writes down its reply."
        )


def _require_asker(challenge: Challenge, *, by: Post) -> None:
    """Let in whoever put it and who keeps the log, and never whoever was asked."""
    gate.require(by, Can.SEE, challenge.record)
    if by.pk != challenge.put_by_id:
        gate.require(by, Can.WORK, challenge.record)
    if by.pk == challenge.put_to_id:
        raise NotAllowed("Whoever was asked does not judge the reply. Whoever asked does.")
