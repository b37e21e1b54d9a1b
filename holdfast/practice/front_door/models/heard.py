"""What the referrer hears and answers."""

from typing import Self

from django.db import models
from django.db.models import Q

from holdfast.engines.copies.models import Copy
from holdfast.kernel.directory.models import Post
from holdfast.practice.front_door.models.contact import Contact
from holdfast.practice.front_door.rules import disagreeing as rules

REASONS = [(r.value, rules.REASON_WORDS[r]) for r in rules.Reason]
OUTCOMES = [(o.value, rules.OUTCOME_WORDS[o]) for o in rules.Outcome]


class Letter(models.Model):
    """The copy that a referrer got of a decision: until when they disagree, when they read it."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveSmallIntegerField()
    reader = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    copy = models.OneToOneField(Copy, on_delete=models.PROTECT, related_name="+")
    disagree_by = models.DateField()
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "number"], name="a_letter_from_the_hub_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Letter {self.number}"

    @property
    def text(self) -> str:
        return self.copy.letter.text


class DisagreementQuerySet(models.QuerySet["Disagreement"]):
    def open(self) -> Self:
        return self.filter(outcome="")

    def for_list(self) -> Self:
        return self.select_related(
            "contact__record", "ours__agency", "raised_by__agency"
        ).prefetch_related("contact__children", "contact__record__deadlines")


class Disagreement(models.Model):
    """A referrer disagrees with a decision: why, at which stage it is, and how it ended."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="disagreements")
    number = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=20, choices=REASONS)
    words = models.TextField(blank=True)
    danger = models.BooleanField(default=False, help_text="The referrer says: danger now.")
    stage = models.PositiveSmallIntegerField(default=0)
    ours = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    theirs = models.CharField(max_length=160, help_text="Who speaks for the referrer.")
    raised_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField()
    raised_on = models.DateField()
    outcome = models.CharField(max_length=10, blank=True, choices=OUTCOMES)
    answer = models.TextField(blank=True)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    objects = DisagreementQuerySet.as_manager()

    class Meta:
        ordering = ["-raised_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "number"], name="a_disagreement_of_a_contact_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(outcome="") | (Q(answer__gt="") & Q(settled_on__isnull=False)),
                name="a_settled_disagreement_has_its_answer",
            ),
        ]

    def __str__(self) -> str:
        return f"Disagreement {self.number}"

    @property
    def key(self) -> str:
        """What its clocks are about, within the contact's record."""
        return f"disagreement-{self.number}"
