"""Name the agencies' desks, and ask them: each its own check, clock, grant and notice."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from holdfast.engines.asks.access import CHECK, DESKS, HUB, PURPOSES
from holdfast.engines.asks.models import Check, Desk
from holdfast.engines.asks.rules.checks import CheckState, Subject
from holdfast.engines.asks.transitions.hub.moving import Owners, Sides, change
from holdfast.engines.notices.transitions import Told, notify_all
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: the hub asks"
LONGEST_HOURS = 30 * 24


@transaction.atomic
def name_desk(
    *,
    post: Post,
    words: str,
    by: Post,
    on: date,
    manager: Post | None = None,
    guardian: str = "",
    searches: str = "",
) -> Desk:
    """Say which post answers the hub for its agency, and to whom lateness and refusals go next."""
    _require_hub(by)
    if not words.strip():
        raise NotAllowed("Say what the desk is called, such as “public protection desk”.")
    if manager is not None and (manager == post or manager.agency_id != post.agency_id):
        raise NotAllowed("The named manager is another post of the same agency.")
    _require_may_answer(post, by=by)
    area = by.agency.area
    if area is None:
        raise NotAllowed("A desk answers one area's hub, and this agency works in none.")
    Desk.objects.filter(area=area, post=post, ended_on=None).update(ended_on=on)
    return Desk.objects.create(
        area=area, agency=post.agency, words=words.strip(), post=post, manager=manager,
        guardian=guardian.strip(), searches=searches.strip(), named_by=by, since=on,
    )  # fmt: skip


@transaction.atomic
def end_desk(desk: Desk, *, by: Post, on: date) -> None:
    """Say that a desk answers no more. What it was asked stays with it."""
    _require_hub(by)
    if not Desk.objects.filter(pk=desk.pk, ended_on=None).update(ended_on=on):
        raise NotAllowed("This desk has ended already.")


@transaction.atomic
def ask_agency(
    *,
    record: Record,
    to: Post,
    subjects: Sequence[Subject],
    question: str,
    purpose: str,
    lawful_basis: str,
    within_hours: int,
    by: Post,
    on: date,
) -> Check:
    """Ask one agency. See `ask_agencies`."""
    return ask_agencies(
        record=record, to=[to], subjects=subjects, question=question, purpose=purpose,
        lawful_basis=lawful_basis, within_hours=within_hours, by=by, on=on,
    )[0]  # fmt: skip


@transaction.atomic
def ask_agencies(
    *,
    record: Record,
    to: Sequence[Post],
    subjects: Sequence[Subject],
    question: str,
    purpose: str,
    lawful_basis: str,
    within_hours: int,
    by: Post,
    on: date,
) -> list[Check]:
    """
    Ask agencies what they hold of named people, by a minute, in a fixed number of queries.

    `record` is what it is about (a contact); the asked never see it. `subjects` is all that they
    are told, so `question` names no worry. `purpose` is declared by a room and allows no link. The
    asked post and the others of its team are let in; its desk's manager only hears of lateness.
    """
    gate.require(by, Can.WORK, record)
    _require_hub(by)
    _require_sense(to, subjects, hours=within_hours, by=by)
    _require_right(question=question, purpose=purpose, lawful_basis=lawful_basis)
    records = gate.open_records(
        kind=CHECK, area=record.area, owners=[post.agency for post in to], by=by, on=on
    )
    desks = {one.post_id: one for one in Desk.objects.now_in(record.area)}
    now = moment.now()
    made = Check.objects.bulk_create(
        Check(
            record=own, about=record, asked=post, asked_by=by,
            manager=desks[post.pk].manager if post.pk in desks else None,
            guardian=desks[post.pk].guardian if post.pk in desks else "",
            subjects=[one.as_json() for one in subjects],
            question=question.strip(), purpose=purpose, lawful_basis=lawful_basis.strip(),
            asked_at=now, due_at=now + timedelta(hours=within_hours),
        )
        for own, post in zip(records, to, strict=True)
    )  # fmt: skip
    _let_in(made, by=by)
    story.write_steps(records, move="ask", to_state=CheckState.ASKED, by=by, on=on)
    _tell(made, by=by, on=on)
    return made


@transaction.atomic
def name_substitute(check: Check, *, post: Post, by: Post, on: date) -> None:
    """Let another post of the same agency answer too. The hub does it; an owner cannot pass on."""
    Sides.require_hub(check, by=by)
    if post.agency_id != check.record.owner_id:
        raise NotAllowed("A substitute is a post of the agency that was asked.")
    _require_may_answer(post, by=by)
    grants.give_all([(check.record, post)], terms=Owners.terms(check.lawful_basis), by=by)
    change(check, move="name_substitute", by=by, on=on, note=str(post))
    key = f"check:{check.record.reference}:asked:{post.pk}"
    notify_all([Told(key, SUBJECT, _words(check), post)], by=by, on=on)


@transaction.atomic
def withdraw(check: Check, *, why: str, by: Post, on: date, seen: int | None = None) -> None:
    """Stop asking, for a reason. What an agency has said already stays."""
    Sides.require_hub(check, by=by)
    if not why.strip():
        raise NotAllowed("Say why this is no longer asked.")
    change(check, move="withdraw", by=by, on=on, note=why.strip(), seen=seen)


def _require_hub(by: Post) -> None:
    if Role(by.role) not in HUB or not gate.may_open(by, CHECK):
        raise Refused("Only the hub does this.")


def _require_may_answer(post: Post, *, by: Post) -> None:
    if post.agency.area_id not in {None, by.agency.area_id}:
        raise NotAllowed("This post works in another area. Ask its own hub.")
    if Role(post.role) not in DESKS:
        raise NotAllowed(f"The post of {post.title} does not answer checks. Name another.")


def _require_sense(
    to: Sequence[Post], subjects: Sequence[Subject], *, hours: int, by: Post
) -> None:
    if not to or len({post.pk for post in to}) < len(to):
        raise NotAllowed("Name each agency that is asked, once.")
    for post in to:
        _require_may_answer(post, by=by)
    if not subjects or not all(one.name.strip() for one in subjects):
        raise NotAllowed("Say whom they should look up: at least one name.")
    if len({one.key for one in subjects}) < len(subjects):
        raise NotAllowed("Two people have the same key. Give each their own.")
    if not 1 <= hours <= LONGEST_HOURS:
        raise NotAllowed("Give from 1 hour to 30 days.")


def _require_right(*, question: str, purpose: str, lawful_basis: str) -> None:
    if not question.strip() or not lawful_basis.strip():
        raise NotAllowed("Say what is asked, and on what lawful basis.")
    if purpose not in PURPOSES:
        raise NotAllowed("No room has declared this purpose.")
    if PURPOSES[purpose].link_allowed:
        raise NotAllowed("This purpose lets answers go by a link, so no child is asked about.")


def _let_in(made: Sequence[Check], *, by: Post) -> None:
    """Let each asked post in, and those who share its team and hold a post now."""
    teams = {check.asked.team_id for check in made} - {None}
    held = Holding.objects.current(at=moment.now()).values("post")
    mates = Post.objects.filter(team__in=teams, pk__in=held, role__in=[r.value for r in DESKS])
    by_team: dict[int, list[Post]] = {}
    for mate in mates.select_related("agency") if teams else ():
        by_team.setdefault(mate.team_id or 0, []).append(mate)
    pairs = {}
    for check in made:
        for post in (check.asked, *by_team.get(check.asked.team_id or 0, ())):
            pairs[check.record_id, post.pk] = (check.record, post)
    grants.give_all(list(pairs.values()), terms=Owners.terms(made[0].lawful_basis), by=by)


def _tell(made: Sequence[Check], *, by: Post, on: date) -> None:
    told = [
        Told(f"check:{check.record.reference}:asked", SUBJECT, _words(check), check.asked)
        for check in made
    ]
    notify_all(told, by=by, on=on)


def _words(check: Check) -> str:
    due = timezone.localtime(check.due_at)
    return f"The hub asks. An answer is due on {due:%-d %B %Y at %H:%M}. Sign in to Holdfast."
