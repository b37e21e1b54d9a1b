"""What families say of the help they had: shares with their numbers, and words without names."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.ui.parts import Filter
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.early_help.models import SurveyAnswer
from holdfast.practice.early_help.rules import surveying

ANSWERS = TableSpec(
    caption="What families answered",
    columns=(
        Column("question", "Question", header=True),
        Column("counts", "Counted as good"),
        Column("share", "Share"),
    ),
)
MOST_WORDS = 20


@dataclass(frozen=True)
class SurveyPage:
    table: Table
    period: str
    forms: int
    words: Sequence[str]
    filters: Sequence[Filter]

    @classmethod
    def of(
        cls,
        found: Sequence[SurveyAnswer],
        shares: Sequence[surveying.Share],
        *,
        year: int,
        offered: Sequence[str],
    ) -> "SurveyPage":
        said = [one.words for one in found if one.words]
        enough = len(found) >= surveying.FEWEST
        years = [(one, _period(int(one))) for one in offered]
        return cls(
            table=plain_table(ANSWERS, [_row(share) for share in shares]),
            period=_period(year),
            forms=len(found),
            words=said[-MOST_WORDS:] if enough else [],
            filters=[Filter("year", "Year", years, str(year))],
        )


def _period(year: int) -> str:
    return f"April {year} to March {year + 1}"


def _row(share: surveying.Share) -> Row:
    asked = surveying.QUESTIONS[share.question]
    indicator = f"{asked.indicator}: {asked.told}" if asked.indicator else asked.told
    return Row(
        {
            "question": asked.words,
            "counts": indicator[:1].upper() + indicator[1:],
            "share": Cell(share.words, strong=share.per_cent is not None),
        }
    )


def financial_year(day: date) -> int:
    """Return the year in which a day's April-to-March year began.

    >>> financial_year(date(2013, 3, 31)), financial_year(date(2013, 4, 1))
    (2012, 2013)
    """
    return day.year if day >= date(day.year, 4, 1) else day.year - 1
