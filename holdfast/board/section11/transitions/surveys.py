"""Opening the staff survey, and adding one person's answers to the counts."""

import secrets
from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F, Q

from holdfast.board.section11.models import AgencyReturn, Cycle, Survey, Tally
from holdfast.board.section11.rules.survey import Answer
from holdfast.board.section11.transitions.writing import require_open, say
from holdfast.engines.standards.models import Standard
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def open_survey(cycle: Cycle, *, opens_on: date, closes_on: date, by: Post, on: date) -> Survey:
    """Open a staff survey with a link of its own. Its counts begin at nought for every answer."""
    require_open(cycle, by=by, on=on)
    if Survey.objects.filter(cycle=cycle).exists():
        raise NotAllowed("This cycle has its survey already.")
    survey = Survey.objects.create(
        cycle=cycle,
        token=secrets.token_urlsafe(32),
        opens_on=opens_on,
        closes_on=closes_on,
        opened_by=by,
    )
    say(cycle, "open_survey", by=by, on=on, note=f"{opens_on} to {closes_on}")
    return survey


@transaction.atomic
def answer_survey(
    survey: Survey,
    *,
    found: AgencyReturn,
    answers: Mapping[Standard, Answer],
    by: Post,
    on: date,
    times: int = 1,
) -> None:
    """Add one person's answers to the counts. Nothing is kept of who, when or which together.

    `by` is the post that opened the survey: whoever answers is nobody here. `times` adds as many
    people who answered alike, as a survey taken elsewhere is carried over.
    """
    if not survey.opens_on <= on <= survey.closes_on:
        raise NotAllowed("This survey is not open today.")
    if found.cycle_id != survey.cycle_id or by.pk != survey.opened_by_id:
        raise NotAllowed("This survey asks about other agencies.")
    Tally.objects.bulk_create(
        [
            Tally(survey=survey, found=found, standard=standard, answer=answer.value)
            for standard, answer in answers.items()
        ],
        ignore_conflicts=True,
    )
    mine = Q(pk=None)
    for standard, answer in answers.items():
        mine |= Q(standard=standard, answer=answer.value)
    Tally.objects.filter(mine, survey=survey, found=found).update(count=F("count") + times)
