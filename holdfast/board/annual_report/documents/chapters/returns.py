"""Section 11: how many agencies returned, and how many standards are met. Two different things."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    ListBlock,
    Parts,
    Section,
    Strong,
)
from holdfast.board.section11.extracts import TrackingRow
from holdfast.board.section11.rules.counting import ReturnRate, StandardsMet
from holdfast.kernel.actions.dated import day_words

TITLE: Final = "Section 11: what each agency says of itself"


def chapter(
    cycles: Sequence[tuple[TrackingRow, StandardsMet]], *, on: date, place: int
) -> Chapter:
    """The cycles of the report's year; where there was none it says so."""
    if not cycles:
        opening = (said("No section 11 cycle of this year is held."),)
        return Chapter("section-11", place, TITLE, opening, (), empty=True)
    opening = (
        said(
            f"As at {day_words(on)}. The rate of returns says who answered; it does not say that "
            "a standard is met. Both are counted here and neither is claimed."
        ),
    )
    sections = tuple(
        Section(f"The cycle of {row.year}", f"cycle-{row.cycle}", _cycle(row, met))
        for row, met in cycles
    )
    return Chapter("section-11", place, TITLE, opening, sections)


def _cycle(row: TrackingRow, met: StandardsMet) -> tuple[Block, ...]:
    return (
        said(Strong("Returned: "), f"{row.rate.words}."),
        said(Strong("Standards: "), f"{met.words}."),
        ListBlock(tuple(_named(row.rate))),
    )


def _named(rate: ReturnRate) -> list[Parts]:
    """Each other kind of answer with the agencies that gave it."""
    kinds = (
        ("Not returned", rate.missing),
        ("Returned late", rate.late),
        ("In part", rate.partial),
        ("Nothing to report", rate.nil),
        ("Refused", rate.refused),
        ("Withdrawn", rate.withdrawn),
    )
    return [(Strong(f"{words}: "), f"{'; '.join(names) or 'none'}.") for words, names in kinds]
