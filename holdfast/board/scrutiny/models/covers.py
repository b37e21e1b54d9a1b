"""Cover reports and their versions. A finished version is never written again."""

from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.board.scrutiny.models.committees import Sitting
from holdfast.board.scrutiny.rules import covering
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record


class CoverReportQuerySet(GuardedQuerySet["CoverReport"]):
    def for_page(self) -> Self:
        return self.select_related("record__area", "sitting__committee__record").prefetch_related(
            "versions__drafted_by__agency", "versions__approved_by__agency"
        )


class CoverReport(models.Model):
    """A report to one sitting of a committee, in the layout that its council uses."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="cover_report")
    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="reports")
    layout = models.CharField(max_length=20)
    title = models.CharField(max_length=160)

    objects = CoverReportQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class CoverVersion(models.Model):
    """One version. While it is a draft its words change and nothing is frozen; then the reverse.

    `words` holds for each field of the layout its text, or why it does not apply; `seen` counts
    the changes, so that two authors cannot overwrite each other.
    """

    report = models.ForeignKey(CoverReport, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    state = models.CharField(
        max_length=10,
        choices=[(one, one.capitalize()) for one in covering.STATES],
        default=covering.DRAFT,
    )
    words = models.JSONField(default=dict)
    seen = models.PositiveIntegerField(default=1)
    drafted_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    drafted_on = models.DateField()
    content = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    finished_on = models.DateField(null=True)
    approved_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "number"], name="a_version_is_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["report"],
                condition=Q(state=covering.DRAFT),
                name="a_report_has_one_draft",
            ),
            models.CheckConstraint(
                condition=Q(state=covering.DRAFT, content="", finished_on__isnull=True)
                | (~Q(state=covering.DRAFT) & ~Q(content="") & Q(finished_on__isnull=False)),
                name="only_a_draft_is_not_frozen",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("drafted_by")),
                name="nobody_approves_a_version_of_their_own",
            ),
            models.CheckConstraint(
                condition=~Q(state=covering.APPROVED) | Q(approved_by__isnull=False),
                name="an_approved_version_names_its_approver",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.report.title}, version {self.number}"
