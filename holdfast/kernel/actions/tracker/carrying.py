"""Carrying over what an older paper says about an action, once, as it was printed."""

from datetime import date

from django.db import transaction

from holdfast.kernel.actions.carried import History, Moved, Note, Shown
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action, DateChange, Evidence, Progress
from holdfast.kernel.actions.states import Kind, State, require_move
from holdfast.kernel.actions.tracker.writing import change, require, write
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def carry_over(action: Action, *, history: History, by: Post, on: date) -> None:
    """
    Give a newly agreed action the history that an older paper holds.

    Printed dates keep their precision; a moved date keeps its old one, without an approver,
    because paper rarely names one. It is refused once anything has been done here.
    """
    require(action.record, by=by)
    if action.version > 1 or action.progress.exists():
        raise NotAllowed("This action has a history of its own. Add notes to it instead.")
    Progress.objects.bulk_create(_note(action, n, by=by, on=on) for n in history.notes)
    DateChange.objects.bulk_create(_moved(action, m, by=by, on=on) for m in history.moves)
    Evidence.objects.bulk_create(_shown(action, e, by=by, on=on) for e in history.evidence)
    before = action.state
    change(
        action,
        seen=None,
        state=_state(action, history),
        due_on=history.moves[-1].new_on if history.moves else action.due_on,
        done_from=history.done.first if history.done else None,
        done_precision=_precision(history.done),
        part_open=history.part_open,
        retest_on=history.retest_on,
    )
    count = len(history.notes)
    write(
        action, "carry_over", before=before, by=by, on=on, note=f"{count} notes from older papers"
    )


def _state(action: Action, history: History) -> State:
    """Walk the state table, so that paper cannot put an action where no verb could."""
    kind, state = Kind(action.kind), State(action.state)
    if history.said_done:
        state = State(require_move(kind, state=state, move="claim_done"))
        if any(shown.dated for shown in history.evidence):
            state = State(require_move(kind, state=state, move="evidence"))
    return state


def _precision(dated: Dated | None) -> str:
    return dated.precision if dated else "day"


def _note(action: Action, note: Note, *, by: Post, on: date) -> Progress:
    return Progress(
        action=action,
        sort=note.sort,
        text=note.text,
        dated_from=note.dated.first if note.dated else None,
        precision=_precision(note.dated),
        printed_date=note.printed_date,
        noted_on=on,
        by=by,
        **moment.written(),
    )


def _moved(action: Action, moved: Moved, *, by: Post, on: date) -> DateChange:
    return DateChange(
        action=action,
        old_on=moved.old_on,
        old_words=moved.old_words,
        new_on=moved.new_on,
        reason=moved.reason,
        round=action.round,
        answer=DateChange.Answer.PRINTED,
        asked_by=by,
        asked_on=on,
        approved_on=moved.on,
        **moment.written(),
    )


def _shown(action: Action, shown: Shown, *, by: Post, on: date) -> Evidence:
    return Evidence(
        action=action,
        what=shown.what,
        dated_from=shown.dated.first if shown.dated else None,
        precision=_precision(shown.dated),
        given_on=on,
        round=action.round,
        by=by,
        **moment.written(),
    )
