"""Who holds what of an edition, its calendar, and what is handed over."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.models import (
    Charge,
    Edition,
    Handover,
    Milestone,
    Recipient,
)
from holdfast.board.annual_report.rules import calendar, required
from holdfast.board.annual_report.transitions.life import draft
from holdfast.board.annual_report.transitions.writing import write_down
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action, DateChange
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Role, in_words
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def begin(*, year: str, area: Area, owner: Agency, by: Post, on: date) -> Edition:
    """Draft the next edition of a year and set out its calendar and its distribution list."""
    edition = draft(year=year, area=area, owner=owner, by=by, on=on)
    set_out(edition, by=by, on=on)
    return edition


@transaction.atomic
def set_out(edition: Edition, *, by: Post, on: date) -> None:
    """
    Set an edition's calendar in the tracker and list whom the guidance and the board name.

    A milestone whose day has passed is agreed without a date, and says which day it was.
    """
    gate.require(by, Can.WORK, edition.record)
    if edition.milestones.exists():
        raise NotAllowed("The calendar of this edition is set already.")
    ends = rules.ends_on(edition.year)
    posts = _post_of_each_role(edition)
    Milestone.objects.bulk_create(
        Milestone(edition=edition, key=each.key, action=_agree(edition, each, posts, by, on))
        for each in calendar.milestones(ends)
    )
    guidance = required.guidance_for(ends)
    named = [
        Recipient(edition=edition, who=one.who, rule=one.slug, status=one.status, by=by, on=on)
        for one in guidance.sent_to
    ]
    own = [
        Recipient(edition=edition, who=one.who, copies=one.copies, status="L", by=by, on=on)
        for one in calendar.own_list()
    ]
    Recipient.objects.bulk_create([*named, *own])
    write_down(edition, "set_out", note=guidance.title, by=by, on=on)


@transaction.atomic
def charge(edition: Edition, *, item: str, post: Post, by: Post, on: date) -> Charge:
    """Say which post holds an item from now on. Who held it before stays on the record."""
    gate.require(by, Can.WORK, edition.record)
    asked = required.item(item)
    if asked is None:
        raise NotAllowed("No edition asks for that. Choose an item from the list.")
    if post.agency.area_id != edition.record.area_id:
        raise NotAllowed("That post is not of this area. Choose a post of this partnership.")
    made = Charge.objects.create(edition=edition, item=item, post=post, by=by, on=on)
    write_down(edition, "charge", note=f"{asked.words}: {post.title}", by=by, on=on)
    return made


@transaction.atomic
def say_done(
    milestone: Milestone, *, shown: str, dated_on: date, by: Post, on: date,
    seen: int | None = None,
) -> None:  # fmt: skip
    """Say that a milestone is reached, and what shows it."""
    if not shown.strip():
        raise NotAllowed("Say what shows that it is done.")
    tracker.claim_done(milestone.action, by=by, on=on, seen=seen)
    tracker.evidence(milestone.action, what=shown.strip(), dated=Dated(dated_on), by=by, on=on)


@transaction.atomic
def ask_new_date(
    milestone: Milestone, *, new_on: date, reason: str, by: Post, on: date
) -> DateChange:
    """Ask for a revised date. Whoever may decide answers; the old date is kept."""
    return tracker.ask_new_date(milestone.action, new_on=new_on, reason=reason, by=by, on=on)


@transaction.atomic
def answer_new_date(milestone: Milestone, *, approve: bool, by: Post, on: date) -> None:
    """Let the revised date stand, or keep the old one."""
    asked = milestone.action.date_changes.filter(answer=DateChange.Answer.ASKED).first()
    if asked is None:
        raise NotAllowed("No revised date is waiting for an answer.")
    answer = tracker.approve_new_date if approve else tracker.refuse_new_date
    answer(asked, by=by, on=on)


@transaction.atomic
def hand_over(
    edition: Edition, *, post: Post, open_: Sequence[str], by: Post, on: date, note: str = ""
) -> Handover:
    """Keep what is open on the day that a post changes hands, for whoever comes next."""
    gate.require(by, Can.WORK, edition.record)
    if post.agency.area_id != edition.record.area_id:
        raise NotAllowed("That post is not of this area. Choose a post of this partnership.")
    made = Handover.objects.create(
        edition=edition, post=post, open=list(open_), note=note.strip(), by=by, on=on
    )
    said = f"{post.title}: {len(open_)} open"
    write_down(edition, "hand_over", note=said, by=by, on=on)
    return made


def _agree(
    edition: Edition, planned: calendar.Planned, posts: dict[str, Post], by: Post, on: date
) -> Action:
    passed = planned.due_on < on
    why = "The board’s own calendar (L)."
    if passed:
        why = f"{why} Its day, {day_words(planned.due_on)}, had passed when this was set."
    return tracker.agree(
        edition.record,
        what=planned.what,
        why=why,
        owner=tracker.Who(posts.get(planned.holder), in_words(planned.holder)),
        due_on=None if passed else planned.due_on,
        by=by,
        on=on,
    )


def _post_of_each_role(edition: Edition) -> dict[str, Post]:
    """The first post of each role in the area: a partnership's own come before others."""
    found = Post.objects.filter(
        agency__area=edition.record.area_id, role__in=[role.value for role in Role]
    ).order_by("-pk")
    return {post.role: post for post in found}
