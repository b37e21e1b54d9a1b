"""Clocks that run on records: one list of what is due, what is late, and how that changed."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import models
from django.db.models import F, Q

from holdfast.kernel.clock.almanac import almanac
from holdfast.kernel.clock.law import Count, Kind, Limit, Severity, Status, Unit
from holdfast.kernel.clock.states import LATE_REASON_WORDS, Facts
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record

REASONS = [(reason.value, words) for reason, words in LATE_REASON_WORDS.items()]

OPEN = Q(met_on__isnull=True, stopped_on__isnull=True)


class DeadlineQuerySet(models.QuerySet["Deadline"]):
    def open(self) -> "DeadlineQuerySet":
        """Neither met nor stopped."""
        return self.filter(OPEN)

    def late(self, *, on: date, at: datetime | None = None) -> "DeadlineQuerySet":
        """Open and past due. Hours count to the day, unless the moment is given."""
        counted = self.open().filter(disapplied_because="", paused_on__isnull=True)
        past = Q(due_on__lt=on)
        return counted.filter(past | Q(due_at__lt=at) if at else past)

    def due_by(self, day: date) -> "DeadlineQuerySet":
        """Open and due on that day or before it."""
        return self.open().filter(disapplied_because="", due_on__lte=day)

    def running_under(self, rule_id: str, *, about: str = "") -> "Deadline | None":
        """The open clock of that rule, if there is one."""
        return self.open().filter(rule_id=rule_id, about=about).first()

    def soonest_first(self) -> "DeadlineQuerySet":
        """Open ones before finished ones, what is due first before what is due later."""
        return self.order_by(
            F("stopped_on").asc(nulls_first=True),
            F("met_on").asc(nulls_first=True),
            F("due_on").asc(nulls_last=True),
            "pk",
        )

    def for_page(self) -> "DeadlineQuerySet":
        """With what a page shows of them: two queries, however many there are."""
        return (
            self.select_related("whose_post__agency").prefetch_related("changes").soonest_first()
        )


class Deadline(models.Model):
    """One running clock, with the rule it started under frozen in it."""

    record = models.ForeignKey(Record, on_delete=models.CASCADE, related_name="deadlines")
    about = models.CharField(
        max_length=60, blank=True, help_text="A key within the record, where a rule runs twice."
    )
    rule_id = models.CharField(max_length=40)
    rule_version = models.PositiveSmallIntegerField()
    edition = models.CharField(max_length=20, blank=True)
    duty = models.CharField(max_length=200)
    limit_words = models.CharField(max_length=120)
    amount = models.PositiveSmallIntegerField(null=True)
    unit = models.CharField(max_length=2, blank=True, choices=[(u.value, u.name) for u in Unit])
    count_rule = models.CharField(max_length=30, blank=True)
    before = models.BooleanField(default=False)
    calendar = models.CharField(max_length=20)
    kind = models.CharField(max_length=30, choices=[(k.value, k.value) for k in Kind])
    status = models.CharField(max_length=2, choices=[(s.value, s.name) for s in Status])
    severity = models.CharField(max_length=2, choices=[(s.value, s.name) for s in Severity])
    source = models.CharField(max_length=300)
    unconfirmed = models.BooleanField(default=False)
    may_pause = models.BooleanField(default=False)

    started_on = models.DateField()
    started_at = models.DateTimeField(null=True)
    started_by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(null=True)
    due_at = models.DateTimeField(null=True)
    whose_move = models.CharField(max_length=120)
    whose_post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")

    met_on = models.DateField(null=True)
    met_at = models.DateTimeField(null=True)
    met_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    late_code = models.CharField(max_length=30, blank=True, choices=REASONS)
    late_reason = models.CharField(max_length=500, blank=True)
    stopped_on = models.DateField(null=True)
    stopped_because = models.CharField(max_length=500, blank=True)
    stopped_by = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    paused_on = models.DateField(null=True)
    paused_because = models.CharField(max_length=500, blank=True)
    days_paused = models.PositiveIntegerField(default=0)
    disapplied_because = models.CharField(max_length=300, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["due_on"], condition=OPEN, name="open_clocks_by_due_day"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "rule_id", "about"],
                condition=OPEN,
                name="one_open_clock_of_a_rule_on_a_record",
            ),
            models.CheckConstraint(
                condition=Q(met_on__isnull=True) | Q(stopped_on__isnull=True),
                name="a_clock_is_met_or_stopped_not_both",
            ),
            models.CheckConstraint(
                condition=Q(stopped_on__isnull=True) | ~Q(stopped_because=""),
                name="a_clock_stops_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(paused_on__isnull=True) | Q(may_pause=True),
                name="a_clock_pauses_only_where_its_rule_allows",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule_id} from {self.started_on}"

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.stopped_on is None

    @property
    def limit(self) -> Limit | None:
        """The limit as it stood when the clock started."""
        if self.amount is None:
            return None
        return Limit(self.amount, Unit(self.unit), Count(self.count_rule), before=self.before)

    @property
    def facts(self) -> Facts:
        return Facts(
            unit=self.unit,
            started_on=self.started_on,
            started_at=self.started_at,
            due_on=self.due_on,
            due_at=self.due_at,
            met_on=self.met_on,
            met_at=self.met_at,
            stopped_on=self.stopped_on,
            paused_on=self.paused_on,
            disapplied=bool(self.disapplied_because),
        )


class DueChange(models.Model):
    """A due day that was superseded, and why. Rows are added and never changed."""

    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="changes")
    old_due_on = models.DateField(null=True)
    old_due_at = models.DateTimeField(null=True)
    new_due_on = models.DateField(null=True)
    new_due_at = models.DateTimeField(null=True)
    cause = models.CharField(max_length=300)
    on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    ADDED_ONLY = "(select record_id from clock_deadline where id = old.deadline_id)"

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.old_due_on} to {self.new_due_on}: {self.cause}"


class ProclaimedDayQuerySet(models.QuerySet["ProclaimedDay"]):
    def as_pairs(self) -> frozenset[tuple[str, date]]:
        return frozenset(self.values_list("region", "day"))


class ProclaimedDay(models.Model):
    """A bank holiday proclaimed since the release: it stands beside the shipped ones."""

    region = models.CharField(max_length=30, help_text="Whose bank holidays it joins.")
    day = models.DateField()
    name = models.CharField(max_length=120)
    proclaimed_on = models.DateField()
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    objects = ProclaimedDayQuerySet.as_manager()

    class Meta:
        ordering = ["day"]
        constraints = [
            models.UniqueConstraint(fields=["region", "day"], name="a_day_is_proclaimed_once"),
            models.CheckConstraint(
                condition=Q(proclaimed_on__lte=F("day")), name="a_day_is_proclaimed_beforehand"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.day}"


def regions() -> Iterable[tuple[str, str]]:
    """The regions a proclaimed day can join, for a form's choices."""
    return [(region.id, region.name) for region in almanac().regions.values()]
