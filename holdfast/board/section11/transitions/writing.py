"""Moving a return and writing the step down. Everything else here stands on these."""

from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.section11.models import AgencyReturn, Cycle
from holdfast.board.section11.rules.states import TABLE
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

CHANGED = (
    "Somebody else has just changed this return. Nothing of theirs was overwritten. "
    "Open it again to see how it stands."
)


@transaction.atomic
def require_open(cycle: Cycle, *, by: Post, on: date) -> None:
    """Raise unless the post keeps the cycle, and the cycle is open on the day."""
    gate.require(by, Can.WORK, cycle.record)
    cycle.require_not_closed()
    if on < cycle.record.opened_on:
        raise NotAllowed("This cycle had not been framed on that day. Correct the day.")


@transaction.atomic
def move(
    found: AgencyReturn, name: str, *, by: Post, on: date, note: str = "", **changed: object
) -> None:
    """Take a return along its table, change what comes with it, and write it down."""
    target = TABLE.target(state=found.state, move=name)
    before = found.state
    mine = AgencyReturn.objects.filter(pk=found.pk, state=before, version=found.version)
    if not mine.update(state=target, version=F("version") + 1, **changed):
        raise NotAllowed(CHANGED)
    found.refresh_from_db(fields=["state", "version", *changed])
    say(found.cycle, name, by=by, on=on, note=f"{found.name}. {note}".strip(),
        before=before, after=target)  # fmt: skip


@transaction.atomic
def say(
    cycle: Cycle,
    name: str,
    *,
    by: Post,
    on: date,
    note: str = "",
    before: str = "",
    after: str = "",
) -> None:
    story.write_step(
        record=cycle.record, move=name, by=by, on=on, note=note, from_state=before, to_state=after
    )
