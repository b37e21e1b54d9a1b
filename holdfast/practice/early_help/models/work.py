"""What is done with a family: the assessment, meetings, help of each kind, stepping up."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.early_help.models.family import EarlyHelp
from holdfast.practice.early_help.rules import assessing, law, words


class Assessment(Fact):
    """One assessment with the whole family. It bears the name of the day it began."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="assessments")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    started_on = models.DateField()
    author = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    present = models.JSONField(default=list, help_text="Who of the family took part.")
    conclusion = models.TextField(blank=True)
    tier = models.CharField(
        max_length=1, blank=True, choices=[(t.value, law.TIER_WORDS[t]) for t in law.Tier]
    )
    tier_why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    completed_on = models.DateField(null=True)
    completed_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "number"], name="an_assessment_is_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["early_help"],
                condition=Q(completed_on__isnull=True),
                name="one_assessment_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(completed_on__isnull=True) | Q(completed_on__gte=F("started_on")),
                name="an_assessment_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(tier="") | Q(tier_why__gt=""), name="a_level_of_need_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.number}"

    @classmethod
    def under_way(cls, family: EarlyHelp) -> "Assessment | None":
        """Return a family's assessment that is not complete. Prefetched rows are used."""
        found = [one for one in family.assessments.all() if one.completed_on is None]
        return found[0] if found else None

    def whole(self) -> assessing.Whole:
        """The assessment as the rules read it."""
        return assessing.Whole(
            sections={assessing.Section(s.section): s.written for s in self.sections.all()},
            present=tuple(self.present),
            conclusion=self.conclusion,
            tier=self.tier,
            tier_why=self.tier_why,
        )


class SectionText(Fact):
    """One section of an assessment. Each has its own version, so that two may write at once."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="sections")
    section = models.CharField(
        max_length=10, choices=[(s.value, asks.title) for s, asks in assessing.SECTIONS.items()]
    )
    strengths = models.TextField(blank=True)
    needs = models.TextField(blank=True)
    words = models.TextField(blank=True, help_text="The family's own words, and whose.")
    version = models.PositiveIntegerField(default=1)
    carried = models.BooleanField(default=False, help_text="Taken over, and not yet looked at.")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["assessment", "section"], name="a_section_is_in_an_assessment_once"
            )
        ]

    def __str__(self) -> str:
        return self.section

    @property
    def written(self) -> assessing.Written:
        return assessing.Written(self.strengths, self.needs, self.words)


class Meeting(Fact):
    """The team around the family meets; or its network does, about risk at home."""

    class Kind(models.TextChoices):
        TEAM = "team", "Team around the family"
        NETWORK = "network", "Network meeting"

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=Kind)
    called_on = models.DateField()
    on = models.DateField(help_text="Planned for; once held, the day it was.")
    chair = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    held = models.BooleanField(default=False)
    present = models.JSONField(default=list)
    apologies = models.JSONField(default=list)
    children = models.TextField(blank=True, help_text="How the children were heard.")
    better = models.TextField(blank=True, help_text="What goes better.")
    worries = models.TextField(blank=True, help_text="What is still a worry, and what lessens it.")
    decided = models.TextField(blank=True)
    next_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "number"], name="a_team_meeting_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(held=False) | Q(decided__gt=""),
                name="a_team_meeting_decides_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class Support(Fact):
    """One piece of help offered to somebody of the family, under the strand it belongs to."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="supports")
    number = models.PositiveSmallIntegerField()
    strand = models.CharField(max_length=80, blank=True, help_text="Such as: naming what happens.")
    kind = models.CharField(
        max_length=28, choices=[(k.value, words.KIND_WORDS[k]) for k in words.Kind]
    )
    what = models.CharField(max_length=300)
    provider = models.CharField(max_length=160, blank=True)
    whom = models.CharField(max_length=160)
    basis = models.CharField(
        max_length=10, choices=[(b.value, law.BASIS_WORDS[b]) for b in law.Basis]
    )
    basis_words = models.CharField(max_length=160, blank=True)
    state = models.CharField(
        max_length=10, choices=[(t.value, words.TAKEN_WORDS[t]) for t in words.Taken]
    )
    offered_on = models.DateField()
    changed_on = models.DateField()
    result = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "number"], name="a_support_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(changed_on__gte=F("offered_on")), name="a_support_changes_after_it"
            ),
        ]

    def __str__(self) -> str:
        return self.what


class StepUp(models.Model):
    """The family's needs went beyond early help, and the front door was told."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="step_ups")
    on = models.DateField()
    why = models.TextField()
    family_told = models.BooleanField()
    why_not_told = models.TextField(blank=True)
    referral = models.JSONField(default=dict, help_text="What the front door is told.")
    contact = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(why__gt=""), name="a_step_up_has_its_reason"),
            models.CheckConstraint(
                condition=Q(family_told=True) | Q(why_not_told__gt=""),
                name="not_telling_the_family_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Step up on {self.on}"
