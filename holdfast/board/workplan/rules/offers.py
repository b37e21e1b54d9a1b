"""Which forms a line's page offers, by its kind and state. Pure."""

from holdfast.kernel.actions.states import TABLES, Kind, State

FORMS = {
    "progress": "Note progress",
    "owner": "Name one owner",
    "date": "Ask for a date",
    "done": "Say that it is done",
    "evidence": "Record evidence",
    "review": "Set the next review",
    "retest": "Test again",
    "open-part": "Confirm what is left open",
    "reopen": "Open it again",
}
MOVES = {
    "done": {"claim_done"},
    "evidence": {"evidence"},
    "review": {"set_review"},
    "retest": {"find_it_held", "find_it_not_held"},
    "reopen": {"reopen"},
}


def offered(*, kind: Kind, state: State, asked: bool) -> list[str]:
    """Return the forms that would be accepted now, in the order of the page."""
    can = set(TABLES[kind].available(state))
    found = [form for form in FORMS if form not in MOVES or MOVES[form] & can]
    if state is not State.AGREED or asked:
        found.remove("date")
    if kind is Kind.DUTY:
        found.remove("open-part")
    return found
