"""Who there is around a child. Adults here are this room's own: nothing leads to the directory."""

from django.db import models
from django.db.models import F, Q

from holdfast.kernel.directory.models import Area
from holdfast.kernel.records.models import Fact
from holdfast.practice.children.models.child import Child
from holdfast.practice.children.rules.words import TIE_WORDS, TieKind


class Household(models.Model):
    """People who live together: the sibling group that one referral is about."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    known_as = models.CharField(max_length=120)

    def __str__(self) -> str:
        return f"Household {self.pk}"


class Adult(models.Model):
    """Somebody of a child's network, grown up or not known to be a child here."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    born_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["name"])]

    def __str__(self) -> str:
        return f"Adult {self.pk}"


class Tie(Fact):
    """How an adult, or another child, stands to a child, from a day until a day."""

    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="ties")
    adult = models.ForeignKey(Adult, on_delete=models.PROTECT, null=True, related_name="ties")
    other = models.ForeignKey(Child, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=20, choices=[(t.value, TIE_WORDS[t]) for t in TieKind])
    responsible = models.BooleanField(default=False, help_text="Holds parental responsibility.")
    lives_with = models.BooleanField(default=False)
    note = models.CharField(max_length=160, blank=True, help_text="Such as: rings each night.")
    from_on = models.DateField(null=True)
    until_on = models.DateField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(adult__isnull=True) ^ Q(other__isnull=True),
                name="a_tie_is_to_an_adult_or_a_child",
            ),
            models.CheckConstraint(
                condition=Q(from_on__isnull=True)
                | Q(until_on__isnull=True)
                | Q(until_on__gte=F("from_on")),
                name="a_tie_ends_after_it_begins",
            ),
            models.CheckConstraint(
                condition=Q(other__isnull=True) | Q(responsible=False),
                name="a_child_is_not_responsible_for_another",
            ),
        ]

    def __str__(self) -> str:
        return f"Tie {self.pk}"

    @property
    def name(self) -> str:
        return self.adult.name if self.adult else self.other.known_as if self.other else ""
