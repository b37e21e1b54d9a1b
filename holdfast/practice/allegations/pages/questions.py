"""Questions to the duty officer: the asker's own with their answers, and the room's list."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Status, met, over, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.allegations.models import Question

NEVER_SAYS = (
    "No answer from here says whether anything is or was held about anybody. "
    "You would read this sentence either way."
)
QUESTIONS = TableSpec(
    caption="Questions, those waiting first",
    columns=(
        Column("who", "Who asks", header=True),
        Column("what", "What they need to know"),
        Column("asked", "Asked"),
        Column("state", "State"),
    ),
    nothing="Nobody has asked anything.",
)


@dataclass(frozen=True)
class Mine:
    """One question as its asker sees it: the words, the state, the answer and no more."""

    what: str
    asked: str
    status: Status
    answer: Sequence[str]


def mine(questions: Iterable[Question], *, on: date) -> list[Mine]:
    return [
        Mine(
            what=one.what,
            asked=at(one.asked_at),
            status=_status(one, on=on),
            answer=[line for line in one.answer.splitlines() if line.strip()],
        )
        for one in questions
    ]


def questions_table(questions: Iterable[Question], *, on: date) -> Table:
    ranked = sorted(questions, key=lambda one: (one.answered_at is not None, one.by_when))
    return plain_table(QUESTIONS, [_row(one, on=on) for one in ranked])


def _row(one: Question, *, on: date) -> Row:
    url = reverse("allegations:answer", args=[one.pk])
    return Row(
        {
            "who": Cell(str(one.asker.post), url=url, note=one.who),
            "what": one.what,
            "asked": at(one.asked_at),
            "state": Cell(status=_status(one, on=on)),
        }
    )


def _status(one: Question, *, on: date) -> Status:
    if one.answered_at is not None:
        return met(f"Answered {at(one.answered_at)}")
    wanted = f"by {day_words(one.by_when)}"
    return over(f"Wanted {wanted}") if one.by_when < on else running(f"Waiting, wanted {wanted}")
