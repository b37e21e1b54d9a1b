"""State, whose move, when it is due, and the pages beside an edition."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.rules import calendar
from holdfast.board.annual_report.rules.required import Filled, Held, guidance_for
from holdfast.kernel.ui.filters import on as day
from holdfast.kernel.ui.parts import (
    BADGES,
    Link,
    NowCell,
    Status,
    met,
    nothing,
    over,
    running,
    soon,
)

BESIDE = (
    ("annual_report:required", "What it must hold"),
    ("annual_report:activities", "What was done"),
    ("annual_report:statements", "Statements"),
    ("annual_report:calendar", "Calendar"),
    ("annual_report:recipients", "Distribution list"),
    ("annual_report:handover", "Handover"),
)
FILLED: dict[Filled, Status] = {
    Filled.FILLED: met("Filled"),
    Filled.PARTLY: soon("Partly filled"),
    Filled.EMPTY: nothing("Empty"),
}
STEP_NEAR = 21
"""A day this near, in days, is shown as coming soon. Local (L)."""


def beside(edition: Edition) -> list[Link]:
    """The pages that belong to one edition."""
    reference = edition.record.reference
    return [Link(words, reverse(name, args=[reference])) for name, words in BESIDE]


def crumbs(edition: Edition) -> list[Link]:
    here = reverse("annual_report:edition", args=[edition.record.reference])
    title = outline_of(edition.year).title
    return [Link("Annual reports", reverse("annual_report:list")), Link(title, here)]


def due_cell(edition: Edition, *, guidance: str, on: date) -> NowCell:
    """The day the report is due, by whose rule, and how long that is."""
    due = calendar.deadline(rules.ends_on(edition.year), guidance=guidance)
    left = (due.due_on - on).days
    done = edition.state == rules.APPROVED
    clock = over if left < 0 else soon if left <= STEP_NEAR else running
    return NowCell(
        "Due",
        day(due.due_on),
        f"{due.words}. {BADGES[due.status]}.",
        status=met("Approved") if done else clock(calendar.days_words(due.due_on, on=on)),
    )


def state_cell(edition: Edition) -> NowCell:
    words = {
        rules.DRAFT: "It shows what is held today.",
        rules.FROZEN: "No word and no figure changes any more.",
        rules.APPROVED: "It can be published and sent.",
    }
    return NowCell("State", edition.name(), words[edition.state])


def move_cell(edition: Edition, *, unsettled: int) -> NowCell:
    """Whose move it is, worked out from the state and what is open."""
    if edition.state == rules.APPROVED:
        return NowCell("Whose move", "Nobody’s", "The next edition begins a new draft.")
    if edition.state == rules.FROZEN and not unsettled:
        return NowCell("Whose move", "The chair", "Approve it, or say what stands in the way.")
    if unsettled:
        noun = "disagreement" if unsettled == 1 else "disagreements"
        text = f"{unsettled} {noun} to settle. Each names its holder."
        return NowCell("Whose move", "The holders of disagreements", text)
    return NowCell("Whose move", edition.drafted_by.title, "Freeze it when everything is told.")


def counts(held: Sequence[Held]) -> str:
    """How many items are filled, partly filled and empty."""
    by = {each: sum(1 for one in held if one.filled is each) for each in Filled}
    return (
        f"{by[Filled.FILLED]} filled, {by[Filled.PARTLY]} partly, {by[Filled.EMPTY]} empty, "
        f"of {len(held)}"
    )


def guidance_key(edition: Edition) -> str:
    return guidance_for(rules.ends_on(edition.year)).key
