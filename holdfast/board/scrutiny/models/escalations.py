"""Disagreements between practitioners, by reason and stage. Nothing here is about a child."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q

from holdfast.board.scrutiny.rules import escalating
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Record

STATES = {
    escalating.OPEN: "Open",
    escalating.BOARD: "With the board",
    escalating.RESOLVED: "Resolved",
}


class EscalationQuerySet(GuardedQuerySet["Escalation"]):
    def for_page(self) -> Self:
        return self.select_related(
            "record__area", "raised_by__agency", "from_agency", "to_agency", "turn__agency"
        ).prefetch_related("runs__turn__agency")

    def raised_between(self, since: date, until: date) -> Self:
        return self.filter(raised_on__gte=since, raised_on__lte=until)


class Escalation(models.Model):
    """One disagreement. Its own reference is its only key: no child is named or pointed to."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="escalation")
    reason = models.CharField(max_length=30)
    from_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    to_agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    raised_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    raised_on = models.DateField()
    state = models.CharField(max_length=10, choices=list(STATES.items()), default=escalating.OPEN)
    stage = models.PositiveSmallIntegerField(default=1)
    turn = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=30, blank=True)
    learning = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True)

    objects = EscalationQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(from_agency=F("to_agency")),
                name="a_disagreement_is_between_two_agencies",
            ),
            models.CheckConstraint(
                condition=Q(state=escalating.RESOLVED, ended_on__isnull=False) & ~Q(outcome="")
                | ~Q(state=escalating.RESOLVED) & Q(ended_on__isnull=True),
                name="a_resolved_escalation_has_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return self.record.reference


class StageRun(models.Model):
    """One stage of an escalation: whose turn it was, from when, until when it was due and took."""

    escalation = models.ForeignKey(Escalation, on_delete=models.PROTECT, related_name="runs")
    stage = models.PositiveSmallIntegerField()
    turn = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    due_on = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        ordering = ["stage", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["escalation", "stage"], name="an_escalation_has_each_stage_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("started_on")),
                name="a_stage_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"stage {self.stage}"
