"""What is kept of a risk: cause, event, effect, what controls it, and every score it was given."""

from typing import Self

from django.db import models
from django.db.models import F, Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.workplan.models.plan import Line
from holdfast.board.workplan.rules.risk_scoring import LEAST, MOST, RiskState, Scored
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File, Record

OF_A_RISK = "(select record_id from workplan_risk where id = old.risk_id)"


class RiskQuerySet(GuardedQuerySet["Risk"]):
    def of(self, area: Area) -> Self:
        return self.filter(record__area=area)

    def open(self) -> Self:
        return self.exclude(state=RiskState.CLOSED.value)

    def for_page(self) -> Self:
        """Return all that a page about risks prints, in a number of queries that is fixed."""
        return self.select_related("record__area", "owner__agency").prefetch_related(
            "scores",
            "controls",
            "indicators",
            "lines__plan__record",
            Prefetch("notes", queryset=RiskNote.objects.select_related("by__agency")),
            Prefetch("record__actions", queryset=Action.objects.for_page()),
        )


class Risk(models.Model):
    """Something that may go wrong: because of what, what happens, with what effect."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="risk")
    state = models.CharField(
        max_length=12, choices=choices(RiskState), default=RiskState.RAISED.value
    )
    title = models.CharField(max_length=120)
    cause = models.CharField(max_length=300)
    event = models.CharField(max_length=300)
    effect = models.CharField(max_length=300)
    owner = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    owner_role = models.CharField(max_length=120, blank=True)
    group = models.CharField(max_length=120, blank=True)
    appetite = models.CharField(max_length=300, blank=True)
    target_likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    target_impact = models.PositiveSmallIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    raised_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    lines = models.ManyToManyField(Line, related_name="risks")
    version = models.PositiveIntegerField(default=1)

    objects = RiskQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in RiskState]),
                name="a_risk_is_in_a_known_state",
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("raised_on")),
                name="a_risk_closes_after_it_is_raised",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record.reference}: {self.title}"

    @property
    def owner_words(self) -> str:
        return self.owner.title if self.owner else self.owner_role

    def scored(self) -> tuple[Scored, ...]:
        """Return every score it was given. Prefetched rows are used where there are some."""
        return tuple(one.told() for one in self.scores.all())

    @property
    def target(self) -> int | None:
        if self.target_likelihood is None or self.target_impact is None:
            return None
        return self.target_likelihood * self.target_impact


class RiskAddition(models.Model):
    """Something added to a risk: by whom, and when it was written. Rows are never changed."""

    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_RISK

    class Meta:
        abstract = True


class Score(RiskAddition):
    """One score, with its reason. A new score is a new row."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="scores")
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(likelihood__range=(LEAST, MOST), impact__range=(LEAST, MOST)),
                name="a_score_is_one_to_five_each",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_score_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.likelihood} × {self.impact}"

    def told(self) -> Scored:
        return Scored(self.likelihood, self.impact, self.on, self.reason)


class Control(RiskAddition):
    """What keeps a risk down. `ends` says that an earlier one has ended."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="controls")
    what = models.CharField(max_length=300)
    ends = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="ended_by"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.what


class RiskNote(RiskAddition):
    """Assurance, or a reason for closing or opening again."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="notes")
    text = models.CharField(max_length=600)
    source = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.text


class RiskIndicator(models.Model):
    """A published figure that shows whether the risk is growing."""

    risk = models.ForeignKey(Risk, on_delete=models.PROTECT, related_name="indicators")
    indicator = models.CharField(max_length=10)
    item = models.CharField(max_length=40, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["risk", "indicator", "item"], name="a_figure_is_linked_to_a_risk_once"
            )
        ]

    def __str__(self) -> str:
        return self.indicator
