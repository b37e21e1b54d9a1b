"""Lay members' terms, inductions, and what members declare."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.partnership.models import Body, Declaration, Induction, LayTerm, Seat
from holdfast.board.partnership.rules.words import DECLARED_WORDS, Capacity, Declared
from holdfast.board.partnership.transitions.bodies import CHANGED
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def set_lay_term(
    seat: Seat,
    *,
    starts_on: date,
    by: Post,
    on: date,
    ends_on: date | None = None,
    mentor: Seat | None = None,
    agreement_signed_on: date | None = None,
    review_on: date | None = None,
    readvertise_on: date | None = None,
    seen: int | None = None,
) -> LayTerm:
    """
    Keep a lay member's term. A review ahead becomes a task of whoever writes it, in the tracker.

    `seen` is the version that the editor read, 0 for a term that is not there yet.
    """
    gate.require(by, Can.WORK, seat.body.record)
    _fits(seat, starts_on=starts_on, ends_on=ends_on, mentor=mentor, signed=agreement_signed_on)
    term = LayTerm.objects.filter(seat=seat).select_related("review").first()
    if seen is not None and seen != (term.version if term else 0):
        raise NotAllowed(CHANGED)
    review = _review(seat, term, review_on, by=by, on=on)
    kept = {
        "starts_on": starts_on,
        "ends_on": ends_on,
        "mentor": mentor,
        "agreement_signed_on": agreement_signed_on,
        "review_on": review_on,
        "readvertise_on": readvertise_on,
        "review": review,
    }
    if term is None:
        term = LayTerm.objects.create(seat=seat, **kept)
    else:
        held = LayTerm.objects.filter(pk=term.pk, version=term.version)
        if not held.update(**kept, version=F("version") + 1):
            raise NotAllowed(CHANGED)
        term.refresh_from_db()
    note = f"{seat.post.title}: from {day_words(starts_on)}"
    story.write_step(record=seat.body.record, move="set_lay_term", by=by, on=on, note=note)
    return term


def _fits(
    seat: Seat,
    *,
    starts_on: date,
    ends_on: date | None,
    mentor: Seat | None,
    signed: date | None,
) -> None:
    if seat.capacity != Capacity.LAY_MEMBER:
        raise NotAllowed("Only a lay member has a lay member's term.")
    if ends_on and ends_on <= starts_on:
        raise NotAllowed("A term ends after it starts. Correct one of the two days.")
    if mentor and mentor.pk == seat.pk:
        raise NotAllowed("Nobody is their own mentor. Choose another seat.")
    if mentor and mentor.body.record.area_id != seat.body.record.area_id:
        raise NotAllowed("The mentor sits on this board. Choose another seat.")
    if signed and ends_on and signed > ends_on:
        raise NotAllowed("The agreement is signed before the term ends. Correct its day.")


def _review(
    seat: Seat, term: LayTerm | None, review_on: date | None, *, by: Post, on: date
) -> Action | None:
    """
    Put the review in the tracker, once. A later change of its day is asked for there.

    Where the last review was held, a new day ahead becomes a task of its own.
    """
    known = term.review if term else None
    if term is None or known is None:
        return _task(seat, review_on, by=by, on=on)
    if term.review_on == review_on:
        return known
    if known.state != State.AGREED:
        return _task(seat, review_on, by=by, on=on) or known
    if review_on:
        tracker.ask_new_date(
            known, new_on=review_on, reason="The lay member's term was changed.", by=by, on=on
        )
    return known


def _task(seat: Seat, review_on: date | None, *, by: Post, on: date) -> Action | None:
    if review_on is None or review_on < on:
        return None
    return tracker.agree(
        seat.body.record,
        what=f"Review the lay member's term: {seat.post.title}",
        why="Each lay member's term is reviewed with the member and the mentor.",
        owner=tracker.Who(by),
        due_on=review_on,
        by=by,
        on=on,
    )


@transaction.atomic
def review_lay_term(
    term: LayTerm,
    *,
    found: str,
    held_on: date,
    by: Post,
    on: date,
    ends_on: date | None = None,
    next_on: date | None = None,
    seen: int | None = None,
) -> None:
    """Say what the review of a lay member's term found. The next one becomes a task again."""
    seat, task = term.seat, term.review
    gate.require(by, Can.WORK, seat.body.record)
    if task is None or task.state != State.AGREED:
        raise NotAllowed("No review of this term waits. Set the day of the next one first.")
    if not found.strip():
        raise NotAllowed("Say what the review found.")
    if held_on > on:
        raise NotAllowed(f"{day_words(held_on)} has not come yet. Give the day it was held.")
    if next_on and next_on <= on:
        raise NotAllowed("The next review lies ahead. Give a later day.")
    _fits(
        seat, starts_on=term.starts_on, ends_on=ends_on, mentor=term.mentor,
        signed=term.agreement_signed_on,
    )  # fmt: skip
    tracker.claim_done(task, by=by, on=on)
    tracker.evidence(task, what=found, dated=Dated(held_on), by=by, on=on)
    kept = {
        "ends_on": ends_on or term.ends_on,
        "review_on": next_on or term.review_on,
        "review": _task(seat, next_on, by=by, on=on) or task,
    }
    version = term.version if seen is None else seen
    held = LayTerm.objects.filter(pk=term.pk, version=version)
    if not held.update(**kept, version=F("version") + 1):
        raise NotAllowed(CHANGED)
    term.refresh_from_db()
    note = f"{seat.post.title}: {found}"
    story.write_step(record=seat.body.record, move="review_lay_term", by=by, on=on, note=note)


@transaction.atomic
def record_induction(
    body: Body,
    *,
    seats: Sequence[Seat],
    held_on: date,
    what: str,
    by: Post,
    on: date,
    booklet: bool = False,
) -> list[Induction]:
    """Write down who was inducted, on which day, into what, and whether a booklet was given."""
    gate.require(by, Can.WORK, body.record)
    if held_on > on:
        raise NotAllowed(f"{day_words(held_on)} has not come yet. Give the day it was held.")
    if not seats:
        raise NotAllowed("Choose at least one seat.")
    if any(seat.body_id != body.pk for seat in seats):
        raise NotAllowed("Choose seats of this body only.")
    rows = Induction.objects.bulk_create(
        Induction(
            seat=seat, held_on=held_on, what=what, booklet=booklet, by=by, **moment.written()
        )
        for seat in seats
    )
    note = f"{day_words(held_on)}: {what}; {len(rows)} seats"
    story.write_step(record=body.record, move="record_induction", by=by, on=on, note=note)
    return rows


@transaction.atomic
def declare_interest(
    seat: Seat,
    *,
    sort: Declared,
    by: Post,
    on: date,
    what: str = "",
    since: date | None = None,
    declared_on: date | None = None,
) -> Declaration:
    """
    Write down what a member declared. Whoever sits there may declare for their own seat.

    "Nothing to declare" is refused while something stands declared.
    """
    may_write = Can.SEE if by.pk == seat.post_id else Can.WORK
    gate.require(by, may_write, seat.body.record)
    day = declared_on or on
    if day > on:
        raise NotAllowed(f"{day_words(day)} has not come yet. Give the day it was declared.")
    if sort is Declared.NOTHING and what.strip():
        raise NotAllowed("Nothing to declare is said without words. Choose an interest instead.")
    if sort is not Declared.NOTHING and not what.strip():
        raise NotAllowed("Say what is declared.")
    standing = seat.declarations.filter(ended_on__isnull=True).exclude(sort=Declared.NOTHING)
    if sort is Declared.NOTHING and standing.exists():
        raise NotAllowed("An interest stands declared. End it first, if it is over.")
    declaration = Declaration.objects.create(
        seat=seat, sort=sort, what=what, since=since, declared_on=day, by=by, **moment.written()
    )
    note = f"{seat.post.title}: {DECLARED_WORDS[sort].lower()}"
    story.write_step(record=seat.body.record, move="declare_interest", by=by, on=on, note=note)
    return declaration


@transaction.atomic
def end_interest(declaration: Declaration, *, ended_on: date, by: Post, on: date) -> None:
    """Say that what was declared is over. The declaration stays."""
    seat = declaration.seat
    gate.require(by, Can.SEE if by.pk == seat.post_id else Can.WORK, seat.body.record)
    if ended_on > on:
        raise NotAllowed(f"{day_words(ended_on)} has not come yet. Give the day it ended.")
    stands = Declaration.objects.filter(pk=declaration.pk, ended_on__isnull=True)
    if not stands.exclude(sort=Declared.NOTHING).update(ended_on=ended_on):
        raise NotAllowed("There is nothing to end here. Look at the page again.")
    declaration.refresh_from_db()
    note = f"{seat.post.title}, until {day_words(ended_on)}"
    story.write_step(record=seat.body.record, move="end_interest", by=by, on=on, note=note)
