"""A family's early help: one record for all its children, who agreed to what, and who helps."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Now

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.access.models import Grant
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Fact, Record
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.early_help.rules import states, words

OF_A_FAMILY = "(select record_id from early_help_earlyhelp where id = old.early_help_id)"


class EarlyHelpQuerySet(GuardedQuerySet["EarlyHelp"]):
    def open(self) -> Self:
        return self.filter(ended_on__isnull=True)

    def about(self, child: Record) -> Self:
        """Return the early help that the child of a record is part of, the newest first."""
        return self.filter(children__child=child).order_by("-offered_on", "-pk")

    def after(self, contacts: models.QuerySet[Record]) -> Self:
        """Return what was offered because the front door decided so."""
        return self.filter(contact__in=contacts)

    def led_by(self, post: Post) -> Self:
        return self.filter(lead=post)

    def running(self, *, since: date, until: date) -> Self:
        """Return what was offered before `until` and had not ended before `since`."""
        began = self.filter(offered_on__lt=until)
        return began.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=since))

    def for_list(self) -> Self:
        """Everything a list prints, in a fixed number of queries."""
        return self.select_related(
            "record", "lead__agency", "offered_by", "agency"
        ).prefetch_related(
            Prefetch("record__deadlines", queryset=Deadline.objects.for_page()),
            Prefetch("record__actions", queryset=Action.objects.for_page()),
            "meetings",
            "assessments__sections",
        )

    def for_page(self) -> Self:
        """Everything the family's page prints, in a fixed number of queries."""
        return (
            self.for_list()
            .select_related("record__area", "record__owner", "earlier__record")
            .prefetch_related(
                "record__steps__by__agency",
                "children",
                "relatives",
                "agreements",
                "team__post__agency",
                "supports",
                "places__programme__record",
                "step_ups",
            )
        )


class EarlyHelp(models.Model):
    """One episode of early help for one family, from the offer to its end."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="early_help")
    state = models.CharField(
        max_length=12, choices=[(s.value, states.WORDS[s]) for s in states.State]
    )
    known_as = models.CharField(max_length=160, help_text="The children, as lists print them.")
    source = models.CharField(
        max_length=12, choices=[(s.value, words.SOURCE_WORDS[s]) for s in words.Source]
    )
    reason = models.CharField(
        max_length=24, choices=[(r.value, words.REASON_WORDS[r]) for r in words.Reason]
    )
    worry = models.TextField(help_text="Why help is offered, in words the family may read.")
    offered_on = models.DateField()
    offered_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    lead = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_on = models.DateField(null=True)
    assessed_on = models.DateField(null=True, help_text="The first assessment was complete.")
    survey_given_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(
        max_length=20, blank=True, choices=[(e.value, words.END_WORDS[e]) for e in words.EndReason]
    )
    changed = models.TextField(blank=True, help_text="What changed, and in whose words.")
    contact = models.ForeignKey(
        Record,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The front door’s record, where it decided for early help.",
    )
    earlier = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+")

    objects = EarlyHelpQuerySet.as_manager()

    class Meta:
        ordering = ["-offered_on", "-pk"]
        indexes = [models.Index(fields=["ended_on", "offered_on"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end_reason="")
                | Q(ended_on__isnull=False, end_reason__gt=""),
                name="early_help_ends_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("offered_on")),
                name="early_help_ends_after_its_offer",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["assessing", "working"]) | Q(agreed_on__isnull=False),
                name="help_is_given_with_agreement",
            ),
        ]

    def __str__(self) -> str:
        return f"Early help {self.pk}"

    def people(self) -> dict[str, str]:
        """Return everybody of the family by the key that its record knows them by."""
        children = {child.key: child.known_as for child in self.children.all()}
        return children | {adult.key: adult.known_as for adult in self.relatives.all()}


class FamilyChild(Fact):
    """A child of the family: as told, and which child's record that is, once somebody found it."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="children")
    number = models.PositiveSmallIntegerField()
    known_as = models.CharField(max_length=120)
    told = models.JSONField(default=dict, help_text="As told: name, birth, address, school.")
    child = models.ForeignKey(
        Record,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        help_text="The child’s own record, once somebody found it.",
    )
    linked_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    linked_on = models.DateField(null=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "number"], name="a_child_of_a_family_is_numbered_once"
            ),
            models.UniqueConstraint(
                fields=["early_help", "child"], name="a_child_is_in_a_family_once"
            ),
            models.CheckConstraint(
                condition=Q(child__isnull=True) | Q(linked_on__isnull=False),
                name="a_link_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"Child {self.number}"

    def as_child_told(self) -> ChildTold:
        """Return what was told of the child, as the children's room reads it."""
        forename, _, surname = self.known_as.strip().rpartition(" ")
        if not forename:
            forename, surname = surname, ""
        kept = {key: self.told[key] for key in ("born_on", "school") if self.told.get(key)}
        return ChildTold.from_json({**kept, "forename": forename, "surname": surname})

    @property
    def key(self) -> str:
        """How facts of this record name the child."""
        return f"child-{self.number}"


class Relative(Fact):
    """An adult of the family: this room's own identity, as the family names him or her."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="relatives")
    number = models.PositiveSmallIntegerField()
    known_as = models.CharField(max_length=120)
    part = models.CharField(max_length=12, choices=[(p.value, p.value) for p in words.Part])
    responsible = models.BooleanField(default=False, help_text="Parental responsibility.")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "number"], name="a_relative_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Relative {self.number}"

    @property
    def key(self) -> str:
        return f"adult-{self.number}"


class Agreement(models.Model):
    """What the family said to help: yes, no, or no longer. Rows are never changed."""

    class Said(models.TextChoices):
        AGREED = "agreed", "Agreed"
        DECLINED = "declined", "Did not agree"
        WITHDREW = "withdrew", "No longer agrees"

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="agreements")
    said = models.CharField(max_length=10, choices=Said)
    on = models.DateField()
    who = models.CharField(max_length=200, help_text="Who of the family said so.")
    children = models.CharField(max_length=300, blank=True, help_text="What the children said.")
    shared_with = models.CharField(max_length=300, blank=True)
    why = models.TextField(blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_FAMILY

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.said


class TeamMember(models.Model):
    """Somebody in the team around the family: a post let in, or somebody with no account here."""

    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="team")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    who = models.CharField(max_length=160)
    part = models.CharField(max_length=200, help_text="What they do for the family.")
    joined_on = models.DateField()
    left_on = models.DateField(null=True)
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, null=True, related_name="+")
    reading = models.ForeignKey(Grant, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["joined_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["early_help", "post"],
                condition=Q(left_on__isnull=True, post__isnull=False),
                name="a_post_is_in_a_team_once",
            )
        ]

    def __str__(self) -> str:
        return self.who
