"""What a line, a priority or a commitment stands on: evidence, and what changed. Rows stay."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from holdfast.board.workplan.models.plan import Line, Plan, Priority
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import File

OF_A_PLAN = "(select record_id from workplan_plan where id = old.plan_id)"
ABOUT_ONE = (
    Q(line__isnull=False, priority__isnull=True, commitment__isnull=True)
    | Q(line__isnull=True, priority__isnull=False, commitment__isnull=True)
    | Q(line__isnull=True, priority__isnull=True, commitment__isnull=False)
)


class Strategy(models.Model):
    """A plan of another partnership that our work answers to, such as a children's plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="strategies")
    code = models.SlugField(max_length=20)
    title = models.CharField(max_length=120)
    owner = models.CharField(max_length=120)
    period = models.CharField(max_length=20)
    draft = models.BooleanField(default=True)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "strategies"
        constraints = [
            models.UniqueConstraint(fields=["plan", "code"], name="a_strategy_is_held_once")
        ]

    def __str__(self) -> str:
        return self.title


class Commitment(models.Model):
    """One commitment of a strategy, in its area, with the results it names."""

    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="commitments")
    area_code = models.CharField(max_length=10)
    area_name = models.CharField(max_length=80)
    code = models.SlugField(max_length=10)
    text = models.CharField(max_length=200)
    results = models.JSONField(default=list, help_text="The results it names, as texts.")
    lines = models.ManyToManyField(Line, related_name="commitments")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["strategy", "code"], name="a_commitment_is_held_once")
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


class PlanAddition(models.Model):
    """Something added to a line, a priority or a commitment. Rows are never changed."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(Line, on_delete=models.PROTECT, null=True, related_name="%(class)ss")
    priority = models.ForeignKey(
        Priority, on_delete=models.PROTECT, null=True, related_name="%(class)ss"
    )
    commitment = models.ForeignKey(
        Commitment, on_delete=models.PROTECT, null=True, related_name="%(class)ss"
    )
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_A_PLAN

    class Meta:
        abstract = True


class EvidenceLink(PlanAddition):
    """What a line rests on: a published figure, an audit, what young people said, or a paper."""

    sort = models.CharField(max_length=10, choices=choices(EvidenceSort))
    what = models.CharField(max_length=300, blank=True)
    indicator = models.CharField(max_length=10, blank=True)
    item = models.CharField(max_length=40, blank=True)
    dated_from = models.DateField(null=True, blank=True)
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    file = models.ForeignKey(File, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(condition=ABOUT_ONE, name="evidence_is_about_one_thing"),
            models.CheckConstraint(
                condition=~Q(indicator="") | ~Q(what=""), name="evidence_says_what_it_is"
            ),
        ]

    def __str__(self) -> str:
        return self.what or self.indicator

    @property
    def dated(self) -> Dated | None:
        return Dated(self.dated_from, Precision(self.precision)) if self.dated_from else None


class ImpactStatement(PlanAddition):
    """What changed for children or in practice, and how we know, dated."""

    what_changed = models.CharField(max_length=600)
    how_we_know = models.CharField(max_length=300)
    dated_from = models.DateField()
    precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )

    class Meta:
        ordering = ["dated_from", "pk"]
        constraints = [
            models.CheckConstraint(condition=ABOUT_ONE, name="an_impact_is_about_one_thing"),
            models.CheckConstraint(
                condition=~Q(what_changed="") & ~Q(how_we_know=""),
                name="an_impact_says_what_and_how_we_know",
            ),
        ]

    def __str__(self) -> str:
        return self.what_changed

    @property
    def dated(self) -> Dated:
        return Dated(self.dated_from, Precision(self.precision))
