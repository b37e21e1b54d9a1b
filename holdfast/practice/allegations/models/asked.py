"""What is not part of any record: a question to the duty officer."""

from django.db import models
from django.db.models import Q

from holdfast.kernel.directory.models import Holding, Post


class QuestionQuerySet(models.QuerySet["Question"]):
    def waiting(self) -> "QuestionQuerySet":
        return self.filter(answered_at__isnull=True)

    def asked_by(self, holding: Holding) -> "QuestionQuerySet":
        return self.filter(asker=holding)


class Question(models.Model):
    """What somebody outside asks the room. It hangs on no record, and names none."""

    asker = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    who = models.CharField(max_length=200, help_text="Who asks, and how to ring back.")
    what = models.TextField(help_text="What they need to know.")
    why = models.TextField(help_text="Why they need to know it.")
    by_when = models.DateField()
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    objects = QuestionQuerySet.as_manager()

    class Meta:
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True, answered_by__isnull=True)
                | Q(answer__gt="", answered_at__isnull=False, answered_by__isnull=False),
                name="an_answer_says_who_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Question {self.pk}"
