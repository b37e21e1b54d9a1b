"""Inspections, their grades and findings, and what was shown of each finding year by year."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.scrutiny.rules.words import FindingKind, Status
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class InspectionQuerySet(GuardedQuerySet["Inspection"]):
    def latest_first(self) -> Self:
        return self.order_by("-held_from", "-pk")

    def for_page(self) -> Self:
        """Return all that the pages print, in a number of queries that never grows."""
        actions = FindingAction.objects.prefetch_related(
            Prefetch("action", queryset=Action.objects.for_page())
        )
        findings = Finding.objects.prefetch_related(
            "evidence__by__agency",
            "threads__challenge__record",
            Prefetch("actions", queryset=actions),
        )
        return self.select_related("record__area").prefetch_related(
            "grades", Prefetch("findings", queryset=findings)
        )


class Inspection(models.Model):
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="inspection")
    code = models.SlugField(max_length=20, unique=True)
    body = models.CharField(max_length=120, help_text="The inspectorates, as they sign.")
    title = models.CharField(max_length=160)
    framework = models.CharField(max_length=160)
    held_from = models.DateField()
    held_to = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=choices(Precision))
    published_from = models.DateField(null=True, blank=True)
    published_precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    source = models.CharField(max_length=300)
    status = models.CharField(max_length=2, choices=choices(Status))

    objects = InspectionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(held_to__isnull=True) | Q(held_to__gte=models.F("held_from")),
                name="an_inspection_ends_after_it_begins",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def held(self) -> Dated:
        return Dated(self.held_from, Precision(self.precision))

    @property
    def published(self) -> Dated | None:
        """Return when its report came out; nothing where our sources do not say."""
        if self.published_from is None:
            return None
        return Dated(self.published_from, Precision(self.published_precision))

    @property
    def claimed_from(self) -> date:
        """Return the day from which its findings are claims: published, or else held."""
        return self.published_from or self.held_from


class Grade(models.Model):
    """One judgement, in the grade and on the scale of its framework."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="grades")
    name = models.CharField(max_length=120)
    grade = models.CharField(max_length=60)
    scale = models.CharField(max_length=160)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.grade}"


class Finding(models.Model):
    """One finding in our own words. It is a claim to be shown again in each board year."""

    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="findings")
    number = models.PositiveSmallIntegerField()
    topic = models.CharField(max_length=80)
    text = models.CharField(max_length=400)
    kind = models.CharField(max_length=20, choices=choices(FindingKind))
    paragraph = models.CharField(max_length=80, blank=True)
    source = models.CharField(max_length=200)
    status = models.CharField(max_length=2, choices=choices(Status))
    tested_by = models.CharField(
        max_length=300, blank=True, help_text="What in Holdfast itself answers it, in words."
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="a_finding_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.topic}"


class ClaimEvidence(models.Model):
    """What was shown of a finding in one board year. Rows are added and never changed."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="evidence")
    year = models.CharField(max_length=7)
    what = models.CharField(max_length=300)
    figure = models.CharField(max_length=120, blank=True, help_text="Which figure, where one is.")
    dated_from = models.DateField()
    precision = models.CharField(max_length=5, choices=choices(Precision))
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = (
        "(select i.record_id from scrutiny_inspection i join scrutiny_finding f"
        " on f.inspection_id = i.id where f.id = old.finding_id)"
    )

    class Meta:
        ordering = ["dated_from", "pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def dated(self) -> Dated:
        return Dated(self.dated_from, Precision(self.precision))


class FindingAction(models.Model):
    """A promise in the one tracker that answers a finding."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="finding_action")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.action)


class FindingThread(models.Model):
    """A finding has joined the thread of a challenge. Rows are added and never changed."""

    finding = models.ForeignKey(Finding, on_delete=models.PROTECT, related_name="threads")
    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="findings")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = ClaimEvidence.ADDED_ONLY

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["finding", "challenge"], name="a_finding_joins_a_thread_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.finding} in {self.challenge}"
