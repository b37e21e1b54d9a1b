"""What is kept of a work plan. What was promised on each line is an action of the tracker."""

from typing import Self

from django.db import models
from django.db.models import Prefetch

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class PlanQuerySet(GuardedQuerySet["Plan"]):
    def latest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


class Plan(models.Model):
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="work_plan")
    title = models.CharField(max_length=120)
    year = models.CharField(max_length=7)
    starts_on = models.DateField()
    ends_on = models.DateField()
    source = models.CharField(max_length=200)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="a_plan_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.record.reference}: {self.title}"


class Meeting(models.Model):
    """A meeting that the plan comes to, dated as exactly as its paper."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    body = models.CharField(max_length=80)
    held_from = models.DateField()
    precision = models.CharField(max_length=5, choices=choices(Precision))

    class Meta:
        ordering = ["held_from", "pk"]

    def __str__(self) -> str:
        return f"{self.body}, {self.dated.words}"

    @property
    def dated(self) -> Dated:
        return Dated(self.held_from, Precision(self.precision))


class Priority(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="priorities")
    code = models.CharField(max_length=10)
    text = models.CharField(max_length=300)
    lead = models.BooleanField(default=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_priority_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.text


class Theme(models.Model):
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="themes")
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_theme_is_listed_once")
        ]

    def __str__(self) -> str:
        return self.name


class LineQuerySet(models.QuerySet["Line"]):
    def for_page(self) -> Self:
        """Return all that the plan's pages print, in a number of queries that never grows."""
        owners = LineOwner.objects.select_related("post__agency").prefetch_related(
            "post__holdings"
        )
        return self.select_related("theme", "plan__record__area").prefetch_related(
            Prefetch("owners", queryset=owners),
            Prefetch("action", queryset=Action.objects.for_page()),
            "priorities",
        )


class Line(models.Model):
    """One numbered line. The number is the paper's: numbers it leaves out stay out."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lines")
    theme = models.ForeignKey(Theme, on_delete=models.PROTECT, related_name="lines")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="line")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    parts = models.JSONField(default=list, help_text="What the line is made of, as texts.")
    groups = models.JSONField(default=list, help_text="The sub-groups, by name.")
    printed_timescale = models.CharField(max_length=120, blank=True)
    priorities = models.ManyToManyField(Priority, related_name="lines")

    objects = LineQuerySet.as_manager()

    class Meta:
        ordering = ["theme_id", "number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="a_line_is_numbered_once")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class LineOwner(models.Model):
    """An owner as the paper names it: a role, and the post that holds it where that is known."""

    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="owners")
    role = models.CharField(max_length=120)
    resolved = models.BooleanField(default=True)
    post = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.role
