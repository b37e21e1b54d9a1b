"""What a challenge day's brief stands on: each agency's gaps, promises, staff and peer."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.extracts.cycles import HeatCell, heat_cell
from holdfast.board.section11.extracts.promises import PromiseRow, promises
from holdfast.board.section11.extracts.surveys import SurveyCells, survey
from holdfast.board.section11.models import AgencyReturn, Cycle
from holdfast.board.section11.rules.suggesting import (
    SURVEY_GAP,
    Gap,
    Pair,
    Why,
    paired,
    suggested,
)
from holdfast.engines.standards.extracts import GradeRow, grade_rows
from holdfast.engines.standards.rules.scales import Colour
from holdfast.kernel.ui.filters import plural

STRENGTH = {Colour.RED: 0, Colour.AMBER: 1, Colour.GREEN: 2}


@dataclass(frozen=True)
class Brief:
    """What two pages about one agency say, before they are laid out."""

    found: AgencyReturn
    rows: tuple[GradeRow, ...]
    cells: tuple[tuple[str, HeatCell], ...]
    staff: Mapping[int, str]
    promises: tuple[PromiseRow, ...]
    questions: tuple[Gap, ...]
    peer: Pair | None


def briefs(cycle: Cycle, *, on: date) -> tuple[Brief, ...]:
    """Return a brief for each agency that sent grades, in a number of queries that never grows."""
    returns = [one for one in cycle.returns.for_page() if one.assessment]
    by_assessment: dict[int, list[GradeRow]] = defaultdict(list)
    for row in grade_rows([one.assessment for one in returns if one.assessment], on=on):
        by_assessment[row.assessment].append(row)
    titles = {one.number: one.title for one in cycle.edition.standards.all()}
    promised = _by_agency(promises(area=cycle.record.area_id, on=on))
    staff = survey(cycle)
    cells = {one.pk: _cells(by_assessment[one.assessment_id or 0], titles) for one in returns}
    pairs = {pair.agency: pair for pair in paired(_strength(returns, cells))}
    return tuple(
        _brief(
            one,
            tuple(by_assessment[one.assessment_id or 0]),
            cells[one.pk],
            staff,
            promised=promised.get(one.agency_id, ()),
            peer=pairs.get(one.name),
        )
        for one in returns
    )


def _by_agency(rows: Iterable[PromiseRow]) -> dict[int, tuple[PromiseRow, ...]]:
    found: dict[int, list[PromiseRow]] = defaultdict(list)
    for row in rows:
        found[row.agency_id].append(row)
    return {agency: tuple(mine) for agency, mine in found.items()}


Cells = tuple[tuple[str, HeatCell], ...]


def _cells(rows: Sequence[GradeRow], titles: Mapping[int, str]) -> Cells:
    numbers = sorted({row.standard for row in rows})
    return tuple(
        (titles[number], heat_cell(number, [row for row in rows if row.standard == number]))
        for number in numbers
    )


def _strength(
    returns: Iterable[AgencyReturn], cells: Mapping[int, Cells]
) -> dict[str, dict[int, int]]:
    return {
        one.name: {
            cell.standard: STRENGTH[cell.colour]
            for _, cell in cells[one.pk]
            if cell.colour is not None
        }
        for one in returns
    }


def _brief(
    found: AgencyReturn,
    rows: tuple[GradeRow, ...],
    cells: Cells,
    staff: SurveyCells,
    *,
    promised: tuple[PromiseRow, ...],
    peer: Pair | None,
) -> Brief:
    said = {n: mine[found.pk] for n, mine in staff.items() if found.pk in mine}
    gaps = [
        *_promise_gaps(promised),
        *_grade_gaps(rows),
        *(
            Gap(
                Why.STAFF_DIFFER,
                cell.standard,
                f"standard {cell.standard}, {title.lower()},",
                100 - share.agree,
                f"{share.agree}%",
            )
            for title, cell in cells
            if (share := said.get(cell.standard)) and share.agree is not None
            if cell.colour is Colour.GREEN and 100 - share.agree >= SURVEY_GAP
        ),
    ]
    words = {number: cell.words for number, cell in said.items()}
    return Brief(found, rows, cells, words, promised, suggested(gaps), peer)


def _promise_gaps(promised: Iterable[PromiseRow]) -> Iterable[Gap]:
    for one in promised:
        if one.colour == "R":
            detail = f"{one.what} ({one.why.lower()})"
            yield Gap(Why.PROMISE, one.standard or 0, f"standard {one.standard}", 1, detail)


def _grade_gaps(rows: Iterable[GradeRow]) -> Iterable[Gap]:
    for row in rows:
        where = f"criterion {row.criterion}"
        if row.gap and row.gap > 0:
            yield Gap(Why.MODERATED_DOWN, row.standard, where, row.gap, plural(row.gap, "step"))
        if row.fell:
            yield Gap(Why.EXPIRED, row.standard, where, 1, row.why.split("; ")[-1])
        elif row.colour is Colour.GREEN and not row.evidence:
            yield Gap(Why.NO_EVIDENCE, row.standard, where, 1)
        elif row.colour is None and row.why != "not applicable":
            yield Gap(Why.NOT_KNOWN, row.standard, where, 1)
