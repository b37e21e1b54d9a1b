"""Programmes and groups: their sessions, who has a place, and the register."""

from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q

from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record
from holdfast.practice.early_help.models.family import EarlyHelp
from holdfast.practice.early_help.rules import law, registers, words


class ProgrammeQuerySet(GuardedQuerySet["Programme"]):
    def running_on(self, day: object) -> Self:
        return self.filter(Q(ended_on__isnull=True) | Q(ended_on__gte=day))

    def for_list(self) -> Self:
        return self.select_related("record").prefetch_related("sessions", "places")

    def for_page(self) -> Self:
        """With the register: every session, every place, every mark."""
        marks = MarkGiven.objects.select_related("session")
        places = Place.objects.select_related("early_help__record").prefetch_related(
            Prefetch("marks", queryset=marks)
        )
        return self.select_related("record__owner").prefetch_related(
            "sessions", Prefetch("places", queryset=places)
        )


class Programme(models.Model):
    """A group that meets several times. It has a record of its own: its register names people."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="programme")
    name = models.CharField(max_length=120)
    kind = models.CharField(
        max_length=28, choices=[(k.value, words.KIND_WORDS[k]) for k in words.GROUPS]
    )
    audience = models.CharField(max_length=160)
    provider = models.CharField(max_length=160)
    led_by = models.CharField(max_length=200, help_text="Who leads it, in words.")
    led_by_parents = models.BooleanField(
        default=False, help_text="Parents who completed it themselves lead it too."
    )
    starts_on = models.DateField()
    ended_on = models.DateField(null=True)
    room_for = models.PositiveSmallIntegerField(null=True, help_text="How many places there are.")

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("starts_on")),
                name="a_programme_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Session(models.Model):
    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="sessions")
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    topic = models.CharField(max_length=160)
    led_by = models.CharField(max_length=160, blank=True)
    held = models.BooleanField(default=False, help_text="Its register has been taken.")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "number"], name="a_session_is_numbered_once"
            )
        ]

    def __str__(self) -> str:
        return f"Session {self.number}"

    def due(self) -> "list[Place]":
        """Return who has a place on the day of the session, in the register's order."""
        joined = [p for p in self.programme.places.all() if p.joined_on <= self.on]
        return [p for p in joined if p.left_on is None or p.left_on >= self.on]


class Place(models.Model):
    """Somebody's place in a programme. The register knows a first name and a family's record."""

    programme = models.ForeignKey(Programme, on_delete=models.PROTECT, related_name="places")
    early_help = models.ForeignKey(EarlyHelp, on_delete=models.PROTECT, related_name="places")
    subject = models.CharField(max_length=12, help_text="The family's own key: child-1, adult-1.")
    who = models.CharField(max_length=120)
    basis = models.CharField(
        max_length=10, choices=[(b.value, law.BASIS_WORDS[b]) for b in law.Basis]
    )
    basis_words = models.CharField(max_length=160, blank=True)
    joined_on = models.DateField()
    left_on = models.DateField(null=True)
    completed = models.BooleanField(null=True)
    left_because = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["who", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "early_help", "subject"],
                condition=Q(left_on__isnull=True),
                name="one_place_for_one_person",
            ),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(left_on__gte=F("joined_on")),
                name="a_place_is_left_after_it_is_taken",
            ),
        ]

    def __str__(self) -> str:
        return f"Place {self.pk}"

    def attended(self) -> registers.Attended:
        """How often this person came. Prefetched marks are used where there are some."""
        return registers.attended(registers.Mark(m.mark) for m in self.marks.all())


class MarkGiven(models.Model):
    """One line of one session's register."""

    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="marks")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="marks")
    mark = models.CharField(
        max_length=12, choices=[(m.value, registers.MARK_WORDS[m]) for m in registers.Mark]
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["session", "place"], name="one_mark_for_one_session")
        ]

    def __str__(self) -> str:
        return self.mark
