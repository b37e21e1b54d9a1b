"""What was decided: suitability, requirements, prohibition, consent; and appeals against it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact
from holdfast.practice.private_fostering.models.arrangement import Arrangement
from holdfast.practice.private_fostering.models.home import Member
from holdfast.practice.private_fostering.rules import deciding


class Decision(Fact):
    """A manager's decision, with its reason and what was owed. A later one is a new row."""

    arrangement = models.ForeignKey(
        Arrangement, on_delete=models.PROTECT, related_name="decisions"
    )
    number = models.PositiveSmallIntegerField()
    decision = models.CharField(
        max_length=12, choices=[(d.value, deciding.DECISION_WORDS[d]) for d in deciding.Decision]
    )
    grounds = models.JSONField(default=list)
    why = models.TextField()
    owed = models.TextField(blank=True, help_text="Checks outstanding when it was decided.")
    on = models.DateField()
    appeal_until = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "number"], name="a_fostering_decision_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(why__gt=""), name="a_fostering_decision_has_its_reason"
            ),
            models.CheckConstraint(
                condition=Q(decision="suitable") | Q(appeal_until__gte=F("on")),
                name="what_binds_a_carer_can_be_appealed",
            ),
        ]

    def __str__(self) -> str:
        return self.decision


class Requirement(models.Model):
    """One thing that a carer must keep to, and by when. It is lifted, never deleted."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="requirements")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(
        max_length=8,
        choices=[(r.value, deciding.REQUIREMENT_WORDS[r]) for r in deciding.Requirement],
    )
    text = models.TextField()
    keep_by = models.DateField(null=True)
    kept_on = models.DateField(null=True)
    lifted_on = models.DateField(null=True)
    lifted_why = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(text__gt=""), name="a_requirement_says_what"),
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_why__gt=""),
                name="a_requirement_is_lifted_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Requirement {self.pk}"


class Disqualification(Fact):
    """Somebody in the home is disqualified (section 68), and whether the authority consents."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="disqualifications")
    found_on = models.DateField()
    barred = models.BooleanField(default=False)
    what = models.TextField(help_text="What disqualifies, and who disclosed it.")
    consent = models.BooleanField(null=True)
    decided_on = models.DateField(null=True)
    why = models.TextField(blank=True)
    appeal_until = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(barred=True, consent=True), name="nobody_barred_has_consent"
            ),
            models.CheckConstraint(
                condition=Q(consent__isnull=True)
                | (Q(decided_on__isnull=False) & Q(why__gt="") & Q(by__isnull=False)),
                name="consent_is_decided_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Disqualification {self.pk}"

    @property
    def standing(self) -> deciding.Consent:
        return deciding.consent_standing(barred=self.barred, consent=self.consent)


class Appeal(Fact):
    """An appeal to the court against a decision, and what became of it."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="appeals")
    made_on = models.DateField()
    words = models.TextField()
    outcome = models.TextField(blank=True)
    outcome_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome_on__isnull=True)
                | (Q(outcome_on__gte=F("made_on")) & Q(outcome__gt="")),
                name="an_appeal_ends_with_an_outcome",
            ),
            models.UniqueConstraint(
                fields=["decision"],
                condition=Q(outcome_on__isnull=True),
                name="one_appeal_runs_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Appeal {self.pk}"
