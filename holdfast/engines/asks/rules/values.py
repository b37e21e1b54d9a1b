"""An answer as it was typed, and what it means. Reading never fails: what is wrong is said.

What cannot be read is kept as it was typed, with the problem, so that nobody loses a word.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from holdfast.engines.asks.rules.questions import Kind, Question

LONGEST = 20_000
NUMBER = re.compile(r"[0-9]{1,12}(\.[0-9]{1,4})?")
DAY = re.compile(
    r"([0-9]{1,2})[ /.-]([0-9]{1,2})[ /.-]([0-9]{4})|([0-9]{4})-([0-9]{2})-([0-9]{2})"
)
YES_NO = (("yes", "Yes"), ("no", "No"))
NOT_KEPT = re.compile("[\x00\ud800-\udfff]")


class Absent(StrEnum):
    """Why there is no figure. These are different answers, and none of them is nought."""

    NOT_KNOWN = "not known"
    NOT_ASKED = "not asked"
    SUPPRESSED = "suppressed"
    NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class Value:
    """An answer. `of` is what a number is out of; `problem` says why it cannot be sent."""

    typed: str = ""
    number: Decimal | None = None
    of: Decimal | None = None
    typed_of: str = ""
    day: date | None = None
    absent: str = ""
    problem: str = ""

    @property
    def empty(self) -> bool:
        return not (self.typed or self.typed_of or self.absent)


def parse(question: Question, typed: str, *, of: str = "", absent: str = "") -> Value:
    """Read what was typed under a question. Never raises."""
    text = NOT_KEPT.sub("", typed).replace("\r\n", "\n").strip()
    kept = Value(typed=text[:LONGEST], typed_of=NOT_KEPT.sub("", of).strip()[:40].strip())
    if len(text) > LONGEST:
        return replace(kept, problem=f"Only the first {LONGEST:,} signs could be kept.")
    if absent in set(Absent):
        return _absent(kept, absent)
    if question.kind is Kind.NUMBER:
        return _number(question, kept)
    return READERS.get(question.kind, _counted)(question, kept) if text else Value()


def value_of(question: Question, raw: object) -> Value:
    """Return the value that a room hands over: a text, a number, a day, yes or no, or a Value."""
    if isinstance(raw, Value):
        return raw
    if isinstance(raw, Absent):
        return parse(question, "", absent=raw.value)
    if isinstance(raw, bool):
        return parse(question, "yes" if raw else "no")
    if isinstance(raw, tuple):
        number, of = raw
        return parse(question, str(number), of=str(of))
    if isinstance(raw, list):
        return parse(question, "\n".join(str(one) for one in raw))
    return parse(question, "" if raw is None else str(raw))


def options(question: Question) -> tuple[tuple[str, str], ...]:
    return YES_NO if question.kind is Kind.YES_NO else question.choices


def in_words(question: Question, value: Value) -> str:
    """Return an answer as a reader sees it, or nothing where there is none."""
    if value.absent:
        return value.absent.capitalize()
    if value.number is not None:
        of = f" of {plain(value.of)}" if value.of is not None else ""
        unit = f" {question.unit}" if question.unit else ""
        return f"{plain(value.number)}{of}{unit}"
    if value.day is not None:
        return f"{value.day.day} {value.day:%B %Y}"
    return dict(options(question)).get(value.typed, value.typed)


def plain(number: Decimal) -> str:
    """
    Return a number without needless noughts.

    >>> plain(Decimal("1200.5000")), plain(Decimal("100"))
    ('1,200.5', '100')
    """
    text = f"{number:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count_words(text: str) -> int:
    return len(text.split())


def _absent(kept: Value, absent: str) -> Value:
    if kept.typed or kept.typed_of:
        return replace(
            kept, absent=absent, problem=f"Give the figure, or say “{absent}”, not both."
        )
    return replace(kept, absent=absent)


def _number(question: Question, kept: Value) -> Value:
    if not kept.typed and not kept.typed_of:
        return Value()
    number, of = _read_number(kept.typed), _read_number(kept.typed_of)
    if number is None:
        return replace(kept, problem="Type a number, such as 1,204 or 12.5, without words.")
    if question.of and of is None:
        return replace(kept, number=number, problem=f"Say what it is out of: {question.of}.")
    if not question.of:
        return replace(kept, number=number, typed_of="")
    if of is not None and number > of:
        more = f"{plain(number)} is more than the {plain(of)} it is out of."
        return replace(kept, number=number, of=of, problem=more)
    return replace(kept, number=number, of=of)


def _read_number(text: str) -> Decimal | None:
    bare = text.replace(",", "").replace(" ", "").removesuffix("%")
    return Decimal(bare) if NUMBER.fullmatch(bare) else None


def _chosen(question: Question, kept: Value) -> Value:
    known = {code for code, _ in options(question)}
    return kept if kept.typed in known else replace(kept, problem="Choose one of the answers.")


def _day(question: Question, kept: Value) -> Value:
    wrong = replace(kept, problem="Type a real date, such as 9 10 2012.")
    found = DAY.fullmatch(kept.typed)
    if found is None:
        return wrong
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        known = date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return wrong
    return replace(kept, day=known) if 1900 <= known.year <= 2100 else wrong


def _counted(question: Question, kept: Value) -> Value:
    words = count_words(kept.typed)
    if question.words and words > question.words:
        too_many = f"It has {words} words; {question.words} are asked for at most."
        return replace(kept, problem=too_many)
    return kept


READERS = {Kind.DATE: _day, Kind.CHOICE: _chosen, Kind.YES_NO: _chosen}
