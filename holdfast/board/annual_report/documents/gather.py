"""Reads what an outline cites out of the store of published figures."""

from collections.abc import Mapping
from decimal import Decimal

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.evidence import Evidence, Measure
from holdfast.board.annual_report.documents.model import Figure
from holdfast.board.annual_report.documents.outline import Cited, Outline
from holdfast.insight.benchmarking.compare import Polarity, Rank, from_best, from_highest
from holdfast.insight.benchmarking.places import Place, all_places, boroughs
from holdfast.insight.benchmarking.releases import State, Unit
from holdfast.insight.benchmarking.store import Cell, Store
from holdfast.kernel.ui.filters import MINUS, number, signed_percent

Cells = Mapping[tuple[str, int, str], Cell]


class FiguresMissing(Exception):
    """The store has no figure that the report cannot do without. The message says which."""


def evidence(outline: Outline, store: Store, *, area_code: str, area_name: str) -> Evidence:
    """Every measure the outline cites, in one query of the store."""
    year = outline.figures_year
    wanted = {each.measure for each in outline.cited} | {each.rank_by for each in outline.cited}
    cells = _oldest_release_of_each(
        store.cells(sorted(wanted - {""}), years=[year - 1, year, year + 1])
    )
    book = _Book(outline, cells, area_code)
    book.require_every_figure(area_name)
    return Evidence(area_name, {each.name: book.measure(each) for each in outline.cited})


def _oldest_release_of_each(cells: list[Cell]) -> Cells:
    """
    A report keeps the release of its own time; the store gives the oldest first.

    A release that reprints a year later, on other estimates, does not displace it.
    """
    found: dict[tuple[str, int, str], Cell] = {}
    for cell in cells:
        found.setdefault((cell.measure.slug, cell.year, cell.place), cell)
    return found


class _Book:
    """Looks cells up for one area."""

    def __init__(self, outline: Outline, cells: Cells, area_code: str) -> None:
        self.cells = cells
        self.area_code = area_code
        self.cited = {each.name: each for each in outline.cited}
        self.year = outline.figures_year

    def require_every_figure(self, area_name: str) -> None:
        missing = [each.label for each in self.cited.values() if not self.cell(each, self.year)]
        if missing:
            raise FiguresMissing(
                f"The figures of {area_name} for the year to 31 March {self.year} are not all "
                f"held: {', '.join(missing)}. Import the release with `holdfast import-figures`."
            )

    def code(self, cited: Cited) -> str:
        if cited.place == "here":
            return self.area_code
        named = (place for place in all_places().values() if place.name == cited.place)
        return next(named, Place("", cited.place, "")).code

    def cell(self, cited: Cited, year: int) -> Cell | None:
        return self.cells.get((cited.measure, year, self.code(cited)))

    def measure(self, cited: Cited) -> Measure:
        now = self.at(cited, self.year)
        if now is None:
            raise FiguresMissing(f"{cited.label} is not held for {self.year}.")
        return now

    def at(self, cited: Cited, year: int) -> Measure | None:
        """One measure in one year; in the report's own year with its neighbours in time."""
        cell = self.cell(cited, year)
        if cell is None:
            return None
        main = year == self.year
        before = self.at(cited, year - 1) if main else None
        later = self.at(cited, year + 1) if main else None
        change = None
        if before and before.value is not None and cell.value is not None:
            change = rules.change_on(before.value, cell.value)
        whole = self.whole(cited, year)
        share = rules.percent_of(cell.value, whole) if cell.value is not None and whole else None
        figure = _figure(
            cited,
            cell,
            suffix={-1: ".before", 1: ".later"}.get(year - self.year, ""),
            whole=whole,
            change=_change_words(before, cell, change),
            rank=self.rank(cited, cell),
        )
        return Measure(figure, cell.value, share, change, before, later)

    def whole(self, cited: Cited, year: int) -> Decimal | None:
        cell = self.cell(self.cited[cited.part_of], year) if cited.part_of else None
        return cell.value if cell else None

    def rank(self, cited: Cited, cell: Cell) -> str:
        """The place among the boroughs within the same release, with how many were counted."""
        if cell.place != self.area_code:
            return ""
        by = cited.rank_by or cited.measure
        held = {
            borough.code: other.value
            for borough in boroughs()
            if (other := self.cells.get((by, cell.year, borough.code)))
            and other.release == cell.release
            and other.state is State.NUMBER
            and other.value is not None
        }
        rank: Rank | None = from_highest(held, self.area_code)
        if cited.best:
            rank = from_best(held, self.area_code, Polarity(cited.best))
        return rank.words if rank else ""


def _figure(
    cited: Cited, cell: Cell, *, suffix: str, whole: Decimal | None, change: str, rank: str
) -> Figure:
    return Figure(
        id=f"{cited.name}{suffix}",
        indicator=cited.indicator,
        item=cited.item,
        year=cell.year,
        name=cited.label,
        means=cell.measure.words,
        shown=_shown(cell),
        value="" if cell.value is None else str(cell.value),
        state=cell.state.value,
        as_at=as_at(cell),
        release=cell.release.id,
        release_title=cell.release.title,
        published_on=cell.release.published,
        status=cell.release.status.value,
        file=cell.file,
        row=str(cell.row),
        column=cell.column,
        original=cell.text,
        numerator=_shown(cell) if whole else "",
        denominator=number(whole, 0) if whole else "",
        change=change,
        rank=rank,
    )


def _shown(cell: Cell) -> str:
    if cell.value is None:
        return cell.state.value
    return number(cell.value, 0 if cell.measure.unit is Unit.COUNT else 1)


def as_at(cell: Cell) -> str:
    """The day or the year that a figure stands for."""
    if cell.measure.basis == "during":
        return f"year to 31 March {cell.year}"
    return f"31 March {cell.year}"


def _change_words(before: Measure | None, cell: Cell, change: Decimal | None) -> str:
    """The arithmetic in full: (3,010 − 3,329) ÷ 3,329 = −9.58%, printed −9.6%."""
    if before is None or change is None:
        return ""
    then = before.figure
    words = (
        f"({_shown(cell)} {MINUS} {then.shown}) ÷ {then.shown} = {signed_percent(change, 2)}, "
        f"printed {signed_percent(change)}; {then.shown} is from {then.release}"
    )
    if cell.measure.unit is Unit.RATE:
        return f"{words}. The two rates may rest on different population estimates"
    return words
