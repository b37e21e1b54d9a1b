"""A form half written: kept for its author, taken up again, and gone once it is sent."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.story import holder
from holdfast.practice.assessments.access import STORY
from holdfast.practice.assessments.models import Assessment, Draft

KEPT_FOR = timedelta(days=14)
"""How long a draft is kept (local): a fortnight, as an assessment is written over weeks."""
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "keep", "drop"})


@transaction.atomic
def keep_draft(
    assessment: Assessment, *, form: str, typed: Mapping[str, Sequence[str]], by: Post, on: date
) -> Draft:
    """Keep what was typed, in place of an earlier draft of the same form."""
    gate.require(by, Can.WORK, assessment.record, section=STORY)
    now = moment.now()
    Draft.objects.filter(expires_at__lte=now).delete()
    draft, _ = Draft.objects.update_or_create(
        holding=holder(by),
        assessment=assessment,
        form=form,
        defaults={
            "typed": {name: list(v) for name, v in typed.items() if name not in NOT_TYPED},
            "kept_at": now,
            "expires_at": now + KEPT_FOR,
        },
    )
    return draft


@transaction.atomic
def drop_draft(assessment: Assessment, *, form: str, by: Post, on: date) -> None:
    """Throw the author's own draft away: on request, or because the form was sent."""
    Draft.objects.filter(holding=holder(by), assessment=assessment, form=form).delete()
