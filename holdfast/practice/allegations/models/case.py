"""The allegation itself: who, about whom, what is said, and what was found."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q
from django.db.models.functions import Now

from holdfast.kernel.access import gate
from holdfast.kernel.access.words import Can
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Person, Post
from holdfast.kernel.directory.words import Sector, choices
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.allegations.rules import law, letters, states


def shown_in_lists() -> list[Any]:
    """What every list and page prints of an allegation, a fixed number of queries."""
    return [
        Prefetch("record__deadlines", queryset=Deadline.objects.for_page()),
        Prefetch("record__actions", queryset=Action.objects.for_page()),
        "adult__jobs",
        "concerns__outcomes",
        "strands",
    ]


SHOWN_ON_THE_PAGE: tuple[str, ...] = (
    "record__steps__by__agency",
    "record__members__post__agency",
    "record__members__end",
    "record__grants__post__agency",
    "record__grants__end",
    "record__shut_outs__lift",
    *("children", "advices__by", "suspensions", "tellings", "referrals__by"),
    *("looks", "resemblances__earlier__record", "resemblances__earlier__adult"),
    *("meetings__invitations", "copies__by", "transfers__to__agency"),
)


class AllegationQuerySet(models.QuerySet["Allegation"]):
    def open(self) -> "AllegationQuerySet":
        return self.filter(record__closed_on__isnull=True)

    def visible_to(self, post: Post, can: Can = Can.SEE) -> "AllegationQuerySet":
        """Return the allegations whose story the post may see or work, by the gate's own rule."""
        records = gate.allowed(Record.objects.all(), to=post, can=can, section="story")
        return self.filter(record__in=records)

    def met(self) -> "AllegationQuerySet":
        """Return those that met the threshold: they are allegations, the others were advice."""
        return self.filter(threshold_on__isnull=False).exclude(tests=[])

    def received(self, *, since: date, until: date) -> "AllegationQuerySet":
        """Return those received on or after `since` and before `until`."""
        return self.filter(received_on__gte=since, received_on__lt=until)

    def late(self, *, on: date) -> "AllegationQuerySet":
        """Return those with a running clock, or an action, past its date."""
        clocks = Deadline.objects.late(on=on).filter(record=OuterRef("record"))
        actions = Action.objects.overdue(on=on).filter(record=OuterRef("record"))
        return self.filter(Exists(clocks) | Exists(actions))

    def likened_to(self, allegation: "Allegation") -> "AllegationQuerySet":
        """Return the earlier allegations that somebody compared with this one, however decided."""
        found = self.filter(pk__in=allegation.resemblances.values("earlier"))
        return found.select_related("record", "adult").prefetch_related("children")

    def for_list(self) -> "AllegationQuerySet":
        """Everything a list prints, in a fixed number of queries."""
        found = self.select_related("record", "adult", "lead__agency")
        return found.prefetch_related(*shown_in_lists())

    def for_page(self) -> "AllegationQuerySet":
        """Everything the record page prints, in a fixed number of queries."""
        return (
            self.for_list()
            .select_related("record__area", "record__owner", "employer_post__agency")
            .prefetch_related(*SHOWN_ON_THE_PAGE)
        )


class Allegation(models.Model):
    """One referral about one adult. Advice calls are rows of it too: most of the room's work."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="allegation")
    state = models.CharField(
        max_length=20, choices=[(s.value, states.WORDS[s]) for s in states.State]
    )
    lead = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    received_on = models.DateField()
    known_on = models.DateField(help_text="The day the employer first knew.")
    referred_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    referrer = models.CharField(max_length=200, help_text="Who told the LADO, in words.")
    referrer_sector = models.CharField(max_length=20, choices=choices(Sector))
    employer = models.CharField(max_length=200)
    employer_sector = models.CharField(max_length=20, choices=choices(Sector))
    employer_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    summary = models.TextField(blank=True, help_text="The case in a minute.")
    tests = models.JSONField(default=list, help_text="The tests of the threshold it met.")
    threshold_why = models.TextField(blank=True)
    threshold_on = models.DateField(null=True)
    threshold_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    concluded_on = models.DateField(null=True)
    reopened_on = models.DateField(null=True)

    objects = AllegationQuerySet.as_manager()

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(threshold_on__isnull=True) | Q(threshold_why__gt=""),
                name="a_threshold_has_its_reason",
            ),
            models.CheckConstraint(
                condition=Q(concluded_on__isnull=True) | Q(concluded_on__gte=F("received_on")),
                name="an_allegation_concludes_after_it_comes",
            ),
            models.CheckConstraint(
                condition=~Q(state=states.State.OUTCOME.value) | Q(concluded_on__isnull=False),
                name="an_outcome_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"Allegation {self.pk}"

    def secret(self) -> letters.Secret:
        """Return what no other record's letter may hold: the reference and the telling names."""
        children = [child.known_as for child in self.children.all()]
        names = (self.adult.name, *self.adult.other_names, self.employer, *children)
        return letters.Secret(self.record.reference, names)


class Adult(models.Model):
    """The adult it is about: this room's own identity of him or her, one per allegation.

    `person` is set only when the adult holds a post in this product, so that he is shut out.
    """

    allegation = models.OneToOneField(Allegation, on_delete=models.PROTECT, related_name="adult")
    name = models.CharField(max_length=120)
    other_names = models.JSONField(default=list)
    born_on = models.DateField(null=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return f"Adult {self.pk}"


class Job(models.Model):
    """Work with children the adult does or did, paid or as a volunteer."""

    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, related_name="jobs")
    work = models.CharField(max_length=120)
    employer = models.CharField(max_length=200, blank=True)
    sector = models.CharField(max_length=20, choices=choices(Sector))
    volunteer = models.BooleanField(default=False)
    starts_on = models.DateField(null=True)
    alleged_here = models.BooleanField(default=False, help_text="The job the allegation is about.")

    class Meta:
        ordering = ["-alleged_here", "pk"]

    def __str__(self) -> str:
        return self.work


class ChildConcerned(Fact):
    """A child it is about: a pointer in words. Nothing leads into the child's own record."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="children")
    known_as = models.CharField(max_length=60)
    age = models.PositiveSmallIntegerField(null=True)
    needs = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True, help_text="What the child said, in the child's words.")

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"Child {self.pk}"


class Concern(Fact):
    """One thing that is said to have happened, in somebody's words: an account, not a fact."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="concerns")
    number = models.PositiveSmallIntegerField()
    category = models.CharField(
        max_length=12, choices=[(c.value, law.CATEGORY_WORDS[c]) for c in law.Category]
    )
    account = models.TextField()
    whose_words = models.CharField(max_length=120)
    place = models.CharField(max_length=120, blank=True)
    happened_on = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["allegation", "number"], name="a_concern_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Concern {self.number}"


class OutcomeGiven(models.Model):
    """What was found of one concern. A later finding is a new row: nothing is overwritten."""

    concern = models.ForeignKey(Concern, on_delete=models.PROTECT, related_name="outcomes")
    outcome = models.CharField(max_length=20, choices=[(o.value, o.value) for o in law.Outcome])
    edition = models.CharField(max_length=10, help_text="Whose list of outcomes it is from.")
    why = models.TextField()
    appeal = models.BooleanField(default=False)
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=Q(why__gt=""), name="an_outcome_has_its_reason")
        ]

    def __str__(self) -> str:
        return self.outcome
