"""What can be taken out. The manifest is committed before the first byte is made."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from holdfast.board.section11 import documents, extracts
from holdfast.board.section11.access import KIND
from holdfast.board.section11.pages.pack import peer_words
from holdfast.board.section11.views.reading import cycle_of, grades_of, return_of
from holdfast.engines.standards.extracts import grade_row
from holdfast.kernel.access.door import Visit, door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.exports import attached, csv_response

KINDS = {
    "pdf": "application/pdf",
    "json": "application/json",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


@require_safe
@door(Can.SEE, kind=KIND)
def heat_map(request: HttpRequest, visit: Visit) -> HttpResponseBase:
    found = extracts.heat(cycle_of(visit), on=visit.today)
    visit.exported(manifest(visit, "heat map", "csv"))
    return csv_response("heat-map", documents.HEAT_HEADER, documents.heat_rows(found))


@require_safe
@door(Can.SEE, kind=KIND)
def returned(request: HttpRequest, visit: Visit, found: int, form: str) -> HttpResponseBase:
    """A return as CSV or Word, and, with the agency's consent, as a signed copy."""
    one = return_of(visit, found)
    grades = grades_of(one)
    rows = [grade_row(grade, on=visit.today) for grade in grades]
    board = visit.partnership.name
    if form == "json" and not one.consent_to:
        raise Http404
    visit.exported(manifest(visit, "section 11 return", form) | {"return": one.pk})
    if form == "csv":
        return csv_response(
            "section-11-return", documents.RETURN_HEADER, documents.return_rows(rows)
        )
    if form == "json":
        content = documents.signed_copy(one, grades, board=board)
        return attached(content, f"section-11-copy.{form}", KINDS[form])
    content = documents.return_word(one, rows, board=board, on=visit.today, made_at=visit.now)
    return attached(content, f"section-11-return.{form}", KINDS[form])


@require_safe
@door(Can.SEE, kind=KIND)
def brief(request: HttpRequest, visit: Visit, found: int, form: str) -> HttpResponseBase:
    """An agency's two pages for challenge day."""
    one = return_of(visit, found)
    made = extracts.briefs(one.cycle, on=visit.today)
    mine = next((brief for brief in made if brief.found.pk == one.pk), None)
    if mine is None:
        raise Http404
    visit.exported(manifest(visit, "challenge day brief", form) | {"return": one.pk})
    lines = documents.lines_of(
        mine, board=visit.partnership.name, peer=peer_words(mine), on=visit.today
    )
    if form == "pdf":
        content = documents.brief_pdf(lines, on=visit.today)
    else:
        content = documents.brief_word(lines, made_at=visit.now)
    return attached(content, f"challenge-day-brief.{form}", KINDS[form])


def manifest(visit: Visit, what: str, form: str) -> dict[str, object]:
    return {
        "what": what,
        "form": form,
        "reference": visit.record.reference,
        "as_at": visit.today.isoformat(),
    }
