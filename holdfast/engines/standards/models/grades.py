"""A body's grades against an edition, and the evidence that they cite.

An assessment stands under the record of the room that asked for it: who may see or work there
decides who may see or write its grades.
"""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q

from holdfast.engines.standards.models.frameworks import Criterion, Edition
from holdfast.engines.standards.rules.grading import Shown, Standing, standing
from holdfast.engines.standards.rules.scales import RAG
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Record


class EvidenceQuerySet(GuardedQuerySet["Evidence"]):
    def current(self) -> Self:
        """Leave out what a newer piece has taken the place of."""
        return self.filter(replaced_by__isnull=True)

    def for_list(self) -> Self:
        """Fetch the owner and every place where it is cited, in a number that never grows."""
        cited = Citation.objects.select_related(
            "grade__criterion__standard", "grade__assessment__body"
        )
        return self.select_related("agency", "owner__agency").prefetch_related(
            Prefetch("citations", queryset=cited)
        )

    def for_page(self) -> Self:
        return self.for_list().select_related("record", "given_by", "replaces", "replaced_by")


class Evidence(models.Model):
    """Something that shows a criterion met. One piece is cited by many criteria and cycles."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=200)
    kept_at = models.CharField(max_length=300, blank=True, help_text="Where it can be found.")
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    owner_words = models.CharField(max_length=120, blank=True)
    dated_on = models.DateField()
    expires_on = models.DateField(null=True)
    replaces = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, related_name="replaced_by"
    )
    given_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["what", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("dated_on")),
                name="evidence_expires_after_it_is_dated",
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def shown(self) -> Shown:
        return Shown(self.what, self.dated_on, self.expires_on)


class AssessmentQuerySet(models.QuerySet["Assessment"]):
    def worked_by(self, post: Post) -> Self:
        """Return those under open records where the post may write."""
        mine = Record.objects.filter(closed_on__isnull=True)
        return self.filter(record__in=gate.allowed(mine, to=post, can=Can.WORK)).select_related(
            "body", "edition", "record"
        )


class Assessment(models.Model):
    """One body's assessment against one edition. `service` tells two of one agency apart."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="assessments")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="assessments")
    body = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    service = models.CharField(max_length=120, blank=True)
    label = models.CharField(max_length=60)

    objects = AssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "body", "service"], name="a_body_is_assessed_once_in_a_cycle"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.label}"

    @property
    def name(self) -> str:
        return f"{self.body.name}: {self.service}" if self.service else self.body.name


class GradeQuerySet(models.QuerySet["Grade"]):
    def for_page(self) -> Self:
        cited = Citation.objects.select_related("evidence__owner")
        return self.select_related(
            "criterion__standard", "assessment__edition", "assessment__body"
        ).prefetch_related(Prefetch("citations", queryset=cited))


class Grade(models.Model):
    """The self grade and the moderated grade of one criterion, side by side."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="grades")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    self_value = models.CharField(max_length=20, blank=True)
    self_words = models.TextField(blank=True)
    impact = models.TextField(blank=True)
    self_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    self_on = models.DateField(null=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")
    still_true_on = models.DateField(null=True)
    moderated_value = models.CharField(max_length=20, blank=True)
    reason = models.CharField(max_length=500, blank=True)
    moderated_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    moderated_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = GradeQuerySet.as_manager()

    class Meta:
        ordering = ["criterion__standard__number", "criterion__place"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "criterion"], name="a_criterion_is_graded_once"
            ),
            models.CheckConstraint(
                condition=Q(moderated_by__isnull=True)
                | Q(self_by__isnull=True)
                | ~Q(moderated_by=F("self_by")),
                name="nobody_moderates_their_own_grade",
            ),
            models.CheckConstraint(
                condition=Q(moderated_value="") | ~Q(reason=""),
                name="a_moderated_grade_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.code}: {self.self_value} / {self.moderated_value}"

    @property
    def to_confirm(self) -> bool:
        """Whether it was carried forward and nobody has said yet that it is still true."""
        return self.carried_from_id is not None and self.still_true_on is None

    @property
    def value(self) -> str:
        """The grade that counts: the moderated one, or the body's own until there is one.

        A grade that was only carried forward counts as nothing until somebody confirms it.
        """
        return self.moderated_value or ("" if self.to_confirm else self.self_value)

    def standing(self, *, on: date) -> Standing:
        """Return how it stands on a day, with its evidence. Expects `for_page`."""
        scale = self.assessment.edition.scale or RAG
        pieces = [one.evidence.shown for one in self.citations.all()]
        return standing(self.value, scale, pieces, on=on)


class Citation(models.Model):
    """A grade points to a piece of evidence."""

    grade = models.ForeignKey(Grade, on_delete=models.PROTECT, related_name="citations")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="citations")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["grade", "evidence"], name="evidence_is_cited_once_by_a_grade"
            )
        ]

    def __str__(self) -> str:
        return str(self.evidence)
