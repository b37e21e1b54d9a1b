"""The family's own survey: its questions, in our words, and how answers are told safely. Pure.

The board's annual report for 2012/13 gives 92% very satisfied, 66% who saw things get better and
"all" better informed, without a number of answers. Here no share stands without its number, and
none that would tell what single families said.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

FEWEST = 10
"""Fewer answers than this are not shared out in per cent. Local (L)."""
SMALL = 5
"""Counts from 1 to this are not shown where families could be told from them."""


class Question(StrEnum):
    SATISFIED = "satisfied"
    BETTER = "better"
    KNOW = "know"
    HEARD = "heard"


class Answer(StrEnum):
    VERY = "very"
    QUITE = "quite"
    NOT = "not"
    YES = "yes"
    A_LITTLE = "a_little"
    NO = "no"


@dataclass(frozen=True)
class Asked:
    """One question, its answers with their words, and the answers that count as good."""

    words: str
    answers: tuple[tuple[Answer, str], ...]
    counts: frozenset[Answer]
    told: str
    indicator: str = ""


_YES = ((Answer.YES, "Yes"), (Answer.A_LITTLE, "A little"), (Answer.NO, "No"))

QUESTIONS: dict[Question, Asked] = {
    Question.SATISFIED: Asked(
        "How happy are you with the help your family had?",
        ((Answer.VERY, "Very happy"), (Answer.QUITE, "Quite happy"), (Answer.NOT, "Not happy")),
        frozenset({Answer.VERY}),
        "very satisfied",
        "EH09",
    ),
    Question.BETTER: Asked(
        "Are things better at home than before?",
        _YES,
        frozenset({Answer.YES}),
        "saw things get better",
        "EH10",
    ),
    Question.KNOW: Asked(
        "Do you know better now where to turn to for help?",
        _YES,
        frozenset({Answer.YES, Answer.A_LITTLE}),
        "know better where to turn",
        "EH11",
    ),
    Question.HEARD: Asked(
        "Did we listen to everybody in the family, the children too?",
        _YES,
        frozenset({Answer.YES}),
        "felt that everybody was heard",
    ),
}


def allowed(question: Question, answer: str) -> bool:
    """Say whether an answer is one of the question's own. An empty one says: not answered."""
    return answer == "" or answer in {a.value for a, _ in QUESTIONS[question].answers}


@dataclass(frozen=True)
class Share:
    """How many gave a good answer, of how many who answered that question."""

    question: Question
    good: int
    of: int

    @property
    def too_few(self) -> bool:
        return self.of < FEWEST

    @property
    def telling(self) -> bool:
        """Would the number tell what a few families said, on one side or on the other?"""
        return any(0 < side <= SMALL for side in (self.good, self.of - self.good))

    @property
    def per_cent(self) -> int | None:
        """The share, or None where it must not or cannot be told."""
        if self.too_few or self.telling:
            return None
        return (200 * self.good + self.of) // (2 * self.of)

    @property
    def words(self) -> str:
        """The share as a sentence prints it. A share never stands without its number."""
        if not self.of:
            return "No answers yet"
        if self.too_few:
            return f"Fewer than {FEWEST} answers: no share is shown"
        if self.telling:
            return f"Suppressed: {SMALL} or fewer families answered one way"
        return f"{self.per_cent}% of {self.of} answers"


def shares(given: Iterable[dict[Question, str]]) -> list[Share]:
    """Count the answers, question by question. Who left a question out is not counted there."""
    counted: dict[Question, Counter[str]] = {question: Counter() for question in QUESTIONS}
    for answers in given:
        for question, answer in answers.items():
            if answer:
                counted[question][answer] += 1
    return [
        Share(
            question,
            sum(counted[question][answer.value] for answer in asked.counts),
            sum(counted[question].values()),
        )
        for question, asked in QUESTIONS.items()
    ]
