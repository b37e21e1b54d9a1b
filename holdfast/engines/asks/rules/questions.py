"""A question set: sections of questions, checked as they are read. Plain values, kept as JSON."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

KEY = re.compile(r"[a-z][a-z0-9_-]{0,39}")
MOST_QUESTIONS = 400
LONGEST = 1000


class Kind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long text"
    YES_NO = "yes or no"
    CHOICE = "choice"
    NUMBER = "number"
    DATE = "date"
    FILE = "file"
    EVIDENCE = "evidence list"


class Fault(ValueError):
    """A question set cannot be read. The sentence says where and what to do."""


@dataclass(frozen=True)
class Question:
    """One question.

    `of` says in words what a number is out of; it then asks for both. `required_because` is the
    named reason without which nothing is required. `words` is the most words of a text.
    """

    key: str
    text: str
    kind: Kind = Kind.LONG_TEXT
    help: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    unit: str = ""
    of: str = ""
    required_because: str = ""
    words: int | None = None


@dataclass(frozen=True)
class Section:
    key: str
    title: str
    questions: tuple[Question, ...]
    help: str = ""


@dataclass(frozen=True)
class Questions:
    sections: tuple[Section, ...]
    _known: dict[str, Question] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        known = {q.key: q for section in self.sections for q in section.questions}
        object.__setattr__(self, "_known", known)

    def __iter__(self) -> Iterator[Question]:
        return iter(self._known.values())

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, key: object) -> bool:
        return key in self._known

    def question(self, key: str) -> Question:
        return self._known[key]

    def section(self, key: str) -> Section | None:
        return next((one for one in self.sections if one.key == key), None)

    def section_of(self, key: str) -> Section:
        return next(s for s in self.sections if any(q.key == key for q in s.questions))


def as_json(questions: Questions) -> dict[str, Any]:
    """Return a question set as it is kept. `read` gives the same set back."""
    return {"sections": [asdict(section) for section in questions.sections]}


def read(content: Any) -> Questions:
    """Return the question set that was kept or typed. Raises Fault with a sentence."""
    sections = _list(content, "sections", "The question set")
    found = Questions(tuple(_section(one, number) for number, one in enumerate(sections, 1)))
    keys = [q.key for section in found.sections for q in section.questions]
    for what, several in (("section", [s.key for s in found.sections]), ("question", keys)):
        twice = sorted({key for key in several if several.count(key) > 1})
        if twice:
            raise Fault(f"Two {what}s are called “{twice[0]}”. Give each its own key.")
    if not keys:
        raise Fault("The question set asks nothing. Add a question.")
    if len(keys) > MOST_QUESTIONS:
        raise Fault(f"{len(keys)} questions are too many. Ask {MOST_QUESTIONS} at most.")
    return found


def _section(raw: Any, number: int) -> Section:
    where = f"Section {number}"
    questions = _list(raw, "questions", where)
    return Section(
        key=_key(raw, where),
        title=_text(raw, "title", where, needed=True),
        help=_text(raw, "help", where),
        questions=tuple(_question(one, f"{where}, question {n}")
                        for n, one in enumerate(questions, 1)),
    )  # fmt: skip


def _question(raw: Any, where: str) -> Question:
    if not isinstance(raw, Mapping):
        raise Fault(f"{where} is not a question. Give its key, text and kind.")
    kind = _text(raw, "kind", where) or Kind.LONG_TEXT.value
    if kind not in set(Kind):
        known = ", ".join(Kind)
        raise Fault(f"{where} has the kind “{kind[:40]}”. Use one of: {known}.")
    choices = _choices(raw, where)
    if (kind == Kind.CHOICE) != bool(choices):
        raise Fault(f"{where}: a choice needs its choices, and nothing else has any.")
    limit = raw.get("words")
    if limit is not None and (isinstance(limit, bool) or not isinstance(limit, int) or limit < 1):
        raise Fault(f"{where}: a word limit is a whole number above nought.")
    return Question(
        key=_key(raw, where),
        text=_text(raw, "text", where, needed=True),
        kind=Kind(kind),
        help=_text(raw, "help", where),
        choices=choices,
        unit=_text(raw, "unit", where),
        of=_text(raw, "of", where),
        required_because=_text(raw, "required_because", where),
        words=limit,
    )


def _choices(raw: Mapping[str, Any], where: str) -> tuple[tuple[str, str], ...]:
    several = raw.get("choices") or ()
    if not isinstance(several, Sequence) or isinstance(several, str):
        raise Fault(f"{where}: give the choices as pairs of a code and its words.")
    pairs = []
    for one in several:
        if not isinstance(one, Sequence) or isinstance(one, str) or len(one) != 2:
            raise Fault(f"{where}: give the choices as pairs of a code and its words.")
        code, words = one
        if not (isinstance(code, str) and isinstance(words, str) and code and words):
            raise Fault(f"{where}: a choice has a code and words, both texts.")
        pairs.append((code, words))
    if len({code for code, _ in pairs}) < len(pairs):
        raise Fault(f"{where}: two choices have one code.")
    return tuple(pairs)


def _list(raw: Any, name: str, where: str) -> Sequence[Any]:
    found = raw.get(name) if isinstance(raw, Mapping) else None
    if not isinstance(found, list | tuple) or not found:
        raise Fault(f"{where} has no {name}. Give at least one.")
    return found


def _key(raw: Any, where: str) -> str:
    found = raw.get("key")
    if not isinstance(found, str) or not KEY.fullmatch(found):
        raise Fault(f"{where} needs a key of small letters, figures and hyphens.")
    return found


def _text(raw: Mapping[str, Any], name: str, where: str, *, needed: bool = False) -> str:
    found = raw.get(name) or ""
    if not isinstance(found, str) or len(found) > LONGEST:
        raise Fault(f"{where}: {name.replace('_', ' ')} is a text of at most {LONGEST} signs.")
    if needed and not found.strip():
        raise Fault(f"{where} has no {name.replace('_', ' ')}.")
    return found
