"""Where each thing in a briefing can be opened."""

from django.urls import reverse

from holdfast.board.workplan.extracts import ChallengeRow
from holdfast.engines.asks.models import Request
from holdfast.kernel.actions.models import Action
from holdfast.kernel.ui.parts import Link

BY_KIND = {
    "annual report": ("annual_report:calendar", "Open the report’s calendar"),
    "board body": ("partnership:body", "Open the body"),
    "board meeting": ("desk:meeting", "Open the meeting"),
    "challenge": ("workplan:challenge", "Open the challenge"),
    "committee": ("scrutiny:committee", "Open the committee"),
    "cover report": ("scrutiny:report", "Open the report"),
    "escalation": ("scrutiny:escalation", "Open the escalation"),
    "inspection": ("scrutiny:inspection", "Open the inspection"),
    "risk": ("workplan:risk", "Open the risk"),
    "work plan": ("workplan:plan", "Open the plan"),
}
"""The page on which an action of each kind of record is found. Other kinds have none."""


def link_to(words: str, name: str, *args: object) -> Link:
    return Link(words, reverse(name, args=args))


def challenge_link(row: ChallengeRow, words: str) -> Link:
    return link_to(words, "workplan:challenge", row.reference)


def return_link(request: Request) -> Link:
    return link_to("Open the return", "asks:request", request.record.reference)


def action_link(action: Action, words: str = "") -> Link | None:
    """Return where an action is worked on: its line of the plan, or the page of its record."""
    line = getattr(action, "line", None)
    if line is not None:
        where = (action.record.reference, line.number)
        return link_to(words or f"Open line {line.number}", "workplan:line", *where)
    if action.record.kind not in BY_KIND:
        return None
    name, opened = BY_KIND[action.record.kind]
    return link_to(words or opened, name, action.record.reference)
