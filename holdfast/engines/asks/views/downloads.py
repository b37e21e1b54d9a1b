"""A sent return as a file, for ever. The manifest is committed before the first byte is made."""

import json

from django.core.serializers.json import DjangoJSONEncoder
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from holdfast.engines.asks import documents
from holdfast.engines.asks.access import KIND, ROUND
from holdfast.engines.asks.extracts import Sheet, answers_of, sheets
from holdfast.engines.asks.models import Round
from holdfast.engines.asks.views.finding import Found
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.ui.exports import attached, csv_response

STEM = "return"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@door(Can.SEE, kind=KIND)
def download(request: HttpRequest, visit: Visit, number: int, form: str) -> HttpResponseBase:
    found = Found.by(visit)
    if not found.reads:
        raise Refused("Whoever asks reads nothing before the return is sent.")
    sheet = answers_of(found.request, number)
    if sheet is None:
        raise Http404
    visit.exported(
        {
            "what": "a return",
            "form": form,
            "reference": sheet.reference,
            "version": sheet.number,
            "digest": sheet.digest,
        }
    )
    return _as(form, sheet, found, visit)


@require_safe
@door(Can.SEE, kind=ROUND)
def answers(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    """Hand out all that was sent in a round, the last version of each return."""
    found = sheets(get_object_or_404(Round, record=visit.record))
    visit.exported(
        {
            "what": "a round's returns",
            "form": "csv",
            "reference": visit.record.reference,
            "returns": [sheet.reference for sheet in found],
        }
    )
    rows = [row for sheet in found for row in documents.rows(sheet)]
    return csv_response("returns", documents.HEADER, rows)


def _as(form: str, sheet: Sheet, found: Found, visit: Visit) -> HttpResponseBase:
    if form == "csv":
        return csv_response(STEM, documents.HEADER, documents.rows(sheet))
    if form == "json":
        written = json.dumps(documents.as_json(sheet), indent=1, cls=DjangoJSONEncoder)
        return attached(written.encode(), f"{STEM}.json", "application/json")
    addenda = [(a.on, a.text) for a in found.request.addenda.all()]
    content = documents.word(
        sheet, title=found.request.round.title, addenda=addenda, made_at=visit.now
    )
    return attached(content, f"{STEM}.docx", WORD)
