"""The exceptions of the latest scorecard, for agendas and reports: frozen, with why in words."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.extracts.questions import Asked, questions
from holdfast.board.local_data.extracts.scorecard import Measure, NoFigures, scorecard


@dataclass(frozen=True)
class ExceptionRow:
    """One exception. `value` is as printed, `made_of` its parts, `why` one or two sentences.

    `question` is the one offered; `asked` is the one that was put, with its reply and clock.
    """

    identity: str
    name: str
    year: int
    period: str
    value: str
    made_of: str
    london: str
    why: str
    question: str
    release: str
    asked: Asked | None


def exceptions(area: str, *, on: date) -> tuple[ExceptionRow, ...]:
    """Return the exceptions a board could see on a day; nothing where no figures are held."""
    try:
        found = scorecard(area, on=on)
    except NoFigures:
        return ()
    put = questions(area, [one.listed.id for one in found.exceptions], year=found.year, on=on)
    return tuple(_row(one, put.get(one.listed.id)) for one in found.exceptions)


def _row(one: Measure, asked: Asked | None) -> ExceptionRow:
    figure = one.figure
    return ExceptionRow(
        identity=figure.indicator.id,
        name=one.listed.name,
        year=figure.year,
        period=figure.period,
        value=figure.shown,
        made_of=figure.made_of,
        london=one.london.shown if one.london else "",
        why=" ".join(reason.sentence for reason in one.reasons),
        question=one.listed.question,
        release=figure.release.id,
        asked=asked,
    )
