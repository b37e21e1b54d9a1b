"""The question that stands against a figure: its challenge, as it was on a day."""

from collections.abc import Collection as Some
from dataclasses import dataclass
from datetime import date

from holdfast.board.local_data.rules import clocks
from holdfast.board.workplan.extracts.challenges import ChallengeRow, row_of_challenge
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.challenging import ChallengeState
from holdfast.kernel.directory.models import Post


@dataclass(frozen=True)
class Asked:
    """The question put about a figure, its reply (or nothing), its holder and its clock."""

    reference: str
    question: str
    reply: str
    holder: str
    clock: str
    stays: str


def questions(
    area: str, identities: Some[str], *, year: int, on: date, to: Post | None = None
) -> dict[str, Asked]:
    """
    Return the question of each indicator: an open one, else the latest about the year's figure.

    `area` is a nine-character code. `to` leaves out what a post may not see. Queries are fixed.
    """
    found = Challenge.objects.visible_to(to) if to else Challenge.objects.all()
    rows = found.filter(record__area__code=area, figure__in=identities, put_on__lte=on)
    each = list(rows.for_page().order_by("-put_on", "-pk"))
    chosen = {}
    for identity in identities:
        mine = [one for one in each if one.figure == identity]
        first = next((one for one in mine if one.state != ChallengeState.CLOSED), None)
        first = first or next((one for one in mine if one.figure_year == year), None)
        if first:
            chosen[identity] = _asked(row_of_challenge(first, on=on))
    return chosen


def _asked(row: ChallengeRow) -> Asked:
    return Asked(
        reference=row.reference,
        question=row.question,
        reply=row.reply,
        holder=row.put_to,
        clock=clocks.clock(row.state, days=row.days, late=row.late, reply_by=row.reply_by),
        stays=clocks.stays(row.state),
    )
