"""New dates with a reason and a second person; reviews of duties; re-tests of improvements."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access.words import Can
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action, DateChange, Retest
from holdfast.kernel.actions.states import Kind, State
from holdfast.kernel.actions.tracker.promises import note_progress
from holdfast.kernel.actions.tracker.writing import change as change_action
from holdfast.kernel.actions.tracker.writing import move, require, same_hands, write
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def ask_new_date(action: Action, *, new_on: date, reason: str, by: Post, on: date) -> DateChange:
    """Ask for a new date, with a reason. The old one stands until somebody else approves."""
    require(action.record, by=by)
    if not reason.strip():
        raise NotAllowed("A new date needs a reason. Say why the old one cannot be kept.")
    if new_on < on:
        raise NotAllowed(f"{day_words(new_on)} has passed already. Give a date that is ahead.")
    if action.state != State.AGREED:
        raise NotAllowed("This action is said to be done. Reopen it before giving it a new date.")
    if action.date_changes.filter(answer=DateChange.Answer.ASKED).exists():
        raise NotAllowed("A new date is waiting for an answer already.")
    change = DateChange.objects.create(
        action=action,
        old_on=action.due_on,
        new_on=new_on,
        reason=reason,
        round=action.round,
        asked_by=by,
        asked_on=on,
        **moment.written(),
    )
    write(action, "ask_new_date", before=action.state, by=by, on=on, note=f"{change}: {reason}")
    return change


@transaction.atomic
def approve_new_date(change: DateChange, *, by: Post, on: date, seen: int | None = None) -> None:
    """Let the new date stand. Whoever asked for it cannot approve it."""
    if change.action.state != State.AGREED:
        raise NotAllowed("This action is said to be done by now. Refuse the new date.")
    _answer(change, DateChange.Answer.APPROVED, by=by, on=on)
    change_action(change.action, seen=seen, due_on=change.new_on)
    write(change.action, "approve_new_date", before=State.AGREED, by=by, on=on, note=str(change))


@transaction.atomic
def refuse_new_date(change: DateChange, *, by: Post, on: date) -> None:
    """Keep the old date. The request and the refusal stay in the history."""
    _answer(change, DateChange.Answer.REFUSED, by=by, on=on)
    write(change.action, "refuse_new_date", before=State.AGREED, by=by, on=on, note=str(change))


@transaction.atomic
def retest(
    action: Action, *, held: bool, finding: str, by: Post, on: date, seen: int | None = None
) -> Retest:
    """Look again, as somebody other than the owner. What did not hold is open again."""
    if action.owner and same_hands(action.owner, by):
        raise NotAllowed("Whoever owns an improvement does not re-test it. Ask another post.")
    verb = "find_it_held" if held else "find_it_not_held"
    round_after = action.round + (0 if held else 1)
    move(action, verb, by=by, on=on, seen=seen, note=finding, round=round_after, retest_on=None)
    return Retest.objects.create(
        action=action, on=on, held=held, finding=finding, by=by, **moment.written()
    )


@transaction.atomic
def set_review(
    action: Action, *, next_on: date, found: str, by: Post, on: date, seen: int | None = None
) -> None:
    """
    Set the next review of a standing duty, or the re-test of an improvement.

    A duty whose review is due says what the review found. To put a review off without holding
    it, ask for a new date: that needs a reason and somebody else's approval.
    """
    if next_on <= on:
        raise NotAllowed(f"{day_words(next_on)} is not ahead. A review is set for a later day.")
    if action.kind == Kind.IMPROVEMENT:
        move(action, "set_review", by=by, on=on, seen=seen, note=found, retest_on=next_on)
        return
    if action.due_on and not found.strip():
        raise NotAllowed(
            f"Say what the review due on {day_words(action.due_on)} found. "
            "If it was not held, ask for a new date instead."
        )
    held = {"round": action.round + 1} if action.due_on else {}
    note = f"Next review {day_words(next_on)}. {found}".strip()
    move(action, "set_review", by=by, on=on, seen=seen, note=note, due_on=next_on, **held)
    if found.strip():
        note_progress(action, text=found, dated=Dated(on), by=by, on=on)


def _answer(change: DateChange, answer: DateChange.Answer, *, by: Post, on: date) -> None:
    require(change.action.record, by=by, can=Can.DECIDE)
    if same_hands(change.asked_by, by):
        raise NotAllowed("Whoever asks for a new date cannot answer. Somebody else has to.")
    waiting = DateChange.objects.filter(pk=change.pk, answer=DateChange.Answer.ASKED)
    if not waiting.update(answer=answer, approved_by=by, approved_on=on):
        raise NotAllowed("This new date has been answered already.")
    change.refresh_from_db()
