"""Indicators about allegations, from what the sealed room publishes: rows without names.

Everything that leaves here is suppressed (`disclosure`); the rows themselves are never kept and
never shown. `config` hands in the room's extract with `provide`.

The aims for time: 80 per cent of a year's cases within one month, 90 within three, all but the
exceptional within twelve. They are aims for cases together, not deadlines for one. Source: Keeping
Children Safe in Education 2016, paragraph 174 (V); before, Working Together 2010, appendix 5 (M).
"""

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from holdfast.insight.benchmarking.compare import rounded
from holdfast.insight.indicators.disclosure import Table, protect_together
from holdfast.kernel.directory.words import Sector, in_words

AIMS: tuple[tuple[int, int | None], ...] = ((1, 80), (3, 90), (12, None))
"""Months, and the share in per cent that is aimed for; none means all but the exceptional."""

AIMS_SOURCE = (
    "Keeping Children Safe in Education 2016, paragraph 174 (verified); for 2012-13, Working "
    "Together 2010, appendix 5 (from memory)"
)

KINDS = ("allegation", "advice")
OUTCOMES = ("substantiated", "unsubstantiated", "unfounded", "false", "malicious")
"""Every outcome that any edition's list has had."""


class AllegationRow(Protocol):
    """What a row must have. `kind` is allegation or advice; `key` is opaque and never shown.

    `outcome` is empty until `concluded_on`; `edition` names the list that the outcome is from.
    """

    @property
    def key(self) -> str: ...
    @property
    def area(self) -> str: ...
    @property
    def received_on(self) -> date: ...
    @property
    def concluded_on(self) -> date | None: ...
    @property
    def referrer_sector(self) -> str: ...
    @property
    def employer_sector(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def outcome(self) -> str: ...
    @property
    def edition(self) -> str: ...


Rows = Callable[[date, date], Iterable[AllegationRow]]
"""(since, until) -> at least the rows received or concluded from the first day to the last, both
inclusive. Rows beside the period do no harm: what is counted is chosen here."""

_sources: list[Rows] = []


def provide(rows: Rows) -> None:
    """Name the extract to read from now on. Called once, by `config`."""
    _sources[:] = [rows]


@dataclass(frozen=True)
class Within:
    """How many of the concluded took up to so many months, and the aim in per cent."""

    months: int
    aim: int | None
    count: int | None
    of: int | None

    @property
    def share(self) -> str:
        """Return the share without decimals, or “suppressed”; over nought there is none."""
        if self.of == 0:
            return "not applicable"
        if self.count is None or self.of is None:
            return "suppressed"
        return f"{rounded(Decimal(self.count) / self.of * 100, 0)}%"


@dataclass(frozen=True)
class AllegationFigures:
    """One year's counts as they may be shown to the board. Each table adds up to its total.

    `until` is the last day counted: a year not yet over says so.
    """

    since: date
    until: date
    received: Table
    by_referrer: Table
    by_employer: Table
    by_kind: Table
    by_outcome: Table
    within: tuple[Within, ...]
    editions: tuple[str, ...]

    @property
    def total(self) -> str:
        return "suppressed" if self.received.total is None else f"{self.received.total:,}"


def figures(area: str, *, since: date, until: date) -> AllegationFigures:
    """Count an area's allegations received, and those concluded, in a period (both days in it)."""
    rows = [row for source in _sources for row in source(since, until) if row.area == area]
    received = [row for row in rows if since <= row.received_on <= until]
    concluded = [
        row
        for row in rows
        if row.kind == "allegation"
        and row.concluded_on is not None
        and since <= row.concluded_on <= until
    ]
    by = protect_together(
        {
            "all": {"received": len(received)},
            "referrer": _count(Sector, [row.referrer_sector for row in received]),
            "employer": _count(Sector, [row.employer_sector for row in received]),
            "kind": _count(KINDS, [row.kind for row in received]),
        }
    )
    ended = protect_together(
        {
            "outcome": _count(OUTCOMES, [row.outcome or "not recorded" for row in concluded]),
            "band": _count(_bands(), [_band(row) for row in concluded]),
        }
    )
    return AllegationFigures(
        since=since,
        until=until,
        received=by["all"],
        by_referrer=by["referrer"],
        by_employer=by["employer"],
        by_kind=by["kind"],
        by_outcome=ended["outcome"],
        within=_within(ended["band"]),
        editions=tuple(sorted({row.edition for row in concluded})),
    )


def year_of(march: int) -> tuple[date, date]:
    """Return the first and last day of the year that ends in a March."""
    return date(march - 1, 4, 1), date(march, 3, 31)


def months_after(day: date, months: int) -> date:
    """Return the same day so many months on, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _count(expected: Iterable[str], found: Iterable[str]) -> dict[str, int]:
    """Count by name. Every expected name is there: a missing line would itself tell."""
    counts = Counter(found)
    return {in_words(name): counts[name] for name in dict.fromkeys([*expected, *sorted(counts)])}


def _bands() -> list[str]:
    return [f"Up to {months}" for months, _ in AIMS] + ["Longer"]


def _band(row: AllegationRow) -> str:
    """Return the one band a concluded allegation falls in: bands do not overlap."""
    ended = row.concluded_on or date.max
    fits = (months for months, _ in AIMS if ended <= months_after(row.received_on, months))
    return next((f"Up to {months}" for months in fits), "Longer")


def _within(bands: Table) -> tuple[Within, ...]:
    """Add bands up to “within so many months” where that tells nothing that is hidden."""
    counts: Sequence[int | None] = [bands.counts[name] for name in _bands()]
    return tuple(
        Within(months, aim, _up_to(counts, nth, bands.total), bands.total)
        for nth, (months, aim) in enumerate(AIMS, start=1)
    )


def _up_to(counts: Sequence[int | None], nth: int, total: int | None) -> int | None:
    """Add the first bands, or take the rest from the total; if each has one hidden, say none."""
    if total is None:
        return None
    inside = [count for count in counts[:nth] if count is not None]
    outside = [count for count in counts[nth:] if count is not None]
    if len(inside) == nth:
        return sum(inside)
    if len(outside) == len(counts) - nth:
        return total - sum(outside)
    return None
