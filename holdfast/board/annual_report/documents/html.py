"""The report as HTML: one file that fetches nothing, and the ways a page of the product uses."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from holdfast.board.annual_report.documents import drawings, pdf, widths
from holdfast.board.annual_report.documents.model import (
    BarChart,
    Brief,
    Chapter,
    Disagreement,
    Figure,
    PairChart,
    Ref,
    Report,
    Section,
    Table,
)
from holdfast.kernel.ui.alone import alone
from holdfast.kernel.ui.charts import Chart

SHEET: Final = Path(__file__).with_name("report.css")
Columns = tuple[list[Section], list[Section]]


def _nowhere(_: Disagreement) -> str:
    return ""


@dataclass(frozen=True)
class Ways:
    """
    Where things lead from here. `level` is the heading level of a section; `numbered` prints each
    figure's number in the list of sources, for readers on paper.
    """

    numbers: dict[str, int]
    figure_url: Callable[[Ref], str]
    settle: Callable[[Disagreement], str] = field(default=_nowhere)
    level: int = 2
    numbered: bool = False

    def kind(self, thing: object) -> str:
        return type(thing).__name__

    def figure(self, ref: Ref) -> str:
        return self.figure_url(ref)

    def number(self, ref: Ref) -> int:
        return self.numbers[ref.figure]

    def where(self, figure: Figure) -> str:
        return pdf.where(figure)

    def release(self, figure: Figure) -> str:
        return pdf.release_line(figure)

    def drawing(self, block: BarChart | PairChart) -> Chart:
        return drawings.drawn(block)

    def wide(self, table: Table) -> bool:
        return widths.wide(table)

    def rows(self, chapter: Chapter) -> list[Columns]:
        """Sections in reading order; those that say left or right share two columns."""
        rows: list[Columns] = []
        for section in chapter.sections:
            if not section.side:
                rows.append(([section], []))
                continue
            if not rows or not rows[-1][0] or not rows[-1][0][-1].side:
                rows.append(([], []))
            rows[-1][section.side == "right"].append(section)
        return rows


def standalone(report: Report) -> bytes:
    """The whole report as one file: its style is inside it and no address outside is named."""
    numbers = report.number_of()
    ways = Ways(
        numbers=numbers,
        figure_url=lambda ref: f"#source-{numbers[ref.figure]}",
        level=3,
        numbered=True,
    )
    context = {"report": report, "ways": ways}
    return alone("annual_report/standalone.html", context, sheet=SHEET)


def short(report: Report, brief: Brief) -> bytes:
    """A short edition as one file. The figures it cites stand at its foot, with their releases."""
    cited = [each for each in report.figures if each.id in brief.cites()]
    numbers = {each.id: place for place, each in enumerate(cited, start=1)}
    ways = Ways(
        numbers=numbers,
        figure_url=lambda ref: f"#source-{numbers[ref.figure]}",
        level=2,
        numbered=True,
    )
    context = {"report": report, "brief": brief, "cited": cited, "ways": ways}
    return alone("annual_report/brief.html", context, sheet=SHEET)
