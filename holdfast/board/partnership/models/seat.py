"""A seat: a post that sits in a body, for an agency, and those who may sit in for it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Prefetch, Q

from holdfast.board.partnership.models.body import Body, in_force
from holdfast.board.partnership.rules.words import CAPACITY_WORDS, Capacity
from holdfast.kernel.directory.models import Agency, Holding, Post

CAPACITIES = [(capacity.value, words) for capacity, words in CAPACITY_WORDS.items()]


class SeatQuerySet(models.QuerySet["Seat"]):
    def taken(self, *, on: date) -> Self:
        """Return the seats that there are on a day, whether or not somebody holds their post."""
        return self.filter(in_force(on))

    def with_holders(self, *, on: date) -> Self:
        """Say of each seat as `held` whether somebody holds its post at the end of a day."""
        held = Holding.objects.filter(
            Q(ends_at__isnull=True) | Q(ends_at__date__gt=on),
            post=OuterRef("post"),
            starts_at__date__lte=on,
        )
        return self.annotate(held=Exists(held))

    def held(self, *, on: date) -> Self:
        """Return the seats that somebody holds at the end of a day."""
        return self.with_holders(on=on).filter(Q(held=True))

    def for_page(self, *, on: date) -> Self:
        """Return all that pages print of seats, in a number of queries that never grows."""
        deputies = Deputy.objects.filter(in_force(on)).select_related("post__agency")
        return (
            self.with_holders(on=on)
            .select_related("body__record", "post__agency", "represents")
            .prefetch_related(Prefetch("deputies", queryset=deputies, to_attr="deputies_now"))
        )


class Seat(models.Model):
    """A place in a body. It belongs to a post, so it outlives whoever holds the post.

    `partner` marks the seat of one of the three safeguarding partners.
    """

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="seats")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=20, choices=CAPACITIES)
    represents = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    partner = models.BooleanField(default=False)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    why_ended = models.CharField(max_length=200, blank=True)

    objects = SeatQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "post"],
                condition=Q(ends_on__isnull=True),
                name="a_post_sits_once_in_a_body",
            ),
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True)
                | Q(ends_on__isnull=True)
                | Q(ends_on__gte=F("starts_on")),
                name="a_seat_ends_after_it_starts",
            ),
            models.CheckConstraint(
                condition=Q(capacity__in=[capacity.value for capacity in Capacity]),
                name="a_seat_is_held_in_a_known_capacity",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post.title}, {self.body.name}"

    @property
    def capacity_words(self) -> str:
        return CAPACITY_WORDS[Capacity(self.capacity)]


class Deputy(models.Model):
    """A post that may sit in for a seat, from a day until a day."""

    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="deputies")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["seat", "post"],
                condition=Q(ends_on__isnull=True),
                name="a_deputy_is_named_once",
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="a_deputy_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post.title} for {self.seat.post.title}"
