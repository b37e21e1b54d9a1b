"""What is gathered: texts, sightings of the child, the child's words, factors, carried facts."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact, File
from holdfast.practice.assessments.models.case import Assessment, AssessmentChild
from holdfast.practice.assessments.rules import carried, voices

OF_AN_ASSESSMENT = "(select record_id from assessments_assessment where id = old.assessment_id)"


class SidedTextQuerySet(models.QuerySet["SidedText"]):
    def latest_of(self, side: str, who: str) -> "SidedText | None":
        """Return a side as it was saved last, for everybody or for one child."""
        found = self.filter(side=side, who=who).select_related("by")
        return found.order_by("-version").first()


class SidedText(Fact):
    """One side of the assessment as it was written once. Every saving is a new row.

    The constraint on the version is what tells a second editor that somebody was first. A text
    without a child is about all of them.
    """

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="texts")
    child = models.ForeignKey(
        AssessmentChild, on_delete=models.PROTECT, null=True, related_name="texts"
    )
    who = models.CharField(max_length=12, blank=True, help_text="child-1, or empty for everybody.")
    side = models.CharField(max_length=20)
    version = models.PositiveSmallIntegerField()
    said = models.JSONField(default=dict, help_text="Each dimension with what was written.")
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = SidedTextQuerySet.as_manager()

    ADDED_ONLY = OF_AN_ASSESSMENT

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "who", "side", "version"],
                name="a_side_is_written_once_in_a_version",
            ),
            models.CheckConstraint(
                condition=Q(child__isnull=True, who="") | Q(child__isnull=False, who__gt=""),
                name="a_sides_child_and_its_key_agree",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.side}, version {self.version}"


class Sighting(Fact):
    """Somebody saw the child, alone or not, or did not and says why."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sightings")
    child = models.ForeignKey(AssessmentChild, on_delete=models.PROTECT, related_name="sightings")
    on = models.DateField()
    seen = models.CharField(
        max_length=12, choices=[(s.value, voices.SEEN_WORDS[s]) for s in voices.Seen]
    )
    who = models.CharField(max_length=160, help_text="Who saw the child, as a post.")
    place = models.CharField(max_length=160)
    why = models.CharField(max_length=500, blank=True)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_AN_ASSESSMENT

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seen=voices.Seen.ALONE.value) | Q(why__gt=""),
                name="not_seen_alone_has_its_reason",
            )
        ]

    def __str__(self) -> str:
        return f"{self.seen} on {self.on}"


class Voice(Fact):
    """The child's own words, or a drawing, as the child gave them."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="voices")
    child = models.ForeignKey(AssessmentChild, on_delete=models.PROTECT, related_name="voices")
    house = models.CharField(
        max_length=12, choices=[(h.value, voices.WORDS[h]) for h in voices.House]
    )
    words = models.TextField(blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")
    shows = models.CharField(
        max_length=300, blank=True, help_text="What a drawing shows, in words."
    )
    to_whom = models.CharField(max_length=160)
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_AN_ASSESSMENT

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(words__gt="") | (Q(file__isnull=False) & Q(shows__gt="")),
                name="a_voice_has_words_or_a_described_drawing",
            )
        ]

    def __str__(self) -> str:
        return f"Voice {self.pk}"


class FactorFound(models.Model):
    """A factor that was found for a child at the end, with what shows it."""

    child = models.ForeignKey(AssessmentChild, on_delete=models.PROTECT, related_name="factors")
    key = models.CharField(max_length=30)
    found_on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["child", "key"], name="a_factor_is_found_once")
        ]

    def __str__(self) -> str:
        return self.key


class CarriedFact(Fact):
    """Something an earlier record says, and whether it is still true."""

    child = models.ForeignKey(AssessmentChild, on_delete=models.PROTECT, related_name="facts")
    key = models.CharField(max_length=40)
    label = models.CharField(max_length=80)
    value = models.TextField()
    from_record = models.CharField(max_length=160, help_text="Whose word it is.")
    since = models.DateField()
    answer = models.CharField(
        max_length=12, blank=True, choices=[(a.value, carried.WORDS[a]) for a in carried.Answer]
    )
    now = models.TextField(blank=True, help_text="What is true now, where it was corrected.")
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["child", "key"], name="a_fact_is_carried_once"),
            models.CheckConstraint(
                condition=~Q(answer=carried.Answer.CORRECTED.value) | Q(now__gt=""),
                name="a_corrected_fact_says_what_is_true",
            ),
        ]

    def __str__(self) -> str:
        return self.label
