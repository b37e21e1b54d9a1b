"""Call a discussion, invite the partners, or say why none is held."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from holdfast.engines.notices.transitions import Told, notify_all
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import ShutOut
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.access import INVITED, KIND, MEETING
from holdfast.practice.enquiries.models import DiscussionChild, Part, StrategyDiscussion
from holdfast.practice.enquiries.rules import State
from holdfast.practice.enquiries.transitions.moves import move_to

LASTS = timedelta(days=92)
BASIS = "Children Act 1989, section 47; Children Act 2004, sections 10 and 11"


@transaction.atomic
def call_strategy_discussion(
    children: Sequence[Child],
    *,
    why: str,
    by: Post,
    on: date,
    about: Record | None = None,
    chair: Post | None = None,
    invited: Sequence[Post] = (),
) -> StrategyDiscussion:
    """
    Call a strategy discussion about a child, or a brother and sister, and start its clock.

    `about` is the contact that it comes from; it is not shown to partners. `invited` are let into
    the meeting alone, and are told nothing but that there is one.
    """
    if not children or not why.strip():
        raise NotAllowed("Say which children it is about, and why harm is feared.")
    if len({child.pk for child in children}) < len(children):
        raise NotAllowed("One child is named twice.")
    for child in children:
        gate.require(by, Can.SEE, child.record)
    if about is not None:
        gate.require(by, Can.SEE, about)
    first = children[0].record
    record = gate.open_record(kind=KIND, area=first.area, owner=by.agency, by=by, on=on)
    called = StrategyDiscussion.objects.create(
        record=record, about_record=about, state=State.CALLED, edition=rules.edition_on(on),
        called_by=by, called_at=moment.now(), why=why.strip(), chair=chair or by,
    )  # fmt: skip
    DiscussionChild.objects.bulk_create(
        DiscussionChild(discussion=called, child=child) for child in children
    )
    story.write_step(record=record, move="call", to_state=State.CALLED, by=by, on=on, note=why)
    running.start(record, "STRAT.HOLD", on=on, whose_move=called.chair, by=by)
    if invited:
        invite(called, posts=invited, by=by, on=on)
    _keep_out(record, [child.record for child in children], about, by=by)
    return called


@transaction.atomic
def invite(
    discussion: StrategyDiscussion, *, posts: Sequence[Post], by: Post, on: date
) -> list[Part]:
    """Let partners into the meeting, each for three months, and tell them that there is one."""
    gate.require_at_home(by, Can.WORK, discussion.record)
    if discussion.state != State.CALLED:
        raise NotAllowed("This discussion was held already. Share its record instead.")
    for post in posts:
        if Role(post.role) not in INVITED or post.agency.area_id != discussion.record.area_id:
            raise NotAllowed(f"The post of {post.title} is not invited to these discussions.")
    here = set(discussion.parts.values_list("post", flat=True))
    fresh = [post for post in {post.pk: post for post in posts}.values() if post.pk not in here]
    if not fresh:
        raise NotAllowed("They are invited already.")
    terms = grants.Terms(
        sections=frozenset({MEETING}),
        purpose="To take part in a strategy discussion",
        lawful_basis=BASIS,
        expires_at=moment.now() + LASTS,
        family_told=False,
        why_not_told="The discussion decides what the family is told, and by whom.",
    )
    grants.give_all([(discussion.record, post) for post in fresh], terms=terms, by=by)
    made = Part.objects.bulk_create(
        Part(discussion=discussion, post=post, source=post.agency, who=post.title, invited=True)
        for post in fresh
    )
    move_to(discussion, "invite", by=by, on=on, note="; ".join(str(post) for post in fresh))
    subject = "Holdfast: a discussion"
    body = "You are invited to a discussion. Sign in to Holdfast."
    reference = discussion.record.reference
    told = [Told(f"strategy:{reference}:{post.pk}", subject, body, post) for post in fresh]
    notify_all(told, by=by, on=on)
    return made


@transaction.atomic
def cancel(
    discussion: StrategyDiscussion, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Say why no discussion is held. A manager does; the call stays on the record."""
    if not why.strip():
        raise NotAllowed("Say why no discussion is held.")
    move_to(discussion, "cancel", by=by, on=on, can=Can.DECIDE, note=why.strip(), seen=seen)
    clock = discussion.record.deadlines.running_under("STRAT.HOLD")
    if clock is not None:
        running.stop_not_required(clock, reason=why.strip(), by=by, on=on)
    story.close_record(discussion.record, on=on)


def _keep_out(
    record: Record, children: Sequence[Record], about: Record | None, *, by: Post
) -> None:
    """Shut out of the discussion whoever is shut out of a child of it, or of its contact."""
    records = [*children, *([about] if about else [])]
    live = ShutOut.objects.filter(record__in=records, lift=None).select_related("person")
    for person in {one.person_id: one.person for one in live}.values():
        grants.shut_out(record, person=person, why="Shut out of a child of it", by=by)
