"""The assessment itself, and each child of the sibling group in it."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record
from holdfast.practice.assessments.rules import editions, outcomes, states
from holdfast.practice.children.rules.told import age_words


def shown_in_lists() -> list[Any]:
    """What every list prints of an assessment, a fixed number of queries."""
    return [
        Prefetch("record__deadlines", queryset=Deadline.objects.for_page()),
        "children__sightings",
    ]


SHOWN_ON_THE_PAGE: tuple[str, ...] = (
    "record__steps__by__agency",
    "texts__by",
    "texts__child",
    "sightings__by",
    "sightings__child",
    "children__factors",
    "children__voices__file",
    "children__facts",
    "record__reader_copies",
)


class ChildAssessmentQuerySet(GuardedQuerySet["Assessment"]):
    def open(self) -> "ChildAssessmentQuerySet":
        return self.filter(state__in=[state.value for state in states.OPEN])

    def authorised(self) -> "ChildAssessmentQuerySet":
        return self.filter(state=states.State.AUTHORISED.value)

    def about(self, child: Record) -> "ChildAssessmentQuerySet":
        """Return those that assess the child of a record, the newest first."""
        return self.filter(children__child_record=child).order_by("-started_on", "-pk")

    def answering(self, contacts: models.QuerySet[Record]) -> "ChildAssessmentQuerySet":
        """Return those that were begun on one of these contacts."""
        return self.filter(contact_record__in=contacts)

    def written_by(self, post: Post) -> "ChildAssessmentQuerySet":
        return self.filter(worker=post)

    def authorised_between(self, *, since: date, until: date) -> "ChildAssessmentQuerySet":
        """Return those authorised on or after `since` and before `until`."""
        return self.authorised().filter(authorised_on__gte=since, authorised_on__lt=until)

    def started_before(self, day: date) -> "ChildAssessmentQuerySet":
        return self.filter(started_on__lt=day)

    def late(self, *, on: date) -> "ChildAssessmentQuerySet":
        """Return those with a running clock past its date."""
        clocks = Deadline.objects.late(on=on).filter(record=OuterRef("record"))
        return self.filter(Exists(clocks))

    def with_limit(self) -> "ChildAssessmentQuerySet":
        """Annotate the day its own limit falls due, so that a list sorts by it."""
        clocks = Deadline.objects.open().filter(record=OuterRef("record"))
        limits = clocks.exclude(rule_id__in=editions.CHECKPOINTS).order_by("due_on")
        return self.annotate(limit_due_on=Subquery(limits.values("due_on")[:1]))

    def for_list(self) -> "ChildAssessmentQuerySet":
        """Everything a list prints, in a fixed number of queries."""
        found = self.select_related("record", "worker__agency", "manager", "authorised_by")
        return found.prefetch_related(*shown_in_lists())

    def for_page(self) -> "ChildAssessmentQuerySet":
        """Everything the assessment's page prints, in a fixed number of queries."""
        return (
            self.for_list()
            .select_related("record__area", "record__owner", "follows__record", "contact_record")
            .prefetch_related(*SHOWN_ON_THE_PAGE)
        )


class Assessment(models.Model):
    """One assessment of one child or of a sibling group."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="assessment")
    kind = models.CharField(
        max_length=10, choices=[(k.value, editions.WORDS[k]) for k in editions.Kind]
    )
    began_as = models.CharField(max_length=10, help_text="Its kind before it was converted.")
    edition = models.CharField(max_length=20, help_text="In force the day its clock started.")
    state = models.CharField(
        max_length=20, choices=[(s.value, states.WORDS[s]) for s in states.State]
    )
    contact_record = models.ForeignKey(
        Record,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The front door's record on which it was begun.",
    )
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    received_on = models.DateField(help_text="The day of the referral it answers.")
    counted_from = models.DateField(help_text="The day its clock started.")
    started_on = models.DateField()
    worker = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    manager = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    asked = models.TextField(help_text="What it is to find out.")
    review_on = models.DateField(null=True, help_text="The manager's review point.")
    reviewed_on = models.DateField(null=True)
    submitted_on = models.DateField(null=True)
    submitted_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    authorised_on = models.DateField(null=True)
    authorised_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    decision_why = models.TextField(blank=True, help_text="Why the manager agrees.")

    objects = ChildAssessmentQuerySet.as_manager()

    class Meta:
        ordering = ["-started_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(authorised_by__isnull=True)
                | (~Q(authorised_by=F("submitted_by")) & ~Q(authorised_by=F("worker"))),
                name="nobody_authorises_what_they_wrote",
            ),
            models.CheckConstraint(
                condition=Q(authorised_on__isnull=True) | Q(authorised_on__gte=F("started_on")),
                name="an_assessment_is_authorised_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.State.AUTHORISED.value)
                | (Q(authorised_on__isnull=False) & Q(authorised_by__isnull=False)),
                name="an_authorised_assessment_says_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Assessment {self.pk}"


class AssessmentChild(models.Model):
    """One child of the group: what the assessment comes to for this child alone."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="children")
    child_record = models.ForeignKey(
        Record,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The child's own record, once somebody found or opened it.",
    )
    number = models.PositiveSmallIntegerField()
    known_as = models.CharField(max_length=120)
    born_on = models.DateField(null=True)
    due_on = models.DateField(null=True, help_text="When a child who is not born yet is due.")
    outcome = models.CharField(
        max_length=30,
        blank=True,
        choices=[(o.value, outcomes.WORDS[o]) for o in outcomes.Outcome],
    )
    outcome_why = models.TextField(blank=True)
    outcome_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "number"], name="an_assessed_child_is_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["assessment", "child_record"], name="a_child_is_once_in_an_assessment"
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | Q(outcome_why__gt=""),
                name="an_assessments_outcome_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Assessed child {self.pk}"

    def age_words(self, *, on: date) -> str:
        return age_words(born_on=self.born_on, due_on=self.due_on, on=on)
