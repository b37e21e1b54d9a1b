"""One section for somebody without an account: a signed link that ends."""

from datetime import date, timedelta

from django.db import transaction

from holdfast.engines.asks.models import DelegatedLink, Request, tokens
from holdfast.engines.asks.rules.states import WRITABLE
from holdfast.engines.asks.transitions.changing import Sides, change
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

LONGEST = timedelta(days=14)
MOST = 20
"""Live links of one return at a time."""


@transaction.atomic
def delegate(
    request: Request, *, section: str, for_whom: str, days: int, by: Post, on: date
) -> tuple[DelegatedLink, str]:
    """
    Make a link to one section for somebody without an account. Returns it with its token.

    `for_whom` is a role or a team in words. The token is shown once and only its digest is kept;
    it lasts up to 14 days. Raises NotAllowed where the purpose forbids links.
    """
    Sides.require_author(request, by=by)
    used = request.round.question_set
    if not used.declared.link_allowed:
        raise NotAllowed("Answers to this request never go by a link. Name an author instead.")
    asked = used.questions.section(section)
    if asked is None:
        raise NotAllowed("There is no such section in this return.")
    if request.state not in WRITABLE:
        raise NotAllowed("This return is closed to writing, so nothing can be given away.")
    if not for_whom.strip():
        raise NotAllowed("Say for whom the link is: a role or a team, not a name.")
    if not 1 <= days <= LONGEST.days:
        raise NotAllowed(f"A link lasts from 1 to {LONGEST.days} days.")
    if DelegatedLink.objects.live(at=moment.now()).filter(request=request).count() >= MOST:
        raise NotAllowed(f"{MOST} links are open already. Take one back first.")
    token = tokens.make()
    link = DelegatedLink.objects.create(
        request=request,
        section=section,
        for_whom=for_whom.strip(),
        digest=tokens.digest(token),
        given_by=by,
        given_on=on,
        expires_at=moment.now() + timedelta(days=days),
    )
    change(request, move="delegate", by=by, on=on, note=f"{asked.title}, for {link.for_whom}")
    return link, token


@transaction.atomic
def revoke(link: DelegatedLink, *, by: Post, on: date) -> None:
    """Take a link back. It opens nothing from this moment."""
    Sides.require_author(link.request, by=by)
    live = DelegatedLink.objects.filter(pk=link.pk, revoked_at=None, spent_at=None)
    if not live.update(revoked_at=moment.now(), revoked_by=by):
        raise NotAllowed("This link is spent or was taken back already.")
    change(link.request, move="revoke_link", by=by, on=on, note=_what(link))


@transaction.atomic
def hand_in(link: DelegatedLink, *, by: Post, on: date) -> None:
    """Hand a section in. The link is spent; what was typed is the return's own by now."""
    live = DelegatedLink.objects.live(at=moment.now()).filter(pk=link.pk, given_by=by)
    if not live.update(spent_at=moment.now()):
        raise NotAllowed("This link opens nothing any more.")
    change(link.request, move="hand_in", by=by, on=on, note=_what(link))


def _what(link: DelegatedLink) -> str:
    section = link.request.round.question_set.questions.section(link.section)
    return f"{section.title if section else link.section}, for {link.for_whom}"
