"""The child: one row each, with the name and birth that lists print kept beside the record."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Prefetch, Q

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record
from holdfast.practice.children.rules import told
from holdfast.practice.children.rules.words import DISABILITY, ETHNICITY, Sex


class ChildQuerySet(GuardedQuerySet["Child"]):
    def standing(self) -> Self:
        """Return those that were not found to be another child twice over."""
        return self.filter(merged_into=None)

    def with_worker(self, post: Post) -> Self:
        return self.filter(worker=post)

    def for_list(self) -> Self:
        """Everything a list prints, in a fixed number of queries."""
        return self.select_related("record", "worker__agency", "household")

    def for_page(self) -> Self:
        """Everything the facts page prints, in a fixed number of queries."""
        parts = ("names", "addresses", "identifiers", "markers", "merges")
        doubles = Child.objects.select_related("record").prefetch_related(*parts)
        return (
            self.for_list()
            .select_related("record__area", "record__owner", "merged_into__record")
            .prefetch_related(
                *parts,
                "ties__adult",
                "ties__other__record",
                "household__children__record",
                Prefetch("doubles", queryset=doubles),
            )
        )


class Child(models.Model):
    """A child, born or not yet. What changes is dated beside it; this row holds what is now so."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="child")
    known_as = models.CharField(max_length=120, help_text="As lists print it.")
    forename = models.CharField(max_length=60, blank=True)
    surname = models.CharField(max_length=60, blank=True)
    born_on = models.DateField(null=True)
    born_about = models.BooleanField(default=False, help_text="The day of birth is an estimate.")
    due_on = models.DateField(null=True, help_text="When a child who is not born yet is due.")
    died_on = models.DateField(null=True)
    sex = models.CharField(max_length=8, choices=choices(Sex), default=Sex.UNKNOWN.value)
    ethnicity = models.CharField(max_length=4, blank=True, choices=list(ETHNICITY.items()))
    language = models.CharField(max_length=60, blank=True)
    disabilities = models.JSONField(default=list, help_text=f"Codes of {', '.join(DISABILITY)}.")
    school = models.CharField(max_length=120, blank=True)
    about = models.TextField(blank=True, help_text="The child in two sentences, as a person.")
    household = models.ForeignKey(
        "children.Household", on_delete=models.PROTECT, null=True, related_name="children"
    )
    worker = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    worker_since = models.DateField(null=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="doubles"
    )
    apart = models.BooleanField(
        default=False, help_text="Adopted since: never offered as the same child as another."
    )

    objects = ChildQuerySet.as_manager()

    class Meta:
        ordering = ["surname", "forename", "pk"]
        indexes = [
            models.Index(fields=["worker", "surname"]),
            models.Index(fields=["surname", "forename"]),
            models.Index(fields=["born_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(born_on__isnull=True) | Q(due_on__isnull=True),
                name="a_child_is_born_or_expected",
            ),
            models.CheckConstraint(
                condition=Q(worker__isnull=True) | Q(worker_since__isnull=False),
                name="a_worker_has_a_first_day",
            ),
            models.CheckConstraint(
                condition=~Q(merged_into=models.F("pk")), name="a_child_is_not_its_own_double"
            ),
        ]

    def __str__(self) -> str:
        return f"Child {self.pk}"

    def age_words(self, *, on: date) -> str:
        """Return the age as lists print it: 8, 7 months, due 19 June."""
        return told.age_words(born_on=self.born_on, due_on=self.due_on, on=on)
