"""A run of meetings, and what is meant to come before them."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.engines.meetings.rules.states import Purpose
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class CycleQuerySet(GuardedQuerySet["Cycle"]):
    def latest_first(self) -> Self:
        return self.order_by("-starts_on", "-pk")


class Cycle(models.Model):
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="meeting_cycle")
    title = models.CharField(max_length=120)
    rule = models.CharField(max_length=300, help_text="Who meets when, in words.")
    starts_on = models.DateField()
    ends_on = models.DateField()

    objects = CycleQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=F("starts_on")), name="a_cycle_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return self.title


class ItemFields(models.Model):
    """What an agenda item and its entry in the forward plan both say.

    A themed section has a theme, what feeds it and an expert speaker from outside.
    """

    title = models.CharField(max_length=200)
    key = models.SlugField(max_length=40, blank=True, help_text="Of a standing item.")
    purpose = models.CharField(
        max_length=10, choices=choices(Purpose), default=Purpose.ASSURE.value
    )
    minutes = models.PositiveSmallIntegerField(default=10)
    presenter = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    presenter_words = models.CharField(max_length=120, blank=True)
    theme = models.CharField(max_length=120, blank=True)
    inputs = models.JSONField(default=list, blank=True, help_text="What feeds it, as texts.")
    speaker = models.CharField(max_length=160, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        abstract = True

    @property
    def presented_by(self) -> str:
        return self.presenter.title if self.presenter else self.presenter_words


class ForwardItem(ItemFields):
    """An entry of the forward plan: for every meeting of a body, or for one."""

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="forward")
    body = models.CharField(max_length=80)
    standing = models.BooleanField(default=False)
    restricted = models.BooleanField(default=False)
    wanted_from = models.DateField(null=True, blank=True)
    wanted_precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.MONTH.value
    )
    order = models.PositiveSmallIntegerField(default=0)
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    withdrawn = models.CharField(max_length=200, blank=True, help_text="Why, if it was.")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(standing=False) | Q(wanted_from__isnull=True),
                name="a_standing_item_is_for_every_meeting",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def wanted(self) -> Dated | None:
        precision = Precision(self.wanted_precision)
        return Dated(self.wanted_from, precision) if self.wanted_from else None
