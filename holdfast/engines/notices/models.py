"""What is kept of a notice, and of what ran on which day."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from holdfast.engines.notices.rules import STUCK_AFTER
from holdfast.kernel.directory.models import Post


class NoticeQuerySet(models.QuerySet["Notice"]):
    def waiting(self, *, at: datetime) -> Self:
        """Return those whose turn it is, and those whose sender has died."""
        queued = Q(state=Notice.State.QUEUED, next_at__lte=at)
        stuck = Q(state=Notice.State.SENDING, next_at__lte=at - STUCK_AFTER)
        return self.filter(queued | stuck).order_by("pk")


class Notice(models.Model):
    """An e-mail that says nothing about anybody, to a post's holder or to an outside address."""

    class State(models.TextChoices):
        QUEUED = "queued", "Queued"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        FAILED = "failed", "Could not be sent"

    key = models.CharField(max_length=120, unique=True, help_text="What makes it once only.")
    to_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    to_address = models.EmailField(blank=True)
    subject = models.CharField(max_length=120)
    body = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.QUEUED)
    tries = models.PositiveSmallIntegerField(default=0)
    next_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    problem = models.CharField(max_length=200, blank=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["state", "next_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(to_post__isnull=False) ^ Q(to_address__gt=""),
                name="a_notice_goes_to_a_post_or_to_an_address",
            )
        ]

    def __str__(self) -> str:
        return f"Notice {self.pk}"


class JobRun(models.Model):
    """A daily job ran, or is running, on a day. There is one row for each job and day."""

    class State(models.TextChoices):
        STARTED = "started", "Started"
        DONE = "done", "Done"
        FAILED = "failed", "Failed"

    job = models.CharField(max_length=80)
    on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.STARTED)
    by = models.CharField(max_length=40, help_text="What started it: the minute, an operator.")
    said = models.CharField(max_length=200, blank=True)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["job", "on"], name="a_job_runs_once_a_day")]

    def __str__(self) -> str:
        return f"{self.job} on {self.on}"
