"""How long a question about a figure has waited, in words: the challenge log keeps the clock."""

from datetime import date

from holdfast.board.workplan.rules.challenging import ChallengeState

STAYS = "Stays on the agenda until the next figure."


def clock(state: ChallengeState, *, days: int, late: int, reply_by: date | None) -> str:
    """
    Return what the clock says. `days` and `late` are working days.

    >>> clock(ChallengeState.PUT, days=12, late=0, reply_by=date(2013, 12, 13))
    'Waiting 12 working days; reply due 13 December 2013.'
    """
    if state is ChallengeState.PUT:
        due = f"{reply_by.day} {reply_by:%B %Y}" if reply_by else "no day"
        if late:
            return f"{_days(late)} late; the reply was due {due}."
        return f"Waiting {_days(days)}; reply due {due}."
    return {
        ChallengeState.ANSWERED: "Answered.",
        ChallengeState.ACCEPTED: "Answered, and accepted.",
        ChallengeState.DIFFERENCE: "A difference is recorded.",
        ChallengeState.CLOSED: "Closed.",
        ChallengeState.BACK: "Back on the agenda.",
    }[state]


def stays(state: ChallengeState) -> str:
    """Say that an answered question is not gone, or nothing."""
    answered = {ChallengeState.ANSWERED, ChallengeState.ACCEPTED, ChallengeState.DIFFERENCE}
    return STAYS if state in answered else ""


def _days(number: int) -> str:
    return f"{number} working day{'' if number == 1 else 's'}"
