"""Committees we report to: their sittings, resolutions, questions, and who is sent copies."""

from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent, Status
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record

OF_A_SITTING = (
    "(select c.record_id from scrutiny_committee c join scrutiny_sitting s"
    " on s.committee_id = c.id where s.id = {sitting})"
)


class CommitteeQuerySet(GuardedQuerySet["Committee"]):
    pass


class Committee(models.Model):
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="committee")
    kind = models.CharField(max_length=40, choices=choices(CommitteeKind))
    name = models.CharField(max_length=160)
    sends_to = models.CharField(
        max_length=80, help_text="The team that a final report is sent to, as the layout names it."
    )

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Sitting(models.Model):
    """One meeting of a committee that we report to, past or planned."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="sittings")
    held_on = models.DateField()
    named = models.CharField(
        max_length=160, blank=True, help_text="What the committee was called that day, if else."
    )
    item = models.CharField(max_length=160)
    source = models.CharField(max_length=200, blank=True)
    status = models.CharField(max_length=2, choices=choices(Status), default=Status.LOCAL.value)

    class Meta:
        ordering = ["held_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "held_on"], name="a_committee_sits_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.committee.name}, {self.held_on}"

    @property
    def name(self) -> str:
        return self.named or self.committee.name


class ResolutionQuerySet(models.QuerySet["Resolution"]):
    def for_page(self) -> Self:
        """Return all that the pages and reports print, in a number of queries that never grows."""
        parts = Part.objects.prefetch_related(
            "answers__by__agency", Prefetch("action", queryset=Action.objects.for_page())
        )
        return self.select_related(
            "sitting__committee__record__area", "due_at", "owner__agency"
        ).prefetch_related(Prefetch("parts", queryset=parts))


class Resolution(models.Model):
    """What a committee resolved, in our words. Each part is an action of the tracker."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="resolutions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    owner_role = models.CharField(max_length=120, blank=True)
    due_at = models.ForeignKey(
        Sitting, on_delete=models.PROTECT, null=True, related_name="answers_due"
    )
    paragraph = models.CharField(max_length=80, blank=True)

    objects = ResolutionQuerySet.as_manager()

    class Meta:
        ordering = ["sitting__held_on", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting", "number"], name="a_resolution_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def owner_words(self) -> str:
        return self.owner.title if self.owner else self.owner_role


class Part(models.Model):
    """One thing that a resolution asks for."""

    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="parts")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=200)
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="resolution_part")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["resolution", "number"], name="a_part_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return self.text


class Answer(models.Model):
    """What was done about a part, dated, with where it can be read. Rows never change."""

    part = models.ForeignKey(Part, on_delete=models.PROTECT, related_name="answers")
    extent = models.CharField(max_length=10, choices=choices(Extent))
    what = models.CharField(max_length=400)
    dated_from = models.DateField()
    precision = models.CharField(max_length=5, choices=choices(Precision))
    source = models.CharField(max_length=200)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    given_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_SITTING.format(
        sitting="(select r.sitting_id from scrutiny_resolution r join scrutiny_part p"
        " on p.resolution_id = r.id where p.id = old.part_id)"
    )

    class Meta:
        ordering = ["dated_from", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="") & ~Q(source=""), name="an_answer_says_what_and_where"
            )
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def dated(self) -> Dated:
        return Dated(self.dated_from, Precision(self.precision))


class Question(models.Model):
    """A question put at a sitting, by role. Rows never change; its replies are added."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="questions")
    asked_by = models.CharField(max_length=80, help_text="By role, never by name.")
    text = models.CharField(max_length=300)
    paragraph = models.CharField(max_length=80, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    ADDED_ONLY = OF_A_SITTING.format(sitting="old.sitting_id")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text


class Reply(models.Model):
    """A reply to a question, at the sitting or after it. Rows never change."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="replies")
    answered_by = models.CharField(max_length=80, help_text="By role, never by name.")
    text = models.CharField(max_length=400)
    given_on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    ADDED_ONLY = OF_A_SITTING.format(
        sitting="(select q.sitting_id from scrutiny_question q where q.id = old.question_id)"
    )

    class Meta:
        ordering = ["given_on", "pk"]

    def __str__(self) -> str:
        return self.text


class Copies(models.Model):
    """How many copies of a committee's papers a group of readers gets, by role."""

    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, related_name="copies")
    year = models.CharField(max_length=7)
    readers = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["year", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["committee", "year", "readers"], name="readers_are_listed_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.readers}: {self.number}"
