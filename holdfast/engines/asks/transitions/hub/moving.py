"""How every verb changes a check and writes it down, and on which side a post stands."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from holdfast.engines.asks.access import HUB, granted
from holdfast.engines.asks.models import Check
from holdfast.engines.asks.rules.checks import TABLE
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this check. Nothing of theirs was overwritten. "
    "Look at it again, then do this again."
)
LASTS = timedelta(days=365)


class Sides:
    """Who may act for the agency that was asked, and who for the hub."""

    @staticmethod
    def require_owner(check: Check, *, by: Post) -> None:
        """Raise Refused unless the post answers this check: let in by its grant, of its agency."""
        gate.require(by, Can.WORK, check.record)
        if by.agency_id != check.record.owner_id or not granted(by, check.record):
            raise Refused("Whoever asks does not answer.")

    @staticmethod
    def require_hub(check: Check, *, by: Post) -> None:
        """Raise Refused unless the post is of the hub and may see what the check is about."""
        gate.require_at_home(by, Can.WORK, check.record)
        gate.require(by, Can.SEE, check.about)
        if Role(by.role) not in HUB:
            raise Refused("Only the hub does this.")


class Owners:
    """On what terms the asked posts are let into their own check."""

    @staticmethod
    def terms(lawful_basis: str) -> grants.Terms:
        return grants.Terms(
            sections=frozenset({"story"}),
            purpose="To answer the hub about named people",
            lawful_basis=lawful_basis,
            expires_at=moment.now() + LASTS,
            family_told=False,
            why_not_told="The contact's own record says whether the family was told, and why not.",
            level=Grant.Level.WORK,
        )


@transaction.atomic
def change(
    check: Check,
    *,
    move: str,
    by: Post,
    on: date,
    note: str = "",
    seen: int | None = None,
    **kept: object,
) -> None:
    """Take a check along a move of its table, or leave its state where it is, and say so."""
    before = check.state
    after = TABLE.target(state=before, move=move) if move in TABLE.moves else before
    version = check.version if seen is None else seen
    unchanged = Check.objects.filter(pk=check.pk, version=version, state=before)
    if not unchanged.update(state=after, version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    check.refresh_from_db(fields=["state", "version", *kept])
    story.write_step(
        record=check.record, move=move, from_state=before, to_state=after, by=by, on=on,
        note=note, sensitivity=Sensitivity.NONE,
    )  # fmt: skip
