"""All returns of a cycle taken together: everything counted, nothing taken from a claim."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.section11.extracts.cycles import Heat, HeatCell, heat, tracked
from holdfast.board.section11.extracts.promises import promises
from holdfast.board.section11.extracts.surveys import survey
from holdfast.board.section11.models import Cycle
from holdfast.board.section11.rules.counting import ReturnRate, StandardsMet, standards_met
from holdfast.board.section11.rules.states import Assurance
from holdfast.board.section11.rules.suggesting import mean_gap

NO_ANSWER = "no answer"


@dataclass(frozen=True)
class Line:
    """A standard over all agencies, or an agency over all standards."""

    name: str
    met: StandardsMet
    gap: str
    expired: int


@dataclass(frozen=True)
class PointLine:
    """An action point of a case review, and how many agencies said what of it."""

    name: str
    text: str
    said: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class StaffLine:
    """What staff said of a standard. Agencies whose answers may not be shown are counted apart."""

    standard: int
    lowest: int | None
    highest: int | None
    shown: int
    hidden: int


@dataclass(frozen=True)
class OverviewRow:
    rate: ReturnRate
    met: StandardsMet
    standards: tuple[Line, ...]
    agencies: tuple[Line, ...]
    not_graded: tuple[str, ...]
    promised: tuple[tuple[str, int], ...]
    points: tuple[PointLine, ...]
    staff: tuple[StaffLine, ...]


def overview(cycle: Cycle, *, on: date) -> OverviewRow:
    """Return a cycle's returns taken together, in a number of queries that never grows."""
    [row] = tracked(Cycle.objects.filter(pk=cycle.pk), on=on)
    held = heat(cycle, on=on)
    graded = [one for one in held.rows if one.asked]
    colours = Counter(one.colour for one in promises(cycle=cycle, on=on))
    return OverviewRow(
        rate=row.rate,
        met=held.met,
        standards=tuple(
            _line(f"{number}. {title}", _of_standard(held, number))
            for number, title in held.standards
        ),
        agencies=tuple(_line(one.name, one.cells) for one in graded),
        not_graded=tuple(one.name for one in held.rows if not one.asked),
        promised=tuple(sorted(colours.items())),
        points=_points(cycle),
        staff=_staff(cycle),
    )


def _of_standard(held: Heat, number: int) -> list[HeatCell]:
    return [
        cell for row in held.rows if row.asked for cell in row.cells if cell.standard == number
    ]


def _line(name: str, cells: Sequence[HeatCell]) -> Line:
    return Line(
        name,
        standards_met(cell.colour for cell in cells),
        mean_gap([cell.gap for cell in cells]),
        sum(cell.expired for cell in cells),
    )


def _points(cycle: Cycle) -> tuple[PointLine, ...]:
    """A return that came and says nothing of a point is counted as no answer."""
    came = cycle.returns.exclude(sent_on=None).count()
    found = []
    for point in cycle.review_points.prefetch_related("answers"):
        counts = Counter(one.assurance for one in point.answers.all())
        said = [(one.value, counts[one.value]) for one in Assurance]
        said.append((NO_ANSWER, max(came - counts.total(), 0)))
        found.append(PointLine(str(point), point.text, tuple(said)))
    return tuple(found)


def _staff(cycle: Cycle) -> tuple[StaffLine, ...]:
    found = []
    for standard, cells in survey(cycle).items():
        agree = [one.agree for one in cells.values() if one.agree is not None]
        hidden = sum(one.answered is None for one in cells.values())
        found.append(
            StaffLine(
                standard, min(agree, default=None), max(agree, default=None), len(agree), hidden
            )
        )
    return tuple(found)
