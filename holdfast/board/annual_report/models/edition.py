"""Editions of the annual report and how their disagreements were settled."""

from django.db import models
from django.db.models import Q

from holdfast.board.annual_report import rules
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record


class EditionQuerySet(models.QuerySet["Edition"]):
    def of(self, records: models.QuerySet[Record]) -> "EditionQuerySet":
        """Return the editions of records that the gate let through."""
        return self.filter(record__in=records)

    def for_page(self) -> "EditionQuerySet":
        return self.select_related("record", "drafted_by__agency", "approved_by__agency")

    def newest_first(self) -> "EditionQuerySet":
        return self.order_by("-year", "-number")


class Edition(models.Model):
    """One edition of one year's report. Its content is empty while it is a draft: a draft always
    shows the figures held today. Frozen content is never written again."""

    class State(models.TextChoices):
        DRAFT = rules.DRAFT, "Draft"
        FROZEN = rules.FROZEN, "Frozen"
        APPROVED = rules.APPROVED, "Approved"

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="edition")
    year = models.CharField(max_length=7, help_text="The report's year, such as 2012-13.")
    number = models.PositiveSmallIntegerField(help_text="First edition of the year is 1.")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    drafted_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    drafted_on = models.DateField()
    content = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    frozen_on = models.DateField(null=True)
    approved_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    approved_on = models.DateField(null=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="an_edition_is_numbered_once"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(state=rules.DRAFT), name="a_year_has_one_draft"
            ),
            models.CheckConstraint(
                condition=Q(state=rules.DRAFT, content="", frozen_on__isnull=True)
                | (~Q(state=rules.DRAFT) & ~Q(content="") & Q(frozen_on__isnull=False)),
                name="only_a_draft_has_no_content",
            ),
            models.CheckConstraint(
                condition=~Q(state=rules.APPROVED) | Q(approved_by__isnull=False),
                name="an_approved_edition_names_its_approver",
            ),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=models.F("drafted_by")),
                name="nobody_approves_an_edition_of_their_own",
            ),
        ]

    def __str__(self) -> str:
        return f"Annual report {self.year}, {self.name()}"

    def name(self) -> str:
        """Draft 1, Edition 1 (frozen) or Edition 1."""
        return rules.name_of(self.number, state=self.state)


class Settlement(models.Model):
    """How a disagreement was settled in an edition. Rows are added and never changed."""

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="settlements")
    disagreement = models.SlugField(max_length=40)
    words = models.CharField(max_length=300, help_text="What the board prints from now on.")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    ADDED_ONLY = "(select record_id from annual_report_edition where id = old.edition_id)"

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition", "disagreement"], name="a_disagreement_is_settled_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.disagreement}: {self.words}"


class Printing(models.Model):
    """The digest of one file of an approved edition, so that it can be made again and compared.

    `made_with` names the libraries that set it.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="printings")
    kind = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    made_with = models.CharField(max_length=120)
    on = models.DateField()

    ADDED_ONLY = "(select record_id from annual_report_edition where id = old.edition_id)"

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="a_file_is_printed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.sha256[:16]}"
