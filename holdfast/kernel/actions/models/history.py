"""What is added to an action: new dates, evidence, re-tests, progress. Rows stay."""

from datetime import date

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.actions.dated import Dated, Precision, day_words
from holdfast.kernel.actions.models.action import Action, dated, post_key
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File


class Addition(models.Model):
    """Something added to an action: by whom, and when it was written. Rows are never changed."""

    by = post_key()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = "(select record_id from actions_action where id = old.action_id)"

    class Meta:
        abstract = True


class DateChange(models.Model):
    """A new date, its reason, who asked and who approved. A refused one is kept too.

    `printed` marks a change that an older paper shows without saying who approved it.
    """

    class Answer(models.TextChoices):
        ASKED = "asked", "Waiting for approval"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        PRINTED = "printed", "Taken from an older paper; no approval recorded"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="date_changes")
    old_on = models.DateField(null=True, blank=True)
    old_words = models.CharField(max_length=80, blank=True)
    new_on = models.DateField()
    round = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.ASKED)
    asked_by = post_key()
    asked_on = models.DateField()
    approved_by = post_key(null=True)
    approved_on = models.DateField(null=True, blank=True)
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_new_date_has_a_reason"),
            models.CheckConstraint(
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("asked_by")),
                name="nobody_approves_their_own_new_date",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["asked", "printed"]) | Q(approved_by__isnull=False),
                name="an_answered_date_says_who_answered",
            ),
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(answer="asked"),
                name="one_new_date_is_asked_at_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_in_words} to {day_words(self.new_on)}"

    @property
    def old_in_words(self) -> str:
        return day_words(self.old_on) if self.old_on else self.old_words or "no date"

    @property
    def counts(self) -> bool:
        return self.answer in {self.Answer.APPROVED, self.Answer.PRINTED}

    @property
    def took_effect_on(self) -> date | None:
        """The day of the move; None where an older paper does not say."""
        return self.approved_on


class Evidence(Addition):
    """What shows that it was done. Without a date it is kept, and the action stays unproven."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="evidence")
    what = models.CharField(max_length=300)
    dated_from = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    given_on = models.DateField()
    round = models.PositiveSmallIntegerField()
    file = models.ForeignKey(
        File, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.what

    @property
    def dated(self) -> Dated | None:
        return dated(self.dated_from, self.precision)


class Retest(Addition):
    """Somebody other than the owner looked again: did the improvement hold?"""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="retests")
    on = models.DateField()
    held = models.BooleanField()
    finding = models.CharField(max_length=300)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return "Held" if self.held else "Did not hold"


class Progress(Addition):
    """A note of what happened, dated as exactly as it was told, or "undated"."""

    class Sort(models.TextChoices):
        HAPPENED = "happened", "Happened"
        PLANNED = "planned", "Planned"
        CANCELLED = "cancelled", "Cancelled"

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="progress")
    sort = models.CharField(max_length=10, choices=Sort, default=Sort.HAPPENED)
    text = models.CharField(max_length=500)
    dated_from = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    printed_date = models.CharField(
        max_length=60, blank=True, help_text="As an older paper has it."
    )
    noted_on = models.DateField()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def dated(self) -> Dated | None:
        return dated(self.dated_from, self.precision)
