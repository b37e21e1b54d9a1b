"""How a partner's figure and a return are drawn, on every page of the room."""

from holdfast.board.local_data.extracts import LocalCell
from holdfast.board.local_data.rules.figures import State
from holdfast.engines.asks.extracts import RoundRow
from holdfast.engines.asks.rules.standing import Look
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.parts import Status
from holdfast.kernel.ui.tables import Cell

STATES = {
    State.NIL: parts.met,
    State.REFUSED: parts.refused,
    State.NOT_RETURNED: parts.no_reply,
    State.NOT_KNOWN: parts.soon,
    State.NOT_ASKED: parts.nothing,
    State.SUPPRESSED: parts.nothing,
    State.NOT_APPLICABLE: parts.nothing,
}
"""Who refuses is not who is silent, and neither has nothing to report: each has its own shape."""

LOOKS = {
    Look.MET: parts.met,
    Look.IN_PART: parts.soon,
    Look.NIL: parts.nothing,
    Look.REFUSED: parts.refused,
    Look.SILENT: parts.no_reply,
    Look.SENT_LATE: parts.met_late,
    Look.LATE: parts.over,
    Look.RUNNING: parts.running,
}

UNVALIDATED = (
    "Unvalidated: counted by the partners themselves, and checked by nobody else. The numbers are "
    "true and small ones are not hidden: for the board's own members. What may be published is on "
    "its own page."
)

INVENTED = "In this demonstration the partners' figures are invented."


def warning(*, demo: bool) -> str:
    """Return what stands above the partners' figures on every page of theirs."""
    return f"{UNVALIDATED} {INVENTED}" if demo else UNVALIDATED


def figure(cell: LocalCell) -> Cell:
    """Return a figure as a table shows it: its words, or the shape of why there is none."""
    if cell.value.state is State.NUMBER:
        return Cell(cell.value.words, note="small" if cell.small and not cell.released else "")
    return Cell(status=STATES[cell.value.state](cell.value.state.value.capitalize()))


def state(row: RoundRow) -> Status:
    return LOOKS[row.look](row.words)
