"""What is done about an allegation: meetings, strands, the employer's decisions, regulators."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory.models import Post
from holdfast.practice.allegations.models.case import Allegation
from holdfast.practice.allegations.rules import law, procedure


class Meeting(models.Model):
    """A strategy or allegations meeting; the word follows the day it was held."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField()
    word = models.CharField(max_length=40)
    called_on = models.DateField()
    on = models.DateField()
    chair = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    held = models.BooleanField(default=False)
    decisions = models.TextField(blank=True)
    next_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "number"], name="a_meeting_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Meeting {self.number}"


class Invitation(models.Model):
    """A post is asked to a meeting and let into its section by a grant, which expires."""

    class Attendance(models.TextChoices):
        INVITED = "invited", "Invited"
        PRESENT = "present", "Present"
        APOLOGIES = "apologies", "Sent apologies"
        ABSENT = "absent", "Did not come"

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitations")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, null=True, related_name="+")
    attendance = models.CharField(max_length=10, choices=Attendance, default=Attendance.INVITED)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "post"], name="a_post_is_invited_once")
        ]

    def __str__(self) -> str:
        return f"Invitation {self.pk}"


class MeetingItem(models.Model):
    """What was said under one heading of the standard agenda."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120)
    said = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]

    def __str__(self) -> str:
        return self.heading


class Strand(models.Model):
    """One agency's own inquiry. Several can run at once; the record shows which one waits."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="strands")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(
        max_length=12, choices=[(s.value, procedure.STRAND_WORDS[s]) for s in procedure.Strand]
    )
    whose_move = models.CharField(max_length=160)
    opened_on = models.DateField()
    closed_on = models.DateField(null=True)
    result = models.TextField(blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "number"], name="a_strand_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("opened_on")),
                name="a_strand_closes_after_it_opens",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(result__gt=""),
                name="a_closed_strand_has_its_result",
            ),
        ]

    def __str__(self) -> str:
        return self.kind


class Suspension(models.Model):
    """What the employer decided about the adult's work. The LADO's advice stands beside it."""

    class Decision(models.TextChoices):
        STAYS = "stays", "Stays at work as before"
        OTHER_DUTIES = "other_duties", "Other duties, away from the child"
        LEAVE = "leave", "Stays at home on leave"
        SUSPENDED = "suspended", "Suspended"
        REINSTATED = "reinstated", "Back at work"
        RESIGNED = "resigned", "Resigned"
        DISMISSED = "dismissed", "Dismissed"

    allegation = models.ForeignKey(
        Allegation, on_delete=models.PROTECT, related_name="suspensions"
    )
    decision = models.CharField(max_length=12, choices=Decision)
    decided_on = models.DateField()
    decided_by = models.CharField(max_length=160, help_text="Who decided, for the employer.")
    until = models.DateField(null=True)
    why = models.TextField()
    alternatives = models.TextField(help_text="What else was considered.")
    lado_advice = models.TextField(blank=True)
    written_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["decided_on", "pk"]

    def __str__(self) -> str:
        return self.decision


class RegulatorReferral(models.Model):
    """A referral to the barring service or a regulator was considered, and made or not."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="referrals")
    body = models.CharField(max_length=20, choices=[(b.value, b.value) for b in law.Body])
    body_name = models.CharField(max_length=80, help_text="What it was called on that day.")
    considered_on = models.DateField()
    made_on = models.DateField(null=True)
    whose_duty = models.CharField(max_length=160)
    reason = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(made_on__isnull=True) | Q(made_on__gte=F("considered_on")),
                name="a_referral_follows_its_thought",
            ),
            models.CheckConstraint(
                condition=Q(reason__gt=""), name="a_referral_or_none_has_its_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.body
