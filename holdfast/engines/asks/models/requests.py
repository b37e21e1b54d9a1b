"""One recipient's return: its state, its clock, its team."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from holdfast.engines.asks.models.rounds import Round
from holdfast.engines.asks.rules import standing
from holdfast.engines.asks.rules.states import OPEN, Reply, State, WhyLate
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class RequestQuerySet(GuardedQuerySet["Request"]):
    def answered_by(self, post: Post) -> Self:
        """Return those that this post's agency was asked, or this post was let into."""
        named = Author.objects.filter(request=OuterRef("pk"), post=post, until=None)
        mine = self.visible_to(post)
        return mine.filter(Q(record__owner=post.agency_id) | Exists(named))

    def open(self) -> Self:
        return self.filter(state__in=OPEN)


class Request(models.Model):
    """What one agency was asked, and how its return stands. Its record is the agency's own."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="request")
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="requests")
    state = models.CharField(max_length=30, choices=choices(State), default=State.TO_DO.value)
    lead = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    sign_off = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    due_on = models.DateField()
    ready_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    offered = models.CharField(max_length=10, blank=True, choices=choices(Reply))
    offered_words = models.TextField(blank=True)
    asked_back = models.TextField(blank=True, help_text="What clarification or reopening asks.")
    why_late = models.CharField(max_length=50, blank=True, choices=choices(WhyLate))
    why_late_words = models.CharField(max_length=300, blank=True)
    reminded_on = models.DateField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)

    objects = RequestQuerySet.as_manager()

    answered: int
    first_sent_on: date | None
    last_reply: str | None

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]),
                name="a_return_is_in_a_known_state",
            )
        ]

    def __str__(self) -> str:
        return self.record.reference

    def facts(self) -> standing.Facts:
        """Return what its standing depends on. Needs `listed`."""
        return standing.Facts(
            state=State(self.state),
            due_on=self.due_on,
            sent_on=self.first_sent_on,
            reply=Reply(self.last_reply) if self.last_reply else None,
        )


class Author(models.Model):
    """A post on a return's team, besides its lead and whoever signs it. Ended, never deleted."""

    class Part(models.TextChoices):
        LEAD = "lead", "Lead author"
        AUTHOR = "author", "Author"
        SUBSTITUTE = "substitute", "Substitute"
        SIGN_OFF = "sign_off", "Signs it off"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="authors")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=10, choices=Part)
    since = models.DateField()
    until = models.DateField(null=True)
    named_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.post}: {self.get_part_display()}"


class DueChange(models.Model):
    """A revised date with its reason. The asker answers it, or gave it without being asked."""

    class Answer(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        APPROVED = "approved", "Approved"
        DECLINED = "declined", "The date stays"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="due_changes")
    old_on = models.DateField()
    new_on = models.DateField()
    reason = models.CharField(max_length=300)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.ASKED)
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    asked_on = models.DateField()
    answered_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    answered_on = models.DateField(null=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_by__isnull=True)
                | Q(asked_by__isnull=True)
                | ~Q(answered_by=models.F("asked_by")),
                name="nobody_approves_their_own_revised_date",
            ),
            models.CheckConstraint(condition=Q(reason__gt=""), name="a_revised_date_has_a_reason"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(answer="asked"), name="one_revised_date_waits"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_on} to {self.new_on}"
