"""
What the product itself reports on a standing item, read from the rooms below on a day.

Each function takes a meeting and a day and returns blocks. Where nothing is held on something, it
says so in words: a report never leaves a line out because there is nothing to put in it.
"""

from collections.abc import Callable
from datetime import date

from holdfast.board.desk.documents.standing import (
    figures,
    governance,
    groups,
    lines,
    past,
    returned,
)
from holdfast.board.desk.rules.standing import BY_KEY
from holdfast.engines.meetings.models import AgendaItem, Meeting
from holdfast.engines.meetings.rules.blocks import Block

Report = Callable[[Meeting, date], tuple[Block, ...]]

REPORTS: dict[str, Report] = {
    "minutes": past.matters_arising,
    "summary": past.executive_summary,
    "overdue": lines.overdue,
    "horizon": lines.horizon,
    "risks": lines.risks,
    "exceptions": figures.exceptions,
    "theme": figures.theme,
    "tracking": governance.tracking,
    "governance": governance.reports_due,
    "section-11": governance.section_11,
    "groups": groups.all_groups,
}

CHALLENGED = "ch-"
"""How the key of an item begins that is a challenge come back: its reference, in small letters."""


def report_on(item: AgendaItem, on: date) -> tuple[Block, ...] | None:
    """Return the report on an item, or None where the product has none for its key."""
    if item.key.startswith(CHALLENGED):
        return returned.came_back(item.meeting, on, reference=item.key.upper())
    known = BY_KEY.get(item.key)
    if known is None:
        return None
    if known.group:
        return groups.one_group(item.meeting, on, code=known.group)
    return REPORTS[item.key](item.meeting, on)
