"""A body of the board, the terms it works by, and the bodies outside that it deals with."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from holdfast.board.partnership.rules.words import KIND_WORDS, BodyKind
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records.models import Record

KINDS = [(kind.value, words) for kind, words in KIND_WORDS.items()]


def in_force(day: date) -> Q:
    """What had started, or whose start nobody wrote down, and had not ended by a day."""
    started = Q(starts_on__isnull=True) | Q(starts_on__lte=day)
    return started & (Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class BodyQuerySet(GuardedQuerySet["Body"]):
    def of(self, area: Area) -> Self:
        return self.filter(record__area=area)

    def existing(self, *, on: date) -> Self:
        """Return the bodies that there are on a day, its first and its last day included."""
        return self.filter(in_force(on))

    def for_page(self) -> Self:
        return self.select_related("record__area", "reports_to__record", "follows__record")


class Body(models.Model):
    """The board, a board of its two, a sub-group, a task and finish group or a panel.

    `follows` is the body that it took over from, so that one history leads across a change of law.
    A start that no paper gives is left out.
    """

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="board_body")
    code = models.CharField(max_length=12)
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=24, choices=KINDS)
    purpose = models.CharField(max_length=500)
    reports_to = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="groups"
    )
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    meets_a_year = models.PositiveSmallIntegerField(null=True, blank=True)
    joint_with = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = BodyQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_body_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=~Q(kind=BodyKind.TASK_AND_FINISH.value) | Q(ends_on__isnull=False),
                name="a_task_and_finish_group_has_an_end",
            ),
            models.CheckConstraint(
                condition=Q(kind__in=[kind.value for kind in BodyKind]),
                name="a_body_is_of_a_known_kind",
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="a_body_says_what_it_is_for"),
            models.CheckConstraint(
                condition=Q(reports_to__isnull=True) | ~Q(reports_to=F("id")),
                name="a_body_does_not_report_to_itself",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def exists(self, *, on: date) -> bool:
        started = self.starts_on is None or self.starts_on <= on
        return started and (self.ends_on is None or self.ends_on >= on)

    @property
    def kind_words(self) -> str:
        return KIND_WORDS[BodyKind(self.kind)]


class Terms(models.Model):
    """What a body is to do, in one version. Earlier versions stay and can be read."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveSmallIntegerField()
    agreed_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    text = models.TextField(blank=True)
    duties = models.JSONField(default=list, help_text="What it has to do, as texts.")
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = "(select record_id from partnership_body where id = old.body_id)"

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="terms_are_numbered_once"),
            models.CheckConstraint(
                condition=Q(review_on__isnull=True) | Q(review_on__gt=F("agreed_on")),
                name="terms_are_reviewed_after_they_are_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.body.name}, version {self.number}"


class LinkedBody(models.Model):
    """A body that is not the board's own, and the seat that speaks for the board there."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="links")
    name = models.CharField(max_length=120)
    what = models.CharField(max_length=300)
    represented_by = models.ForeignKey(
        Post, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    represented_role = models.CharField(max_length=120, blank=True)
    agreement = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "name"],
                condition=Q(ends_on__isnull=True),
                name="a_linked_body_is_listed_once",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_link_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def represented_words(self) -> str:
        return self.represented_by.title if self.represented_by else self.represented_role
