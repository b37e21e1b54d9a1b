"""How every verb of a challenge changes it, adds to its thread and writes it down."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.workplan.models import Challenge, Entry
from holdfast.board.workplan.rules.challenging import TABLE, Sort
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import File
from holdfast.kernel.records.moves import NotAllowed

_STALE = (
    "Somebody else has just changed this challenge. Nothing of theirs was overwritten. "
    "Read it again, then send yours again."
)


def _change(challenge: Challenge, *, seen: int | None, **kept: object) -> None:
    version = challenge.version if seen is None else seen
    unchanged = Challenge.objects.filter(pk=challenge.pk, version=version)
    if not unchanged.update(version=F("version") + 1, **kept):
        raise NotAllowed(_STALE)
    challenge.refresh_from_db(fields=["version", *kept])


@transaction.atomic
def move(
    challenge: Challenge,
    move: str,
    *,
    by: Post,
    on: date,
    seen: int | None,
    note: str = "",
    **kept: object,
) -> None:
    """Move a challenge on if nobody has since its editor read it."""
    before = challenge.state
    after = TABLE.target(state=before, move=move)
    _change(challenge, seen=seen, state=after, since=on, **kept)
    story.write_move(challenge, move, before=before, by=by, on=on, note=note)


@transaction.atomic
def touch(challenge: Challenge, move: str, *, by: Post, on: date, note: str) -> None:
    """Write down what leaves the state as it is. Two notes never collide."""
    story.write_move(challenge, move, before=challenge.state, by=by, on=on, note=note)


@transaction.atomic
def add(
    challenge: Challenge,
    sort: Sort,
    text: str,
    *,
    by: Post,
    on: date,
    dated: Dated | None = None,
    known: str = "",
    said_for: str = "",
    source: str = "",
    file: File | None = None,
) -> Entry:
    day = dated or Dated(on)
    return Entry.objects.create(
        challenge=challenge,
        sort=sort,
        text=text,
        how_we_know=known,
        dated_from=day.first,
        precision=day.precision,
        said_for=said_for,
        source=source,
        file=file,
        on=on,
        by=by,
        **moment.written(),
    )
