"""A draft goes with the form that is sent."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import drafts
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.story import holder
from holdfast.practice.allegations.access import keeps_of
from holdfast.practice.allegations.rules import asking


@transaction.atomic
def let_go(form: asking.Form, *, by: Post, on: date) -> None:
    """Let go of the author's own draft: the form was sent."""
    drafts.drop(keeps_of(holder(by), form))
