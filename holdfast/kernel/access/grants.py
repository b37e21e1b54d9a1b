"""Letting posts into records and out again: grants, membership, shut-outs, break-glass."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.models import (
    BreakGlass,
    BreakGlassReview,
    Grant,
    GrantEnd,
    Member,
    MemberEnd,
    ShutOut,
    ShutOutLift,
)
from holdfast.kernel.access.words import KINDS, LOG, Can, Refused
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Person, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder

BREAK_GLASS_LASTS = timedelta(hours=4)
LEAST_REASON = 15


@transaction.atomic
def give(
    record: Record,
    *,
    to: Post,
    sections: Iterable[str],
    purpose: str,
    lawful_basis: str,
    expires_at: datetime,
    by: Post,
    family_told: bool,
    why_not_told: str = "",
    level: Grant.Level = Grant.Level.SEE,
) -> Grant:
    """Let a post into sections of a record. In a sealed room this admits it to the circle too,
    for this grant's sake only. Who works there by a grant passes nothing on.
    """
    gate.require_at_home(by, Can.WORK, record)
    named = sorted(set(sections))
    unknown = set(named) - KINDS[record.kind].sections - {LOG}
    if not named or unknown:
        raise NotAllowed(f"Name the sections to open. Unknown: {', '.join(sorted(unknown))}.")
    if to == by or holder(to).person_id == holder(by).person_id:
        raise NotAllowed("Nobody grants to themselves. Ask another member of the room.")
    _says_enough(purpose, lawful_basis, expires_at, family_told=family_told, why=why_not_told)
    grant = Grant.objects.create(
        record=record,
        post=to,
        level=level,
        sections=f"|{'|'.join(named)}|",
        purpose=purpose,
        lawful_basis=lawful_basis,
        family_told=family_told,
        why_not_told=why_not_told,
        expires_at=expires_at,
        given_by=by,
        **moment.written("given_at"),
    )
    if record.sealed:
        why = f"grant {grant.pk}: {purpose}"[:300]
        Member.objects.create(
            record=record,
            post=to,
            grant=grant,
            why=why,
            admitted_by=by,
            **moment.written("admitted_at"),
        )
    return grant


def _says_enough(
    purpose: str, lawful_basis: str, expires_at: datetime, *, family_told: bool, why: str
) -> None:
    if expires_at <= moment.now():
        raise NotAllowed("A grant must end in the future. Give a later end.")
    if not purpose.strip() or not lawful_basis.strip():
        raise NotAllowed("Say what the grant is for and on what lawful basis.")
    if not family_told and not why.strip():
        raise NotAllowed("Say whether the family was told and, if not, why not.")


@dataclass(frozen=True)
class Terms:
    """What several grants have in common."""

    sections: frozenset[str]
    purpose: str
    lawful_basis: str
    expires_at: datetime
    family_told: bool
    why_not_told: str = ""
    level: Grant.Level = Grant.Level.SEE


@transaction.atomic
def give_all(pairs: Sequence[tuple[Record, Post]], *, terms: Terms, by: Post) -> list[Grant]:
    """Let each post into its own record on the same terms, in a fixed number of queries.

    For records of one kind that are not sealed: into a sealed one posts are let one by one.
    """
    records = [record for record, _ in pairs]
    mine = gate.at_home(Record.objects.filter(pk__in=[r.pk for r in records]), to=by, can=Can.WORK)
    if any(r.sealed for r in records) or mine.count() != len({r.pk for r in records}):
        raise Refused("This post may not say who is let into these records.")
    unknown = [r for r in records if terms.sections - KINDS[r.kind].sections - {LOG}]
    if unknown or not terms.sections:
        raise NotAllowed("Name the sections to open.")
    posts = {post.pk for _, post in pairs} | {by.pk}
    held = dict(Holding.objects.current(at=moment.now()).filter(post__in=posts)
                .values_list("post", "person"))  # fmt: skip
    if by in [post for _, post in pairs] or held[by.pk] in [
        held.get(post.pk) for _, post in pairs
    ]:
        raise NotAllowed("Nobody grants to themselves. Ask another member of the room.")
    empty = [post.title for _, post in pairs if post.pk not in held]
    if empty:
        raise NotAllowed(f"Nobody holds the post of {empty[0]} today, so it cannot act.")
    _says_enough(
        terms.purpose, terms.lawful_basis, terms.expires_at,
        family_told=terms.family_told, why=terms.why_not_told,
    )  # fmt: skip
    return Grant.objects.bulk_create(_grant(record, post, terms, by) for record, post in pairs)


def _grant(record: Record, post: Post, terms: Terms, by: Post) -> Grant:
    return Grant(
        record=record,
        post=post,
        level=terms.level,
        sections=f"|{'|'.join(sorted(terms.sections))}|",
        purpose=terms.purpose,
        lawful_basis=terms.lawful_basis,
        family_told=terms.family_told,
        why_not_told=terms.why_not_told,
        expires_at=terms.expires_at,
        given_by=by,
        **moment.written("given_at"),
    )


@transaction.atomic
def end(grant: Grant, *, by: Post, why: str) -> GrantEnd:
    """End a grant now. It stays in the record of who was let in."""
    gate.require_at_home(by, Can.WORK, grant.record)
    if GrantEnd.objects.filter(grant=grant).exists():
        raise NotAllowed("This grant has been ended already.")
    return GrantEnd.objects.create(grant=grant, ended_by=by, why=why, **moment.written("ended_at"))


@transaction.atomic
def admit(record: Record, *, post: Post, why: str, by: Post) -> Member:
    """Admit a post to a sealed record's circle. Only a member who may work there admits."""
    gate.require_at_home(by, Can.WORK, record)
    live = Member.objects.live(at=moment.now())
    found = live.filter(record=record, post=post, grant=None).order_by("-pk").first()
    return found or Member.objects.create(
        record=record, post=post, why=why, admitted_by=by, **moment.written("admitted_at")
    )


def admit_first(record: Record, *, posts: Iterable[Post], why: str, by: Post) -> None:
    """Make a new sealed record's first circle, in the transaction that opened the record."""
    if record.members.exists():
        raise NotAllowed("This record has its circle already. Ask a member to admit you.")
    for post in posts:
        Member.objects.create(
            record=record, post=post, why=why, admitted_by=by, **moment.written("admitted_at")
        )


@transaction.atomic
def dismiss(member: Member, *, by: Post, why: str) -> MemberEnd:
    gate.require_at_home(by, Can.WORK, member.record)
    if MemberEnd.objects.filter(member=member).exists():
        raise NotAllowed("This post has left the circle already.")
    return MemberEnd.objects.create(
        member=member, ended_by=by, why=why, **moment.written("ended_at")
    )


@transaction.atomic
def shut_out(record: Record, *, person: Person, why: str, by: Post) -> ShutOut:
    """Keep a person out of a record for a conflict of interest, whatever post they hold.

    Whoever works there says so; or, before a sealed record's circle is made, whoever opens it.
    """
    if not record.sealed or record.members.exists():
        gate.require_at_home(by, Can.WORK, record)
    return ShutOut.objects.create(
        record=record, person=person, why=why, by=by, **moment.written("at")
    )


@transaction.atomic
def lift(shut: ShutOut, *, asked_by: Post, approved_by: Post, why: str) -> ShutOutLift:
    """Let a wrongly shut-out person back. Two posts of the room say so."""
    for post in (asked_by, approved_by):
        gate.require_at_home(post, Can.WORK, shut.record)
    if asked_by == approved_by or holder(asked_by).person_id == holder(approved_by).person_id:
        raise NotAllowed("A second person must approve this.")
    return ShutOutLift.objects.create(
        shut_out=shut,
        asked_by=asked_by,
        approved_by=approved_by,
        why=why,
        **moment.written("at"),
    )


@transaction.atomic
def break_glass(record: Record, *, holding: Holding, reason: str) -> BreakGlass:
    """Open a record in an emergency, for a reason that a second person will read."""
    kind = KINDS[record.kind]
    if kind.sealed or not kind.break_glass or record.sealed:
        raise Refused("There is no break-glass here. Ask the room's duty officer.")
    if not gate.look_up_glass(record.reference, to=holding.post).let_in:
        raise Refused("Break-glass is not for this post here.")
    if len(reason.strip()) < LEAST_REASON:
        raise NotAllowed("Say in a sentence why you must open this record now.")
    return BreakGlass.objects.create(
        record=record,
        holding=holding,
        reason=reason.strip(),
        ends_at=moment.now() + BREAK_GLASS_LASTS,
        **moment.written("began_at"),
    )


@transaction.atomic
def review(
    broken: BreakGlass, *, finding: BreakGlassReview.Finding, why: str, by: Holding
) -> BreakGlassReview:
    """Write a second person's finding on a break-glass."""
    if by.post.role != Role.RECORDS_GUARDIAN:
        raise NotAllowed("A records guardian reviews a break-glass.")
    if not why.strip():
        raise NotAllowed("Say why you find so, in a sentence that the reader of it can check.")
    if by.person_id == broken.holding.person_id or by.post_id == broken.holding.post_id:
        raise NotAllowed("You cannot review your own break-glass. Another person must.")
    if BreakGlassReview.objects.filter(break_glass=broken).exists():
        raise NotAllowed("This break-glass has been reviewed already.")
    return BreakGlassReview.objects.create(
        break_glass=broken, reviewed_by=by, finding=finding, why=why, **moment.written("at")
    )


@transaction.atomic
def seal(record: Record, *, posts: Sequence[Post], why: str, by: Post) -> None:
    """Close one record of an open kind to all but a circle of posts. It is not undone."""
    gate.require_at_home(by, Can.DECIDE, record)
    if record.sealed:
        raise NotAllowed("This record is restricted already.")
    admit_first(record, posts=list(dict.fromkeys(posts)), why=why, by=by)
    Record.objects.filter(pk=record.pk).update(sealed=True)
    record.sealed = True
