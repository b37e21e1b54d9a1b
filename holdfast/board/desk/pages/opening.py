"""What is offered for the next board year, and the restricted parts that a post was let into."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from holdfast.board.desk.rules.outline_text import outline_text
from holdfast.board.desk.rules.programme import Outlined
from holdfast.board.workplan.extracts import programme
from holdfast.engines.meetings.models import Cycle, RestrictedPart
from holdfast.kernel.access.models import Grant
from holdfast.kernel.actions.dated import Dated, Precision, day_words
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

GRANTED = TableSpec(
    caption="What this post was let into",
    columns=[
        Column("title", "Meeting", header=True),
        Column("when", "When"),
        Column("why", "What for"),
        Column("until", "Until"),
        Column("by", "Given by"),
    ],
    nothing="This post was let into nothing beside what its seat reads.",
)


def next_year(last: Cycle | None, *, on: date) -> dict[str, Any]:
    """Return what the form offers: the shipped outline a year after the last one, unthemed."""
    shipped = programme().meetings
    first = shipped[0].month.first.year
    year = last.starts_on.year + 1 if last else on.year
    moved = [Outlined(_later(one.month, year - first), one.body, one.items) for one in shipped]
    return {
        "title": f"Board year {year}/{(year + 1) % 100:02d}",
        "rule": last.rule if last else "",
        "outlined": outline_text(moved),
    }


def _later(month: Dated, years: int) -> Dated:
    return Dated(month.first.replace(year=month.first.year + years), Precision.MONTH)


def granted_table(grants: Sequence[Grant], parts: Mapping[UUID, RestrictedPart]) -> Table:
    return plain_table(GRANTED, [_row(one, parts[one.record_id]) for one in grants])


def _row(grant: Grant, part: RestrictedPart) -> Row:
    url = reverse("desk:part_meeting", args=[part.record.reference])
    return Row(
        {
            "title": Cell(f"{part.meeting.title}: restricted part", url=url),
            "when": part.meeting.when,
            "why": grant.purpose,
            "until": day_words(timezone.localdate(grant.expires_at)),
            "by": grant.given_by.title,
        }
    )
