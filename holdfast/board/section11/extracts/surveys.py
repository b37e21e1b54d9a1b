"""What may be shown of a staff survey."""

from collections import defaultdict
from collections.abc import Sequence

from holdfast.board.section11.models import Cycle, Survey, Tally
from holdfast.board.section11.rules.survey import Answer, Cell, cells
from holdfast.insight.indicators.disclosure import protect

SurveyCells = dict[int, dict[int, Cell]]
"""By standard, then by return."""


def survey(cycle: Cycle) -> SurveyCells:
    """Return what may be shown of the staff survey, in two queries; empty where there is none.

    What is hidden of an agency in one standard is hidden in all: otherwise the one table would
    tell what the other hides. No total is given.
    """
    held = Survey.objects.filter(cycle=cycle).first()
    if held is None:
        return {}
    counts: dict[int, dict[str, dict[Answer, int]]] = defaultdict(dict)
    names = [str(one) for one in cycle.returns.values_list("pk", flat=True)]
    tallies = Tally.objects.filter(survey=held).select_related("standard")
    for tally in tallies:
        mine = counts[tally.standard.number].setdefault(str(tally.found_id), {})
        mine[Answer(tally.answer)] = tally.count
    hidden = _hidden(counts, names)
    return {
        number: {
            int(name): cell
            for name, cell in cells({n: counts[number].get(n, {}) for n in names}, hidden).items()
        }
        for number in sorted(counts)
    }


def _hidden(
    counts: dict[int, dict[str, dict[Answer, int]]], names: Sequence[str]
) -> frozenset[str]:
    """Every agency that is hidden in any standard, or to keep another one hidden."""
    found: set[str] = set()
    for by_agency in counts.values():
        table = protect({name: sum(by_agency.get(name, {}).values()) for name in names})
        found |= set(names) if table.withheld else set(table.hidden)
    return frozenset(found)
