"""Who belongs to a record: the room's own posts, duty cover, and those let into one section."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant, Member
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Person, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import (
    KIND,
    MEETING,
    ROOM,
    STORY,
    UPDATES,
    keepers,
)
from holdfast.practice.allegations.models import Allegation, DutyTurn
from holdfast.practice.allegations.rules import likeness
from holdfast.practice.allegations.transitions import moves

BASIS = "Public task: safeguarding children (Working Together; Children Act 2004, section 10)"
NAMESAKE = "The name told is like this person's own. If it is somebody else, two posts lift this."
NOT_TOLD = "The family is told by the LADO first, in the order agreed at the discussion."


@transaction.atomic
def gather(
    record: Record, *, person: Person | None, names: Sequence[str], by: Post, on: date
) -> None:
    """Make a new record's circle, and shut out the adult himself before anybody is let in.

    Whoever tells us may not know that he works here: a keeper whose own name is like the name told
    is shut out too, until two posts say that it is somebody else.
    """
    own = [p for p in keepers(record.area) if p.agency_id == record.owner_id]
    cover = [p for p in DutyTurn.objects.posts(on=on) if p.agency_id == record.owner_id]
    posts = {p.pk: p for p in [*own, *cover]}
    if person is not None:
        grants.shut_out(record, person=person, why="The allegation is about this person.", by=by)
    for namesake in _namesakes(list(posts), names) if person is None else ():
        grants.shut_out(record, person=namesake, why=NAMESAKE, by=by)
    grants.admit_first(record, posts=posts.values(), why="The room's own circle", by=by)


def _namesakes(posts: list[int], names: Sequence[str]) -> list[Person]:
    """Return the holders of these posts whose name is likely the one that was told."""
    held = Holding.objects.current(at=moment.now()).filter(post__in=posts)
    people = [holding.person for holding in held.select_related("person").order_by("pk")]
    return [p for p in people if any(likeness.same_name(name, p.name) for name in names)]


@transaction.atomic
def let_in(
    allegation: Allegation,
    *,
    post: Post,
    sections: list[str],
    purpose: str,
    days: int,
    by: Post,
    on: date,
    may_add: bool = False,
    family_told: bool = False,
) -> Grant | None:
    """Let a post into sections for some days. None where the post is in the room anyway."""
    record = allegation.record
    if gate.may(post, Can.SEE, record, section=STORY):
        return None
    adult = getattr(allegation, "adult", None)
    if adult is not None and adult.person_id and _holds(post, adult.person_id):
        raise NotAllowed(
            f"The post of {post.title} is held by the person this is about. "
            "Choose another post of that agency."
        )
    level = Grant.Level.WORK if may_add else Grant.Level.SEE
    named = f"|{'|'.join(sorted(sections))}|"
    held = Grant.objects.live(at=moment.now()).filter(record=record, post=post, level=level)
    same = held.filter(sections=named).first()
    if same is not None and sections != [MEETING, UPDATES]:
        return same
    return grants.give(
        record,
        to=post,
        sections=sections,
        purpose=purpose,
        lawful_basis=BASIS,
        expires_at=moment.end_of(on=moment.today(), days=days),
        by=_giver(allegation, by=by, to=post),
        family_told=family_told,
        why_not_told="" if family_told else NOT_TOLD,
        level=level,
    )


@transaction.atomic
def end_letting_in(
    allegation: Allegation,
    *,
    grant: Grant,
    why: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Close a record's sections to a post before its time is up. It shuts at once."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if grant.record_id != allegation.record_id:
        raise gate.Refused("This grant belongs to another record.")
    if not why.strip():
        raise NotAllowed("Say why this post is to be let in no longer.")
    if grant.expires_at <= moment.now():
        raise NotAllowed("Its time ended already. There is nothing left to end.")
    grants.end(grant, by=by, why=why)
    note = f"{grant.post.title}, {grant.post.agency.name}: {why}"
    moves.write_in(allegation, "end_invitation", by=by, on=on, note=note, seen=seen)


@transaction.atomic
def admit_keeper(
    allegation: Allegation, *, post: Post, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Let another LADO, or a chair for cover, keep this record too."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if post.role not in ROOM or post.agency_id != allegation.record.owner_id:
        raise NotAllowed("Only a LADO or a child protection chair of this agency keeps a record.")
    if not why.strip():
        raise NotAllowed("Say why this post is to keep the record too.")
    person = allegation.adult.person_id
    if person is not None and _holds(post, person):
        raise NotAllowed(
            f"The post of {post.title} is held by the person this is about. Choose another post."
        )
    grants.admit(allegation.record, post=post, why=why, by=by)
    note = f"{post.title}, {post.agency.name}: {why}"
    moves.write_in(allegation, "admit_keeper", by=by, on=on, note=note, seen=seen)


@transaction.atomic
def set_duty_roster(turns: Mapping[date, Post], *, by: Post, on: date, phone: str = "") -> None:
    """Set who covers which day, and make cover members of every open record of the room.

    Cover belongs to open records from the moment the rota names it until a rota is set that
    does not name it any more. Everybody on it works for the LADO's own agency.
    """
    gate_of_room(by=by, on=on)
    for day, post in sorted(turns.items()):
        if post.role != Role.CHILD_PROTECTION_CHAIR or post.agency_id != by.agency_id:
            raise NotAllowed(
                f"{post.title} cannot cover {day:%-d %B %Y}: "
                "duty cover is a child protection chair of your own agency."
            )
        DutyTurn.objects.filter(on=day, replaced=False).update(replaced=True)
        DutyTurn.objects.create(on=day, post=post, phone=phone, set_by=by)
    cover = DutyTurn.objects.posts(on=on)
    for allegation in Allegation.objects.open().visible_to(by, Can.WORK).select_related("record"):
        _renew(allegation.record, cover=cover, by=by)


@transaction.atomic
def gate_of_room(*, by: Post, on: date) -> None:
    """Raise Refused unless the post keeps this room: it may open records and it is a LADO."""
    if by.role != Role.LADO or not gate.may_open(by, KIND):
        raise gate.Refused("Only the LADO sets the room's rota.")


def _renew(record: Record, *, cover: list[Post], by: Post) -> None:
    now = moment.now()
    wanted = {post.pk for post in cover}
    for post in cover:
        grants.admit(record, post=post, why="Duty cover by the rota", by=by)
    chairs = Member.objects.live(at=now).filter(
        record=record, post__role=Role.CHILD_PROTECTION_CHAIR.value
    )
    chairing = set(record.allegation.meetings.filter(held=False).values_list("chair", flat=True))
    for member in chairs.exclude(post__in=wanted | chairing):
        grants.dismiss(member, by=by, why="No longer on the rota")


def _holds(post: Post, person_id: int) -> bool:
    now = Holding.objects.current(at=moment.now())
    return now.filter(post=post, person=person_id).exists()


def _giver(allegation: Allegation, *, by: Post, to: Post) -> Post:
    """Return who gives the grant: the actor, or the room's keeper when a referrer is let in."""
    record = allegation.record
    if by != to and gate.may(by, Can.WORK, record, section=STORY):
        return by
    found = [p for p in keepers(record.area) if gate.may(p, Can.WORK, record, section=STORY)]
    cover = [m.post for m in Member.objects.live(at=moment.now()).filter(record=record)]
    found += [p for p in cover if gate.may(p, Can.WORK, record, section=STORY)]
    if not found:
        raise NotAllowed("Nobody in the room can be asked today. Ring the children's duty team.")
    return found[0]
