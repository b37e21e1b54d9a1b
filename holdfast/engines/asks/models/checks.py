"""A check: what the hub asks one agency about named people, and what it hears, fact by fact."""

from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from holdfast.engines.asks.access import CHECK, HUB, PURPOSES, Purpose
from holdfast.engines.asks.rules import checks as rules
from holdfast.engines.asks.rules.checks import CheckState, Release
from holdfast.engines.asks.rules.standing import Look
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Role, choices
from holdfast.kernel.records.models import Fact, Record

OF_ITS_CHECK = "(select record_id from asks_check where id = old.asked_id)"


class DeskQuerySet(models.QuerySet["Desk"]):
    def now_in(self, area: Area) -> Self:
        """Return an area's desks as they stand, with their posts."""
        found = self.filter(area=area, ended_on=None)
        return found.select_related("agency", "post__agency", "manager__agency")


class Desk(models.Model):
    """Who answers the hub for an agency, who is told when it is late, who may be asked next."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    words = models.CharField(max_length=120, help_text="Such as “public protection desk”.")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    guardian = models.CharField(
        max_length=200, blank=True, help_text="Whom a refusal goes to next, and how to reach them."
    )
    searches = models.CharField(max_length=300, blank=True, help_text="What it can look in.")
    named_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    ended_on = models.DateField(null=True)

    objects = DeskQuerySet.as_manager()

    class Meta:
        ordering = ["agency__name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "post"], condition=Q(ended_on=None), name="a_desk_has_one_post"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency.name}, {self.words}"


class CheckQuerySet(models.QuerySet["Check"]):
    def visible_to(self, post: Post) -> Self:
        """Let the asked see theirs by grant, and the hub those whose own record it may see."""
        own = gate.allowed(Record.objects.filter(kind=CHECK), to=post, can=Can.SEE)
        found = self.filter(record__in=own)
        if Role(post.role) not in HUB:
            return found
        about = gate.allowed(Record.objects.filter(pk=OuterRef("about")), to=post, can=Can.SEE)
        return found.filter(Exists(about))

    def asked_of(self, post: Post) -> Self:
        """Return what this post was let into so that it answers."""
        mine = Grant.objects.live(at=moment.now()).filter(post=post, record=OuterRef("record"))
        return self.visible_to(post).filter(Exists(mine))

    def about(self, record: Record) -> Self:
        return self.filter(about=record)

    def waiting(self) -> Self:
        return self.filter(state=CheckState.ASKED)

    def late(self, *, at: datetime) -> Self:
        return self.waiting().filter(due_at__lt=at)

    def replied_since(self, at: datetime) -> Self:
        return self.filter(replied_at__gte=at)

    def for_list(self) -> Self:
        """Everything a list or a decision page prints, in a fixed number of queries."""
        found = self.select_related(
            "record__owner", "asked__agency", "asked_by__agency", "manager__agency", "about"
        )
        return found.prefetch_related("replies__by", "findings", "findings__release_asks")


class Check(models.Model):
    """One question to one agency about named people. Its record is the asked agency's own."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="agency_check")
    about = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="agency_checks")
    asked = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    guardian = models.CharField(max_length=200, blank=True)
    subjects = models.JSONField()
    question = models.TextField()
    purpose = models.CharField(max_length=40)
    lawful_basis = models.CharField(max_length=300)
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    state = models.CharField(
        max_length=20, choices=choices(CheckState), default=CheckState.ASKED.value
    )
    replied_at = models.DateTimeField(null=True, help_text="When it was first answered.")
    reminded_at = models.DateTimeField(null=True)
    escalated_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = CheckQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["state", "due_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(due_at__gt=F("asked_at")), name="a_check_is_due_after_it_is_asked"
            ),
            models.CheckConstraint(
                condition=Q(lawful_basis__gt="") & Q(question__gt=""),
                name="a_check_asks_something_by_some_right",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[s.value for s in CheckState]),
                name="a_check_is_in_a_known_state",
            ),
        ]

    def __str__(self) -> str:
        return self.record.reference

    @property
    def people(self) -> tuple[rules.Subject, ...]:
        return tuple(rules.subject(one) for one in self.subjects)

    @property
    def declared(self) -> Purpose:
        return PURPOSES.get(self.purpose, Purpose(self.purpose, self.purpose, link_allowed=False))

    def look(self, *, at: datetime) -> Look:
        return rules.look(CheckState(self.state), due_at=self.due_at, at=at)

    def words(self, *, at: datetime) -> str:
        return rules.words(CheckState(self.state), due_at=self.due_at, replied_at=self.replied_at,
                           at=at)  # fmt: skip


class CheckReply(models.Model):
    """One answer as it was given. A later one stands beside it; rows are added only."""

    asked = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="replies")
    number = models.PositiveSmallIntegerField()
    said = models.CharField(max_length=20, choices=choices(CheckState))
    words = models.TextField(blank=True)
    searched = models.CharField(max_length=300, blank=True)
    since = models.DateField(null=True, help_text="The period that was searched.")
    until = models.DateField(null=True)
    reason = models.TextField(blank=True, help_text="Why it is refused, in the agency's words.")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_ITS_CHECK

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["asked", "number"], name="a_reply_is_numbered_once"),
            models.CheckConstraint(
                condition=~Q(said=CheckState.NOTHING_HELD.value)
                | (Q(searched__gt="") & Q(since__isnull=False) & Q(until__isnull=False)),
                name="nothing_held_says_what_was_searched",
            ),
            models.CheckConstraint(
                condition=~Q(said=CheckState.REFUSED.value) | Q(reason__gt=""),
                name="a_refused_check_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"Reply {self.number}"


class Finding(Fact):
    """One thing an agency holds. `source` owns it; `audience` is how far it may go, by the owner.

    Room is “seen in the hub, not passed on”: no page but the hub's own opens it.
    """

    asked = models.ForeignKey(Check, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    marked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    marked_at = models.DateTimeField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    said_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["asked", "number"], name="a_fact_of_a_check_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Fact {self.number}"

    @property
    def release(self) -> Release:
        return Release(self.audience)

    @property
    def hub_only(self) -> bool:
        return self.release is Release.HUB_ONLY


class ReleaseAsk(models.Model):
    """The hub asks an owner to let a fact go further, by a minute. The owner alone answers."""

    class Answer(models.TextChoices):
        WAITING = "waiting", "Waiting for its owner"
        RELEASED = "released", "Released"
        DECLINED = "declined", "Not released"

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="release_asks")
    to = models.CharField(max_length=20, choices=[(r.value, r.value) for r in Release])
    why = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    answered_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    reason = models.CharField(max_length=300, blank=True)
    escalated_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding"], condition=Q(answer="waiting"), name="one_release_ask_waits"
            ),
            models.CheckConstraint(
                condition=~Q(answer="declined") | Q(reason__gt=""),
                name="a_release_that_is_declined_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.finding}: {self.get_answer_display()}"
