"""How a return's answer and a colour are drawn: a shape and a word, or a letter."""

from datetime import date

from holdfast.board.section11.rules.counting import Owed
from holdfast.board.section11.rules.states import Reply, State
from holdfast.engines.standards.rules.scales import Colour
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import (
    Status,
    met,
    no_reply,
    nothing,
    over,
    refused,
    running,
    soon,
)

NOT_KNOWN, NOT_ASKED = "?", "\N{EN DASH}"
LETTERS = {
    Colour.RED.value: "not met",
    Colour.AMBER.value: "partly met, or its evidence expired",
    Colour.GREEN.value: "met",
    NOT_KNOWN: "not known",
    NOT_ASKED: "nothing was graded",
}


def letter_of(colour: Colour | None, *, asked: bool = True) -> str:
    if not asked:
        return NOT_ASKED
    return colour.value if colour else NOT_KNOWN


def reply_status(owed: Owed, *, on: date) -> Status:
    """Draw what came back: whole, in part, nil, late, refused, withdrawn and silence differ."""
    if owed.state is State.WITHDRAWN:
        return nothing("Withdrawn: no return expected")
    late = owed.days_late(on=on)
    after = f", {plural(late, 'day')} late" if late else ""
    if owed.reply is Reply.REFUSED:
        return refused("Refused, with a reason")
    if owed.came(on=on):
        return {
            Reply.NIL: nothing(f"Nil return{after}"),
            Reply.PARTIAL: soon(f"Returned in part{after}"),
        }.get(owed.reply or Reply.WHOLE, soon(f"Returned{after}") if late else met("Returned"))
    if late:
        return over(f"Not returned{after}") if owed.reason else no_reply(f"No reply{after}")
    return running("Not due yet")
