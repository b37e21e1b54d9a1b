"""What was found, concern by concern, and what the employer is to learn from it."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action, DateChange
from holdfast.kernel.actions.states import Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder
from holdfast.practice.allegations.access import ACTIONS, STORY
from holdfast.practice.allegations.models import Allegation, Concern, OutcomeGiven
from holdfast.practice.allegations.rules import law, states
from holdfast.practice.allegations.transitions import circle, moves

LEARNING_DAYS = 365


@transaction.atomic
def decide_outcome(
    concern: Concern,
    *,
    outcome: law.Outcome,
    why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> OutcomeGiven:
    """Decide what was found of one concern. With the last of them the allegation is concluded."""
    allegation = concern.allegation
    gate.require(by, Can.DECIDE, allegation.record, section=STORY)
    _not_the_accuser(allegation, by=by)
    states.TABLE.target(state=allegation.state, move="conclude")
    _strands_are_closed(allegation)
    given = _give(concern, outcome=outcome, why=why, by=by, on=on, appeal=False)
    note = f"Concern {concern.number}: {outcome.value}. {law.MEANING[outcome]} {why}"
    if _all_decided(allegation):
        moves.move_to(
            allegation,
            "conclude",
            can=Can.DECIDE,
            by=by,
            on=on,
            note=note,
            seen=seen,
            concluded_on=on,
        )
    else:
        moves.write_in(
            allegation, "decide_outcome", can=Can.DECIDE, by=by, on=on, note=note, seen=seen
        )
    return given


@transaction.atomic
def overturn_outcome(
    concern: Concern,
    *,
    outcome: law.Outcome,
    why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> OutcomeGiven:
    """After an appeal: a new outcome beside the old one, decided by somebody else."""
    allegation = concern.allegation
    gate.require(by, Can.DECIDE, allegation.record, section=STORY)
    _not_the_accuser(allegation, by=by)
    before = concern.outcomes.last()
    if before is None:
        raise NotAllowed("There is no outcome yet to look at again. Decide it first.")
    if holder(by).person_id == holder(before.by).person_id or by == before.by:
        raise NotAllowed("Whoever decided the outcome does not decide the appeal. Ask another.")
    note = (
        f"Concern {concern.number} after an appeal: {outcome.value}, was {before.outcome}. {why}"
    )
    moves.write_in(
        allegation, "overturn_outcome", can=Can.DECIDE, by=by, on=on, note=note, seen=seen
    )
    return _give(concern, outcome=outcome, why=why, by=by, on=on, appeal=True)


@transaction.atomic
def agree_learning(
    allegation: Allegation,
    *,
    what: str,
    why: str,
    owner: Post,
    due_on: date,
    by: Post,
    on: date,
    kind: Kind = Kind.IMPROVEMENT,
    seen: int | None = None,
) -> Action:
    """Agree with an employer what it will do. Its post sees its own actions and no more."""
    moves.write_in(
        allegation,
        "agree_learning",
        by=by,
        on=on,
        note=f"{owner.title}, {owner.agency.name}: {what}, by {due_on:%-d %B %Y}.",
        seen=seen,
    )
    circle.let_in(
        allegation,
        post=owner,
        sections=[ACTIONS],
        purpose="To carry out its own actions",
        days=LEARNING_DAYS,
        may_add=True,
        by=by,
        on=on,
    )
    return tracker.agree(
        allegation.record,
        what=what,
        why=why,
        kind=kind,
        owner=tracker.Who(owner),
        reviewer=tracker.Who(allegation.lead),
        due_on=due_on,
        by=by,
        on=on,
    )


@transaction.atomic
def say_learning_done(action: Action, *, by: Post, on: date) -> None:
    """The owner says that it is done. That is a claim: it is not evidence."""
    gate.require(by, Can.WORK, action.record, section=ACTIONS)
    if action.owner_id != by.pk and not gate.may(by, Can.WORK, action.record, section=STORY):
        raise gate.Refused("This action belongs to another post.")
    tracker.claim_done(action, by=by, on=on)


@transaction.atomic
def ask_for_new_date(
    action: Action, *, new_on: date, reason: str, by: Post, on: date
) -> DateChange:
    """The owner asks for a later date. The old one stands until the LADO agrees."""
    gate.require(by, Can.WORK, action.record, section=ACTIONS)
    if action.owner_id != by.pk and not gate.may(by, Can.WORK, action.record, section=STORY):
        raise gate.Refused("This action belongs to another post.")
    return tracker.ask_new_date(action, new_on=new_on, reason=reason, by=by, on=on)


@transaction.atomic
def agree_new_date(change: DateChange, *, by: Post, on: date) -> None:
    """The LADO lets the later date stand."""
    gate.require(by, Can.DECIDE, change.action.record, section=STORY)
    tracker.approve_new_date(change, by=by, on=on)


@transaction.atomic
def evidence_learning(action: Action, *, what: str, dated_on: date, by: Post, on: date) -> None:
    """The room has seen what shows that it was done. The employer's own word is not enough."""
    gate.require(by, Can.WORK, action.record, section=STORY)
    tracker.evidence(action, what=what, dated=Dated(dated_on), by=by, on=on)


@transaction.atomic
def retest_learning(action: Action, *, held: bool, finding: str, by: Post, on: date) -> None:
    """Look again later: did the improvement hold? What did not hold is open again."""
    gate.require(by, Can.WORK, action.record, section=STORY)
    tracker.retest(action, held=held, finding=finding, by=by, on=on)


@transaction.atomic
def say_what_was_sent(action: Action, *, text: str, by: Post, on: date) -> None:
    """The owner says what was sent to show it. The room decides whether that is evidence."""
    gate.require(by, Can.WORK, action.record, section=ACTIONS)
    if action.owner_id != by.pk:
        raise gate.Refused("This action belongs to another post.")
    tracker.note_progress(action, text=f"Sent: {text}", dated=Dated(on), by=by, on=on)


@transaction.atomic
def remind(action: Action, *, how: str, by: Post, on: date) -> None:
    """Ask the owner of an action where it stands, and keep that it was asked."""
    gate.require(by, Can.WORK, action.record, section=STORY)
    tracker.note_progress(action, text=f"Asked {how}.", dated=Dated(on), by=by, on=on)


def _give(
    concern: Concern, *, outcome: law.Outcome, why: str, by: Post, on: date, appeal: bool
) -> OutcomeGiven:
    offered = law.outcome_list(on)
    if outcome not in offered.outcomes:
        words = ", ".join(o.value for o in offered.outcomes)
        raise NotAllowed(
            f"“{outcome.value}” is not in {offered.title}, in force on that day. It has: {words}."
        )
    if not why.strip():
        raise NotAllowed("Say why. An outcome without a reason cannot be explained to anybody.")
    return OutcomeGiven.objects.create(
        concern=concern,
        outcome=outcome,
        edition=offered.edition,
        why=why,
        appeal=appeal,
        on=on,
        by=by,
        **moment.written(),
    )


def _all_decided(allegation: Allegation) -> bool:
    since = allegation.reopened_on or allegation.received_on
    decided = OutcomeGiven.objects.filter(
        concern__allegation=allegation, on__gte=since, appeal=False
    )
    open_concerns = allegation.concerns.exclude(pk__in=decided.values("concern"))
    return not open_concerns.exists()


def _not_the_accuser(allegation: Allegation, *, by: Post) -> None:
    """Nobody decides what they themselves referred, under whatever post they act."""
    referrer = allegation.referred_by
    if referrer is None:
        return
    same_post = referrer.pk == by.pk
    holdings = referrer.holdings.current(at=moment.now())
    if same_post or holdings.filter(person=holder(by).person_id).exists():
        raise NotAllowed("Whoever made the allegation does not decide it. Ask another LADO.")


def _strands_are_closed(allegation: Allegation) -> None:
    waiting = allegation.strands.filter(closed_on__isnull=True).first()
    if waiting is not None:
        raise NotAllowed(
            f"{waiting.get_kind_display()} is still open; whose move: {waiting.whose_move}. "
            "Close the strand before you decide the outcome."
        )
