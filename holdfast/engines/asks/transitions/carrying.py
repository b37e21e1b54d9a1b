"""Offer last round's answers to each agency, each to be confirmed or changed."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction

from holdfast.engines.asks.models import Answer, Request, Round, Sending
from holdfast.engines.asks.rules.changes import same_meaning
from holdfast.engines.asks.rules.questions import Questions
from holdfast.engines.asks.rules.questions import read as read_questions
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post


@transaction.atomic
def carry_forward(issued: Round, *, by: Post, on: date) -> int:
    """
    Offer each agency of a round what it last sent in the round before.

    Only answers to a question that still means the same are offered; files stay where they are.
    Returns how many answers were offered, in a fixed number of queries.
    """
    gate.require(by, Can.WORK, issued.record)
    if issued.previous_id is None:
        return 0
    requests = {r.record.owner_id: r for r in issued.requests.select_related("record__owner")}
    empty = {r.pk for r in requests.values()} - set(
        Answer.objects.filter(request__round=issued).values_list("request", flat=True)
    )
    rows = [
        row
        for owner, sending in _last_sendings(issued.previous_id).items()
        if owner in requests and requests[owner].pk in empty
        for row in _offered(sending, requests[owner], issued.question_set.questions, by)
    ]
    Answer.objects.bulk_create(rows)
    return len(rows)


def _last_sendings(previous: int) -> dict[int, Sending]:
    sent = Sending.objects.filter(request__round=previous).order_by("number")
    return {one.request.record.owner_id: one for one in sent.select_related("request__record")}


def _offered(sending: Sending, request: Request, new: Questions, by: Post) -> Iterator[Answer]:
    old = read_questions(sending.content["questions"])
    for key, kept in sending.content["answers"].items():
        if key in old and key in new and same_meaning(old.question(key), new.question(key)):
            if kept["file"]:
                continue
            yield Answer(
                request=request,
                question=key,
                version=1,
                typed=kept["typed"],
                typed_of=kept["typed_of"],
                number=_number(kept["number"]),
                of=_number(kept["of"]),
                day=date.fromisoformat(kept["day"]) if kept["day"] else None,
                absent=kept["absent"],
                carried=True,
                first_said_on=date.fromisoformat(kept["first_said_on"]),
                by=by,
                **moment.written(),
            )


def _number(kept: Any) -> Decimal | None:
    return None if kept is None else Decimal(str(kept))
