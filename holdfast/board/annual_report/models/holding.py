"""Who holds which part of a report, its milestones, and what was handed over."""

from typing import Self

from django.db import models

from holdfast.board.annual_report.models.edition import Edition
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post

OF_EDITION = "(select record_id from annual_report_edition where id = old.edition_id)"


class Charge(models.Model):
    """A post holds an item that the report must have. The newest row counts; none is changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="charges")
    item = models.SlugField(max_length=40)
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = OF_EDITION

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.item}: {self.post}"


class HandSectionQuerySet(models.QuerySet["HandSection"]):
    def of(self, edition: Edition) -> dict[str, "HandSection"]:
        """Return each part's newest words, of this edition or an earlier one of its year."""
        found = self.filter(edition__year=edition.year, edition__number__lte=edition.number)
        return {one.part: one for one in found.select_related("by").order_by("pk")}


class HandSection(models.Model):
    """A part that no room holds yet, typed by hand. The newest row counts; none is changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="by_hand")
    part = models.SlugField(max_length=40)
    text = models.TextField(blank=True)
    source = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = OF_EDITION

    objects = HandSectionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.part}, {self.on}"


class MilestoneQuerySet(models.QuerySet["Milestone"]):
    def for_page(self) -> Self:
        """Return each with all that its action prints, in a fixed number of queries."""
        return self.prefetch_related(models.Prefetch("action", Action.objects.for_page()))


class Milestone(models.Model):
    """A step of the report's calendar. Its date, its moves and its evidence are the tracker's."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="milestones")
    key = models.SlugField(max_length=40)
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="+")

    objects = MilestoneQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="a_milestone_is_set_once"),
        ]

    def __str__(self) -> str:
        return self.key


class Handover(models.Model):
    """What was open on the day that a post changed hands, kept as it was. `open` is a list."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="handovers")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    open = models.JSONField(default=list)
    note = models.CharField(max_length=600, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = OF_EDITION

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.post}, {self.on}"
