"""A strategy discussion, the children it is about, and each agency's part in it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Prefetch, Q

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.rules import Decision, Present, State


class DiscussionQuerySet(GuardedQuerySet["StrategyDiscussion"]):
    def about(self, child: Child) -> Self:
        """Return the discussions about one child."""
        return self.filter(Exists(DiscussionChild.objects.filter(discussion=OuterRef("pk"),
                                                                 child=child)))  # fmt: skip

    def from_contact(self, record: Record) -> Self:
        return self.filter(about_record=record)

    def held_between(self, *, since: date, until: date) -> Self:
        return self.filter(held_at__date__gte=since, held_at__date__lt=until)

    def for_list(self) -> Self:
        """Everything a list prints, in a fixed number of queries."""
        clocks = Prefetch("record__deadlines", queryset=Deadline.objects.for_page())
        found = self.select_related("record__owner", "called_by__agency", "chair__agency")
        return found.prefetch_related("children__child", clocks)

    def for_page(self) -> Self:
        actions = Prefetch("record__actions", queryset=Action.objects.for_page())
        return self.for_list().prefetch_related(
            "parts__source", "parts__post__agency", actions, "record__steps__by__agency"
        )


class StrategyDiscussion(models.Model):
    """One discussion, from its call to its record sent round. Decided once; a later one is new."""

    record = models.OneToOneField(
        Record, on_delete=models.PROTECT, related_name="strategy_discussion"
    )
    about_record = models.ForeignKey(
        Record, on_delete=models.PROTECT, null=True, related_name="strategy_discussions"
    )
    state = models.CharField(max_length=20, choices=[(s.value, s.value) for s in State])
    edition = models.CharField(max_length=10)
    called_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField()
    why = models.TextField()
    chair = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    held_at = models.DateTimeField(null=True)
    how = models.CharField(max_length=120, blank=True)
    decision = models.CharField(
        max_length=20, blank=True, choices=[(d.value, w) for d, w in rules.DECISION_WORDS.items()]
    )
    decision_why = models.TextField(blank=True)
    dissent = models.TextField(blank=True, help_text="Who saw it otherwise, in their words.")
    not_quorate_why = models.TextField(blank=True)
    protection = models.TextField(blank=True, help_text="What protects a child at once.")
    decided_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    s47_on = models.DateField(null=True, help_text="The day the enquiry starts: CIN N00148.")
    begun_on = models.DateField(null=True, help_text="The day the child was first seen for it.")

    objects = DiscussionQuerySet.as_manager()

    class Meta:
        ordering = ["-called_at", "-pk"]
        indexes = [models.Index(fields=["state"]), models.Index(fields=["s47_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=["called", "not held"])
                | (Q(held_at__isnull=False) & Q(decision__gt="") & Q(decision_why__gt="")),
                name="a_held_discussion_decides_and_says_why",
            ),
            models.CheckConstraint(
                condition=Q(s47_on__isnull=True)
                | Q(decision__in=[Decision.JOINT.value, Decision.SINGLE.value]),
                name="an_enquiry_starts_where_one_was_decided",
            ),
        ]

    def __str__(self) -> str:
        return self.record.reference

    @property
    def missing(self) -> tuple[str, ...]:
        """Return which agencies of the quorum took no part. Needs `parts__source`."""
        return rules.missing((p.source.sector, Present(p.present)) for p in self.parts.all())


class DiscussionChild(models.Model):
    """One child of a discussion: a brother's and a sister's are one."""

    discussion = models.ForeignKey(
        StrategyDiscussion, on_delete=models.PROTECT, related_name="children"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="discussions")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["discussion", "child"], name="a_child_is_in_a_discussion_once"
            )
        ]

    def __str__(self) -> str:
        return f"Child {self.child_id}"


class Part(Fact):
    """One agency's part: whether it took part, through whom, and what it brought. Its own fact."""

    discussion = models.ForeignKey(
        StrategyDiscussion, on_delete=models.PROTECT, related_name="parts"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=120, blank=True, help_text="Their role, in words.")
    invited = models.BooleanField(default=False)
    present = models.CharField(
        max_length=20,
        choices=[(p.value, p.value) for p in Present],
        default=Present.ABSENT.value,
    )
    brought = models.TextField(blank=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.source}: {self.present}"
