"""What is kept of a challenge: the question, its thread, what it watches. Its rows stay."""

from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.workplan.models.plan import Line
from holdfast.board.workplan.models.risk import Risk
from holdfast.board.workplan.rules.challenging import ChallengeState, Mark, Sort, mark_of
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.rules.coming_back import Reading as ReadingTold
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File, Record

OF_A_CHALLENGE = "(select record_id from workplan_challenge where id = old.challenge_id)"


class ChallengeQuerySet(GuardedQuerySet["Challenge"]):
    def of(self, area: Area) -> Self:
        return self.filter(record__area=area)

    def open(self) -> Self:
        return self.exclude(state=ChallengeState.CLOSED.value)

    def for_page(self) -> Self:
        """Return all that a page about challenges prints, in a number of queries that is fixed."""
        actions = Action.objects.for_page()
        return self.select_related(
            "record__area",
            "put_to__agency",
            "put_by__agency",
            "line__plan__record",
            "risk__record",
        ).prefetch_related(
            Prefetch("record__actions", queryset=actions),
            Prefetch("entries", queryset=Entry.objects.select_related("by__agency")),
            "readings",
        )


class Challenge(models.Model):
    """A question that the board, or its lay member, puts to a partner, and what became of it."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="challenge")
    state = models.CharField(
        max_length=24, choices=choices(ChallengeState), default=ChallengeState.PUT.value
    )
    title = models.CharField(max_length=120)
    question = models.CharField(max_length=600)
    put_to = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    put_to_words = models.CharField(max_length=120, blank=True)
    put_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    put_on = models.DateField()
    reply_by = models.DateField(null=True, blank=True)
    since = models.DateField(help_text="Since when it is in its state.")
    group = models.CharField(max_length=120, blank=True, help_text="The sub-group that holds it.")
    topic = models.SlugField(max_length=40, blank=True)
    source = models.CharField(max_length=200, blank=True)
    line = models.ForeignKey(
        Line, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges"
    )
    risk = models.ForeignKey(
        Risk, on_delete=models.PROTECT, null=True, blank=True, related_name="challenges"
    )
    figure = models.CharField(max_length=10, blank=True, help_text="The indicator, such as CP08.")
    figure_item = models.CharField(max_length=40, blank=True)
    figure_year = models.PositiveSmallIntegerField(null=True, blank=True)
    figure_place = models.CharField(max_length=20, blank=True)
    figure_words = models.CharField(
        max_length=200, blank=True, help_text="The figure as it was when the question was put."
    )
    figure_row = models.CharField(
        max_length=300, blank=True, help_text="The release, file, row and column it was read from."
    )
    watch_words = models.CharField(
        max_length=120, blank=True, help_text="A measure of our own, where no figure is published."
    )
    worse = models.CharField(max_length=8, choices=choices(Direction), blank=True)
    closed_on = models.DateField(null=True, blank=True)
    times_back = models.PositiveSmallIntegerField(default=0)
    back_because = models.CharField(max_length=300, blank=True)
    to_ask = models.CharField(
        max_length=300, blank=True, help_text="A question to ask when it is back on the agenda."
    )
    version = models.PositiveIntegerField(default=1)

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        ordering = ["-put_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(put_to__isnull=False) | ~Q(put_to_words=""),
                name="a_challenge_is_put_to_somebody",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in ChallengeState]),
                name="a_challenge_is_in_a_known_state",
            ),
            models.CheckConstraint(condition=~Q(question=""), name="a_challenge_asks"),
            models.CheckConstraint(
                condition=~Q(state=ChallengeState.CLOSED.value) | Q(closed_on__isnull=False),
                name="a_closed_challenge_says_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record.reference}: {self.title}"

    @property
    def asked_of(self) -> str:
        return self.put_to.title if self.put_to else self.put_to_words

    @property
    def watches(self) -> str:
        """What it watches once it is closed: the published figure, or words, or nothing."""
        return (self.figure or self.watch_words) if self.worse else ""


class ChallengeAddition(models.Model):
    """Something added to a challenge: by whom, and when it was written. Rows are never changed."""

    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_CHALLENGE

    class Meta:
        abstract = True


class Entry(ChallengeAddition):
    """One line of the thread, dated as exactly as it is known."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="entries")
    sort = models.CharField(max_length=20, choices=choices(Sort))
    text = models.CharField(max_length=1000)
    how_we_know = models.CharField(max_length=300, blank=True)
    dated_from = models.DateField()
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    said_for = models.CharField(
        max_length=120, blank=True, help_text="Whose words these are, where not the writer's."
    )
    source = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return self.text

    @property
    def dated(self) -> Dated:
        return Dated(self.dated_from, Precision(self.precision))

    @property
    def mark(self) -> Mark:
        return mark_of(Sort(self.sort))


class Reading(ChallengeAddition):
    """What the watched measure said of a period. It may be words alone: none printed a number."""

    challenge = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="readings")
    period = models.CharField(max_length=40)
    ends_on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    moved = models.CharField(max_length=8, choices=choices(Direction), blank=True)
    words = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["ends_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(value__isnull=False) | ~Q(moved=""),
                name="a_reading_says_a_number_or_a_direction",
            )
        ]

    def __str__(self) -> str:
        return f"{self.period}: {self.words or self.value}"

    def told(self) -> ReadingTold:
        return ReadingTold(
            period=self.period,
            ends_on=self.ends_on,
            known_on=self.on,
            value=self.value,
            moved=Direction(self.moved) if self.moved else None,
            words=self.words,
            source=self.source,
        )
