"""What a partner is asked each quarter, as a question set, and what its answers are as figures."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from holdfast.board.local_data.data.measures import LocalMeasure, MeasureSet
from holdfast.board.local_data.rules.figures import Returned, State, Value
from holdfast.engines.asks.rules.questions import Kind, Question, Questions, Section
from holdfast.engines.asks.rules.states import Reply
from holdfast.engines.asks.rules.values import Value as Answered

SAID = "_said"
"""What a commentary's key has behind its measure's."""

WORDS = 200
PARTNERSHIPS_FROM = date(2019, 9, 29)
"""From when boards are safeguarding partners (Children and Social Work Act 2017; M)."""

WHY = (
    "The board reads the partners' own counts each quarter, so that it sees a change before the "
    "year's national figures do. Counts only: nothing about one child."
)
HELP = (
    "Give the count of the quarter. If there is no figure, say why: not known and not asked are "
    "different from nought."
)
SAID_HELP = "What lies behind it, and what you do about it. No child's name or story."


def lawful_basis(on: date) -> str:
    """Say by what right a body is asked. From memory, to be checked; counts are nobody's data."""
    section = "14B" if on < PARTNERSHIPS_FROM else "16H"
    return (
        f"Children Act 2004, section {section}: information for the board's functions "
        "(from memory, to be checked). Counts only, no personal data."
    )


def purpose_of(set_key: str) -> str:
    return f"local data: {set_key.replace('_', ' ')}"


def questions(one: MeasureSet) -> Questions:
    """Return a set's question set: a number for each measure, and room for commentary."""
    asked = [question for measure in one.measures for question in _two(measure)]
    return Questions((Section(key=one.key, title=one.title, questions=tuple(asked)),))


def figures(
    one: MeasureSet, *, reply: Reply, words: str, answers: Mapping[str, Answered]
) -> tuple[Returned, ...]:
    """Return a return's figures, one for each measure. What was left out is not returned."""
    if reply in {Reply.NIL, Reply.REFUSED}:
        state = State.NIL if reply is Reply.NIL else State.REFUSED
        return tuple(Returned(m.key, Value(state), words) for m in one.measures)
    found = []
    for measure in one.measures:
        said = answers.get(measure.key + SAID)
        value = _value(answers.get(measure.key))
        left_out = words if value.state is State.NOT_RETURNED else ""
        found.append(Returned(measure.key, value, said.typed if said else left_out))
    return tuple(found)


def _two(measure: LocalMeasure) -> tuple[Question, Question]:
    day = "on the last day of the quarter" if measure.basis == "at" else "in the quarter"
    count = Question(measure.key, f"{measure.name}, {day}", Kind.NUMBER, help=HELP, of=measure.of)
    said = f"Commentary: {measure.name[:1].lower()}{measure.name[1:]}"
    return count, Question(measure.key + SAID, said, Kind.LONG_TEXT, help=SAID_HELP, words=WORDS)


def _value(answered: Answered | None) -> Value:
    if answered is None or answered.empty:
        return Value(State.NOT_RETURNED)
    if answered.absent:
        return Value(State(answered.absent))
    return Value(State.NUMBER, _plain(answered.number), _plain(answered.of))


def _plain(number: Decimal | None) -> Decimal | None:
    """Drop needless places, so that 24.0000 is a count."""
    if number is None or number != number.to_integral_value():
        return number
    return number.quantize(Decimal(1))
