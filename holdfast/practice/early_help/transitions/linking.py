"""Which child's record a child of the family is. The hub says so: nobody else searches."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import KIND as CHILD
from holdfast.practice.children.transitions import open_child
from holdfast.practice.early_help.access import STORY
from holdfast.practice.early_help.models import FamilyChild


@transaction.atomic
def link_child(told: FamilyChild, *, child: Record, by: Post, on: date) -> None:
    """Say which child's record this child of the family is. The hub does it: it may search.

    Whoever links must be let into both records; the link opens neither to anybody else.
    """
    gate.require(by, Can.SEE, told.early_help.record, section=STORY)
    gate.require(by, Can.WORK, child)
    if child.kind != CHILD:
        raise NotAllowed("That is not a child’s record. Give the child’s reference.")
    if FamilyChild.objects.filter(early_help=told.early_help_id, child=child).exists():
        raise NotAllowed("Another child of this family is linked with that record already.")
    mine = FamilyChild.objects.filter(pk=told.pk, child__isnull=True)
    if not mine.update(child=child, linked_by=by, linked_on=on):
        raise NotAllowed("This child is linked already.")
    told.refresh_from_db(fields=["child", "linked_by", "linked_on"])


@transaction.atomic
def open_and_link(told: FamilyChild, *, by: Post, on: date) -> None:
    """Open a record for a child of the family whom nobody knew, and link them: both or neither."""
    child = open_child(told.as_child_told(), by=by, on=on)
    link_child(told, child=child.record, by=by, on=on)
