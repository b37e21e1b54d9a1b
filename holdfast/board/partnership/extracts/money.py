"""A year's money as frozen rows, each line beside the year before."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from holdfast.board.partnership.models import BudgetYear
from holdfast.board.partnership.rules import money as sums
from holdfast.board.partnership.rules.money import Sum
from holdfast.board.partnership.rules.words import HEAD_WORDS, Head
from holdfast.kernel.directory.models import Area, this_partnership

HEADS = tuple(Head)


@dataclass(frozen=True)
class MoneyRow:
    """A line of a budget: an agency's contribution or a head of spending. Pence."""

    key: str
    words: str
    pence: int | None
    before: int | None
    change: str
    note: str


@dataclass(frozen=True)
class Money:
    year: str
    given: tuple[MoneyRow, ...]
    given_total: Sum
    spent: tuple[MoneyRow, ...]
    spent_total: Sum


def money(year: str) -> Money | None:
    """Return a year's money, such as 2012/13's, or None where nothing was recorded of it."""
    return money_in(this_partnership().area, year)


def money_in(area: Area, year: str) -> Money | None:
    """Return an area's money of a year, each line beside the year before. Fixed queries."""
    wanted = [year, sums.year_before(year)]
    years = BudgetYear.objects.filter(body__record__area=area, year__in=wanted)
    found = {b.year: b for b in years.prefetch_related("contributions__agency", "spends")}
    if year not in found:
        return None
    this, last = found[year], found.get(wanted[1])
    given = _given(this, last)
    spent = _spent(this, last)
    return Money(
        year=year,
        given=given,
        given_total=sums.total(row.pence for row in given),
        spent=spent,
        spent_total=sums.total(row.pence for row in spent),
    )


def _given(this: BudgetYear, last: BudgetYear | None) -> tuple[MoneyRow, ...]:
    before = {one.agency_id: one.pence for one in last.contributions.all()} if last else {}
    lines = sorted(this.contributions.all(), key=lambda one: one.agency.name)
    return tuple(
        _line(one.agency_id, one.agency.name, one.pence, one.in_kind, before) for one in lines
    )


def _spent(this: BudgetYear, last: BudgetYear | None) -> tuple[MoneyRow, ...]:
    before = {one.head: one.pence for one in last.spends.all()} if last else {}
    lines = sorted(this.spends.all(), key=lambda one: HEADS.index(Head(one.head)))
    return tuple(
        _line(one.head, HEAD_WORDS[Head(one.head)], one.pence, one.note, before) for one in lines
    )


def _line(
    at: Any, words: str, pence: int | None, note: str, before: Mapping[Any, int | None]
) -> MoneyRow:
    change = sums.change(before.get(at), pence, counted_before=at in before)
    return MoneyRow(str(at), words, pence, before.get(at), change, note)
