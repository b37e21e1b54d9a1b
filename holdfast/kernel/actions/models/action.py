"""What is kept about an action. It belongs to its record, and so do those who may see it."""

from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q

from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.actions.standing import DateMove, Facts, Standing, standing
from holdfast.kernel.actions.states import RHYTHM_MONTHS, Kind, Mover, State
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.models import Record

FINISHED = [State.EVIDENCED.value, State.EFFECTIVE.value]
WAITS_FOR_RETEST = Q(kind=Kind.IMPROVEMENT.value, state=State.EVIDENCED.value)


def post_key(*, related: str = "+", null: bool = False) -> "models.ForeignKey[Post, Post]":
    return models.ForeignKey(
        Post, on_delete=models.PROTECT, null=null, blank=null, related_name=related
    )


class ActionQuerySet(models.QuerySet["Action"]):
    def open(self) -> Self:
        """Return those that somebody still has to move."""
        return self.filter(~Q(state__in=FINISHED) | WAITS_FOR_RETEST)

    def overdue(self, *, on: date) -> Self:
        """Return the open ones whose one date has passed."""
        return self.open().filter(
            (~WAITS_FOR_RETEST & Q(due_on__lt=on)) | (WAITS_FOR_RETEST & Q(retest_on__lt=on))
        )

    def owned_by(self, post: Post) -> Self:
        return self.filter(owner=post)

    def for_page(self) -> Self:
        """Return everything that a page about actions prints, in a fixed number of queries."""
        return self.select_related("record", "owner__agency", "reviewer__agency").prefetch_related(
            "date_changes__asked_by__agency",
            "date_changes__approved_by__agency",
            "evidence__by__agency",
            "retests__by__agency",
            "progress__by__agency",
        )


class Action(models.Model):
    """One promise: what, who, by which one date. Its colour is worked out and never stored.

    The owner is a post; where paper names only a role, `owner_role` keeps its words. With neither,
    nobody owns it, and the pages say so.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="actions")
    kind = models.CharField(max_length=12, choices=choices(Kind))
    state = models.CharField(max_length=12, choices=choices(State), default=State.AGREED.value)
    what = models.CharField(max_length=300)
    why = models.TextField(blank=True)
    owner = post_key(null=True)
    owner_role = models.CharField(max_length=120, blank=True)
    reviewer = post_key(null=True)
    reviewer_role = models.CharField(max_length=120, blank=True)
    agreed_on = models.DateField()
    due_on = models.DateField(
        null=True, blank=True, help_text="Its one date. For a standing duty: the next review."
    )
    rhythm_months = models.PositiveSmallIntegerField(default=RHYTHM_MONTHS)
    part_open = models.CharField(max_length=200, blank=True)
    part_open_confirmed_by = post_key(null=True)
    part_open_confirmed_on = models.DateField(null=True, blank=True)
    done_from = models.DateField(null=True, blank=True)
    done_precision = models.CharField(
        max_length=5, choices=choices(Precision), default=Precision.DAY.value
    )
    retest_on = models.DateField(null=True, blank=True)
    round = models.PositiveSmallIntegerField(
        default=1, help_text="Goes up when it is reopened, or a duty's review is held."
    )
    version = models.PositiveIntegerField(default=1)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["due_on", "state"])]
        constraints = [
            models.CheckConstraint(
                condition=~Q(kind=Kind.DUTY.value) | Q(state=State.AGREED.value),
                name="a_standing_duty_is_never_done",
            ),
            models.CheckConstraint(
                condition=Q(kind=Kind.IMPROVEMENT.value) | ~Q(state=State.EFFECTIVE.value),
                name="only_an_improvement_is_effective",
            ),
            models.CheckConstraint(
                condition=Q(state__in=[state.value for state in State]),
                name="an_action_is_in_a_known_state",
            ),
            models.CheckConstraint(condition=~Q(what=""), name="an_action_says_what"),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def owner_words(self) -> str:
        return self.owner.title if self.owner else self.owner_role

    @property
    def reviewer_words(self) -> str:
        return self.reviewer.title if self.reviewer else self.reviewer_role

    @property
    def done(self) -> Dated | None:
        return dated(self.done_from, self.done_precision)

    def facts(self) -> Facts:
        """Return what its colour depends on. Prefetched rows are used where there are some."""
        since = [e for e in self.evidence.all() if e.round == self.round]
        changes = [c for c in self.date_changes.all() if c.counts and c.round == self.round]
        held = [r.on for r in self.retests.all() if r.held]
        return Facts(
            kind=Kind(self.kind),
            state=State(self.state),
            due_on=self.due_on,
            moves=tuple(DateMove(c.old_on, c.new_on, c.took_effect_on) for c in changes),
            done=self.done,
            evidence=tuple(e.dated for e in since),
            held_on=max(held, default=None),
            retest_on=self.retest_on,
            part_open=self.part_open,
            rhythm_months=self.rhythm_months,
        )

    def standing(self, *, on: date) -> Standing:
        return standing(self.facts(), on=on)

    def whose_move(self, *, on: date) -> str:
        """Return the post or role that has to move, or words saying that nobody is named."""
        mover = self.standing(on=on).mover
        if mover is Mover.NOBODY:
            return "Nobody: it is finished"
        if mover is Mover.REVIEWER:
            return self.reviewer_words or "No reviewer: name one"
        return self.owner_words or "No single owner: name one"


def dated(first: date | None, precision: str) -> Dated | None:
    return Dated(first, Precision(precision)) if first else None
