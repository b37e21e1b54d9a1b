"""One meeting: when, who is expected, and where its restricted part stands."""

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils import timezone

from holdfast.engines.meetings.models.cycle import Cycle
from holdfast.engines.meetings.rules.states import BEFORE, Came, State
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices, in_words
from holdfast.kernel.records.models import Record


class MeetingQuerySet(GuardedQuerySet["Meeting"]):
    def in_order(self) -> Self:
        return self.order_by("planned_from", "starts_at", "pk")

    def for_list(self) -> Self:
        return self.select_related("record", "cycle__record").in_order()

    def before(self) -> Self:
        """Return those that are neither held nor cancelled yet."""
        return self.filter(state__in=[state.value for state in BEFORE])


class Meeting(models.Model):
    """It hangs on a record that a room opened. A planned one may know only its month."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="meeting")
    cycle = models.ForeignKey(
        Cycle, on_delete=models.PROTECT, null=True, blank=True, related_name="meetings"
    )
    body = models.CharField(max_length=80)
    title = models.CharField(max_length=120)
    planned_from = models.DateField()
    planned_precision = models.CharField(max_length=5, choices=choices(Precision))
    starts_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    place = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=20, choices=choices(State), default=State.PLANNED.value)
    cancelled_because = models.CharField(max_length=300, blank=True)
    sequence = models.PositiveIntegerField(
        default=0, help_text="Goes up when calendars must move it (RFC 5545, 3.8.7.4)."
    )
    version = models.PositiveIntegerField(default=1)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["planned_from", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                name="a_meeting_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CANCELLED.value) | ~Q(cancelled_because=""),
                name="a_cancelled_meeting_says_why",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]),
                name="a_meeting_is_in_a_known_state",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.planned.words}"

    @property
    def planned(self) -> Dated:
        return Dated(self.planned_from, Precision(self.planned_precision))

    @property
    def when(self) -> str:
        """The day, and the hour where it is known, as the papers print it."""
        if self.starts_at is None:
            return self.planned.words
        return f"{self.planned.words}, {timezone.localtime(self.starts_at):%H:%M}"

    @property
    def state_words(self) -> str:
        return in_words(self.state)


class RestrictedPart(models.Model):
    """The part that not everybody may see, under a record of its own.

    Whoever may not open that record finds no trace of it: no gap, no count, no lock.
    """

    meeting = models.OneToOneField(Meeting, on_delete=models.PROTECT, related_name="part")
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="meeting_part")

    def __str__(self) -> str:
        return f"Restricted part of {self.meeting_id}"


class MeetingMove(models.Model):
    """A meeting was given another day. Rows are added and never changed."""

    ADDED_ONLY = "(select record_id from meetings_meeting where id = old.meeting_id)"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="moves")
    old_words = models.CharField(max_length=80)
    new_words = models.CharField(max_length=80)
    reason = models.CharField(max_length=300)
    after = models.CharField(max_length=20, choices=choices(State))
    told = models.JSONField(default=list, help_text="The places that hold the old date.")
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_moved_meeting_says_why")
        ]

    def __str__(self) -> str:
        return f"{self.old_words} to {self.new_words}"


class Place(models.Model):
    """Somebody who is expected, and whether they came. The post is the seat; people change."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="places")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=120, blank=True)
    deputies = models.ManyToManyField(Post, related_name="+", blank=True)
    came = models.CharField(max_length=12, choices=choices(Came), default=Came.NOT_RECORDED.value)
    deputy = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "post"], name="a_post_has_one_place"),
            models.CheckConstraint(
                condition=Q(came=Came.DEPUTY.value) | Q(deputy__isnull=True),
                name="only_a_deputised_place_names_a_deputy",
            ),
        ]

    def __str__(self) -> str:
        return self.capacity or self.post.title
