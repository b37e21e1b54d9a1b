"""Recording what was given and what was spent. Pence; None is not known, which is not nought."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.partnership.models import Body, BudgetYear, Contribution, Spend
from holdfast.board.partnership.rules.money import MOST, pounds, read_year
from holdfast.board.partnership.rules.words import HEAD_WORDS, Head
from holdfast.board.partnership.transitions.bodies import CHANGED
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def record_contribution(
    body: Body,
    *,
    year: str,
    agency: Agency,
    pence: int | None,
    by: Post,
    on: date,
    in_kind: str = "",
    source: str = "",
    seen: int | None = None,
) -> Contribution:
    """Record what an agency gives in a year such as 2012/13. A figure before it is in the story.

    `seen` is the version that the editor read, 0 for a line that is not there yet.
    """
    gate.require(by, Can.WORK, body.record)
    budget = _year(body, year, pence)
    found = budget.contributions.filter(agency=agency).first()
    _unchanged(found, seen)
    if found is None:
        found = Contribution.objects.create(
            budget=budget, agency=agency, pence=pence, in_kind=in_kind, source=source
        )
        before = ""
    else:
        before = f", was {pounds(found.pence)}"
        held = Contribution.objects.filter(pk=found.pk, version=found.version)
        if not held.update(pence=pence, in_kind=in_kind, source=source, version=F("version") + 1):
            raise NotAllowed(CHANGED)
        found.refresh_from_db()
    note = f"{agency.name}, {year}: {pounds(pence)}{before}"
    story.write_step(record=body.record, move="record_contribution", by=by, on=on, note=note)
    return found


@transaction.atomic
def record_spend(
    body: Body,
    *,
    year: str,
    head: Head,
    pence: int | None,
    by: Post,
    on: date,
    note: str = "",
    seen: int | None = None,
) -> Spend:
    """Record what was spent under a head in a year. A figure before it is in the story."""
    gate.require(by, Can.WORK, body.record)
    budget = _year(body, year, pence)
    found = budget.spends.filter(head=head).first()
    _unchanged(found, seen)
    if found is None:
        found = Spend.objects.create(budget=budget, head=head, pence=pence, note=note)
        before = ""
    else:
        before = f", was {pounds(found.pence)}"
        held = Spend.objects.filter(pk=found.pk, version=found.version)
        if not held.update(pence=pence, note=note, version=F("version") + 1):
            raise NotAllowed(CHANGED)
        found.refresh_from_db()
    told = f"{HEAD_WORDS[head]}, {year}: {pounds(pence)}{before}"
    story.write_step(record=body.record, move="record_spend", by=by, on=on, note=told)
    return found


@transaction.atomic
def change_contribution(
    line: Contribution,
    *,
    pence: int | None,
    in_kind: str,
    source: str,
    seen: int,
    by: Post,
    on: date,
) -> Contribution:
    """Correct what an agency gives in its year."""
    return record_contribution(
        line.budget.body,
        year=line.budget.year,
        agency=line.agency,
        pence=pence,
        in_kind=in_kind,
        source=source,
        seen=seen,
        by=by,
        on=on,
    )


@transaction.atomic
def change_spend(
    line: Spend, *, pence: int | None, note: str, seen: int, by: Post, on: date
) -> Spend:
    """Correct what was spent under a head in its year."""
    return record_spend(
        line.budget.body,
        year=line.budget.year,
        head=Head(line.head),
        pence=pence,
        note=note,
        seen=seen,
        by=by,
        on=on,
    )


def _year(body: Body, year: str, pence: int | None) -> BudgetYear:
    try:
        read_year(year)
    except ValueError as wrong:
        raise NotAllowed(str(wrong)) from None
    if pence is not None and not 0 <= pence <= MOST:
        raise NotAllowed("Give an amount from nothing to a hundred million pounds.")
    found = body.budget_years.filter(year=year).first()
    return found or BudgetYear.objects.create(body=body, year=year)


def _unchanged(found: Contribution | Spend | None, seen: int | None) -> None:
    if found and seen == 0:
        raise NotAllowed("There is a line of that year already. Open that line to change it.")
    if seen is not None and seen != (found.version if found else 0):
        raise NotAllowed(CHANGED)
