"""A post's own calendar address: made, shown once, revoked."""

import secrets
from datetime import date

from django.db import transaction

from holdfast.engines.meetings.models import Feed
from holdfast.engines.meetings.rules.secret import digest_of
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.actions.dated import months_later
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder

LASTS_MONTHS = 12
"""An address is renewed once a year, so that a forgotten one stops by itself. Local (L)."""


@transaction.atomic
def make_feed(post: Post, *, by: Post, on: date) -> str:
    """Make a new secret for the post's calendar and return it. An older one stops working."""
    if by.pk != post.pk:
        raise Refused("A post makes its own calendar address only.")
    holder(post)
    Feed.objects.filter(post=post, revoked_on=None).update(revoked_on=on)
    secret = secrets.token_urlsafe(32)
    Feed.objects.create(
        post=post,
        digest=digest_of(secret),
        made_on=on,
        expires_on=months_later(on, LASTS_MONTHS),
    )
    return secret


@transaction.atomic
def revoke_feed(post: Post, *, by: Post, on: date) -> None:
    if by.pk != post.pk:
        raise Refused("A post revokes its own calendar address only.")
    if not Feed.objects.filter(post=post, revoked_on=None).update(revoked_on=on):
        raise NotAllowed("There is no calendar address to revoke.")
