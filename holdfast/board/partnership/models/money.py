"""What the board was given and what it spent, by financial year. Pence; empty is not known."""

from django.db import models
from django.db.models import Q

from holdfast.board.partnership.models.body import Body
from holdfast.board.partnership.rules.words import HEAD_WORDS, Head
from holdfast.kernel.directory.models import Agency

HEADS = [(head.value, words) for head, words in HEAD_WORDS.items()]


class BudgetYear(models.Model):
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="budget_years")
    year = models.CharField(max_length=7, help_text="Such as 2012/13, April to March.")

    class Meta:
        ordering = ["-year"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year"], name="a_year_has_one_budget"),
        ]

    def __str__(self) -> str:
        return self.year


class Contribution(models.Model):
    """What one agency gives in one year: money, or something in kind, in words."""

    budget = models.ForeignKey(BudgetYear, on_delete=models.PROTECT, related_name="contributions")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    pence = models.BigIntegerField(null=True, blank=True)
    in_kind = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["agency__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "agency"], name="an_agency_gives_once_a_year"
            ),
            models.CheckConstraint(
                condition=Q(pence__isnull=True) | Q(pence__gte=0),
                name="nobody_gives_less_than_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agency.name}, {self.budget.year}"


class Spend(models.Model):
    """What was spent under one head in one year."""

    budget = models.ForeignKey(BudgetYear, on_delete=models.PROTECT, related_name="spends")
    head = models.CharField(max_length=20, choices=HEADS)
    pence = models.BigIntegerField(null=True, blank=True)
    note = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["budget", "head"], name="a_head_stands_once_in_a_year"
            ),
            models.CheckConstraint(
                condition=Q(pence__isnull=True) | Q(pence__gte=0),
                name="nothing_costs_less_than_nothing",
            ),
        ]

    def __str__(self) -> str:
        return f"{HEAD_WORDS[Head(self.head)]}, {self.budget.year}"
