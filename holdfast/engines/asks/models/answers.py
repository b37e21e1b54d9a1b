"""Every version of every answer, what was sent, what was added after, and links to one section."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from holdfast.engines.asks.models.requests import Request
from holdfast.engines.asks.rules.states import OPEN, Reply
from holdfast.engines.asks.rules.values import Value
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File

OF_ITS_REQUEST = "(select record_id from asks_request where id = old.request_id)"


class LinkQuerySet(models.QuerySet["DelegatedLink"]):
    def live(self, *, at: datetime) -> Self:
        """Return the links that still open something: not expired, revoked, spent, or too late."""
        return self.filter(
            expires_at__gt=at, revoked_at=None, spent_at=None, request__state__in=OPEN
        )


class DelegatedLink(models.Model):
    """One section of one return, for somebody without an account, until a moment.

    Only a digest of its token is kept: whoever reads this table cannot make the link again.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="links")
    section = models.CharField(max_length=40)
    for_whom = models.CharField(max_length=120, help_text="In words: a role or a team.")
    digest = models.CharField(max_length=64, unique=True)
    given_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    expires_at = models.DateTimeField()
    saved = models.PositiveIntegerField(default=0)
    revoked_at = models.DateTimeField(null=True)
    revoked_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    spent_at = models.DateTimeField(null=True)

    objects = LinkQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Link {self.pk}"


class AnswerQuerySet(models.QuerySet["Answer"]):
    def given(self) -> Self:
        """Leave out those that were emptied."""
        return self.exclude(typed="", typed_of="", absent="", file=None)

    def current(self) -> Self:
        """Return the latest version of each answer."""
        later = Answer.objects.filter(
            request=OuterRef("request"),
            question=OuterRef("question"),
            version__gt=OuterRef("version"),
        )
        return self.filter(~Exists(later))


class Answer(models.Model):
    """One version of one answer. A later one never takes its place: rows are added.

    `carried` marks last round's answer, which somebody has to confirm before it can be sent.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=40)
    version = models.PositiveIntegerField()
    typed = models.TextField(blank=True)
    typed_of = models.CharField(max_length=40, blank=True)
    number = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    of = models.DecimalField(max_digits=16, decimal_places=4, null=True)
    day = models.DateField(null=True)
    absent = models.CharField(max_length=20, blank=True)
    problem = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    carried = models.BooleanField(default=False)
    first_said_on = models.DateField(
        help_text="When it was first said: carried answers are older."
    )
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    link = models.ForeignKey(
        DelegatedLink, on_delete=models.PROTECT, null=True, related_name="answers"
    )
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_ITS_REQUEST

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "question", "version"], name="an_answer_has_each_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question}, version {self.version}"

    @property
    def value(self) -> Value:
        return Value(
            typed=self.typed,
            number=self.number,
            of=self.of,
            typed_of=self.typed_of,
            day=self.day,
            absent=self.absent,
            problem=self.problem,
        )


class Sending(models.Model):
    """What was sent, frozen with the questions it answers. A clarified return is another row."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="sendings")
    number = models.PositiveSmallIntegerField()
    reply = models.CharField(max_length=10, choices=choices(Reply))
    words = models.TextField(
        blank=True, help_text="Who searched what for nil; the reason otherwise."
    )
    content: Any = models.JSONField()
    digest = models.CharField(max_length=64)
    due_on = models.DateField()
    sent_on = models.DateField()
    sent_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    prepared_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_ITS_REQUEST

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "number"], name="a_sending_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(reply=Reply.FULL.value) | Q(words__gt=""),
                name="nil_part_and_refusal_say_why",
            ),
        ]

    def __str__(self) -> str:
        return f"Sending {self.number}"


class Addendum(models.Model):
    """What is added to a return after it was closed, under its own date."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="addenda")
    text = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_ITS_REQUEST

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"Addendum of {self.on}"
