"""Seats and money as files. What is taken out is written in the access log before it is sent."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from holdfast.board.partnership import extracts
from holdfast.board.partnership.access import KIND
from holdfast.board.partnership.extracts import MoneyRow
from holdfast.board.partnership.rules.money import year_before
from holdfast.board.partnership.views.finding import the_body
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.exports import csv_response

SEATS = ("Body", "Seat", "Sits as", "For", "Safeguarding partner", "Deputies", "Since", "Now")
MONEY = ("Table", "Line", "Pounds", "Pounds the year before", "Change", "Note")


@require_safe
@door(Can.SEE, kind=KIND)
def seats_file(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    found = the_body(visit)
    rows = extracts.seats_of(found, visit.today)
    visit.exported({"what": "seats", "as_at": visit.today.isoformat(), "lines": len(rows)})
    return csv_response(
        "seats",
        SEATS,
        [
            (
                row.body_name,
                row.title,
                row.capacity_words,
                row.agency_name,
                "yes" if row.partner else "",
                "; ".join(one.title for one in row.deputies),
                day_words(row.since) if row.since else "not recorded",
                "vacant" if row.vacant else "held",
            )
            for row in rows
        ],
    )


@require_safe
@door(Can.SEE, kind=KIND)
def money_file(request: HttpRequest, visit: Visit, year: str) -> HttpResponseBase:
    asked = year.replace("-", "/")
    try:
        year_before(asked)
    except ValueError:
        raise Http404 from None
    found = extracts.money_in(visit.record.area, asked)
    if found is None:
        raise Http404
    rows = [("given", row) for row in found.given] + [("spent", row) for row in found.spent]
    visit.exported({"what": "money", "year": asked, "lines": len(rows)})
    return csv_response("money", MONEY, [(table, *_cells(row)) for table, row in rows])


def _cells(row: MoneyRow) -> tuple[str, str, str, str, str]:
    return (row.words, _pounds(row.pence), _pounds(row.before), row.change, row.note)


def _pounds(pence: int | None) -> str:
    return "not known" if pence is None else f"{pence // 100}.{pence % 100:02d}"
