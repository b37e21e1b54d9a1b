"""One section of a return, question by question, as it stands and as it was typed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from holdfast.engines.asks.models import Answer
from holdfast.engines.asks.rules.questions import Kind, Question, Section
from holdfast.engines.asks.rules.values import in_words
from holdfast.kernel.actions.dated import day_words

NO_LINK_FILES = "A file cannot be added by this link. Give it to whoever sent you the link."


@dataclass(frozen=True)
class Item:
    """One question. `theirs` is what somebody else wrote meanwhile."""

    key: str
    number: bool
    file: bool
    kept: str
    problem: str
    age: str
    theirs: str
    theirs_by: str


@dataclass(frozen=True)
class SectionPage:
    title: str
    help: str
    items: tuple[Item, ...]
    said: str = ""
    conflicts: bool = False
    no_files: str = ""

    @classmethod
    def of(
        cls,
        section: Section,
        answers: Mapping[str, Answer],
        *,
        conflicts: Mapping[str, Answer],
        on: date,
        by_link: bool = False,
    ) -> "SectionPage":
        known = answers
        files = any(q.kind is Kind.FILE for q in section.questions)
        return cls(
            title=section.title,
            help=section.help,
            items=tuple(
                _item(q, known.get(q.key), conflicts.get(q.key), on=on)
                for q in section.questions
                if not (by_link and q.kind is Kind.FILE)
            ),
            conflicts=bool(conflicts),
            no_files=NO_LINK_FILES if by_link and files else "",
        )


def _item(q: Question, answer: Answer | None, theirs: Answer | None, *, on: date) -> Item:
    return Item(
        key=q.key,
        number=q.kind is Kind.NUMBER,
        file=q.kind is Kind.FILE,
        kept=answer.typed if answer and answer.file_id else "",
        problem=answer.problem if answer and theirs is None else "",
        age=_age(answer, on=on) if answer and answer.carried and not answer.value.empty else "",
        theirs=in_words(q, theirs.value) or "Nothing: the answer was emptied" if theirs else "",
        theirs_by=_by(theirs) if theirs else "",
    )


def _age(answer: Answer, *, on: date) -> str:
    months = (on - answer.first_said_on).days * 12 // 365
    old = "1 month" if months == 1 else f"{months} months"
    return f"From last time: first said {day_words(answer.first_said_on)}, {old} ago."


def _by(answer: Answer) -> str:
    return f"{answer.link.for_whom}, by link" if answer.link else answer.by.title
