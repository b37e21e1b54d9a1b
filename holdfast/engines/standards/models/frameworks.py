"""Frameworks, their editions, standards and criteria. An approved edition is never changed."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Prefetch, Q

from holdfast.engines.standards.rules.planned import (
    PlannedCriterion,
    PlannedEdition,
    PlannedStandard,
    Sort,
)
from holdfast.engines.standards.rules.scales import SCALES, Scale
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class FrameworkQuerySet(GuardedQuerySet["Framework"]):
    pass


class Framework(models.Model):
    """What bodies are asked to be like. Its code names it across editions and areas."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="framework")
    code = models.SlugField(max_length=40)
    title = models.CharField(max_length=120)
    sort = models.CharField(max_length=20, choices=choices(Sort))

    objects = FrameworkQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title


class FrameworkEditionQuerySet(models.QuerySet["Edition"]):
    def whole(self) -> Self:
        """Fetch standards and criteria too, in a number of queries that never grows."""
        standards = Standard.objects.prefetch_related("criteria")
        return self.select_related("framework__record").prefetch_related(
            Prefetch("standards", queryset=standards)
        )

    def in_force(self, *, on: date) -> Self:
        """Return approved editions in force on a day, the newest first."""
        approved = self.filter(approved_on__isnull=False, in_force_from__lte=on)
        return approved.order_by("-in_force_from", "-number")


class Edition(models.Model):
    """One edition. `source_status` says how sure we are of the source: V, V2, M or L."""

    framework = models.ForeignKey(Framework, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=60)
    source = models.CharField(max_length=300)
    source_status = models.CharField(max_length=2)
    scale_code = models.CharField(max_length=10, blank=True)
    in_force_from = models.DateField()
    written_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_on = models.DateField()
    approved_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)
    locked_on = models.DateField(null=True, help_text="The day it was first used.")

    objects = FrameworkEditionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["framework", "number"], name="a_framework_edition_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("written_by")),
                name="nobody_approves_a_framework_of_their_own",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.framework.title}, {self.label}"

    @property
    def scale(self) -> Scale | None:
        return SCALES.get(self.scale_code)

    def planned(self) -> PlannedEdition:
        """Return the edition as its file had it, to be compared and written out again."""
        framework = self.framework
        return PlannedEdition(
            code=framework.code,
            title=framework.title,
            sort=Sort(framework.sort),
            label=self.label,
            source=self.source,
            source_status=self.source_status,
            scale=self.scale_code,
            in_force_from=self.in_force_from,
            standards=tuple(standard.planned() for standard in self.standards.all()),
        )


class Standard(models.Model):
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="standards")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    text = models.CharField(max_length=600)
    optional = models.BooleanField(default=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "number"], name="a_standard_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"

    def planned(self) -> PlannedStandard:
        criteria = tuple(one.planned() for one in self.criteria.all())
        return PlannedStandard(self.number, self.title, self.text, self.optional, criteria)


class Criterion(models.Model):
    """What is graded. `descriptors` says what each grade looks like, by the scale's values."""

    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="criteria")
    place = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=10)
    text = models.CharField(max_length=400)
    group = models.CharField(max_length=80, blank=True)
    evidence_expected = models.JSONField(default=list)
    descriptors = models.JSONField(default=dict)

    class Meta:
        ordering = ["standard_id", "place"]
        constraints = [
            models.UniqueConstraint(fields=["standard", "code"], name="a_criterion_is_coded_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"

    def planned(self) -> PlannedCriterion:
        return PlannedCriterion(
            self.code, self.text, self.group, tuple(self.evidence_expected), dict(self.descriptors)
        )
