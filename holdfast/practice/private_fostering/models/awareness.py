"""Awareness work, answers to silences, and the year's statement: about no child."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Area, Post
from holdfast.practice.private_fostering.rules import awareness

SETTINGS = [(s.value, awareness.SETTING_WORDS[s]) for s in awareness.Setting]
ACTIVITIES = [(a.value, awareness.ACTIVITY_WORDS[a]) for a in awareness.Activity]


class ActivityQuerySet(models.QuerySet["Activity"]):
    def between(self, since: date, until: date, *, area: Area) -> "ActivityQuerySet":
        return self.filter(area=area, on__gte=since, on__lt=until)


class Activity(models.Model):
    """One piece of awareness work in one setting. `reached` is None where nobody counted."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    setting = models.CharField(max_length=20, choices=SETTINGS)
    kind = models.CharField(max_length=12, choices=ACTIVITIES)
    words = models.CharField(max_length=300)
    reached = models.PositiveIntegerField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(words__gt=""), name="awareness_work_says_what")
        ]

    def __str__(self) -> str:
        return f"{self.kind} on {self.on}"


class SilenceAnswer(models.Model):
    """Somebody answered why a setting tells of nobody: go there, or why not, until a day."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    setting = models.CharField(max_length=20, choices=SETTINGS)
    do_it = models.BooleanField()
    words = models.TextField()
    on = models.DateField()
    ask_again_on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(words__gt=""), name="a_silence_is_answered_in_words"
            )
        ]

    def __str__(self) -> str:
        return f"Answer on {self.setting}"


class Statement(models.Model):
    """The year's statement as it was made: its figures frozen, its words a manager's."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    year = models.CharField(max_length=7)
    version = models.PositiveSmallIntegerField()
    figures = models.JSONField()
    words = models.TextField(help_text="What the year taught, in the manager's words.")
    plan = models.TextField(help_text="What is to be done in the coming year.")
    made_on = models.DateField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-year", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year", "version"], name="a_statement_has_one_version"
            )
        ]

    def __str__(self) -> str:
        return f"{self.year}, version {self.version}"
