"""Visits that were made, and visits that were not."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact
from holdfast.practice.private_fostering.models.arrangement import Arrangement
from holdfast.practice.private_fostering.rules import law, visiting


class Visit(Fact):
    """One visit, or one that was missed and why. A missed visit leaves the clock running."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="visits")
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    made = models.BooleanField()
    counts = models.BooleanField(help_text="It met the duty: child alone or a reason, and report.")
    rule = models.CharField(max_length=20, blank=True, help_text="The duty it answered.")
    due_on = models.DateField(null=True, help_text="By when it was due, as it then stood.")
    missed_why = models.CharField(
        max_length=20, blank=True, choices=[(m.value, law.MISSED_WORDS[m]) for m in law.Missed]
    )
    missed_words = models.TextField(blank=True)
    child_seen = models.BooleanField(default=False)
    alone = models.BooleanField(default=False)
    why_not_alone = models.TextField(blank=True)
    words = models.TextField(blank=True, help_text="What the child said, in the child's words.")
    language = models.CharField(max_length=60, blank=True, help_text="Spoken in, by whom.")
    who_else = models.CharField(max_length=300, blank=True)
    parents = models.CharField(max_length=300, blank=True)
    home = models.TextField(blank=True)
    report = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "number"], name="a_visit_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=(Q(made=True) & Q(missed_why=""))
                | (Q(made=False) & Q(missed_why__gt="")),
                name="a_visit_is_made_or_missed_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(counts=False) | (Q(made=True, child_seen=True) & Q(report__gt="")),
                name="a_visit_counts_with_child_and_report",
            ),
            models.CheckConstraint(
                condition=Q(alone=False) | Q(child_seen=True), name="a_child_seen_alone_was_seen"
            ),
        ]

    def __str__(self) -> str:
        return f"Visit {self.number}"

    @property
    def seen(self) -> visiting.Seen:
        return visiting.Seen(
            self.child_seen, self.alone, self.why_not_alone, self.report, self.words
        )
