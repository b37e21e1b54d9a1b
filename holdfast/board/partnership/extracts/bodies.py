"""The bodies, their seats, the agencies that owe returns, the law: as frozen rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from holdfast.board.partnership import data
from holdfast.board.partnership.models import Body, Seat, Terms
from holdfast.board.partnership.rules import regime
from holdfast.board.partnership.rules.planned import BodyTold, PlannedSet
from holdfast.board.partnership.rules.regime import Regime
from holdfast.board.partnership.rules.set_file import read_set
from holdfast.board.partnership.rules.words import (
    ANSWERS_FOR_AN_AGENCY,
    BodyKind,
    Capacity,
)
from holdfast.kernel.directory.models import Area, Post, this_partnership
from holdfast.kernel.directory.words import Sector

TOP_KINDS = (
    BodyKind.BOARD,
    BodyKind.EXECUTIVE,
    BodyKind.MAIN,
    BodyKind.PARTNERSHIP_EXECUTIVE,
)
ORDER, CAPACITIES = tuple(BodyKind), tuple(Capacity)


@dataclass(frozen=True)
class BodyRow(BodyTold):
    """`record` is the spine's key."""

    id: int
    record: UUID
    reference: str


@dataclass(frozen=True)
class DeputyRow:
    post: int
    title: str
    agency: str


@dataclass(frozen=True)
class SeatRow:
    """`vacant` says that nobody holds the post at the end of the day asked about."""

    id: int
    body: str
    body_name: str
    reference: str
    post: int
    title: str
    capacity: Capacity
    capacity_words: str
    agency: int
    agency_name: str
    sector: Sector
    partner: bool
    since: date | None
    until: date | None
    deputies: tuple[DeputyRow, ...]
    vacant: bool


@dataclass(frozen=True)
class AgencyRow:
    """An agency that the board's requests for information go to. `posts` are its seats'."""

    id: int
    name: str
    sector: Sector
    posts: tuple[int, ...]


def regime_on(day: date) -> Regime:
    """Return the legal form in force on a day, with its source and status."""
    follower = Body.objects.of(this_partnership().area).filter(follows__isnull=False)
    starts = follower.filter(kind=BodyKind.BOARD, starts_on__isnull=False)
    first = starts.order_by("starts_on").values_list("starts_on", flat=True).first()
    return regime.on(day, arrangements_from=first)


def bodies_on(area: Area, on: date) -> tuple[BodyRow, ...]:
    """Return the bodies that there are on a day: board, executive, main, then the groups."""
    found = Body.objects.of(area).existing(on=on).for_page()
    rows = [body_row(body) for body in found]
    return tuple(sorted(rows, key=lambda row: (ORDER.index(row.kind), row.id)))


def body(code: str, on: date) -> BodyRow | None:
    """Return the body of a code in this partnership's area on a day, or None."""
    found = Body.objects.of(this_partnership().area).existing(on=on).for_page()
    one = found.filter(code=code).first()
    return body_row(one) if one else None


def seats_of(body: BodyRow | Body, on: date) -> tuple[SeatRow, ...]:
    """Return a body's seats on a day: the chair first, then as they were seated."""
    seats = Seat.objects.filter(body_id=body.pk if isinstance(body, Body) else body.id)
    return seat_rows(seats.taken(on=on).for_page(on=on))


def seats_held_by(post: Post, on: date) -> tuple[SeatRow, ...]:
    """Return the seats of a post on a day, in bodies that there are."""
    seats = Seat.objects.filter(post=post, body__in=Body.objects.existing(on=on))
    return seat_rows(seats.taken(on=on).for_page(on=on))


def agencies_due(on: date) -> tuple[AgencyRow, ...]:
    """
    Return the agencies that owe the board's returns on a day, by name.

    They are those that speak through a seat of the board, the executive or the main board. The
    board's own officers, lay members, observers and those in attendance owe none.
    """
    bodies = Body.objects.of(this_partnership().area).existing(on=on).filter(kind__in=TOP_KINDS)
    seats = (
        Seat.objects.filter(body__in=bodies, capacity__in=ANSWERS_FOR_AN_AGENCY)
        .exclude(represents__sector=Sector.BOARD)
        .taken(on=on)
        .select_related("represents")
        .order_by("represents__name", "pk")
    )
    found: dict[int, AgencyRow] = {}
    for seat in seats:
        known = found.get(seat.represents_id)
        posts = known.posts if known else ()
        found[seat.represents_id] = AgencyRow(
            id=seat.represents_id,
            name=seat.represents.name,
            sector=Sector(seat.represents.sector),
            posts=posts if seat.post_id in posts else (*posts, seat.post_id),
        )
    return tuple(found.values())


@dataclass(frozen=True)
class TermsRow:
    """Terms of reference whose review has passed, and how many days ago that was."""

    body: str
    reference: str
    number: int
    agreed_on: date
    review_on: date
    days_late: int


def terms_to_review(area: Area, on: date) -> tuple[TermsRow, ...]:
    """Return the bodies whose latest terms are past their review on a day, the oldest first."""
    bodies = Body.objects.of(area).existing(on=on)
    agreed = Terms.objects.filter(body__in=bodies, agreed_on__lte=on)
    latest = {one.body_id: one for one in agreed.select_related("body__record").order_by("number")}
    rows = [
        TermsRow(
            body=one.body.name,
            reference=one.body.record.reference,
            number=one.number,
            agreed_on=one.agreed_on,
            review_on=one.review_on,
            days_late=(on - one.review_on).days,
        )
        for one in latest.values()
        if one.review_on and one.review_on < on
    ]
    return tuple(sorted(rows, key=lambda row: (row.review_on, row.reference)))


def body_row(body: Body) -> BodyRow:
    return BodyRow(
        id=body.pk,
        record=body.record_id,
        reference=body.record.reference,
        code=body.code,
        name=body.name,
        kind=BodyKind(body.kind),
        purpose=body.purpose,
        reports_to=body.reports_to.code if body.reports_to else "",
        follows=body.follows.code if body.follows else "",
        starts_on=body.starts_on,
        ends_on=body.ends_on,
        meets_a_year=body.meets_a_year,
        joint_with=body.joint_with,
    )


def seat_rows(seats: Iterable[Seat]) -> tuple[SeatRow, ...]:
    """Return the rows of seats that were fetched for a page, the chair first."""
    rows = [_seat_row(seat) for seat in seats]
    return tuple(sorted(rows, key=lambda row: (CAPACITIES.index(row.capacity), row.id)))


def _seat_row(seat: Seat) -> SeatRow:
    return SeatRow(
        id=seat.pk,
        body=seat.body.code,
        body_name=seat.body.name,
        reference=seat.body.record.reference,
        post=seat.post_id,
        title=seat.post.title,
        capacity=Capacity(seat.capacity),
        capacity_words=seat.capacity_words,
        agency=seat.represents_id,
        agency_name=seat.represents.name,
        sector=Sector(seat.represents.sector),
        partner=seat.partner,
        since=seat.starts_on,
        until=seat.ends_on,
        deputies=tuple(
            DeputyRow(one.post_id, one.post.title, one.post.agency.name)
            for one in getattr(seat, "deputies_now", ())
        ),
        vacant=not getattr(seat, "held", False),
    )


def shipped_set(name: str) -> PlannedSet:
    """Return a set that the product ships, by its name in `data.SETS`."""
    return read_set(data.text_of(name), file=data.SETS[name])
