"""What runs each day: whoever has to move is reminded, and at length the seat's lead is told."""

from datetime import date

from holdfast.engines.asks import transitions
from holdfast.engines.asks.models import Request
from holdfast.engines.asks.rules import standing
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.records.moves import NotAllowed


def remind_returns(on: date) -> str:
    """
    Remind of every open return whose reminder has come, on behalf of whoever asked.

    14 and 3 days before, on the day, then every week; once each. Where nobody holds the asking
    post nobody can be reminded on its behalf, and the sentence says how many were left.
    """
    reminded = told = left = 0
    found = Request.objects.open().select_related(
        "record", "round__record", "round__asked_by__agency", "lead", "sign_off"
    )
    for request in found.order_by("pk"):
        by = request.round.asked_by
        which = standing.reminder(issued_on=request.round.issued_on, due_on=request.due_on, on=on)
        try:
            reminded += bool(which) and transitions.remind(request, by=by, on=on, which=which)
            if standing.lead_is_told(due_on=request.due_on, on=on):
                told += transitions.escalate(request, words="By itself.", by=by, on=on)
        except (NotAllowed, Refused):
            left += 1
    return f"Reminded {reminded}, told {told} leads, left {left}."
