"""A question set with its version, and a round: the same questions put to many on one day."""

from functools import cached_property
from typing import Self

from django.db import models
from django.db.models import Q

from holdfast.engines.asks.access import PURPOSES, Purpose
from holdfast.engines.asks.rules import questions
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records.models import Record


class QuestionSet(models.Model):
    """A version of what is asked for a purpose. It never changes once a round was issued."""

    purpose = models.CharField(max_length=40)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)
    content = models.JSONField()
    made_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    locked_on = models.DateField(null=True)

    class Meta:
        ordering = ["purpose", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "purpose", "version"], name="a_question_set_has_each_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @cached_property
    def questions(self) -> questions.Questions:
        return questions.read(self.content)

    @property
    def declared(self) -> Purpose:
        """Return its room's own words. A purpose that no room declares allows no link."""
        unknown = Purpose(self.purpose, self.title, link_allowed=False)
        return PURPOSES.get(self.purpose, unknown)


class RoundQuerySet(GuardedQuerySet["Round"]):
    def latest_first(self) -> Self:
        return self.order_by("-issued_on", "-pk")


class Round(models.Model):
    """One question set put to many recipients, each with its own clock.

    `about` is the record of the room that asks: a section 11 cycle, a quarter's figures.
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="round")
    about = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="rounds")
    question_set = models.ForeignKey(QuestionSet, on_delete=models.PROTECT, related_name="rounds")
    previous = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="followed_by"
    )
    title = models.CharField(max_length=120)
    why = models.TextField()
    lawful_basis = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    issued_on = models.DateField()
    due_on = models.DateField()
    needs_sign_off = models.BooleanField(default=False)

    objects = RoundQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("issued_on")),
                name="a_round_is_due_after_it_is_issued",
            ),
            models.CheckConstraint(
                condition=Q(why__gt="") & Q(lawful_basis__gt=""),
                name="a_round_says_why_and_by_what_right",
            ),
        ]

    def __str__(self) -> str:
        return self.title
