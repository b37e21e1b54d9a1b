"""When a priority, a risk or a challenge stands still. Pure; each limit is local (status L)."""

from collections.abc import Sequence
from datetime import date

from holdfast.kernel.actions.dated import day_words, months_later

RISK_MONTHS = 3
CHALLENGE_WORKING_DAYS = 20
RULES = (
    "A priority stands still when no line answers it, or none of its open lines moves. "
    f"A risk, when it was not scored for {RISK_MONTHS} months, or never. A challenge, when its "
    f"reply is late, or nobody moved it for {CHALLENGE_WORKING_DAYS} working days."
)


def priority_stands(lines: Sequence[tuple[bool, bool]]) -> str:
    """
    Say why a priority stands still, or nothing. Each line is (open, not moving).

    >>> priority_stands([(True, True), (False, False)])
    'none of its open lines moves'
    """
    if not lines:
        return "no line answers it"
    still = [not_moving for open_, not_moving in lines if open_]
    return "none of its open lines moves" if still and all(still) else ""


def risk_stands(last_scored: date | None, *, on: date) -> str:
    if last_scored is None:
        return "it was never scored"
    if months_later(last_scored, RISK_MONTHS) < on:
        return f"not scored since {day_words(last_scored)}"
    return ""


def challenge_stands(*, open_: bool, days: int, late: int) -> str:
    """Say why a challenge stands still. `days` and `late` are working days."""
    if open_ and late:
        return f"the reply is {late} working day{'' if late == 1 else 's'} late"
    if open_ and days > CHALLENGE_WORKING_DAYS:
        return f"nobody moved it for {days} working days"
    return ""
