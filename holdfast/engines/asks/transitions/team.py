"""Who writes a return, who stands in, who signs it."""

from datetime import date

from django.db import transaction

from holdfast.engines.asks.models import Author, Request
from holdfast.engines.asks.rules.states import OPEN
from holdfast.engines.asks.transitions.changing import AUTHORS, Sides, change
from holdfast.engines.notices.transitions import Told, notify
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def name_author(
    request: Request,
    *,
    post: Post,
    by: Post,
    on: date,
    part: Author.Part = Author.Part.AUTHOR,
    seen: int | None = None,
) -> Author:
    """
    Let another post write, or stand in for the lead. They are let in by a grant where need be.

    The agency's seat on the board or whoever asked names authors; an author passes nothing on.
    """
    _join(request, post, by=by)
    change(request, move="name_author", by=by, on=on, note=f"{part.label}: {post}", seen=seen)
    return Author.objects.create(request=request, post=post, part=part, since=on, named_by=by)


@transaction.atomic
def name_sign_off(
    request: Request, *, post: Post, by: Post, on: date, seen: int | None = None
) -> None:
    """Name the post that signs the return off. It is not the lead's own."""
    if post == request.lead:
        raise NotAllowed("The lead author does not sign the return off. Name another post.")
    _join(request, post, by=by)
    _end(request, Author.Part.SIGN_OFF, on=on)
    change(request, move="name_sign_off", by=by, on=on, note=str(post), seen=seen, sign_off=post)
    Author.objects.create(
        request=request, post=post, part=Author.Part.SIGN_OFF, since=on, named_by=by
    )


@transaction.atomic
def reassign(
    request: Request, *, to: Post, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Give a return to another lead author, with the reason. What was written stays."""
    if not why.strip():
        raise NotAllowed("Say why it is given to somebody else.")
    if to == request.lead:
        raise NotAllowed("This post leads the return already.")
    if to == request.sign_off:
        raise NotAllowed("This post signs the return off. Name another signer first.")
    _join(request, to, by=by)
    _end(request, Author.Part.LEAD, on=on)
    change(request, move="reassign", by=by, on=on, note=f"{to}: {why.strip()}", seen=seen, lead=to)
    Author.objects.create(request=request, post=to, part=Author.Part.LEAD, since=on, named_by=by)
    told = Told(
        key=f"asks:{request.record.reference}:lead:{request.version}",
        subject="Holdfast: an information request",
        body=f"A return is due on {request.due_on:%-d %B %Y}. Sign in to Holdfast to see it.",
        post=to,
    )
    notify(told, by=by, on=on)


@transaction.atomic
def drop_author(author: Author, *, by: Post, on: date) -> None:
    """Take an author off the team and end their grant, unless they lead or sign the return."""
    request = author.request
    gate.require_at_home(by, Can.WORK, request.record)
    if author.post_id in (request.lead_id, request.sign_off_id):
        raise NotAllowed("This post leads or signs the return. Name another one for that first.")
    if not Author.objects.filter(pk=author.pk, until=None).update(until=on):
        raise NotAllowed("This post has left the team already.")
    live = Grant.objects.live(at=moment.now())
    if not request.authors.filter(post=author.post, until=None).exists():
        for grant in live.filter(record=request.record, post=author.post):
            grants.end(grant, by=by, why="Left the return's team")
    change(request, move="drop_author", by=by, on=on, note=str(author))


def _join(request: Request, post: Post, *, by: Post) -> None:
    """Let a post in, if it is not, by the right of whoever names it."""
    gate.require_at_home(by, Can.WORK, request.record)
    if request.state not in OPEN:
        raise NotAllowed("This return is closed. Open it again before you change its team.")
    if post.agency.area_id != request.record.area_id:
        raise NotAllowed("This post works in another area. Name one of this area.")
    if not gate.may(post, Can.WORK, request.record) and by != post:
        grants.give_all([(request.record, post)], terms=AUTHORS.terms(), by=by)
    elif by == post:
        Sides.require_author(request, by=by)


def _end(request: Request, part: Author.Part, *, on: date) -> None:
    request.authors.filter(part=part, until=None).update(until=on)
