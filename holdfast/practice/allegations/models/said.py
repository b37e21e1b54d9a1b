"""What was told, by whom, to whom: advice, updates, letters, and who knows of it."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact
from holdfast.practice.allegations.models.case import Allegation
from holdfast.practice.allegations.models.work import Strand
from holdfast.practice.allegations.rules import procedure


class Advice(Fact):
    """A call: who rang, what they said, and what they were told to do."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="advices")
    caller = models.CharField(max_length=200)
    said = models.TextField()
    child_safe = models.CharField(
        max_length=10, choices=[(s.value, s.value) for s in procedure.Safety]
    )
    advice = models.TextField()
    view = models.CharField(max_length=10, choices=[(v.value, v.value) for v in procedure.View])
    rang_at = models.DateTimeField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["rang_at", "pk"]

    def __str__(self) -> str:
        return f"Advice {self.pk}"


class Update(Fact):
    """An agency tells how its part stands, through the grant its post was given."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="updates")
    strand = models.ForeignKey(Strand, on_delete=models.PROTECT, null=True, related_name="updates")
    on = models.DateField()
    text = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"Update {self.pk}"


class Told(models.Model):
    """The child, the parent or the adult was told; or was not, and why, and when to look again."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="tellings")
    reader = models.CharField(
        max_length=10, choices=[(r.value, r.value.capitalize()) for r in procedure.Reader]
    )
    who = models.CharField(max_length=120)
    on = models.DateField(null=True)
    how = models.CharField(max_length=200, blank=True)
    told_by = models.CharField(max_length=160, blank=True)
    what = models.TextField(blank=True)
    why_not = models.TextField(blank=True)
    review_on = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=(Q(on__isnull=False) & Q(how__gt="") & Q(told_by__gt=""))
                | (Q(on__isnull=True) & Q(why_not__gt="") & Q(review_on__isnull=False)),
                name="told_or_it_is_said_why_not",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reader} told"


class Copy(models.Model):
    """A letter made for one named reader. Its text is frozen when it is sent."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="copies")
    number = models.PositiveSmallIntegerField()
    reader = models.CharField(max_length=200)
    reader_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    title = models.CharField(max_length=120)
    text = models.TextField()
    withheld = models.TextField(blank=True, help_text="Named to the author only.")
    disclosed = models.TextField(blank=True, help_text="Why more was told than usual.")
    sent_on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "number"], name="a_copy_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(reader_post__isnull=True) | ~Q(reader_post=F("by")),
                name="nobody_writes_to_themselves",
            ),
        ]

    def __str__(self) -> str:
        return self.title
