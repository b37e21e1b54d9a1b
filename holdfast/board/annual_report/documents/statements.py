"""The partners' statements of a year, as they were sent."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.rules.statement import PURPOSE
from holdfast.engines.asks.extracts import RoundRow, Sheet, round_rows, sheets
from holdfast.engines.asks.models import Round


@dataclass(frozen=True)
class Statements:
    """One round of statements: how each return stands, and what was sent."""

    asked: Round
    rows: tuple[RoundRow, ...]
    sheets: tuple[Sheet, ...]


def asked_for(edition: Edition, *, on: date) -> Statements | None:
    """The statements asked for this edition, or for an earlier one of its year. Fixed queries."""
    found = (
        Round.objects.filter(
            about__edition__year=edition.year,
            about__edition__number__lte=edition.number,
            question_set__purpose=PURPOSE,
        )
        .select_related("record", "question_set", "asked_by")
        .order_by("-pk")
        .first()
    )
    if found is None:
        return None
    return Statements(found, round_rows(found, on=on), sheets(found))
