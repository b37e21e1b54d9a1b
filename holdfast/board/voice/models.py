"""What is kept of what young people said: the group, its sessions, each thing said. No names."""

from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.voice.rules import TERM_MONTHS, VoiceState
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record

OF_A_GROUP = "(select record_id from voice_group where id = old.group_id)"


class GroupQuerySet(GuardedQuerySet["Group"]):
    def of(self, area: Area) -> Self:
        return self.filter(record__area=area)

    def for_page(self) -> Self:
        """Return all that the pages print, in a number of queries that never grows."""
        said = Said.objects.select_related("session").order_by("-session__held_from", "-pk")
        return self.select_related("record__area").prefetch_related(
            "sessions", Prefetch("said", queryset=said)
        )


class Group(models.Model):
    """A group of young people, by its public name, and how often a meeting was promised."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="voice_group")
    name = models.CharField(max_length=120)
    who = models.CharField(max_length=200, help_text="Whom it speaks for, in words.")
    every_months = models.PositiveSmallIntegerField(default=TERM_MONTHS)
    promised = models.CharField(max_length=200, blank=True)

    objects = GroupQuerySet.as_manager()

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    """One meeting with a group. How many took part; never who. Rows are never changed."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sessions")
    held_from = models.DateField()
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    took_part = models.PositiveSmallIntegerField(null=True, help_text="None: not written down.")
    with_whom = models.CharField(max_length=120)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_GROUP

    class Meta:
        ordering = ["held_from", "pk"]

    def __str__(self) -> str:
        return f"{self.group}, {self.dated.words}"

    @property
    def dated(self) -> Dated:
        return Dated(self.held_from, Precision(self.precision))


class Said(models.Model):
    """One thing said, in our words, with leave to use it; and what became of it."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="said")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="said")
    state = models.CharField(
        max_length=14, choices=choices(VoiceState), default=VoiceState.SAID.value
    )
    theme = models.CharField(max_length=80)
    words = models.CharField(
        max_length=600, help_text="Paraphrased; never a quote that tells who."
    )
    may_be_used = models.BooleanField(help_text="The group agreed to its use.")
    taken_up_by = models.CharField(max_length=120, blank=True)
    we_did = models.CharField(max_length=600, blank=True)
    refers_to = models.CharField(
        max_length=200, blank=True, help_text="The plan's line or the meeting, in words."
    )
    because = models.CharField(max_length=600, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_how = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "said"
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in VoiceState]),
                name="what_was_said_is_in_a_known_state",
            ),
            models.CheckConstraint(
                condition=~Q(state=VoiceState.TOLD.value) | Q(told_on__isnull=False),
                name="whoever_was_told_was_told_on_a_day",
            ),
            models.CheckConstraint(
                condition=~Q(state=VoiceState.DECIDED.value) | ~Q(we_did=""),
                name="a_decision_says_what_was_done",
            ),
        ]

    def __str__(self) -> str:
        return self.theme
