"""What rooms read of a round: frozen rows, counted and never claimed. Answers only once sent."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from holdfast.engines.asks.models import DueChange, Request, Round, Sending, listed
from holdfast.engines.asks.rules import questions as rules
from holdfast.engines.asks.rules import rates, standing
from holdfast.engines.asks.rules.questions import Question, Questions
from holdfast.engines.asks.rules.rates import Asked, Rate
from holdfast.engines.asks.rules.standing import Look, Mover
from holdfast.engines.asks.rules.states import Reply, State
from holdfast.engines.asks.rules.values import Value, in_words
from holdfast.kernel.records.models import Record


@dataclass(frozen=True)
class RoundRow:
    """One recipient's return as it stands. `look` and `words` are how it is drawn.

    `reply` is its last sending's sort, or None. `answered` of `asked` questions have an answer.
    """

    area: str
    reference: str
    request: int
    agency: str
    agency_id: int
    sector: str
    lead: str
    state: State
    reply: Reply | None
    look: Look
    words: str
    whose_move: str
    due_on: date
    sent_on: date | None
    days_late: int
    answered: int
    asked: int
    times_moved: int
    why_late: str
    reminded_on: date | None
    reminded: int


@dataclass(frozen=True)
class Given:
    """One answer as it was sent. `value` is typed; `words` are what a reader sees."""

    question: Question
    section: str
    value: Value
    words: str
    first_said_on: date
    by: str
    by_link: str
    file: int | None


@dataclass(frozen=True)
class Sheet:
    """What one sending held: full, partial, nil or refused, with the questions of its own day."""

    reference: str
    agency: str
    number: int
    reply: Reply
    words: str
    set_version: int
    questions: Questions
    answers: Mapping[str, Given]
    due_on: date
    sent_on: date
    sent_by: str
    digest: str

    @property
    def days_late(self) -> int:
        return max((self.sent_on - self.due_on).days, 0)


def rounds_about(record: Record) -> tuple[Round, ...]:
    """Return the rounds that a room's record asked for, oldest first."""
    return tuple(
        Round.objects.filter(about=record).select_related("record", "question_set").order_by("pk")
    )


def round_rows(asked: Round, *, on: date) -> tuple[RoundRow, ...]:
    """Return every recipient's row on a day, in the order in which they were asked."""
    return rows_of(listed(Request.objects.filter(round=asked)), on=on)


def rows_of(requests: Iterable[Request], *, on: date) -> tuple[RoundRow, ...]:
    """Return the rows of requests that were `listed`. One more query, for the revised dates."""
    found = list(requests)
    moved: dict[int, int] = {}
    approved = DueChange.objects.filter(
        request__in=[r.pk for r in found], answer=DueChange.Answer.APPROVED
    )
    for pk in approved.values_list("request", flat=True):
        moved[pk] = moved.get(pk, 0) + 1
    return tuple(_row(request, moved.get(request.pk, 0), on=on) for request in found)


def _row(request: Request, moved: int, *, on: date) -> RoundRow:
    facts = request.facts()
    look, words = standing.look(facts, on=on)
    why = f"{request.why_late.capitalize()}. {request.why_late_words}" if request.why_late else ""
    return RoundRow(
        area=request.record.area.code,
        reference=request.record.reference,
        request=request.pk,
        agency=request.record.owner.name,
        agency_id=request.record.owner_id,
        sector=request.record.owner.sector,
        lead=request.lead.title,
        state=facts.state,
        reply=facts.reply,
        look=look,
        words=words,
        whose_move=whose_move(request),
        due_on=request.due_on,
        sent_on=facts.sent_on,
        days_late=standing.days_late(facts, on=on),
        answered=request.answered,
        asked=len(request.round.question_set.questions),
        times_moved=moved,
        why_late=why.strip(),
        reminded_on=request.reminded_on,
        reminded=request.reminded,
    )


def whose_move(request: Request) -> str:
    """Return the title of the post that moves next, or words where nobody does."""
    movers = {
        Mover.RECIPIENT: request.lead.title,
        Mover.SIGNER: request.sign_off.title if request.sign_off else request.lead.title,
        Mover.ASKER: request.round.asked_by.title,
        Mover.NOBODY: "Nobody: it is finished",
    }
    return movers[standing.mover(State(request.state))]


def return_rate(asked: Round, *, on: date) -> Rate:
    """Return how many of the returns due on a day came, with the missing ones named."""
    return rate_of(round_rows(asked, on=on), on=on)


def rate_of(rows: Iterable[RoundRow], *, on: date) -> Rate:
    """Count rows of one round or of several."""
    asked = [Asked(r.agency, r.state, r.due_on, r.sent_on, r.reply) for r in rows]
    return rates.rate(asked, on=on)


def answers_of(request: Request, number: int | None = None) -> Sheet | None:
    """Return what was sent: its last sending, or the one of a number. None before it is sent."""
    sent = Sending.objects.filter(request=request).order_by("-number")
    chosen = sent.filter(number=number) if number is not None else sent
    found = chosen.select_related("request__record__owner", "sent_by").first()
    return sheet_of(found) if found else None


def sheets(asked: Round) -> tuple[Sheet, ...]:
    """Return the last sending of each recipient of a round, in two queries."""
    sent = Sending.objects.filter(request__round=asked).order_by("request", "number")
    last = {
        one.request_id: one for one in sent.select_related("request__record__owner", "sent_by")
    }
    return tuple(sheet_of(one) for one in last.values())


def sheet_of(sending: Sending) -> Sheet:
    questions = rules.read(sending.content["questions"])
    sections = {q.key: s.title for s in questions.sections for q in s.questions}
    return Sheet(
        reference=sending.request.record.reference,
        agency=sending.request.record.owner.name,
        number=sending.number,
        reply=Reply(sending.reply),
        words=sending.words,
        set_version=sending.content["set"]["version"],
        questions=questions,
        answers={
            key: _given(questions.question(key), sections[key], kept)
            for key, kept in sending.content["answers"].items()
        },
        due_on=sending.due_on,
        sent_on=sending.sent_on,
        sent_by=sending.sent_by.title,
        digest=sending.digest,
    )


def _given(question: Question, section: str, kept: Mapping[str, Any]) -> Given:
    value = Value(
        typed=kept["typed"],
        number=None if kept["number"] is None else Decimal(kept["number"]),
        of=None if kept["of"] is None else Decimal(kept["of"]),
        typed_of=kept["typed_of"],
        day=date.fromisoformat(kept["day"]) if kept["day"] else None,
        absent=kept["absent"],
        problem=kept["problem"],
    )
    return Given(
        question=question,
        section=section,
        value=value,
        words=in_words(question, value),
        first_said_on=date.fromisoformat(kept["first_said_on"]),
        by=kept["by"],
        by_link=kept["by_link"],
        file=kept["file"],
    )
