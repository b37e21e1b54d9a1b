"""Promising, noting, doing, showing, and taking up again."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action, Evidence, Progress
from holdfast.kernel.actions.states import RHYTHM_MONTHS, Kind, State, require_move
from holdfast.kernel.actions.tracker.writing import change, move, require, section_of, write
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import File, Record
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Who:
    """A post, or the words of a role where no post is known."""

    post: Post | None = None
    role: str = ""


NOBODY = Who()


@transaction.atomic
def agree(
    record: Record,
    *,
    what: str,
    by: Post,
    on: date,
    kind: Kind = Kind.TASK,
    why: str = "",
    owner: Who = NOBODY,
    reviewer: Who = NOBODY,
    due_on: date | None = None,
    rhythm_months: int = RHYTHM_MONTHS,
) -> Action:
    """Put a promise in the tracker, under the record that it was made about."""
    require(record, by=by)
    if due_on and due_on < on:
        raise NotAllowed(f"{day_words(due_on)} has passed already. Give a date that is ahead.")
    action = Action.objects.create(
        record=record,
        kind=kind,
        what=what,
        why=why,
        owner=owner.post,
        owner_role=owner.role,
        reviewer=reviewer.post,
        reviewer_role=reviewer.role,
        agreed_on=on,
        due_on=due_on,
        rhythm_months=rhythm_months,
    )
    story.write_step(
        record=record,
        section=section_of(record),
        move="agree_action",
        to_state=State.AGREED,
        by=by,
        on=on,
        note=what,
    )
    return action


@transaction.atomic
def name_owner(action: Action, *, owner: Who, by: Post, on: date, seen: int | None = None) -> None:
    """Say whose promise it is, where nobody or somebody else was named."""
    require(action.record, by=by)
    change(action, seen=seen, owner=owner.post, owner_role=owner.role)
    write(action, "name_owner", before=action.state, by=by, on=on, note=action.owner_words)


@transaction.atomic
def note_progress(
    action: Action,
    *,
    text: str,
    dated: Dated | None,
    by: Post,
    on: date,
    sort: Progress.Sort = Progress.Sort.HAPPENED,
) -> Progress:
    """Add a note. It is never changed afterwards; a correction is another note."""
    require(action.record, by=by)
    note = Progress.objects.create(
        action=action,
        sort=sort,
        text=text,
        dated_from=dated.first if dated else None,
        precision=dated.precision if dated else "day",
        noted_on=on,
        by=by,
        **moment.written(),
    )
    write(action, "note_progress", before=action.state, by=by, on=on, note=text)
    return note


@transaction.atomic
def claim_done(action: Action, *, by: Post, on: date, seen: int | None = None) -> None:
    """Say that it is done. It stays amber until somebody shows it."""
    move(action, "claim_done", by=by, on=on, seen=seen, done_from=on, done_precision="day")


@transaction.atomic
def evidence(
    action: Action,
    *,
    what: str,
    dated: Dated | None,
    by: Post,
    on: date,
    file: File | None = None,
    seen: int | None = None,
) -> Evidence:
    """Show that it was done. Evidence without a date is kept, and the action stays "done"."""
    require_move(Kind(action.kind), state=action.state, move="evidence")
    if dated and dated.first > on:
        raise NotAllowed(f"{dated.words} has not come yet. Evidence is dated when it was there.")
    if file and file.record_id != action.record_id:
        raise NotAllowed("This paper belongs to another record. Keep it with this one first.")
    if dated:
        move(action, "evidence", by=by, on=on, seen=seen, note=what)
    else:
        require(action.record, by=by)
        change(action, seen=seen)
        write(action, "evidence_without_date", before=action.state, by=by, on=on, note=what)
    return Evidence.objects.create(
        action=action,
        what=what,
        dated_from=dated.first if dated else None,
        precision=dated.precision if dated else "day",
        given_on=on,
        round=action.round,
        file=file,
        by=by,
        **moment.written(),
    )


@transaction.atomic
def reopen(action: Action, *, reason: str, by: Post, on: date, seen: int | None = None) -> None:
    """Open again what was said to be done. Earlier evidence is kept and no longer counts."""
    if not reason.strip():
        raise NotAllowed("Say why it is opened again.")
    after = action.round + 1
    move(action, "reopen", by=by, on=on, seen=seen, note=reason, round=after, done_from=None)


@transaction.atomic
def say_what_is_open(
    action: Action, *, part: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Confirm which part is still open, or with no words that nothing is."""
    require(action.record, by=by)
    change(
        action,
        seen=seen,
        part_open=part.strip(),
        part_open_confirmed_by=by,
        part_open_confirmed_on=on,
    )
    note = part.strip() or "Nothing is left open."
    write(action, "say_what_is_open", before=action.state, by=by, on=on, note=note)
