"""Who was asked for which quarter, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.models import Collection
from holdfast.engines.asks.extracts import RoundRow, rows_of
from holdfast.engines.asks.models import Request, listed


@dataclass(frozen=True)
class AskedRow:
    """One partner's return for one set of a quarter. `taken_in`: its figures are kept here."""

    collection: int
    set_title: str
    row: RoundRow


def asked_rows(collections: Sequence[Collection], *, on: date) -> tuple[AskedRow, ...]:
    """Return the returns of some quarters, in a number of queries that does not grow."""
    by_record = {one.record_id: one.pk for one in collections}
    requests = listed(Request.objects.filter(round__about__in=list(by_record)))
    found = list(requests.order_by("round__about", "round__pk", "pk"))
    rows = rows_of(found, on=on)
    return tuple(
        AskedRow(by_record[about], request.round.title.split(":")[0], row)
        for request, row in zip(found, rows, strict=True)
        if (about := request.round.about_id) is not None
    )
