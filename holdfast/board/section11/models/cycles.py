"""A cycle, its clusters of agencies, its panel, and the review points that it asks about."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.board.section11.rules.states import CycleState
from holdfast.engines.standards.models import Edition
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


class Section11CycleQuerySet(GuardedQuerySet["Cycle"]):
    def latest_first(self) -> Self:
        return self.order_by("-opens_on", "-pk")


class Cycle(models.Model):
    """One round of self-assessments. `claimed` is what was said of it before it was counted."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="section_11")
    year = models.CharField(max_length=7)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="+")
    opens_on = models.DateField()
    closes_on = models.DateField()
    with_voice = models.BooleanField(default=True, help_text="Ask optional standards too.")
    state = models.CharField(
        max_length=10, choices=choices(CycleState), default=CycleState.FRAMED.value
    )
    claimed = models.CharField(max_length=120, blank=True)
    claimed_source = models.CharField(max_length=200, blank=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = Section11CycleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gt=F("opens_on")), name="a_window_closes_after_it_opens"
            )
        ]

    def __str__(self) -> str:
        return f"Section 11, {self.year}"

    def require_not_closed(self) -> None:
        if self.state == CycleState.CLOSED:
            raise NotAllowed(
                "This cycle is closed and can only be read. Add a dated addendum instead."
            )


class Cluster(models.Model):
    """Agencies of one theme, and the day on which the executive hears them."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="clusters")
    place = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=80)
    executive_on = models.DateField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "name"], name="a_cluster_is_named_once")
        ]

    def __str__(self) -> str:
        return self.name


class PanelSeat(models.Model):
    """A post that moderates in this cycle."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="panel")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["cycle", "post"], name="a_post_sits_once_on_a_panel")
        ]

    def __str__(self) -> str:
        return str(self.post)


class ReviewPoint(models.Model):
    """An action point of a serious case review. A case has a number here and nothing else."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="review_points")
    case = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)

    class Meta:
        ordering = ["case", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "case", "number"], name="a_review_point_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.case}, point {self.number}"

    @property
    def key(self) -> str:
        """Its question's name in the return."""
        return f"review-{self.pk}"
