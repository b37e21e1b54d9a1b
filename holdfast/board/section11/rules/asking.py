"""What a return asks, made from the framework, and how its evidence lines are read. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.rules.states import Assurance, Reply
from holdfast.engines.asks.rules.questions import Kind, Question, Questions, Section
from holdfast.engines.asks.rules.states import Reply as Sent
from holdfast.engines.standards.rules.planned import (
    PlannedCriterion,
    PlannedEdition,
    PlannedStandard,
)
from holdfast.engines.standards.rules.scales import SCALES, Scale

EVIDENCE_HELP = (
    "One piece a line: what it is; its date; the day it expires, if it does. For example: "
    "Safeguarding policy; 2012-06-01; 2014-06-01."
)
CONSENT, CONSENT_TO = "copy", "copy-to"
REPLIES = {
    Sent.FULL: Reply.WHOLE,
    Sent.PARTIAL: Reply.PARTIAL,
    Sent.NIL: Reply.NIL,
    Sent.REFUSED: Reply.REFUSED,
}


@dataclass(frozen=True)
class Point:
    """A review's action point as it is asked."""

    key: str
    name: str
    text: str


@dataclass(frozen=True)
class EvidenceLine:
    """A piece of evidence as an author typed it. Without a date it is as old as the return."""

    what: str
    dated_on: date | None
    expires_on: date | None


def grade_key(code: str) -> str:
    """
    Return the name of a criterion's question.

    >>> grade_key("1.1")
    'c1-1'
    """
    return f"c{code.replace('.', '-').lower()}"


def asked_standards(edition: PlannedEdition, *, with_voice: bool) -> tuple[PlannedStandard, ...]:
    return tuple(one for one in edition.standards if with_voice or not one.optional)


def questions(edition: PlannedEdition, *, with_voice: bool, points: Sequence[Point]) -> Questions:
    """Return a return's questions: a section for each standard, and one for the year."""
    scale = SCALES[edition.scale]
    sections = [_section(one, scale) for one in asked_standards(edition, with_voice=with_voice)]
    if points:
        sections.append(_reviews(points))
    return Questions((*sections, YEAR))


def _section(standard: PlannedStandard, scale: Scale) -> Section:
    return Section(
        key=f"standard-{standard.number}",
        title=f"{standard.number}. {standard.title}",
        help=standard.text,
        questions=tuple(q for one in standard.criteria for q in _criterion(one, scale)),
    )


def _criterion(one: PlannedCriterion, scale: Scale) -> tuple[Question, Question, Question]:
    key = grade_key(one.code)
    looks = " ".join(f"{v}: {words}" for v, words in sorted(one.descriptors.items()))
    return (
        Question(key, f"{one.code} {one.text}", Kind.CHOICE, help=looks, choices=scale.choices),
        Question(
            f"{key}-why",
            f"{one.code} What you do, and what difference it makes to children",
            words=200,
        ),
        Question(
            f"{key}-seen",
            f"{one.code} Evidence",
            Kind.EVIDENCE,
            help=f"Expected: {'; '.join(one.evidence)}. {EVIDENCE_HELP}",
        ),
    )


def _reviews(points: Sequence[Point]) -> Section:
    answers = tuple((one.name.lower().replace("_", "-"), one.value) for one in Assurance)
    return Section(
        key="reviews",
        title="Action points of case reviews",
        help="Cases have a number here and nothing else. Name no child.",
        questions=tuple(
            Question(p.key, f"{p.name}: {p.text}", Kind.CHOICE, choices=answers) for p in points
        ),
    )


ASSURANCES = {one.name.lower().replace("_", "-"): one for one in Assurance}
YEAR = Section(
    key="year",
    title="This year",
    questions=(
        Question("changes", "Changes in the organisation, and what they mean for children"),
        Question("trained", "Staff trained to their level", Kind.NUMBER, unit="staff", of="staff"),
        Question("recruited", "What changed in recruitment with the vetting reforms"),
        Question("contracts", "Contracts that carry safeguarding standards", Kind.NUMBER,
                 unit="contracts", of="contracts"),
        Question("voice", "What children and young people said, and what came of it"),
        Question(CONSENT, "May the board pass this return to another borough's board?",
                 Kind.YES_NO, help="Each board moderates it for itself."),
        Question(CONSENT_TO, "If it may: to which board", Kind.TEXT, words=20,
                 help="Leave it empty if any other borough's board may have it."),
    ),
)  # fmt: skip

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def evidence_lines(typed: str) -> tuple[EvidenceLine, ...]:
    """Read what was typed as evidence. Never fails: what is no date stays in the words."""
    found = []
    for line in typed.splitlines():
        parts = [part.strip() for part in line.split(";") if part.strip()]
        dates: list[date] = []
        while len(parts) > 1 and len(dates) < 2 and (day := _day(parts[-1])):
            dates.insert(0, day)
            parts.pop()
        if parts:
            dated, expires = (*dates, None, None)[:2]
            if dated and expires and expires < dated:
                dated, expires = expires, dated
            found.append(EvidenceLine("; ".join(parts)[:200], dated, expires))
    return tuple(found)


def _day(text: str) -> date | None:
    if not DAY.fullmatch(text) or not text.isascii():
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
