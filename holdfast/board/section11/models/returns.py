"""One agency's return in a cycle, on the board's side, and what the board did with it."""

from typing import Self

from django.db import models
from django.db.models import Prefetch, Q
from django.db.models.functions import Now

from holdfast.board.section11.models.cycles import Cluster, Cycle, ReviewPoint
from holdfast.board.section11.rules.counting import Owed
from holdfast.board.section11.rules.states import Assurance, ChallengeKind, Reply, State
from holdfast.board.workplan.models import Challenge as Logged
from holdfast.board.workplan.rules.challenging import ChallengeState, Sort
from holdfast.engines.asks.models import Request
from holdfast.engines.standards.models import Assessment
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import choices

OF_ITS_RETURN = (
    "(select c.record_id from section11_agencyreturn r "
    "join section11_cycle c on c.id = r.cycle_id where r.id = old.found_id)"
)


class ReturnQuerySet(models.QuerySet["AgencyReturn"]):
    def for_page(self) -> Self:
        """Return what the pages print of returns, in one query."""
        return self.select_related(
            "cycle__record__area",
            "cycle__edition",
            "cluster",
            "agency",
            "lead__agency",
            "sign_off__agency",
            "request__record",
            "request__round__asked_by",
            "assessment__edition",
            "assessment__body",
        )

    def whole(self) -> Self:
        """Return what one return's own page prints, in a number of queries that never grows."""
        return self.for_page().prefetch_related(
            Prefetch("challenges", queryset=Challenge.objects.for_page()),
            Prefetch("review_answers", queryset=ReviewAnswer.objects.select_related("point")),
            Prefetch("addenda", queryset=Addendum.objects.select_related("by")),
        )


class AgencyReturn(models.Model):
    """What one agency, or one service of it, owes in a cycle, and how far it is.

    `reason` says why it is late, nil, in part, refused or withdrawn. `said` is what the agency
    wrote beside its grades, as it was taken in: kept for ever, whatever asks for it later.
    """

    cycle = models.ForeignKey(Cycle, on_delete=models.PROTECT, related_name="returns")
    cluster = models.ForeignKey(Cluster, on_delete=models.PROTECT, related_name="returns")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    service = models.CharField(max_length=120, blank=True)
    lead = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    sign_off = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    request = models.OneToOneField(
        Request, on_delete=models.PROTECT, null=True, related_name="section_11"
    )
    assessment = models.OneToOneField(
        Assessment, on_delete=models.PROTECT, null=True, related_name="agency_return"
    )
    state = models.CharField(max_length=20, choices=choices(State), default=State.EXPECTED.value)
    due_on = models.DateField(null=True)
    sent_on = models.DateField(null=True)
    reply = models.CharField(max_length=10, choices=choices(Reply), blank=True)
    reason = models.CharField(max_length=300, blank=True)
    said = models.JSONField(default=list)
    carried_from = models.CharField(max_length=120, blank=True)
    carried_annex = models.TextField(blank=True)
    consent_to = models.CharField(max_length=120, blank=True)
    consent_by = models.CharField(max_length=120, blank=True)
    consent_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = ReturnQuerySet.as_manager()

    class Meta:
        ordering = ["cluster__place", "agency__name", "service"]
        constraints = [
            models.UniqueConstraint(
                fields=["cycle", "agency", "service"], name="an_agency_returns_once_in_a_cycle"
            ),
            models.CheckConstraint(
                condition=Q(reply__in=["", Reply.WHOLE.value]) | ~Q(reason=""),
                name="another_answer_than_a_whole_return_says_why",
            ),
            models.CheckConstraint(
                condition=Q(consent_to="") | Q(consent_on__isnull=False),
                name="consent_has_its_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.cycle.year}"

    @property
    def name(self) -> str:
        return f"{self.agency.name}: {self.service}" if self.service else self.agency.name

    def owed(self) -> Owed:
        return Owed(
            agency=self.name,
            state=State(self.state),
            due_on=self.due_on,
            sent_on=self.sent_on,
            reply=Reply(self.reply) if self.reply else None,
            reason=self.reason,
        )


class Section11ChallengeQuerySet(models.QuerySet["Challenge"]):
    def for_page(self) -> Self:
        """Fetch the thread in the challenge log too, in a number of queries that never grows."""
        return self.select_related("logged__record").prefetch_related("logged__entries")

    def unanswered(self) -> Self:
        """Return those whose thread in the log waits for a reply."""
        of_old = Q(logged__isnull=True, answered_on__isnull=True)
        return self.filter(of_old | Q(logged__state=ChallengeState.PUT))


class Challenge(models.Model):
    """What the panel, a challenge day or the executive asked an agency.

    The question, its reply clock and what came of it are in the board's challenge log (`logged`).
    Those put before there was one keep their questions and their answer here.
    """

    found = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="challenges")
    kind = models.CharField(max_length=20, choices=choices(ChallengeKind))
    on = models.DateField()
    logged = models.OneToOneField(
        Logged, on_delete=models.PROTECT, null=True, related_name="section_11"
    )
    questions = models.JSONField(default=list)
    outcome = models.CharField(max_length=500, blank=True)
    answered_on = models.DateField(null=True)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")

    objects = Section11ChallengeQuerySet.as_manager()

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.on}"

    @property
    def asked(self) -> tuple[str, ...]:
        return (self.logged.question,) if self.logged else tuple(self.questions)

    @property
    def waits(self) -> bool:
        """Whether no reply has come yet."""
        return self.logged.state == ChallengeState.PUT if self.logged else not self.answered_on

    @property
    def reply(self) -> str:
        """The last reply, as the log has it. Expects `for_page`."""
        if self.logged is None:
            return self.outcome
        replies = [one.text for one in self.logged.entries.all() if one.sort == Sort.REPLY]
        return replies[-1] if replies else ""


class ReturnAction(models.Model):
    """An action of the one tracker that a return led to, and what it answers."""

    found = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="actions")
    action = models.OneToOneField(Action, on_delete=models.PROTECT, related_name="section_11")
    standard = models.PositiveSmallIntegerField(null=True)
    challenge = models.ForeignKey(
        Challenge, on_delete=models.PROTECT, null=True, related_name="actions"
    )

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.action)


class ReviewAnswer(models.Model):
    """What an agency's return says of a review's action point."""

    found = models.ForeignKey(
        AgencyReturn, on_delete=models.PROTECT, related_name="review_answers"
    )
    point = models.ForeignKey(ReviewPoint, on_delete=models.PROTECT, related_name="answers")
    assurance = models.CharField(max_length=30, choices=choices(Assurance))
    words = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["point__case", "point__number"]
        constraints = [
            models.UniqueConstraint(
                fields=["found", "point"], name="a_review_point_is_answered_once_in_a_return"
            )
        ]

    def __str__(self) -> str:
        return f"{self.point}: {self.assurance}"


class Addendum(models.Model):
    """What was added to a return after its cycle was closed. Rows are added and never changed."""

    found = models.ForeignKey(AgencyReturn, on_delete=models.PROTECT, related_name="addenda")
    text = models.CharField(max_length=2000)
    by = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    written_at = models.DateTimeField(db_default=Now(), editable=False)

    ADDED_ONLY = OF_ITS_RETURN

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"Addendum of {self.on}"
