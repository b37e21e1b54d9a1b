"""Grants with their ends, and disposals: what the records guardian looks after."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from holdfast.kernel.access import reading
from holdfast.kernel.access.models import Disposal, Grant
from holdfast.kernel.directory.models import Holding
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.parts import Fact, Status, met, nothing, running
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)

GRANTS = TableSpec(
    caption="Grants and how they ended",
    columns=(
        Column("record", "Record", header=True),
        Column("post", "Let in"),
        Column("purpose", "For what, on what basis"),
        Column("family", "Family told"),
        Column("given", "Given", sort="given_at"),
        Column("until", "Until", sort="expires_at"),
    ),
    default_sort="-given",
    nothing="Nobody has been granted anything outside the sealed rooms.",
)
DISPOSALS = TableSpec(
    caption="Disposals asked for and confirmed",
    columns=(
        Column("asked", "Asked", header=True),
        Column("kind", "Kind of record"),
        Column("why", "Why"),
        Column("by", "Asked by"),
        Column("now", "Now"),
    ),
    nothing="No disposal has been asked for.",
)
MOST = 200


def grants_table(params: Mapping[str, str], *, now: datetime) -> Table:
    found = reading.grants_outside_sealed_rooms()
    return sort_and_page(found, params, GRANTS, lambda grant: _grant_row(grant, now))


def _grant_row(grant: Grant, now: datetime) -> Row:
    status, note = _how_it_stands(grant, now)
    sections = grant.sections.strip("|").replace("|", ", ")
    told = "Yes" if grant.family_told else "No"
    return Row(
        {
            "record": grant.record.reference,
            "post": Cell(str(grant.post), note=f"{grant.get_level_display()}: {sections}"),
            "purpose": Cell(grant.purpose, note=grant.lawful_basis),
            "family": Cell(told, note=grant.why_not_told),
            "given": Cell(at(grant.given_at, year=True), note=str(grant.given_by)),
            "until": Cell(status=status, note=note),
        }
    )


def _how_it_stands(grant: Grant, now: datetime) -> tuple[Status, str]:
    if hasattr(grant, "end"):
        end = grant.end
        return met("Ended"), f"{at(end.ended_at, year=True)}, {end.ended_by}: {end.why}"
    if grant.expires_at <= now:
        return nothing("Ran out"), at(grant.expires_at, year=True)
    return running("Open"), f"until {at(grant.expires_at, year=True)}"


def disposals_table() -> Table:
    found = reading.disposals_outside_sealed_rooms()[:MOST]
    return plain_table(DISPOSALS, [_disposal_row(one) for one in found])


def _disposal_row(disposal: Disposal) -> Row:
    done = hasattr(disposal, "confirmed")
    link = "" if done else reverse("access:disposal", args=[disposal.pk])
    note = str(disposal.confirmed.by.post) if done else "A second person must confirm"
    return Row(
        {
            "asked": Cell(at(disposal.asked_at, year=True), url=link),
            "kind": disposal.kind.replace("_", " ").capitalize(),
            "why": disposal.why,
            "by": str(disposal.asked_by.post),
            "now": Cell(status=met("Disposed of") if done else running("Asked"), note=note),
        },
        marked=not done,
    )


@dataclass(frozen=True)
class DisposalPage:
    facts: Sequence[Fact]
    why_not: str

    @classmethod
    def of(cls, disposal: Disposal, record: Record | None, *, by: Holding) -> "DisposalPage":
        asked = disposal.asked_by
        mine = by.person_id == asked.person_id or by.post_id == asked.post_id
        why_not = "A second person must confirm it: you asked." if mine else ""
        if record is None or hasattr(disposal, "confirmed"):
            why_not = "This record has been disposed of already."
        facts = [
            Fact("Record", record.reference if record else "Gone"),
            Fact("Kind", disposal.kind.replace("_", " ").capitalize()),
            *_kept(record),
            Fact("Why", disposal.why),
            Fact("Asked", at(disposal.asked_at, year=True), note=str(asked.post)),
        ]
        return cls(facts, why_not)


def _kept(record: Record | None) -> list[Fact]:
    if record is None or record.closed_on is None:
        return []
    closed: Any = record.closed_on
    return [
        Fact("Closed", f"{closed:%-d %B %Y}"),
        Fact("How long it is kept", record.get_retention_display()),
    ]
