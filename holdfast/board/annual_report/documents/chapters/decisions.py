"""The year's meetings: what they decided, from approved minutes, and who came."""

from collections.abc import Sequence
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Chapter,
    Column,
    Group,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.engines.meetings.extracts import HeldRow
from holdfast.engines.meetings.rules.attendance import Tally
from holdfast.kernel.ui.filters import plural

TITLE: Final = "The board’s meetings: what was decided, and who came"
COUNTED: Final = (
    "A place counts where its meeting was held and attendance was written down. A deputy fills "
    "the seat and is counted apart. Cancelled meetings are left out."
)


def chapter(held: Sequence[HeldRow], came: Sequence[Tally], *, place: int) -> Chapter:
    """The decisions of approved minutes. Without one the chapter fills nothing and says so."""
    decided = sum(len(row.decisions) for row in held)
    if not held:
        opening = (said("No meeting of the board is recorded as held in this year."),)
        return Chapter("decisions", place, TITLE, opening, (), empty=True)
    attended = Section("Who came", "attendance", (_attendance(came), said(COUNTED)))
    if not decided:
        opening = (said("No decision stands in approved minutes of this year. ", _counts(held)),)
        return Chapter("decisions", place, TITLE, opening, (attended,), empty=True)
    taken = Section("What was decided", "decided", (_decisions(held),))
    opening = (said(Strong(f"{plural(decided, 'decision')}. "), _counts(held)),)
    return Chapter("decisions", place, TITLE, opening, (taken, attended))


def _counts(held: Sequence[HeldRow]) -> str:
    approved = [row for row in held if row.approved]
    actions = sum(row.actions for row in approved)
    return (
        f"{plural(len(held), 'meeting')} held; the minutes of {len(approved)} are approved, with "
        f"{plural(actions, 'action')} agreed. Restricted parts are not printed."
    )


def _decisions(held: Sequence[HeldRow]) -> Table:
    columns = (Column("Meeting"), Column("On"), Column("Item"), Column("Decided"))
    listed = tuple(
        Row(row.title, (cell(row.when), cell(one.item), cell(one.text)))
        for row in held
        for one in row.decisions
    )
    caption = "Decisions of the year, from approved minutes"
    return Table(caption, columns, (Group("", listed),), named_above=True)


def _attendance(came: Sequence[Tally]) -> Table:
    columns = (
        Column("Agency"),
        Column("Filled"),
        Column("By a deputy", numeric=True),
        Column("Apologies", numeric=True),
        Column("Absent", numeric=True),
    )
    listed = tuple(
        Row(
            row.name,
            (
                cell(_filled(row)),
                cell(str(row.deputy)),
                cell(str(row.apologies)),
                cell(str(row.absent)),
            ),
        )
        for row in came
    )
    return Table("Seats filled, by agency", columns, (Group("", listed),), named_above=True)


def _filled(row: Tally) -> str:
    if row.share is None:
        return "attendance was not written down"
    return f"{row.attended} of {row.counted} ({row.share:.0%})"
