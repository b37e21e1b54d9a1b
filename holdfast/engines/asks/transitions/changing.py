"""How every verb changes a return and writes it down, and who stands on which side."""

from datetime import date, timedelta

from django.db import transaction
from django.db.models import F

from holdfast.engines.asks.access import is_author
from holdfast.engines.asks.models import Request
from holdfast.engines.asks.rules.states import TABLE
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Sensitivity
from holdfast.kernel.records.moves import NotAllowed

STALE = (
    "Somebody else has just changed this return. Nothing of theirs was overwritten. "
    "Look at it again, then do this again."
)


class Authors:
    """On what terms a post without a seat on the board is let into its agency's return."""

    LASTS = timedelta(days=3 * 365)

    def terms(self) -> grants.Terms:
        return grants.Terms(
            sections=frozenset({"story"}),
            purpose="To write or sign this agency's return",
            lawful_basis="The round's own, named on its page",
            expires_at=moment.now() + self.LASTS,
            family_told=False,
            why_not_told="A return is about an agency. There is no family to tell.",
            level=Grant.Level.WORK,
        )


AUTHORS = Authors()


class Sides:
    """Who may act for the recipient, and who for whoever asks."""

    @staticmethod
    def require_author(request: Request, *, by: Post) -> None:
        """Raise Refused unless the post answers this return: seat at home, or by a grant."""
        gate.require(by, Can.WORK, request.record)
        if not is_author(by, request.record):
            raise Refused("Whoever asks does not answer.")

    @staticmethod
    def require_asker(request: Request, *, by: Post) -> None:
        gate.require(by, Can.WORK, request.round.record)
        gate.require(by, Can.WORK, request.record)


@transaction.atomic
def change(
    request: Request,
    *,
    move: str,
    by: Post,
    on: date,
    note: str = "",
    seen: int | None = None,
    **kept: object,
) -> None:
    """Take a return along a move of the state table, or leave its state where it is, and say so.

    `seen` is the version its editor read. Raises NotAllowed where the move or the version is not
    the return's.
    """
    before = request.state
    after = TABLE.target(state=before, move=move) if move in TABLE.moves else before
    version = request.version if seen is None else seen
    unchanged = Request.objects.filter(pk=request.pk, version=version, state=before)
    if not unchanged.update(state=after, version=F("version") + 1, **kept):
        raise NotAllowed(STALE)
    request.refresh_from_db()
    story.write_step(
        record=request.record,
        move=move,
        from_state=before,
        to_state=after,
        by=by,
        on=on,
        note=note,
        sensitivity=Sensitivity.NONE,
    )
