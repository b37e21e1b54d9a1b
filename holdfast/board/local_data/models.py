"""What is kept of the partners' figures: a quarter, every version, and what was released."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Now

from holdfast.board.local_data.data.measures import LocalMeasure, local_measures
from holdfast.board.local_data.rules.figures import State, Value
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.kernel.access.guarded import GuardedQuerySet
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record


class CollectionQuerySet(GuardedQuerySet["Collection"]):
    def latest_first(self) -> Self:
        return self.order_by("-year", "-number")


class Collection(models.Model):
    """The partners' figures of one quarter. Requests for them are rounds about its record."""

    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="local_data")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField(help_text="The year that begins in this April.")
    number = models.PositiveSmallIntegerField()

    objects = CollectionQuerySet.as_manager()

    class Meta:
        ordering = ["year", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "year", "number"], name="a_quarter_is_collected_once"
            ),
            models.CheckConstraint(
                condition=Q(number__range=(1, 4)), name="a_year_has_4_quarters"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record.reference}: {self.quarter.words}"

    @property
    def quarter(self) -> Quarter:
        return Quarter(self.year, self.number)


class FigureQuerySet(models.QuerySet["Figure"]):
    def current(self) -> Self:
        """Return each figure in its last version only."""
        later = Figure.objects.filter(
            collection=OuterRef("collection"),
            agency=OuterRef("agency"),
            measure=OuterRef("measure"),
            version__gt=OuterRef("version"),
        )
        return self.filter(~Exists(later))

    def for_page(self) -> Self:
        return self.select_related(
            "collection__record", "agency", "sent_by__agency", "taken_by", "released__by"
        )


class Figure(models.Model):
    """One partner's figure of one measure. A corrected return is another version: rows stay."""

    collection = models.ForeignKey(Collection, on_delete=models.PROTECT, related_name="figures")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, choices=choices(State))
    number = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    of = models.DecimalField(max_digits=12, decimal_places=0, null=True)
    commentary = models.TextField(blank=True)
    source = models.CharField(max_length=80, help_text="Which return, or how else it came.")
    sent_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    taken_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    taken_on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = "(select record_id from local_data_collection where id = old.collection_id)"

    objects = FigureQuerySet.as_manager()

    class Meta:
        ordering = ["collection", "agency", "measure", "version"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "agency", "measure", "version"],
                name="a_figure_has_each_version_once",
            ),
            models.CheckConstraint(
                condition=Q(state=State.NUMBER.value, number__isnull=False)
                | (~Q(state=State.NUMBER.value) & Q(number__isnull=True, of__isnull=True)),
                name="only_a_number_has_a_value",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.measure}, {self.agency}, version {self.version}"

    @property
    def value(self) -> Value:
        return Value(State(self.state), _whole(self.number), _whole(self.of))

    @property
    def asked(self) -> LocalMeasure:
        return local_measures()[self.measure]


class HandDraft(models.Model):
    """Figures that one post is typing by hand, read by nobody else. Taking in ends it."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="drafts")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    set_key = models.CharField(max_length=40)
    typed = models.JSONField(default=dict)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "agency", "set_key", "by"],
                name="a_post_types_a_partners_set_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.set_key}"


class Released(models.Model):
    """A small number that a named post let out, with its reason. Never taken back, never lost."""

    figure = models.OneToOneField(Figure, on_delete=models.PROTECT, related_name="released")
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = (
        "(select c.record_id from local_data_figure f join local_data_collection c "
        "on c.id = f.collection_id where f.id = old.figure_id)"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(condition=~Q(reason=""), name="a_release_says_why"),
        ]

    def __str__(self) -> str:
        return f"Released on {self.on}"


def _whole(number: Decimal | None) -> Decimal | None:
    return None if number is None else number.quantize(Decimal(1))
