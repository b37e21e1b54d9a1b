"""A round's returns as a table, which other rooms' pages include with `asks/board.html`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.engines.asks.extracts import RoundRow
from holdfast.engines.asks.rules.standing import Look, due_words, is_open
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.parts import Status

DRAWN = {
    Look.MET: parts.met,
    Look.IN_PART: parts.soon,
    Look.NIL: parts.nothing,
    Look.REFUSED: parts.refused,
    Look.SILENT: parts.no_reply,
    Look.SENT_LATE: parts.met_late,
    Look.LATE: parts.over,
    Look.RUNNING: parts.running,
}


@dataclass(frozen=True)
class BoardRow:
    agency: str
    lead: str
    url: str
    status: Status
    due: str
    due_more: str
    far: str
    whose: str
    why_late: str
    reminded: str


def drawn(look: Look, words: str) -> Status:
    return DRAWN[look](words)


def board_rows(rows: Iterable[RoundRow], *, on: date) -> tuple[BoardRow, ...]:
    """Return the rows that the macro `board` draws."""
    return tuple(board_row(row, on=on) for row in rows)


def board_row(row: RoundRow, *, on: date) -> BoardRow:
    moved = f"moved {row.times_moved}×" if row.times_moved else ""
    ahead = due_words(row.due_on, on=on) if is_open(row.state) else ""
    return BoardRow(
        agency=row.agency,
        lead=row.lead,
        url=reverse("asks:request", args=[row.reference]),
        status=drawn(row.look, row.words),
        due=day_words(row.due_on),
        due_more="; ".join(part for part in (ahead, moved) if part),
        far=f"{row.answered} of {row.asked}",
        whose=row.whose_move,
        why_late=row.why_late,
        reminded=f"{day_words(row.reminded_on)} ({row.reminded}×)" if row.reminded_on else "",
    )
