"""Who is in the team around a family, and what each may open: let in by a grant, until a day."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant, GrantEnd
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import PLAN, STORY, keeper, named
from holdfast.practice.early_help.models import EarlyHelp, TeamMember
from holdfast.practice.early_help.rules import law, states
from holdfast.practice.early_help.transitions import moves

LET_IN_DAYS = 365
"""Early help is looked at after a year at the most (EH.CLOSE, local); so are those let in."""


@transaction.atomic
def let_first_in(family: EarlyHelp, *, by: Post, on: date) -> None:
    """Let who offered help into the family's record, and note them as its first team member."""
    grant = _let_in(family, by, [STORY, PLAN], Grant.Level.WORK, "Offered early help", by=by)
    TeamMember.objects.create(
        early_help=family,
        post=by,
        who=named(by),
        part="Offered early help",
        joined_on=on,
        grant=grant,
    )


@transaction.atomic
def name_lead(
    family: EarlyHelp, *, post: Post, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Name the lead professional: one post, which sees and writes everything about this family."""
    states.require_open(family.state)
    if not why.strip():
        raise NotAllowed("Say why this person leads: whom does the family trust?")
    note = f"{named(post)}. {why}"
    moves.write_in(family, "name_lead", by=by, on=on, note=note, seen=seen)
    grant = _let_in(
        family, post, [STORY, PLAN], Grant.Level.WORK, "Lead professional of the family", by=by
    )
    moves.change(family, by=by, on=on, lead=post)
    mine = family.team.filter(post=post, left_on__isnull=True).first()
    if mine is None:
        TeamMember.objects.create(
            early_help=family, post=post, who=named(post), part="Lead professional",
            joined_on=on, grant=grant,
        )  # fmt: skip
        return
    kept = {"grant": grant} if grant else {}
    TeamMember.objects.filter(pk=mine.pk).update(part="Lead professional", **kept)


@transaction.atomic
def join_team(
    family: EarlyHelp,
    *,
    part: str,
    by: Post,
    on: date,
    post: Post | None = None,
    who: str = "",
    may_read: bool = False,
    seen: int | None = None,
) -> TeamMember:
    """Somebody joins the team. With a post they are let into the plan, and add to it.

    `may_read` opens the assessment too: the family said that it may be shared with them.
    """
    states.require_agreement(family.state)
    if post is None and not who.strip():
        raise NotAllowed("Choose the post that joins, or write who it is.")
    if post and family.team.filter(post=post, left_on__isnull=True).exists():
        raise NotAllowed(f"{named(post)} is in this team already.")
    said = named(post) if post else who.strip()
    moves.write_in(family, "join_team", by=by, on=on, note=f"{said}: {part}", seen=seen)
    grant = reading = None
    if post is not None:
        purpose = "Member of the team around the family"
        grant = _let_in(family, post, [PLAN], Grant.Level.WORK, purpose, by=by)
        if may_read:
            reading = _let_in(family, post, [STORY], Grant.Level.SEE, purpose, by=by)
    return TeamMember.objects.create(
        early_help=family, post=post, who=said, part=part, joined_on=on, grant=grant,
        reading=reading,
    )  # fmt: skip


@transaction.atomic
def leave_team(
    member: TeamMember, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Somebody leaves the team, and is shut out at once of what they were let into."""
    family = member.early_help
    if member.left_on is not None:
        raise NotAllowed("They have left this team already.")
    if family.lead_id is not None and family.lead_id == member.post_id:
        raise NotAllowed("Name another lead professional first: a family always has one.")
    if not why.strip():
        raise NotAllowed("Say why they leave the team.")
    moves.write_in(family, "leave_team", by=by, on=on, note=f"{member.who}: {why}", seen=seen)
    TeamMember.objects.filter(pk=member.pk).update(left_on=max(on, member.joined_on))
    _shut(family, member, why=why, by=by)


@transaction.atomic
def end_team(family: EarlyHelp, *, why: str, by: Post, on: date) -> None:
    """Shut everybody out who was let in for help that has ended. The lead reads on till the end
    of its own grant: somebody has to answer for what was done.
    """
    gate.require(by, Can.WORK, family.record, section=STORY)
    members = family.team.filter(left_on__isnull=True, post__isnull=False)
    for member in members.exclude(post=family.lead_id).select_related("grant", "reading"):
        _shut(family, member, why=why, by=by)


def _shut(family: EarlyHelp, member: TeamMember, *, why: str, by: Post) -> None:
    ended = GrantEnd.objects.filter(grant__in=[member.grant_id, member.reading_id])
    gone = set(ended.values_list("grant", flat=True))
    for grant in (member.grant, member.reading):
        if grant is not None and grant.pk not in gone and grant.expires_at > moment.now():
            grants.end(grant, by=_giver(family, by=by), why=why)


def _let_in(
    family: EarlyHelp,
    post: Post,
    sections: list[str],
    level: Grant.Level,
    purpose: str,
    *,
    by: Post,
) -> Grant | None:
    """Let a post in, unless it is in by its own right. The early help team gives the grant."""
    can = Can.WORK if level is Grant.Level.WORK else Can.SEE
    if all(gate.may(post, can, family.record, section=one) for one in sections):
        return None
    return grants.give(
        family.record,
        to=post,
        sections=sections,
        purpose=purpose,
        lawful_basis=law.LAWFUL_BASIS,
        expires_at=moment.end_of(on=moment.today(), days=LET_IN_DAYS),
        by=_giver(family, by=by),
        family_told=True,
        level=level,
    )


def _giver(family: EarlyHelp, *, by: Post) -> Post:
    """Return who lets in: the actor, if at home; or the early help team, which owns the record."""
    if gate.may_at_home(by, Can.WORK, family.record):
        return by
    return keeper(family.record.area)
