"""What may be shown of the staff survey, beside the agency's own grade."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.extracts import Heat, SurveyCells
from holdfast.board.section11.models import Cycle, Survey
from holdfast.board.section11.pages.words import letter_of
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

NOTE = (
    "Each cell: the agency's colour as graded, then its staff. Fewer than six answers are not "
    "shown, nor what would give them away; what is hidden in one standard is hidden in all, and "
    "no total is given."
)


@dataclass(frozen=True)
class SurveyPage:
    title: str
    state: str
    link: str
    table: Table | None
    may_open: bool

    @classmethod
    def of(
        cls,
        cycle: Cycle,
        survey: Survey | None,
        cells: SurveyCells,
        heat: Heat,
        *,
        link: str,
        may_work: bool,
        on: date,
    ) -> "SurveyPage":
        return cls(
            title=f"Staff survey, {cycle.year}",
            state=_state(survey, on=on),
            link=link,
            table=_table(cells, heat) if cells else None,
            may_open=may_work and survey is None,
        )


def _state(survey: Survey | None, *, on: date) -> str:
    if survey is None:
        return "No survey was opened in this cycle."
    until = day_words(survey.closes_on)
    if on < survey.opens_on:
        return f"It opens on {day_words(survey.opens_on)}."
    return f"Open until {until}." if on <= survey.closes_on else f"It closed on {until}."


def _table(cells: SurveyCells, heat: Heat) -> Table:
    spec = TableSpec(
        "What staff say, standard by standard",
        (
            Column("agency", "Agency", header=True),
            *(Column(str(number), f"{number}. {title}") for number, title in heat.standards),
        ),
    )
    rows = []
    for row in heat.rows:
        if row.asked:
            shown: dict[str, Cell | str] = {
                str(cell.standard): Cell(
                    letter_of(cell.colour),
                    note=cells[cell.standard][row.found].words
                    if cell.standard in cells
                    else "nobody answered",
                    strong=True,
                )
                for cell in row.cells
            }
            rows.append(Row(shown | {"agency": row.name}))
    return plain_table(spec, rows, note=NOTE)
