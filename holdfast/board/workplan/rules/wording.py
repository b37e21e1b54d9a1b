"""How lines are numbered and owners are named in sentences. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.ui.lists import joined

MOST_OWNERS_SHOWN = 2


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """
    Return numbers as unbroken runs.

    >>> runs([1, 2, 3, 4, 9, 10])
    [(1, 4), (9, 10)]
    """
    found: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if found and found[-1][1] == number - 1:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    return found


def numbering(numbers: Sequence[int]) -> str:
    """
    Return how many lines there are, how they are numbered and what the paper leaves out.

    >>> numbering([1, 2, 3, 4, 9, 10])
    '6 lines, numbered 1 to 4 and 9 to 10; the paper has no 5 to 8'
    """
    found = runs(numbers)
    if not found:
        return "No lines"
    gaps = [(one[1] + 1, other[0] - 1) for one, other in zip(found, found[1:], strict=False)]
    counted = "1 line" if len(numbers) == 1 else f"{len(numbers)} lines"
    said = f"{counted}, numbered {_listed(found)}"
    return f"{said}; the paper has no {_listed(gaps)}" if gaps else said


def _listed(found: Sequence[tuple[int, int]]) -> str:
    return joined([str(one) if one == other else f"{one} to {other}" for one, other in found])


@dataclass(frozen=True)
class Owner:
    role: str
    resolved: bool


def owners_in_short(owners: Sequence[Owner]) -> str:
    """
    Return the first owners by role, how many more there are, how many are not resolved.

    >>> owners_in_short([Owner("not resolved", False), Owner("Chair", True)])
    'Chair; 1 not resolved'
    """
    roles = [owner.role for owner in owners if owner.resolved]
    unknown = len(owners) - len(roles)
    said = roles[:MOST_OWNERS_SHOWN]
    if len(roles) > MOST_OWNERS_SHOWN:
        said.append(f"{len(roles) - MOST_OWNERS_SHOWN} more")
    if unknown:
        said.append(f"{unknown} not resolved")
    return "; ".join(said)


def dated_words(dated: Dated) -> str:
    """
    Return a date in full words, as exact as it is.

    >>> dated_words(Dated.read("2013-03"))
    'March 2013'
    """
    forms = {Precision.DAY: "%-d %B %Y", Precision.MONTH: "%B %Y", Precision.YEAR: "%Y"}
    return dated.first.strftime(forms[dated.precision])
