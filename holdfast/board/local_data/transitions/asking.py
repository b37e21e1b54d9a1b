"""Ask the partners for a quarter's figures, and take in what they send."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.board.local_data.data.measures import MeasureSet, measure_sets
from holdfast.board.local_data.extracts import figures_of
from holdfast.board.local_data.models import Collection
from holdfast.board.local_data.rules import asking as rules
from holdfast.board.local_data.transitions.keeping import take_in
from holdfast.engines.asks import extracts as asks
from holdfast.engines.asks import transitions as requests
from holdfast.engines.asks.models import QuestionSet, Request, Round
from holdfast.engines.asks.rules import questions as kept
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def ask_partners(
    collection: Collection,
    set_key: str,
    *,
    to: Sequence[Recipient],
    due_on: date,
    by: Post,
    on: date,
) -> Round:
    """Put one of the sets to partners, each with a return and a clock of its own."""
    gate.require(by, Can.WORK, collection.record)
    chosen = measure_sets().get(set_key)
    if chosen is None:
        raise NotAllowed("There is no such set of measures. Choose one of the list.")
    return requests.issue(
        _question_set(collection, chosen, by=by, on=on),
        to=to,
        title=f"{chosen.title}: figures of {collection.quarter.words}",
        why=rules.WHY,
        lawful_basis=rules.lawful_basis(on),
        due_on=due_on,
        about=collection.record,
        by=by,
        on=on,
    )


@transaction.atomic
def take_in_return(
    collection: Collection, request: Request, *, by: Post, on: date, seen: int | None = None
) -> int:
    """
    Accept what a partner sent and keep its figures as the next version. Returns the version.

    A nil return, a refusal and what was left out are kept as what they are, and none as nought.
    """
    if request.round.about_id != collection.record_id:
        raise NotAllowed("This return is not of this quarter.")
    sending = request.sendings.select_related("sent_by").last()
    sheet = asks.answers_of(request)
    if sending is None or sheet is None:
        raise NotAllowed("This return has not been sent yet.")
    requests.accept(request, by=by, on=on)
    return take_in(
        collection,
        agency=request.record.owner,
        rows=figures_of(request, sheet),
        source=f"{sheet.reference}, sent {sheet.sent_on:%-d %B %Y}",
        sent_by=sending.sent_by,
        by=by,
        on=on,
        seen=seen,
    )


def _question_set(
    collection: Collection, chosen: MeasureSet, *, by: Post, on: date
) -> QuestionSet:
    """Return the version whose questions are today's, or frame the next one."""
    asked = rules.questions(chosen)
    purpose = rules.purpose_of(chosen.key)
    last = QuestionSet.objects.filter(purpose=purpose, area=collection.area).last()
    if last is not None and kept.as_json(last.questions) == kept.as_json(asked):
        return last
    return requests.frame(
        purpose,
        title=f"{chosen.title}: quarterly figures",
        questions=asked,
        area=collection.area,
        by=by,
        on=on,
    )
