"""The home: who lives there, what was checked, the parents, and what help was given."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact
from holdfast.practice.private_fostering.models.arrangement import Arrangement
from holdfast.practice.private_fostering.rules import law


class Member(Fact):
    """Somebody who lives in the home. One of them at least is the carer."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="members")
    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    age = models.PositiveSmallIntegerField(null=True)
    carer = models.BooleanField(default=False)
    tie = models.CharField(max_length=120, blank=True, help_text="Who it is to the child.")
    joined_on = models.DateField()
    left_on = models.DateField(null=True)

    class Meta:
        ordering = ["-carer", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "number"], name="a_member_is_numbered_once"
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="a_member_leaves_after_joining",
            ),
        ]

    def __str__(self) -> str:
        return f"Member {self.number}"


class Parent(Fact):
    """A parent, or somebody with parental responsibility: where, what they agreed, how reached."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="parents")
    name = models.CharField(max_length=120)
    tie = models.CharField(max_length=60)
    has_pr = models.BooleanField(null=True)
    reach = models.CharField(max_length=200, blank=True, help_text="Address, telephone.")
    agrees = models.BooleanField(null=True, help_text="To the arrangement. Null: not asked yet.")
    contact = models.TextField(blank=True, help_text="How the child and this parent keep touch.")
    spoken_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Parent {self.pk}"


class Check(Fact):
    """One thing looked into, of one member or of the home: asked on a day, answered on another."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="checks")
    member = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="checks"
    )  # fmt: skip
    kind = models.CharField(
        max_length=10, choices=[(k.value, law.CHECK_WORDS[k]) for k in law.CheckKind]
    )
    asked_on = models.DateField()
    of_whom = models.CharField(max_length=160, blank=True, help_text="Whom we asked.")
    answered_on = models.DateField(null=True)
    result = models.CharField(
        max_length=12, blank=True, choices=[(r.value, law.RESULT_WORDS[r]) for r in law.Result]
    )
    words = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["asked_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "member", "kind"],
                condition=Q(answered_on__isnull=True, member__isnull=False),
                name="a_member_is_asked_about_once_at_a_time",
            ),
            models.UniqueConstraint(
                fields=["arrangement", "kind"],
                condition=Q(answered_on__isnull=True, member__isnull=True),
                name="a_home_is_asked_about_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=(Q(answered_on__isnull=True) & Q(result=""))
                | (Q(answered_on__gte=F("asked_on")) & Q(result__gt="")),
                name="a_check_is_answered_with_a_result",
            ),
            models.CheckConstraint(
                condition=~Q(result__in=["concern", "refused"]) | Q(words__gt=""),
                name="a_worrying_check_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} check"


class Support(Fact):
    """Advice or help given to the child, the carer or the parents."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="supports")
    on = models.DateField()
    to = models.CharField(max_length=60)
    what = models.TextField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"Support {self.pk}"
