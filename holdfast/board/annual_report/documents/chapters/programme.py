"""Next year's programme: the meetings, what is on each, and the themes."""

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Group,
    ListBlock,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.workplan.rules.planned import Programme, ProgrammeMeeting
from holdfast.kernel.ui.filters import plural


def chapter(programme: Programme, *, place: int) -> Chapter:
    return Chapter(
        slug="programme",
        number=place,
        title="Next year’s programme",
        opening=(_opening(programme),),
        sections=(
            Section("The meetings", "meetings", _meetings(programme)),
            Section("The agenda", "agenda", _agenda(programme)),
            Section("The themes", "themes", (_themes(programme),)),
        ),
    )


def _themes(programme: Programme) -> ListBlock:
    themes = [meeting.theme for meeting in programme.meetings if meeting.theme]
    return ListBlock(
        tuple(
            (Strong(f"{theme.topic}. "), f"{theme.stage}. {'; '.join(theme.inputs)}.")
            for theme in themes
        )
    )


def _opening(programme: Programme) -> Paragraph:
    bodies = [meeting.body for meeting in programme.meetings]
    counts = ", ".join(f"{bodies.count(body)} of the {body}" for body in dict.fromkeys(bodies))
    first, last = programme.meetings[0].month.words, programme.meetings[-1].month.words
    return said(
        f"{plural(len(bodies), 'meeting')} from {first} to {last}: {counts}. "
        "Each main board takes one theme and follows it through the child’s journey."
    )


def _meetings(programme: Programme) -> tuple[Block, ...]:
    columns = (Column("Meeting"), Column("Body"), Column("Theme"))
    rows = tuple(_row(meeting) for meeting in programme.meetings)
    return (Table(programme.title, columns, (Group("", rows),), named_above=True),)


def _row(meeting: ProgrammeMeeting) -> Row:
    theme = meeting.theme.topic if meeting.theme else ""
    return Row(meeting.month.words, (cell(meeting.body), cell(theme, missing="none")))


def _agenda(programme: Programme) -> tuple[Block, ...]:
    """Each item with the meetings that it comes to, so that none is read five times."""
    columns = (Column("Item"), Column("Meetings"))
    items = dict.fromkeys(item for meeting in programme.meetings for item in meeting.items)
    rows = tuple(Row(item, (cell(", ".join(_months(programme, item))),)) for item in items)
    table = Table("Items and their meetings", columns, (Group("", rows),), named_above=True)
    odd = tuple((warning,) for warning in programme.warnings)
    if not odd:
        return (table,)
    return (table, Paragraph(("Printed so, and left so:",), small=True), ListBlock(odd))


def _months(programme: Programme, item: str) -> list[str]:
    return [meeting.month.words for meeting in programme.meetings if item in meeting.items]
