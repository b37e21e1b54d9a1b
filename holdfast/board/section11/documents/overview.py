"""The overview of a cycle as lines to print: the chair's view first, then what was counted."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from holdfast.board.section11.documents.brief import Lines, Part
from holdfast.board.section11.extracts.overview import Line, OverviewRow
from holdfast.board.section11.models import Cycle
from holdfast.kernel.actions.dated import day_words

COUNTED = (
    "Every figure here was counted from the returns, the panel's grades and the tracker on the "
    "day named below. What anybody claimed of this cycle was not used.",
    "A return rate says how many returns came, and nothing of what they showed. A standard is met "
    "where every criterion is green and its evidence still counts.",
    "A gap is the mean of self grade less moderated grade, in steps of the scale.",
)
COLOURS = {"R": "overdue", "A": "at risk", "G": "on time", "B": "done and shown"}


def overview_lines(
    cycle: Cycle, row: OverviewRow, *, view: str, asks: str, board: str, on: date
) -> Lines:
    """Lay out the overview. Where the chair has not written yet, it says so."""
    paragraphs = [one.strip() for one in view.splitlines() if one.strip()]
    wanted = [one.strip() for one in asks.splitlines() if one.strip()]
    parts = [
        Part("The chair's view", texts=paragraphs or ["The chair has not written a view yet."]),
        *([Part("What the board asks of agencies", texts=wanted)] if wanted else []),
        _returns(row),
        _met("Standard by standard", "Standard", row.standards, row.met.words),
        _met("Agency by agency", "Agency", row.agencies, _not_graded(row)),
        _promised(row),
        *_points(row),
        *_staff(row),
        Part("How it was counted", texts=COUNTED),
    ]
    return Lines(
        title=f"Section 11, {cycle.year}: an overview of all returns",
        caption=str(cycle.edition),
        lead=f"{row.rate.words}. {row.met.words}.",
        board=board,
        foot=f"{board}. As at {day_words(on)}. No child or case is named.",
        sections=parts,
    )


def _returns(row: OverviewRow) -> Part:
    kinds = {
        "Missing": row.rate.missing,
        "Late": row.rate.late,
        "In part": row.rate.partial,
        "Nil": row.rate.nil,
        "Refused": row.rate.refused,
        "Withdrawn": row.rate.withdrawn,
    }
    rows = [[what, str(len(names)), "; ".join(names) or "none"] for what, names in kinds.items()]
    more = row.rate.not_due_yet
    texts = [f"{row.rate.words}.", *([f"{more} more are not due yet."] if more else [])]
    return Part("What came back", ["Answer", "Returns", "Agencies"], [2, 1, 8], rows, texts)


def _met(title: str, what: str, lines: Sequence[Line], said: str) -> Part:
    rows = [
        [
            one.name,
            str(one.met.met),
            str(one.met.partly),
            str(one.met.not_met),
            str(one.met.not_known),
            one.gap,
            str(one.expired),
        ]
        for one in lines
    ]
    head = [what, "Met", "Partly", "Not met", "Not known", "Gap", "Expired evidence"]
    return Part(title, head if rows else [], [6, 1, 1, 2, 2, 4, 2], rows, [said] if said else [])


def _not_graded(row: OverviewRow) -> str:
    return f"Nothing was graded of {'; '.join(row.not_graded)}." if row.not_graded else ""


def _promised(row: OverviewRow) -> Part:
    rows = [[f"{colour}: {COLOURS[colour]}", str(count)] for colour, count in row.promised]
    texts = [] if rows else ["No action was agreed in this cycle."]
    head = ["State, worked out by the tracker", "Actions"]
    return Part("What agencies promised", head if rows else [], [4, 1], rows, texts)


def _points(row: OverviewRow) -> list[Part]:
    if not row.points:
        return []
    head = ["Action point", *(words.capitalize() for words, _ in row.points[0].said)]
    rows = [
        [f"{one.name}. {one.text}", *(str(count) for _, count in one.said)] for one in row.points
    ]
    widths = [6, *(2 for _ in row.points[0].said)]
    return [Part("Action points of case reviews, by number of agencies", head, widths, rows)]


def _staff(row: OverviewRow) -> list[Part]:
    if not row.staff:
        return []
    rows = [
        [
            str(one.standard),
            "none can be shown" if one.lowest is None else f"{one.lowest}% to {one.highest}%",
            str(one.shown),
            str(one.hidden),
        ]
        for one in row.staff
    ]
    head = ["Standard", "Staff who agree, lowest to highest agency", "Agencies shown", "Hidden"]
    hidden = "An agency with fewer than six answers is hidden, and so is what would give it away."
    return [Part("What staff said", head, [1, 4, 2, 1], rows, [hidden])]


def frozen(lines: Lines) -> dict[str, Any]:
    return asdict(lines)


def thawed(told: Mapping[str, Any]) -> Lines:
    """Return the lines of a signed overview, exactly as they were signed."""
    return Lines(**{**told, "sections": [Part(**one) for one in told["sections"]]})
