"""Who is let into a record, and who is shut out. Rows are added, never changed.

What ends is ended by a row of its own, so the past stays as it was.
"""

from datetime import datetime

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Holding, Person, Post
from holdfast.kernel.records.models import Record


class GrantQuerySet(models.QuerySet["Grant"]):
    def live(self, *, at: datetime) -> "GrantQuerySet":
        """Return the grants that neither expired nor were ended."""
        return self.filter(
            ~Exists(GrantEnd.objects.filter(grant=OuterRef("pk"), ended_at__lte=at)),
            expires_at__gt=at,
        )


class Grant(models.Model):
    """A post is let into named sections of one record, for a purpose, until a moment."""

    class Level(models.TextChoices):
        SEE = "see", "May read"
        WORK = "work", "May read and add"

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="grants")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    level = models.CharField(max_length=4, choices=Level, default=Level.SEE)
    sections = models.CharField(max_length=200, help_text="Between bars: |meeting|updates|")
    purpose = models.CharField(max_length=300)
    lawful_basis = models.CharField(max_length=300)
    family_told = models.BooleanField()
    why_not_told = models.CharField(max_length=300, blank=True)
    expires_at = models.DateTimeField()
    given_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = GrantQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(family_told=True) | Q(why_not_told__gt=""),
                name="the_family_is_told_or_it_is_said_why_not",
            ),
            models.CheckConstraint(
                condition=~Q(given_by=F("post")), name="nobody_grants_to_themselves"
            ),
            models.CheckConstraint(
                condition=Q(purpose__gt="") & Q(lawful_basis__gt=""),
                name="a_grant_has_its_purpose_and_basis",
            ),
        ]

    def __str__(self) -> str:
        return f"Grant {self.pk}"


class GrantEnd(models.Model):
    grant = models.OneToOneField(Grant, on_delete=models.PROTECT, related_name="end")
    ended_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(db_default=Now(), editable=False)
    why = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"End of grant {self.grant_id}"


class MemberQuerySet(models.QuerySet["Member"]):
    def live(self, *, at: datetime) -> "MemberQuerySet":
        return self.filter(
            ~Exists(MemberEnd.objects.filter(member=OuterRef("pk"), ended_at__lte=at))
        )


class Member(models.Model):
    """A post belongs to a sealed record's circle. Nobody else is let in, granted or not.

    Whom a grant brought in belongs to it for that grant's sake only (`grant` says which).
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="members")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.CharField(max_length=300)
    admitted_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    admitted_at = models.DateTimeField(db_default=Now(), editable=False)

    objects = MemberQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["record", "post"])]

    def __str__(self) -> str:
        return f"Member {self.pk}"


class MemberEnd(models.Model):
    member = models.OneToOneField(Member, on_delete=models.PROTECT, related_name="end")
    ended_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(db_default=Now(), editable=False)
    why = models.CharField(max_length=300)

    def __str__(self) -> str:
        return f"End of member {self.member_id}"


class ShutOut(models.Model):
    """A conflict of interest: the person is kept out in whatever post. It beats all else."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="shut_outs")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        indexes = [models.Index(fields=["record", "person"])]

    def __str__(self) -> str:
        return f"Shut-out {self.pk}"


class ShutOutLift(models.Model):
    """The wrong person had been shut out. Two posts must say so: neither is the person."""

    shut_out = models.OneToOneField(ShutOut, on_delete=models.PROTECT, related_name="lift")
    asked_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    approved_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(asked_by=F("approved_by")), name="a_lift_needs_two_posts"
            )
        ]

    def __str__(self) -> str:
        return f"Lift of shut-out {self.shut_out_id}"


class BreakGlass(models.Model):
    """A post opened a record it has no right to, for a stated reason, for a few hours."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="break_glasses")
    holding = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500)
    began_at = models.DateTimeField(db_default=Now(), editable=False)
    ends_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Break-glass {self.pk}"


class BreakGlassReview(models.Model):
    class Finding(models.TextChoices):
        NEEDED = "needed", "Needed, and no more than needed"
        TOO_MUCH = "too_much", "Needed, but more was opened than needed"
        NOT_NEEDED = "not_needed", "Not needed: tell their manager and the information lead"

    break_glass = models.OneToOneField(BreakGlass, on_delete=models.PROTECT, related_name="review")
    reviewed_by = models.ForeignKey(Holding, on_delete=models.PROTECT, related_name="+")
    finding = models.CharField(max_length=12, choices=Finding)
    why = models.CharField(max_length=500)
    at = models.DateTimeField(db_default=Now(), editable=False)

    def __str__(self) -> str:
        return f"Review of break-glass {self.break_glass_id}"
