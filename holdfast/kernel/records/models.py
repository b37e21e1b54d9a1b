"""The spine: every case has one Record, every change to it is one Step, every paper one File."""

import uuid
from enum import StrEnum

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Agency, Area, Holding, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.retention import CLASSES


class Audience(StrEnum):
    """For whom a fact was given. A copy for anybody else leaves it out."""

    ROOM = "room"
    AGENCIES = "agencies"
    FAMILY = "family"
    ANYONE = "anyone"


class Sensitivity(StrEnum):
    """The class of a fact, in the words of data protection law."""

    PERSONAL = "personal"
    SPECIAL = "special_category"
    CRIMINAL = "criminal_offence"
    THIRD_PARTY = "third_party"
    NONE = "not_personal"


class Counter(models.Model):
    """The last number given out under a heading such as AL-2013."""

    heading = models.CharField(max_length=20, primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.heading}-{self.last:04d}"


class Record(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=40)
    reference = models.SlugField(max_length=20, unique=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    sealed = models.BooleanField()
    retention = models.CharField(
        max_length=30, choices=[(code, kept.words) for code, kept in CLASSES.items()]
    )
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        indexes = [models.Index(fields=["kind", "owner"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="a_record_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return self.reference


class Hold(models.Model):
    """A reason why a record may not be disposed of. It is lifted, never deleted."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="holds")
    reason = models.CharField(max_length=300)
    placed_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    placed_on = models.DateField()
    lifted_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    lifted_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(lifted_on__isnull=True) | Q(lifted_on__gte=F("placed_on")),
                name="a_hold_is_lifted_after_it_is_placed",
            ),
        ]

    def __str__(self) -> str:
        return self.reason


class Fact(models.Model):
    """What every fact, step and file carries: whose, from whom, for whom, of what class.

    Rooms' own facts (an account, an agency's update) extend this.
    """

    subjects = models.JSONField(
        default=list, help_text="Whom it is about, as keys within the record: adult, child-1."
    )
    source = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    audience = models.CharField(
        max_length=20, choices=choices(Audience), default=Audience.ROOM.value
    )
    sensitivity = models.CharField(
        max_length=20, choices=choices(Sensitivity), default=Sensitivity.PERSONAL.value
    )

    class Meta:
        abstract = True


class Step(Fact):
    """One thing that was done to a record. Rows are added and never changed."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="steps")
    section = models.CharField(max_length=30, default="story")
    move = models.CharField(max_length=40)
    from_state = models.CharField(max_length=40, blank=True)
    to_state = models.CharField(max_length=40, blank=True)
    on = models.DateField(help_text="The day it happened in the world.")
    written_at = models.DateTimeField(
        db_default=Now(), editable=False, help_text="Dated by the database."
    )
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["record", "on"])]

    def __str__(self) -> str:
        return f"{self.move} on {self.on}"


class File(Fact):
    """A paper kept with a record, and its digest. Rows are added and never changed."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="files")
    section = models.CharField(max_length=30, default="story")
    title = models.CharField(max_length=120)
    filename = models.CharField(max_length=60, help_text="Made by the product: never a name.")
    content_type = models.CharField(max_length=100)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return self.title
