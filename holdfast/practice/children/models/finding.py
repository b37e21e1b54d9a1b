"""How a child is found, found twice, and found on an agency's list."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Record
from holdfast.practice.children.models.child import Child


class SearchKey(models.Model):
    """One key under which a child is found (see `rules.keys`)."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)

    class Meta:
        indexes = [models.Index(fields=["key", "child"])]
        constraints = [
            models.UniqueConstraint(fields=["child", "key"], name="a_key_is_kept_once_for_a_child")
        ]

    def __str__(self) -> str:
        return f"Key {self.pk}"


class Merge(models.Model):
    """Two records were found to be one child, by whom and why; and taken apart again."""

    kept = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="merges")
    merged = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    undone_on = models.DateField(null=True)
    undone_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    undone_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(kept=F("merged")), name="two_children_are_merged"),
            models.UniqueConstraint(
                fields=["merged"], condition=Q(undone_on=None), name="a_child_is_merged_once"
            ),
        ]

    def __str__(self) -> str:
        return f"Merge {self.pk}"


class DoubleQuerySet(models.QuerySet["Double"]):
    def waiting(self) -> Self:
        return self.filter(decided_on=None, one__merged_into=None, other__merged_into=None)

    def visible_to(self, post: Post) -> Self:
        """Return the pairs of which the post may work with both records."""
        mine = Child.objects.visible_to(post, Can.WORK)
        return self.filter(one__in=mine, other__in=mine, one__apart=False, other__apart=False)

    def for_list(self) -> Self:
        """Everything the worklist prints, in one query."""
        return self.select_related("one__record", "other__record")


class Double(models.Model):
    """Two records that may be one child, why, and what a person said of it."""

    one = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=8)
    reasons = models.JSONField(default=list)
    against = models.JSONField(default=list)
    found_on = models.DateField()
    same = models.BooleanField(null=True)
    why = models.TextField(blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DoubleQuerySet.as_manager()

    class Meta:
        ordering = ["level", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="a_pair_is_offered_once"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="a_pair_has_an_order"),
        ]

    def __str__(self) -> str:
        return f"Double {self.pk}"


class SharedListQuerySet(GuardedQuerySet["SharedList"]):
    pass


class SharedList(models.Model):
    """An agency's list, matched under a sharing agreement: who, for what, on what basis, until."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="shared_list")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    purpose = models.CharField(max_length=300)
    lawful_basis = models.CharField(max_length=300)
    agreed_on = models.DateField()
    until_on = models.DateField()
    signed_by = models.CharField(max_length=160, help_text="Who signed the agreement, as posts.")
    filename = models.CharField(max_length=120, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    taken_on = models.DateField(null=True)

    objects = SharedListQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__gte=F("agreed_on")), name="an_agreement_ends_after_it_begins"
            ),
        ]

    def __str__(self) -> str:
        return f"Shared list {self.pk}"


class ListRow(models.Model):
    """One row of an agency's list, as it came, and the child that it was matched to."""

    shared_list = models.ForeignKey(SharedList, on_delete=models.PROTECT, related_name="rows")
    number = models.PositiveIntegerField(help_text="The line of the file.")
    told = models.JSONField(default=dict)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=8, blank=True)
    reasons = models.JSONField(default=list)
    wrong = models.CharField(max_length=300, blank=True, help_text="Why the row was not read.")
    said = models.BooleanField(null=True, help_text="What a person said of a possible match.")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["shared_list", "number"], name="a_line_of_a_list_is_kept_once"
            )
        ]

    def __str__(self) -> str:
        return f"Row {self.number}"
