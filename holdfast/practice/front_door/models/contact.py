"""The contact itself: one report, its children as told, its grades, and what was decided."""

from datetime import date
from typing import Any, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Now

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Agency, Area, Holding, Post
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.keys import normal_postcode
from holdfast.practice.children.rules.told import ChildTold, age_words
from holdfast.practice.front_door.rules import households, law, states

UNDECIDED = sorted(s.value for s in states.UNDECIDED)


def _words(words: Any) -> list[tuple[str, str]]:
    return [(str(code), text) for code, text in words.items()]


class Batch(models.Model):
    """A file of police notifications or an out-of-hours handover, taken whole or not at all."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    channel = models.CharField(max_length=20, choices=_words(law.CHANNEL_WORDS))
    filename = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    reports = models.PositiveIntegerField()
    taken_at = models.DateTimeField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-taken_at", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["area", "sha256"], name="a_batch_is_taken_once")
        ]

    def __str__(self) -> str:
        return f"Batch {self.pk}"


class ContactQuerySet(GuardedQuerySet["Contact"]):
    def undecided(self) -> Self:
        return self.filter(state__in=UNDECIDED)

    def decided(self, *, since: date, until: date) -> Self:
        """Return those decided, passed on or sent to a discussion in a period."""
        return self.filter(decided_on__gte=since, decided_on__lt=until)

    def received(self, *, since: date, until: date) -> Self:
        """Return those received on or after `since` and before `until`."""
        return self.filter(received_on__gte=since, received_on__lt=until)

    def about(self, child: Child) -> Self:
        """Return the contacts that were matched to a child."""
        return self.filter(
            Exists(ContactChild.objects.filter(contact=OuterRef("pk"), child=child))
        )

    def owed(self) -> Self:
        """Return those finished of which a professional referrer was not told yet."""
        finished = self.exclude(state__in=UNDECIDED).filter(heard_at=None, public=False)
        return finished.exclude(told_by=None)

    def like(self, contact: "Contact") -> Self:
        """Return the earlier reports that share an address or a day of birth with this one."""
        births = [child.born_on for child in contact.children.all() if child.born_on]
        mine = ContactChild.objects.filter(contact=OuterRef("pk"), born_on__in=births)
        home = Q(home_key=contact.home_key) if contact.home_key else Q(pk__in=[])
        found = self.filter(home | Q(Exists(mine))).exclude(pk=contact.pk)
        return found.filter(received_at__lte=contact.received_at)

    def for_list(self) -> Self:
        """Everything the queue prints, in a fixed number of queries."""
        found = self.select_related("record", "told_by__agency", "passed_to__agency")
        return found.prefetch_related(
            Prefetch("record__deadlines", queryset=Deadline.objects.for_page()),
            Prefetch("children", queryset=ContactChild.objects.select_related(
                "child__record", "child__worker__agency")),
            "repeats",
        )  # fmt: skip

    def for_page(self) -> Self:
        """Everything the contact's page prints, in a fixed number of queries."""
        return (
            self.for_list()
            .select_related(
                "record__area", "record__owner", "written_by__agency", "decided_by__agency"
            )
            .prefetch_related(
                "gradings__by__agency", "letters__copy", "record__steps__by__agency",
                "disagreements__raised_by__agency", "repeats__earlier__record",
                "repeats__earlier__children",
            )
        )  # fmt: skip


class Contact(models.Model):
    """One report about one child or several of one family, however it came."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="contact")
    state = models.CharField(max_length=12, choices=_words(states.WORDS))
    channel = models.CharField(max_length=20, choices=_words(law.CHANNEL_WORDS))
    received_at = models.DateTimeField()
    received_on = models.DateField()
    written_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    author = models.ForeignKey(Holding, on_delete=models.PROTECT, null=True, related_name="+")
    told_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, null=True, related_name="+")
    referrer = models.CharField(max_length=200, help_text="Who told us, and how to reach them.")
    source = models.CharField(max_length=2, choices=_words(law.SOURCES))
    public = models.BooleanField(default=False)
    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, null=True, related_name="contacts")
    theirs = models.CharField(max_length=40, blank=True, help_text="Their own reference.")

    worry = models.TextField()
    wants = models.TextField(blank=True, help_text="What the referrer hopes will happen.")
    safe = models.CharField(max_length=200, blank=True, help_text="Is the child safe now?")
    address = models.CharField(max_length=200, blank=True)
    postcode = models.CharField(max_length=10, blank=True)
    home_key = models.CharField(max_length=120, blank=True, db_index=True)

    grade = models.CharField(max_length=5, blank=True, choices=_words(law.GRADE_WORDS))
    basis = models.CharField(max_length=10, blank=True, choices=_words(law.BASIS_WORDS))
    told = models.CharField(max_length=8, blank=True, choices=_words(law.TOLD_FAMILY))
    told_how = models.CharField(max_length=300, blank=True)
    why_not_told = models.CharField(max_length=300, blank=True)
    agreement = models.CharField(max_length=10, blank=True, choices=_words(law.AGREEMENT_WORDS))

    decision = models.CharField(max_length=22, blank=True, choices=_words(law.DECISION_WORDS))
    level = models.CharField(max_length=120, blank=True, help_text="Of the threshold document.")
    need = models.CharField(max_length=2, blank=True, choices=_words(law.NEEDS))
    why = models.TextField(blank=True)
    not_known = models.TextField(blank=True)
    next_step = models.TextField(blank=True)
    helped = models.BooleanField(default=False, help_text="Below the threshold, and help given.")
    decided_on = models.DateField(null=True)
    decided_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    passed_to = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    heard_at = models.DateTimeField(null=True, help_text="When the referrer was told.")

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-pk"]
        indexes = [models.Index(fields=["state", "received_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True)
                | ~Q(decided_by=F("written_by"))
                | Q(decision__in=["strategy_discussion", "to_allocated_worker"]),
                name="an_author_does_not_decide",
            ),
            models.CheckConstraint(
                condition=Q(decision="") | (Q(why__gt="") & Q(decided_at__isnull=False)),
                name="a_decision_on_a_contact_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(told="no") | Q(why_not_told__gt=""),
                name="a_family_not_told_has_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"Contact {self.pk}"

    @property
    def is_open(self) -> bool:
        return self.state in states.UNDECIDED

    @property
    def household(self) -> households.Told:
        """What it says of its household. `children` is prefetched in lists."""
        told = [child.told for child in self.children.all()]
        return households.Told(
            home=self.home_key,
            postcode=normal_postcode(self.postcode),
            surnames=tuple(one.surname for one in told if one.surname),
            births=frozenset(one.born_on for one in told if one.born_on),
        )

    @property
    def known_as(self) -> str:
        """The children in a line, as lists print them. `children` is prefetched."""
        names = [child.known_as for child in self.children.all()]
        if len(names) < 2:
            return names[0] if names else "A child not named"
        return f"{', '.join(names[:-1])} and {names[-1]}"


class ContactChild(Fact):
    """A child as the referrer told of it, and the child's own record once somebody matched it."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="children")
    number = models.PositiveSmallIntegerField()
    known_as = models.CharField(max_length=120)
    born_on = models.DateField(null=True, db_index=True)
    as_told = models.JSONField(default=dict)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, null=True, related_name="+")
    matched_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    matched_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "number"], name="a_child_of_a_contact_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Child {self.number}"

    @property
    def told(self) -> ChildTold:
        return ChildTold.from_json(self.as_told)

    def age_words(self, *, on: date) -> str:
        told = self.told
        if told.born_on is None and told.due_on is None and told.age is not None:
            return str(told.age)
        return age_words(born_on=told.born_on, due_on=told.due_on, on=on)


class Grading(models.Model):
    """A grade that somebody gave, and why. A later one is a new row."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="gradings")
    grade = models.CharField(max_length=5, choices=_words(law.GRADE_WORDS))
    why = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.grade


class Repeat(models.Model):
    """An earlier report, likely of the same household: why, and what a person said of it."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="repeats")
    earlier = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="+")
    reasons = models.JSONField(default=list)
    same = models.BooleanField(null=True)
    why = models.CharField(max_length=300, blank=True)
    decided_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-earlier__received_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["contact", "earlier"], name="an_earlier_report_is_offered_once"
            ),
            models.CheckConstraint(
                condition=~Q(contact=F("earlier")), name="a_report_does_not_repeat_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"Repeat {self.pk}"


def last_grading(contact: Contact) -> Grading | None:
    """The grade as it stands. `gradings` is prefetched by `for_page`."""
    return next(reversed(contact.gradings.all()), None)
