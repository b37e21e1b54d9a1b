"""
The pack as a page: what stands in the PDF, in its order, with headings and tables to read aloud.

The PDF binds papers of many makers and loses their structure, so that a screen reader finds no
headings in it. Here the reports are read as they are, and each paper is taken as it came, with
the structure that its maker gave it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from holdfast.board.desk.pages.meeting import ItemRow, item_row
from holdfast.board.desk.pages.side import Side
from holdfast.engines.meetings.models import AgendaItem
from holdfast.engines.meetings.rules.states import State
from holdfast.kernel.ui.parts import Fact, Link


@dataclass(frozen=True)
class ReadingPage:
    """`beside` are Part B's rows: restricted papers of open items, then its own items."""

    title: str
    caption: str
    back: Link
    facts: tuple[Fact, ...]
    items: tuple[ItemRow, ...]
    beside: tuple[ItemRow, ...]
    restricted: bool
    pdf: Link

    @classmethod
    def of(
        cls, side: Side, items: Iterable[AgendaItem], own: Iterable[AgendaItem], *, made_for: str
    ) -> "ReadingPage":
        meeting = side.meeting
        part_a = Side(meeting, meeting.record.reference, False)
        opened = list(items)
        return cls(
            title=f"The pack: {meeting.title}",
            caption=f"{side.reference}. Copy for: {made_for}",
            back=Link(side.title, side.home),
            facts=tuple(
                Fact(name, value)
                for name, value in (
                    ("When", meeting.when), ("Where", meeting.place),
                    ("State", meeting.state_words),
                )
                if value
            ),
            items=tuple(item_row(part_a, item, may_work=False) for item in opened),
            beside=_part_b(side, opened, own) if side.restricted else (),
            restricted=side.restricted,
            pdf=side.link("The same as one PDF", "pack"),
        )  # fmt: skip


def _part_b(
    side: Side, opened: Iterable[AgendaItem], own: Iterable[AgendaItem]
) -> tuple[ItemRow, ...]:
    rows = [item_row(side, item, may_work=False) for item in opened]
    beside = [
        replace(
            row, title=f"{row.title}: restricted papers", anchor=f"{row.anchor}-b", report=(),
            facts=(), report_words="",
        )
        for row in rows
        if row.papers
    ]  # fmt: skip
    return (*beside, *(item_row(side, item, may_work=False) for item in own))


def is_there(state: str) -> bool:
    """Say whether there is a pack to read: from the issue of the agenda on."""
    return state not in {State.PLANNED, State.CANCELLED}
