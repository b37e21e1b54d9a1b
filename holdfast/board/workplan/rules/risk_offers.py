"""Which forms a risk's page offers, by its state. Pure."""

from holdfast.board.workplan.rules.risk_scoring import TABLE, RiskState

FORMS = {
    "score": "Give it a score",
    "control": "Add a control",
    "assurance": "Write down assurance",
    "promise": "Agree an action",
    "close": "Close it",
    "reopen": "Open it again",
}
MOVES = {
    "score": {"score", "rescore", "rescore_controlled"},
    "control": {"control"},
    "close": {"close"},
    "reopen": {"reopen"},
}


def offered(state: RiskState, *, may_work: bool, may_decide: bool) -> list[str]:
    """Return the forms that would be accepted now, in the order of the page."""
    can = set(TABLE.available(state))
    return [
        form
        for form in FORMS
        if (may_decide if form == "close" else may_work)
        and (form not in MOVES or MOVES[form] & can)
        and not (form == "promise" and state is RiskState.CLOSED)
    ]
