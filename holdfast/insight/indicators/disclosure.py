"""Which small counts may not leave the room, and which others must be hidden with them.

Source: the Department for Education suppresses counts from 1 to 5, and others besides where a
hidden one could be worked out (metadata of SFR27/2012 and SFR36/2013; V). Applying it to a
partnership's own figures is a local standard (L), not law.

Nought is shown: nobody is in it. What is hidden is chosen so that a reader with the total, and
with this rule before them, still finds at least two answers for every hidden count. Where no
choice achieves that, the whole table is withheld, with every table that shares its total.
The next smallest counts are hidden, equal ones together: a tie broken by order would tell.
"""

from collections.abc import Mapping
from dataclasses import dataclass

SMALL = range(1, 6)
"""Counts that are not shown."""


@dataclass(frozen=True)
class Table:
    """Counts as they may be shown. None is hidden; a total of None withholds everything."""

    counts: dict[str, int | None]
    total: int | None

    @property
    def withheld(self) -> bool:
        return self.total is None

    @property
    def hidden(self) -> tuple[str, ...]:
        return tuple(name for name, count in self.counts.items() if count is None)


def protect(counts: Mapping[str, int]) -> Table:
    """Hide what must be hidden of counts that add up to a total shown beside them."""
    total = sum(counts.values())
    if total in SMALL:
        return withhold(counts)
    hidden = {name for name, count in counts.items() if count in SMALL}
    while hidden and not _safe([counts[name] for name in hidden]):
        spare = {name: n for name, n in counts.items() if n and name not in hidden}
        if not spare:
            return withhold(counts)
        least = min(spare.values())
        hidden |= {name for name, count in spare.items() if count == least}
    return Table({n: None if n in hidden else count for n, count in counts.items()}, total)


def protect_together(tables: Mapping[str, Mapping[str, int]]) -> dict[str, Table]:
    """Protect tables that count the same cases: if one is withheld, none may give its total."""
    found = {name: protect(counts) for name, counts in tables.items()}
    if any(table.withheld for table in found.values()):
        return {name: withhold(counts) for name, counts in tables.items()}
    return found


def withhold(counts: Mapping[str, int]) -> Table:
    return Table(dict.fromkeys(counts), None)


def _safe(hidden: list[int]) -> bool:
    """Say whether the sum of the hidden counts, which a reader knows, leaves them open.

    One count is its own sum. As many cases as hidden counts means one in each; five times as
    many, with none above five, means five in each.
    """
    number, known = len(hidden), sum(hidden)
    topped = max(hidden) <= max(SMALL) and known == number * max(SMALL)
    return number > 1 and known > number and not topped
