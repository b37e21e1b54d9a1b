"""Agency by standard: a letter and a shape before any colour, the evidence's age, and the gaps."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.section11.extracts import Heat, HeatCell, HeatRow
from holdfast.board.section11.models import Cycle
from holdfast.board.section11.pages.words import LETTERS, letter_of
from holdfast.board.section11.rules.suggesting import mean_gap
from holdfast.engines.standards.rules.grading import age_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class Spot:
    """One cell: its letter, what it means, and what the evidence is worth."""

    letter: str
    words: str
    note: str


@dataclass(frozen=True)
class Line:
    name: str
    url: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Band:
    cluster: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class HeatPage:
    title: str
    met: str
    standards: tuple[tuple[int, str], ...]
    bands: tuple[Band, ...]
    key: tuple[tuple[str, str], ...]
    by_standard: Table
    by_agency: Table
    csv: Link

    @classmethod
    def of(
        cls, cycle: Cycle, heat: Heat, *, before: Sequence[tuple[str, Heat]], on: date
    ) -> "HeatPage":
        reference = cycle.record.reference
        over_time = [(cycle.year, heat), *before]
        return cls(
            title=f"Heat map, {cycle.year}",
            met=heat.met.words,
            standards=heat.standards,
            bands=_bands(reference, heat, on=on),
            key=tuple(LETTERS.items()),
            by_standard=_by_standard(over_time),
            by_agency=_by_agency(over_time),
            csv=Link(
                "Take this table as CSV",
                reverse("section11:heat_file", args=[reference]),
            ),
        )


def _bands(reference: str, heat: Heat, *, on: date) -> tuple[Band, ...]:
    bands: dict[str, list[Line]] = {}
    for row in heat.rows:
        url = reverse("section11:return", args=[reference, row.found])
        spots = tuple(spot(cell, row, on=on) for cell in row.cells)
        bands.setdefault(row.cluster, []).append(Line(row.name, url, spots))
    return tuple(Band(name, tuple(lines)) for name, lines in bands.items())


def spot(cell: HeatCell, row: HeatRow, *, on: date) -> Spot:
    letter = letter_of(cell.colour, asked=row.asked)
    if not row.asked:
        return Spot(letter, row.reply or row.state, "")
    return Spot(letter, LETTERS[letter], _note(cell, on=on))


def _note(cell: HeatCell, *, on: date) -> str:
    if cell.expired:
        return f"{cell.expired} expired"
    if cell.oldest is None:
        return "nothing cited"
    return age_words(cell.oldest, on=on).removesuffix(" old")


def _by_standard(over_time: Sequence[tuple[str, Heat]]) -> Table:
    """Mean of self grade less moderated grade, standard by standard, cycle by cycle."""
    titles = over_time[0][1].standards
    rows = [
        Row(
            {"what": f"{number}. {title}"}
            | {
                year: _mean(
                    cell.gap for row in heat.rows for cell in row.cells if cell.standard == number
                )
                for year, heat in over_time
            }
        )
        for number, title in titles
    ]
    spec = _spec("Gap between self grade and moderated grade, by standard", over_time)
    return plain_table(spec, rows, note=GAP_NOTE)


def _by_agency(over_time: Sequence[tuple[str, Heat]]) -> Table:
    names = dict.fromkeys(row.name for _, heat in over_time for row in heat.rows if row.asked)
    rows = [
        Row(
            {"what": name}
            | {
                year: _mean(
                    cell.gap for row in heat.rows if row.name == name for cell in row.cells
                )
                for year, heat in over_time
            }
        )
        for name in names
    ]
    spec = _spec("Gap between self grade and moderated grade, by agency", over_time)
    return plain_table(spec, rows, note=GAP_NOTE)


GAP_NOTE = "In steps of the scale, standards alike. Plus: the agency graded itself higher."


def _spec(caption: str, over_time: Sequence[tuple[str, Heat]]) -> TableSpec:
    years = [Column(year, year, numeric=True) for year, _ in over_time]
    return TableSpec(caption, (Column("what", "Of what", header=True), *years))


def _mean(gaps: Iterable[float | None]) -> str:
    return mean_gap(list(gaps))
