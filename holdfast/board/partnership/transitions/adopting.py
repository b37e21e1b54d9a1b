"""Adopting a checked set of bodies: what is there carries on, what is new is opened."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from holdfast.board.partnership.models import Body, Seat, Terms
from holdfast.board.partnership.rules.planned import PlannedBody, PlannedSeat, PlannedSet
from holdfast.board.partnership.transitions.bodies import end_body, link_body, open_body
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Role, Sector
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def adopt_bodies(
    planned: PlannedSet, *, by: Post, on: date, posts: Mapping[str, Post] | None = None
) -> list[Body]:
    """
    Adopt a set from its checked file, whole or not at all. Returns its bodies.

    A body whose code exists already carries on. One that follows another ends it, and that one's
    groups with it, unless the set has them too. `posts` says which post a seat's title means;
    otherwise it is the post of that title in the agency, made vacant where there is none.
    """
    area = by.agency.area
    if area is None:
        raise NotAllowed("Your agency belongs to no area, so it can adopt no board's bodies.")
    if planned.starts_on > on:
        raise NotAllowed(
            f"This set begins on {day_words(planned.starts_on)}. Adopt it on that day or later."
        )
    there = {
        body.code: body for body in Body.objects.of(area).existing(on=planned.starts_on).for_page()
    }
    _end_what_ends(planned, there, by=by, on=on)
    bodies: dict[str, Body] = {}
    for code in planned.carries_on:
        if code not in there:
            raise NotAllowed(f"{code} is to carry on and is not there. Adopt its set first.")
    for one in planned.in_order():
        known = there.get(one.code)
        above = bodies.get(one.reports_to) or there.get(one.reports_to)
        bodies[one.code] = known or _open(one, planned, there, above, by=by, on=on)
        if known and above and known.reports_to_id != above.pk:
            Body.objects.filter(pk=known.pk).update(reports_to=above, version=F("version") + 1)
            known.refresh_from_db()
    _end_what_is_followed(planned, there, by=by, on=on)
    _seat(planned, bodies, posts or {}, area)
    _link(planned, bodies, posts or {}, by=by, on=on)
    for body in bodies.values():
        story.write_step(record=body.record, move="adopt_bodies", by=by, on=on, note=planned.title)
    return list(bodies.values())


def _open(
    one: PlannedBody,
    planned: PlannedSet,
    there: Mapping[str, Body],
    above: Body | None,
    *,
    by: Post,
    on: date,
) -> Body:
    if one.follows and one.follows not in there:
        raise NotAllowed(f"{one.code} follows {one.follows}, which is not there. Adopt it first.")
    body = open_body(
        code=one.code,
        name=one.name,
        kind=one.kind,
        purpose=one.purpose,
        reports_to=above,
        follows=there.get(one.follows),
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        meets_a_year=one.meets_a_year,
        joint_with=one.joint_with,
        source=planned.source,
        by=by,
        on=on,
    )
    if one.duties:
        Terms.objects.create(
            body=body,
            number=1,
            agreed_on=max(planned.starts_on, one.starts_on or planned.starts_on),
            duties=list(one.duties),
            by=by,
            **moment.written(),
        )
    return body


def _end_what_ends(planned: PlannedSet, there: dict[str, Body], *, by: Post, on: date) -> None:
    for end in planned.ends:
        if end.code not in there:
            raise NotAllowed(f"{end.code} is to end and does not exist. Take it out of `ends`.")
        end_body(there.pop(end.code), ends_on=end.on, why=end.why, by=by, on=on)


def _end_what_is_followed(
    planned: PlannedSet, there: Mapping[str, Body], *, by: Post, on: date
) -> None:
    kept = {*planned.carries_on, *(body.code for body in planned.bodies)}
    starts = {body.follows: body.starts_on or planned.starts_on for body in planned.bodies}
    by_key = {body.pk: body for body in there.values()}
    for code, body in there.items():
        top: Body | None = body
        while top is not None and top.code not in starts:
            top = by_key.get(top.reports_to_id or 0)
        if top is not None and code not in kept:
            last = starts[top.code] - timedelta(days=1)
            end_body(body, ends_on=last, why=f"Followed by: {planned.title}", by=by, on=on)


def _seat(
    planned: PlannedSet,
    bodies: Mapping[str, Body],
    posts: Mapping[str, Post],
    area: Area,
) -> None:
    """Seat everybody at once; who sits there already keeps the seat."""
    taken = {
        (seat.body_id, seat.post_id)
        for seat in Seat.objects.filter(body__in=bodies.values(), ends_on__isnull=True)
    }
    made: dict[tuple[str, str], Post] = {}
    rows = []
    for one in planned.bodies:
        body = bodies[one.code]
        for seat in one.seats:
            post = posts.get(seat.title) or _post(seat, area, made)
            if (body.pk, post.pk) not in taken:
                rows.append(_row(seat, body, post, planned.starts_on))
    Seat.objects.bulk_create(rows)


def _row(seat: PlannedSeat, body: Body, post: Post, starts_on: date) -> Seat:
    return Seat(
        body=body,
        post=post,
        capacity=seat.capacity,
        represents=post.agency,
        partner=seat.partner,
        starts_on=max(starts_on, body.starts_on or starts_on),
    )


def _post(seat: PlannedSeat, area: Area, made: dict[tuple[str, str], Post]) -> Post:
    """Return the post that a seat's title means, or make it: held by nobody, it opens nothing."""
    key = (seat.agency, seat.title)
    if key not in made:
        agency = Agency.objects.filter(name=seat.agency).first()
        if agency is not None and agency.area_id != area.pk:
            raise NotAllowed(
                f"{seat.agency}, named for the seat of {seat.title}, is an agency of another "
                "area. Write this area's own."
            )
        if agency is None:
            agency = appointments.name_agency(
                name=seat.agency, sector=Sector(seat.sector), area=area
            )
        found = Post.objects.filter(agency=agency, title=seat.title).first()
        made[key] = found or appointments.make_post(
            title=seat.title, agency=agency, role=Role.BOARD_MEMBER
        )
    return made[key]


def _link(
    planned: PlannedSet,
    bodies: Mapping[str, Body],
    posts: Mapping[str, Post],
    *,
    by: Post,
    on: date,
) -> None:
    top = next(iter(bodies.values()))
    listed = set(top.links.filter(ends_on__isnull=True).values_list("name", flat=True))
    for link in planned.links:
        if link.name not in listed:
            link_body(
                top,
                name=link.name,
                what=link.what,
                represented_by=posts.get(link.represented_by),
                represented_role=link.represented_by,
                by=by,
                on=on,
            )
