"""The arrangement itself: one child in somebody else's home, and who told of it."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, Min, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Now

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.words import Sex
from holdfast.practice.private_fostering.rules import law, states, telling, visiting

RELATIONS = [(r.value, law.RELATION_WORDS[r]) for r in law.Relation]
CIRCUMSTANCES = [(c.value, law.CIRCUMSTANCE_WORDS[c]) for c in law.Circumstance]
NOTICES = [(n.value, telling.NOTICE_WORDS[n]) for n in telling.Notice]
TELLERS = [(t.value, telling.TELLER_WORDS[t]) for t in telling.Teller]


def _clocks() -> "Prefetch[Any]":
    return Prefetch("record__deadlines", queryset=Deadline.objects.for_page())


ON_THE_PAGE = (
    "notices__by__agency", "visits__by__agency", "members__checks", "members__disqualifications",
    "members__disqualifications__by__agency", "checks__member", "parents", "supports__by",
    "decisions__by__agency", "decisions__requirements", "decisions__appeals",
    "record__steps__by__agency", "record__grants__post__agency", "record__grants__end",
)  # fmt: skip


class ArrangementQuerySet(GuardedQuerySet["Arrangement"]):
    def live(self) -> "ArrangementQuerySet":
        return self.filter(state__in=sorted(s.value for s in states.LIVE))

    def about(self, child: Child) -> "ArrangementQuerySet":
        """Return the arrangements of one child, the newest first."""
        return self.filter(child=child).order_by("-aware_on", "-pk")

    def told(self, *, since: date, until: date) -> "ArrangementQuerySet":
        """Return those of which the authority became aware on or after `since`, before `until`."""
        return self.filter(aware_on__gte=since, aware_on__lt=until)

    def open_at(self, day: date) -> "ArrangementQuerySet":
        """Return those that were known and not over on a day."""
        found = self.filter(aware_on__lte=day).exclude(state=states.State.NOT_FOSTERING.value)
        return found.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=day))

    def late(self, *, on: date) -> "ArrangementQuerySet":
        """Return those with a running clock past its day."""
        return self.filter(Exists(Deadline.objects.late(on=on).filter(record=OuterRef("record"))))

    def by_what_is_due(self) -> "ArrangementQuerySet":
        """Annotate `due_next` with the soonest open clock, so that a list sorts by it."""
        running = Q(record__deadlines__met_on=None, record__deadlines__stopped_on=None)
        return self.annotate(due_next=Min("record__deadlines__due_on", filter=running))

    def of_home(self, key: str) -> "ArrangementQuerySet":
        """Return the live arrangements in one home; none where the home is not known."""
        return self.live().filter(home_key=key) if key else self.none()

    def for_list(self) -> "ArrangementQuerySet":
        """Everything a list prints, in a fixed number of queries."""
        found = self.select_related("record", "worker__agency", "child__record")
        return found.prefetch_related(_clocks())

    def for_page(self) -> "ArrangementQuerySet":
        """Everything the record page prints, in a fixed number of queries."""
        found = self.for_list().select_related("record__area", "record__owner")
        return found.prefetch_related(*ON_THE_PAGE)


class Arrangement(models.Model):
    """One child's arrangement. `aware_on` starts the first year: regulation 8(6)."""

    record = models.OneToOneField(
        Record, on_delete=models.PROTECT, related_name="private_fostering"
    )
    child = models.ForeignKey(Child, on_delete=models.PROTECT, null=True, related_name="+")
    forename = models.CharField(max_length=60, help_text="The child's name, as told.")
    surname = models.CharField(max_length=60, blank=True)
    born_on = models.DateField(null=True)
    age = models.PositiveSmallIntegerField(null=True, help_text="As told, where no day is known.")
    disabled = models.BooleanField(null=True)
    sex = models.CharField(max_length=8, blank=True, choices=choices(Sex))
    language = models.CharField(max_length=60, blank=True)
    culture = models.CharField(max_length=200, blank=True)
    school = models.CharField(max_length=120, blank=True)

    state = models.CharField(
        max_length=24, choices=[(s.value, states.WORDS[s]) for s in states.State]
    )
    worker = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    aware_on = models.DateField()
    starts_on = models.DateField(null=True)
    meant_until = models.DateField(null=True)
    meant_to_go_on = models.BooleanField(null=True)
    why = models.TextField(blank=True, help_text="Why the child is there, in the teller's words.")
    circumstance = models.CharField(max_length=2, blank=True, choices=CIRCUMSTANCES)

    carer = models.CharField(max_length=160)
    relation = models.CharField(max_length=20, choices=RELATIONS)
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    home_key = models.CharField(max_length=20, blank=True, db_index=True)

    notice_kind = models.CharField(max_length=12, choices=NOTICES)
    told_by = models.CharField(max_length=14, choices=TELLERS)
    ended_on = models.DateField(null=True)
    end_why = models.TextField(blank=True)
    went_to = models.CharField(max_length=160, blank=True)

    objects = ArrangementQuerySet.as_manager()

    class Meta:
        ordering = ["-aware_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(end_why__gt=""),
                name="an_arrangement_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=False)
                | ~Q(state__in=sorted(s.value for s in states.OVER)),
                name="an_arrangement_that_is_over_has_its_day",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("aware_on"))
                | ~Q(state=states.State.NOT_FOSTERING.value),
                name="a_finding_follows_the_notice",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Arrangement {self.pk}"

    @property
    def known_as(self) -> str:
        return f"{self.forename} {self.surname}".strip()

    @property
    def is_live(self) -> bool:
        return self.state in states.LIVE


class Notice(Fact):
    """Somebody told the authority: who, when, of what, in whose words."""

    arrangement = models.ForeignKey(Arrangement, on_delete=models.PROTECT, related_name="notices")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=NOTICES)
    teller = models.CharField(max_length=14, choices=TELLERS)
    who = models.CharField(max_length=160, help_text="Name and how to reach them.")
    told_on = models.DateField()
    text = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["arrangement", "number"], name="a_notice_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Notice {self.number}"


def visit_clocks(arrangement: Arrangement) -> list[visiting.Interval]:
    """Return every duty to visit of an arrangement, as plain values. Prefetched by `for_list`."""
    return [
        visiting.Interval(
            one.rule_id,
            one.due_on,
            one.met_on,
            stopped=bool(one.stopped_on or one.disapplied_because),
        )
        for one in arrangement.record.deadlines.all()
        if one.rule_id in visiting.VISITS
    ]


def notices_between(since: date, until: date) -> "QuerySet[Notice]":
    """Return the notices that opened a record, told on or after `since` and before `until`."""
    opening = [kind.value for kind in telling.BEGINNINGS]
    return Notice.objects.filter(number=1, kind__in=opening, told_on__gte=since, told_on__lt=until)
