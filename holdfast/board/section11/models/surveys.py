"""The anonymous staff survey: counts and nothing else. No row is one person's answers."""

from django.db import models
from django.db.models import F, Q

from holdfast.board.section11.models.cycles import Cycle
from holdfast.board.section11.models.returns import AgencyReturn
from holdfast.board.section11.rules.survey import Answer
from holdfast.engines.standards.models import Standard
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices


class Survey(models.Model):
    """A survey of all agencies' staff in a cycle. Whoever has its link may answer."""

    cycle = models.OneToOneField(Cycle, on_delete=models.PROTECT, related_name="survey")
    token = models.CharField(max_length=43, unique=True)
    opens_on = models.DateField()
    closes_on = models.DateField()
    opened_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")), name="a_survey_closes_after_it_opens"
            )
        ]

    def __str__(self) -> str:
        return f"Staff survey, {self.cycle.year}"


class Tally(models.Model):
    """How often an agency's staff gave one answer to one standard.

    Answers are added up as they come and are never kept one by one, so that nobody can put one
    person's answers side by side, or see when they came.
    """

    survey = models.ForeignKey(Survey, on_delete=models.PROTECT, related_name="tallies")
    found = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="tallies")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=15, choices=choices(Answer))
    count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["found_id", "standard_id", "answer"]
        constraints = [
            models.UniqueConstraint(
                fields=["survey", "found", "standard", "answer"],
                name="each_answer_is_counted_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.answer}: {self.count}"
