"""Dated facts about a child: names, addresses, numbers and markers. Each says whose it is."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Fact
from holdfast.practice.children.models.child import Child
from holdfast.practice.children.rules.identifiers import WORDS, Scheme
from holdfast.practice.children.rules.words import MARKER_WORDS, MarkerKind, NameKind


class Dated(Fact):
    """A fact from a day until a day; open where nobody knows when it began, or it still holds."""

    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        abstract = True


def _ends_after_it_begins(name: str) -> models.CheckConstraint:
    open_or_later = Q(from_on__isnull=True) | Q(until_on__isnull=True)
    return models.CheckConstraint(
        condition=open_or_later | Q(until_on__gte=F("from_on")), name=name
    )


class Name(Dated):
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="names")
    kind = models.CharField(max_length=8, choices=choices(NameKind))
    forename = models.CharField(max_length=60, blank=True)
    surname = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["child"],
                condition=Q(kind=NameKind.CURRENT.value, until_on=None),
                name="a_child_has_one_name_now",
            ),
            _ends_after_it_begins("a_name_ends_after_it_begins"),
        ]

    def __str__(self) -> str:
        return f"Name {self.pk}"

    @property
    def words(self) -> str:
        return f"{self.forename} {self.surname}".strip()


class Address(Dated):
    """Where a child lives. `kept_from` names who must not have it; no copy for them holds it."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="addresses")
    lines = models.CharField(max_length=200)
    postcode = models.CharField(max_length=10, blank=True)
    kept_from = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [_ends_after_it_begins("an_address_ends_after_it_begins")]

    def __str__(self) -> str:
        return f"Address {self.pk}"

    @property
    def words(self) -> str:
        spaced = f"{self.postcode[:-3]} {self.postcode[-3:]}".strip()
        return ", ".join(part for part in (self.lines, spaced) if part)


class Identifier(Fact):
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="identifiers")
    scheme = models.CharField(max_length=12, choices=[(s.value, WORDS[s]) for s in Scheme])
    value = models.CharField(max_length=30)

    class Meta:
        ordering = ["scheme", "pk"]
        indexes = [models.Index(fields=["value"])]
        constraints = [
            models.UniqueConstraint(
                fields=["child", "scheme", "value"], name="a_number_is_kept_once_for_a_child"
            ),
        ]

    def __str__(self) -> str:
        return f"Identifier {self.pk}"


class MarkerQuerySet(models.QuerySet["Marker"]):
    def standing(self) -> Self:
        return self.filter(until_on=None)

    def to_review(self, *, on: date) -> Self:
        return self.standing().filter(review_on__lte=on)


class Marker(Dated):
    """What a reader must know before the next step: typed, dated, and looked at again."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="markers")
    kind = models.CharField(
        max_length=16, choices=[(m.value, MARKER_WORDS[m]) for m in MarkerKind]
    )
    about = models.CharField(max_length=120, blank=True, help_text="Who it is about.")
    note = models.TextField(blank=True)
    review_on = models.DateField()
    reviewed_on = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    ended_why = models.CharField(max_length=300, blank=True)

    objects = MarkerQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(ended_why__gt=""),
                name="a_marker_ends_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Marker {self.pk}"
