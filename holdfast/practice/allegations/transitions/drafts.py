"""A form half written: kept for its author, taken up again, and gone once it is sent."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.kernel.records.story import holder
from holdfast.practice.allegations.access import KIND
from holdfast.practice.allegations.models import Draft
from holdfast.practice.allegations.rules import asking


@transaction.atomic
def keep_draft(
    form: asking.Form, *, typed: Mapping[str, Sequence[str]], by: Post, on: date
) -> Draft:
    """Keep what was typed, in place of an earlier draft of the same form.

    Only who may send the form here keeps a draft of it. Drafts past their time go, whosever.
    """
    if by.agency.area_id != this_partnership().area_id or not gate.may_open(by, KIND):
        raise gate.Refused("This post sends nothing to this room, so it keeps no draft.")
    now = moment.now()
    Draft.objects.filter(expires_at__lte=now).delete()
    draft, _ = Draft.objects.update_or_create(
        holding=holder(by),
        form=form,
        defaults={
            "typed": asking.worth_keeping({name: list(v) for name, v in typed.items()}),
            "kept_at": now,
            "expires_at": now + asking.KEPT_FOR,
        },
    )
    return draft


@transaction.atomic
def drop_draft(form: asking.Form, *, by: Post, on: date) -> None:
    """Throw the author's own draft away: on request, or because the form was sent."""
    Draft.objects.filter(holding=holder(by), form=form).delete()
    Draft.objects.filter(expires_at__lte=moment.now()).delete()
