"""Seating a post, ending a seat, naming and ending a deputy."""

from datetime import date

from django.db import transaction

from holdfast.board.partnership.models import Body, Deputy, Seat
from holdfast.board.partnership.rules.words import CAPACITY_WORDS, Capacity
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def seat_post(
    body: Body,
    *,
    post: Post,
    capacity: Capacity,
    by: Post,
    on: date,
    represents: Agency | None = None,
    partner: bool = False,
    starts_on: date | None = None,
) -> Seat:
    """
    Give a post a seat. It speaks for its own agency unless another is named.

    Until `starts_on` is known the seat is there without a start.
    """
    gate.require(by, Can.WORK, body.record)
    if body.ends_on and (starts_on or on) > body.ends_on:
        raise NotAllowed(f"{body.name} ended on {day_words(body.ends_on)}. Seat nobody there.")
    if starts_on and body.starts_on and starts_on < body.starts_on:
        raise NotAllowed(
            f"{body.name} begins on {day_words(body.starts_on)}. Give that day or a later one."
        )
    if body.seats.filter(post=post, ends_on__isnull=True).exists():
        raise NotAllowed(f"{post.title} sits in {body.name} already. End that seat first.")
    seat = Seat.objects.create(
        body=body,
        post=post,
        capacity=capacity,
        represents=represents or post.agency,
        partner=partner,
        starts_on=starts_on,
    )
    note = f"{post.title}: {CAPACITY_WORDS[capacity].lower()}"
    story.write_step(record=body.record, move="seat_post", by=by, on=on, note=note)
    return seat


@transaction.atomic
def make_seat(
    body: Body,
    *,
    title: str,
    agency: Agency,
    capacity: Capacity,
    by: Post,
    on: date,
    partner: bool = False,
    starts_on: date | None = None,
) -> Seat:
    """
    Make a member's post in an agency and give it a seat: vacant until somebody is appointed.

    A post that nobody holds opens nothing; who is appointed to it stays the operator's business.
    """
    gate.require(by, Can.WORK, body.record)
    if agency.area_id != body.record.area_id:
        raise NotAllowed(f"{agency.name} is not of this area. Choose an agency that is.")
    if Post.objects.filter(agency=agency, title=title).exists():
        raise NotAllowed(f"{agency.name} has a post of {title} already. Choose it from the list.")
    post = appointments.make_post(title=title, agency=agency, role=Role.BOARD_MEMBER)
    return seat_post(
        body, post=post, capacity=capacity, partner=partner, starts_on=starts_on, by=by, on=on
    )


@transaction.atomic
def end_seat(seat: Seat, *, ends_on: date, why: str, by: Post, on: date) -> None:
    """End a seat. What it promised, asked and declared stays to be read."""
    gate.require(by, Can.WORK, seat.body.record)
    if seat.starts_on and ends_on < seat.starts_on:
        raise NotAllowed("A seat ends after it starts. Give a later day.")
    taken = Seat.objects.filter(pk=seat.pk, ends_on__isnull=True)
    if not taken.update(ends_on=ends_on, why_ended=why):
        raise NotAllowed("This seat has an end already. Look at the page again.")
    seat.refresh_from_db()
    note = f"{seat.post.title}, until {day_words(ends_on)}. {why}".strip()
    story.write_step(record=seat.body.record, move="end_seat", by=by, on=on, note=note)


@transaction.atomic
def name_deputy(
    seat: Seat, *, post: Post, by: Post, on: date, starts_on: date | None = None
) -> Deputy:
    """Name a post that may sit in for a seat. A deputy does not sit there in its own right."""
    gate.require(by, Can.WORK, seat.body.record)
    if seat.ends_on and seat.ends_on < on:
        raise NotAllowed("This seat has ended. Name a deputy for one that has not.")
    if post.pk == seat.post_id:
        raise NotAllowed("Nobody sits in for themselves. Choose another post.")
    if seat.body.seats.filter(post=post, ends_on__isnull=True).exists():
        raise NotAllowed(f"{post.title} has a seat there already. Choose another post.")
    if seat.deputies.filter(post=post, ends_on__isnull=True).exists():
        raise NotAllowed(f"{post.title} is a deputy of this seat already.")
    deputy = Deputy.objects.create(seat=seat, post=post, starts_on=starts_on or on)
    story.write_step(record=seat.body.record, move="name_deputy", by=by, on=on, note=str(deputy))
    return deputy


@transaction.atomic
def end_deputy(deputy: Deputy, *, ends_on: date, by: Post, on: date) -> None:
    gate.require(by, Can.WORK, deputy.seat.body.record)
    if ends_on < deputy.starts_on:
        raise NotAllowed("A deputy ends after it starts. Give a later day.")
    named = Deputy.objects.filter(pk=deputy.pk, ends_on__isnull=True)
    if not named.update(ends_on=ends_on):
        raise NotAllowed("This deputy has ended already.")
    deputy.refresh_from_db()
    note = f"{deputy}, until {day_words(ends_on)}"
    story.write_step(record=deputy.seat.body.record, move="end_deputy", by=by, on=on, note=note)
