"""Carrying over what an older paper says about its actions, once, as it was printed."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.actions.carried import Carried, Moved, Note, Shown
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action, DateChange, Evidence, Progress
from holdfast.kernel.actions.states import State, require_move
from holdfast.kernel.actions.tracker.promises import NOBODY, Who
from holdfast.kernel.actions.tracker.writing import require, write
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record


@transaction.atomic
def carry_over(
    record: Record,
    *,
    promises: Sequence[tuple[Carried, Who]],
    reviewer: Who = NOBODY,
    by: Post,
    on: date,
) -> list[Action]:
    """
    Put an older paper's actions in the tracker, each with its owner and its history.

    Printed dates keep their precision; a moved date keeps its old one, without an approver,
    because paper rarely names one. Returns the actions in the order given.
    """
    require(record, by=by)
    actions = Action.objects.bulk_create(
        _action(record, carried, owner, reviewer) for carried, owner in promises
    )
    pairs = [
        (action, carried.history) for action, (carried, _) in zip(actions, promises, strict=True)
    ]
    Progress.objects.bulk_create(
        _note(action, note, by=by, on=on) for action, past in pairs for note in past.notes
    )
    DateChange.objects.bulk_create(
        _moved(action, moved, by=by, on=on) for action, past in pairs for moved in past.moves
    )
    Evidence.objects.bulk_create(
        _shown(action, shown, by=by, on=on) for action, past in pairs for shown in past.evidence
    )
    for action, past in pairs:
        note = f"carried over with {len(past.notes)} notes"
        write(action, "carry_over", before="", by=by, on=action.agreed_on, note=note)
    return actions


def _action(record: Record, carried: Carried, owner: Who, reviewer: Who) -> Action:
    past = carried.history
    return Action(
        record=record,
        kind=carried.kind,
        state=_state(carried),
        what=carried.what,
        owner=owner.post,
        owner_role=owner.role,
        reviewer=reviewer.post,
        reviewer_role=reviewer.role,
        agreed_on=carried.agreed_on,
        due_on=past.moves[-1].new_on if past.moves else carried.due_on,
        rhythm_months=carried.rhythm_months,
        done_from=past.done.first if past.done else None,
        done_precision=_precision(past.done),
        part_open=past.part_open,
        retest_on=past.retest_on,
    )


def _state(carried: Carried) -> State:
    """Walk the state table, so that paper cannot put an action where no verb could."""
    state = State.AGREED
    if carried.history.said_done:
        state = State(require_move(carried.kind, state=state, move="claim_done"))
        if any(shown.dated for shown in carried.history.evidence):
            state = State(require_move(carried.kind, state=state, move="evidence"))
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
