"""Which forms a challenge's page offers, by its state and by who reads it. Pure."""

from dataclasses import dataclass

from holdfast.board.workplan.rules.challenging import TABLE, ChallengeState

FORMS = {
    "answer": "Reply",
    "accept": "Say that the reply answers it",
    "put-again": "Put it again",
    "note": "Note what was done",
    "promise": "Agree an action",
    "difference": "Record the difference made",
    "close": "Close it",
    "reopen": "Put it back on the agenda",
    "finding": "Let a finding join",
    "reading": "Write down a figure",
}
MOVES = {
    "answer": {"answer"},
    "accept": {"accept"},
    "put-again": {"put_again"},
    "difference": {"record_difference"},
    "close": {"close", "close_without"},
    "reopen": {"reopen"},
}
OPEN_ONLY = {"promise"}


@dataclass(frozen=True)
class Reader:
    """What whoever reads a challenge is to it."""

    may_work: bool
    may_decide: bool
    was_asked: bool
    asked: bool


def may_use(form: str, reader: Reader) -> bool:
    """Say whether somebody may use a form at all, whatever the state."""
    if form == "answer":
        return reader.was_asked or reader.may_work
    if form in {"accept", "put-again"}:
        return (reader.asked or reader.may_work) and not reader.was_asked
    return reader.may_decide if form == "close" else reader.may_work


def offered(state: ChallengeState, reader: Reader) -> list[str]:
    """Return the forms that would be accepted now, in the order of the page."""
    can = set(TABLE.available(state))
    open_ = state is not ChallengeState.CLOSED
    return [
        form
        for form in FORMS
        if may_use(form, reader)
        and (form not in MOVES or MOVES[form] & can)
        and (open_ or form not in OPEN_ONLY)
    ]
