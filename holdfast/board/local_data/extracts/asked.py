"""Who was asked for which quarter, and what became of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.data.measures import local_measures, measure_sets
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules import asking as rules
from holdfast.board.local_data.rules.figures import Returned, Unfit, require_fit
from holdfast.engines.asks.extracts import RoundRow, Sheet, answers_of, rows_of
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


@dataclass(frozen=True)
class Coming:
    """One figure of a return that was sent. `wrong` says why it cannot be kept."""

    measure: str
    value: str
    commentary: str
    held: str
    wrong: str


def figures_of(request: Request, sheet: Sheet) -> tuple[Returned, ...]:
    """Return what was sent as figures, one for each measure of the set that was asked."""
    purpose = request.round.question_set.purpose
    asked = next(s for s in measure_sets().values() if rules.purpose_of(s.key) == purpose)
    answers = {key: given.value for key, given in sheet.answers.items()}
    return rules.figures(asked, reply=sheet.reply, words=sheet.words, answers=answers)


def coming(collection: Collection, request: Request) -> tuple[Coming, ...]:
    """Return the figures as taking the return in would keep them, beside those that are held."""
    sheet = answers_of(request)
    if sheet is None:
        return ()
    current = Figure.objects.current().filter(
        collection=collection, agency=request.record.owner_id
    )
    held = {one.measure: one.value.words for one in current}
    return tuple(_coming(row, held.get(row.measure, "")) for row in figures_of(request, sheet))


def _coming(row: Returned, held: str) -> Coming:
    measure, wrong = local_measures()[row.measure], ""
    try:
        require_fit(row.value, has_of=bool(measure.of), name=measure.name)
    except Unfit as why:
        wrong = str(why)
    return Coming(measure.name, row.value.words, row.commentary, held, wrong)
