"""What was done in the year, and what shows that it changed anything."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from holdfast.board.annual_report.models.edition import Edition
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices


class ActivityQuerySet(models.QuerySet["Activity"]):
    def of(self, edition: Edition) -> Self:
        """Return what stands in an edition: its own, and those of the year's earlier ones."""
        return self.filter(
            edition__year=edition.year, edition__number__lte=edition.number, withdrawn_on=None
        ).prefetch_related(models.Prefetch("impacts", Impact.objects.select_related("by")))


class Activity(models.Model):
    """One thing that was done. Without evidence of impact it is printed with a mark.

    `plain` says the same to a family, in short sentences; empty, it is left out of their edition.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="activities")
    theme = models.CharField(max_length=80)
    what = models.CharField(max_length=600)
    plain = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, help_text="Where it is recorded.")
    happened_from = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["theme", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(what=""), name="an_activity_says_what"),
            models.CheckConstraint(condition=~Q(source=""), name="an_activity_says_where_from"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def happened_as_typed(self) -> str:
        """The date as a form takes it: 2013-03-15, 2013-03, 2013 or nothing."""
        length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}
        typed = self.happened_from.isoformat() if self.happened_from else ""
        return typed[: length[Precision(self.precision)]]

    @property
    def happened(self) -> Dated | None:
        first: date | None = self.happened_from
        return Dated(first, Precision(self.precision)) if first else None


class Impact(models.Model):
    """What changed, how it is known, on which day, where that is held. Added, never changed."""

    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, related_name="impacts")
    changed = models.CharField(max_length=300)
    how_known = models.CharField(max_length=300)
    dated_on = models.DateField()
    source = models.CharField(max_length=200)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = (
        "(select e.record_id from annual_report_activity a"
        " join annual_report_edition e on e.id = a.edition_id where a.id = old.activity_id)"
    )

    class Meta:
        ordering = ["dated_on", "pk"]

    def __str__(self) -> str:
        return self.changed
