"""The family's own survey. An answer leads back to a family only where the family wished it."""

from datetime import date
from typing import Self

from django.db import models

from holdfast.kernel.directory.models import Area, Post
from holdfast.practice.early_help.models.family import EarlyHelp
from holdfast.practice.early_help.rules.surveying import QUESTIONS, Question


def _answers(question: Question) -> list[tuple[str, str]]:
    return [(answer.value, said) for answer, said in QUESTIONS[question].answers]


class SurveyQuerySet(models.QuerySet["SurveyAnswer"]):
    def given(self, *, since: date, until: date, area: Area | None = None) -> Self:
        """Return the answers of the months from `since` to before `until`."""
        found = self.filter(month__gte=since.replace(day=1), month__lt=until)
        return found.filter(area=area) if area else found

    def as_answers(self) -> list[dict[Question, str]]:
        """Return only what was answered, for counting."""
        rows = self.values_list("satisfied", "better", "know", "heard")
        return [dict(zip(Question, row, strict=True)) for row in rows]


class SurveyAnswer(models.Model):
    """One form filled in by a family. It keeps the month, not the day, and no name."""

    class Who(models.TextChoices):
        PARENT = "parent", "A parent or carer"
        CHILD = "child", "A child or young person"
        TOGETHER = "together", "The family together"

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    who = models.CharField(max_length=8, choices=Who)
    satisfied = models.CharField(max_length=8, blank=True, choices=_answers(Question.SATISFIED))
    better = models.CharField(max_length=8, blank=True, choices=_answers(Question.BETTER))
    know = models.CharField(max_length=8, blank=True, choices=_answers(Question.KNOW))
    heard = models.CharField(max_length=8, blank=True, choices=_answers(Question.HEARD))
    words = models.TextField(blank=True)
    early_help = models.ForeignKey(
        EarlyHelp, on_delete=models.PROTECT, null=True, related_name="surveys"
    )
    entered_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["month", "pk"]

    def __str__(self) -> str:
        return f"Survey {self.pk}"
