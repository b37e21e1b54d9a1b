"""Looking for earlier allegations, the duty rota, and handing over to a neighbouring LADO."""

import uuid
from datetime import date

from django.db import models
from django.db.models import Q

from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory.models import Post
from holdfast.practice.allegations.models.case import Allegation


class PreviousLook(models.Model):
    """Somebody looked in this room for earlier allegations, and under which names."""

    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="looks")
    on = models.DateField()
    names = models.JSONField(default=list)
    found = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"Look {self.pk}"


class Resemblance(models.Model):
    """An earlier allegation that may be about the same adult, and what a person decided."""

    class Decision(models.TextChoices):
        SAME = "same", "Same person: linked"
        NOT_HIM = "not_him", "Not the same person"
        LATER = "later", "To be decided"

    allegation = models.ForeignKey(
        Allegation, on_delete=models.PROTECT, related_name="resemblances"
    )
    earlier = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="+")
    decision = models.CharField(max_length=8, choices=Decision)
    why = models.TextField()
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(allegation=models.F("earlier")), name="nobody_resembles_himself"
            ),
            models.CheckConstraint(condition=Q(why__gt=""), name="a_resemblance_has_its_reason"),
        ]

    def __str__(self) -> str:
        return self.decision


class DutyTurnQuerySet(models.QuerySet["DutyTurn"]):
    def posts(self, *, on: date) -> list[Post]:
        """Return the posts with a turn of duty on a day or later."""
        turns = self.filter(on__gte=on, replaced=False)
        return list(Post.objects.filter(pk__in=turns.values("post")).select_related("agency"))

    def by_day(self, *, on: date) -> dict[date, Post]:
        """Return who covers each day from a day on."""
        turns = self.filter(on__gte=on, replaced=False).select_related("post__agency")
        return {turn.on: turn.post for turn in turns}

    def of_day(self, *, on: date) -> "DutyTurn | None":
        return self.filter(on=on, replaced=False).select_related("post__agency").first()


class DutyTurn(models.Model):
    """Which post has duty cover for the room on one day, after 17:00 and when the LADO is away."""

    on = models.DateField()
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    phone = models.CharField(max_length=30, blank=True)
    set_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    replaced = models.BooleanField(default=False)

    objects = DutyTurnQuerySet.as_manager()

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["on"], condition=Q(replaced=False), name="one_post_on_duty_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"Duty on {self.on}"


class Transfer(models.Model):
    """A hand-over offered to a neighbouring LADO, who sees nothing until it is taken."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    allegation = models.ForeignKey(Allegation, on_delete=models.PROTECT, related_name="transfers")
    to = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, help_text="Without names: it is read before entry.")
    offered_on = models.DateField()
    offered_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    accepted_on = models.DateField(null=True)
    withdrawn_on = models.DateField(null=True)
    grant = models.ForeignKey(Grant, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["offered_on"]
        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_on__isnull=True) | Q(withdrawn_on__isnull=True),
                name="a_transfer_is_taken_or_withdrawn",
            ),
            models.UniqueConstraint(
                fields=["allegation"],
                condition=Q(accepted_on__isnull=True, withdrawn_on__isnull=True),
                name="one_open_offer_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"Transfer {self.pk}"
