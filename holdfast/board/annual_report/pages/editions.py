"""The editions of the annual report, the newest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.annual_report.models import Edition
from holdfast.kernel.ui.filters import on as day
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

EDITIONS = TableSpec(
    caption="Editions of the annual report",
    columns=(
        Column("edition", "Edition", header=True),
        Column("reference", "Reference"),
        Column("drafted", "Drafted"),
        Column("frozen", "Frozen"),
        Column("approved", "Approved"),
    ),
    nothing="No edition has been drafted yet.",
)


@dataclass(frozen=True)
class EditionsPage:
    table: Table
    may_begin: bool

    @classmethod
    def of(cls, editions: Iterable[Edition], *, may_begin: bool) -> "EditionsPage":
        return cls(plain_table(EDITIONS, [_edition_row(each) for each in editions]), may_begin)


def _edition_row(edition: Edition) -> Row:
    url = reverse("annual_report:edition", args=[edition.record.reference])
    approved = edition.approved_by
    return Row(
        {
            "edition": Cell(f"{edition.year.replace('-', '/')}, {edition.name()}", url=url),
            "reference": Cell(edition.record.reference),
            "drafted": Cell(day(edition.drafted_on), note=edition.drafted_by.title),
            "frozen": Cell(day(edition.frozen_on, missing="not frozen")),
            "approved": Cell(
                day(edition.approved_on, missing="not approved"),
                note=approved.title if approved else "",
            ),
        }
    )
