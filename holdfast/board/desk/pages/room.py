"""The page for writing in the room, and the minutes as they stand."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import timezone

from holdfast.board.desk.documents.gathering import said_on
from holdfast.board.desk.pages.side import Side
from holdfast.engines.meetings.documents.minutes import blocks_of
from holdfast.engines.meetings.models import AgendaItem, Note
from holdfast.engines.meetings.rules.blocks import Block
from holdfast.engines.meetings.rules.states import State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Fact, Link


@dataclass(frozen=True)
class NoteRow:
    kind: str
    text: str
    more: str
    by: str
    struck: str
    forms: tuple[Link, ...]


@dataclass(frozen=True)
class ItemLink:
    label: str
    title: str
    url: str
    here: bool
    lines: int


@dataclass(frozen=True)
class RoomPage:
    title: str
    back: Link
    item: AgendaItem
    links: tuple[ItemLink, ...]
    notes: tuple[NoteRow, ...]
    settle: Link
    draft: Link | None

    @classmethod
    def of(cls, side: Side, items: Sequence[AgendaItem], here: AgendaItem) -> "RoomPage":
        return cls(
            title=f"{here.label}. {here.title}",
            back=Link(side.title, side.home),
            item=here,
            links=tuple(
                ItemLink(
                    one.label, one.title, f"{side.url('room')}?item={one.pk}", one.pk == here.pk,
                    sum(1 for note in one.notes.all() if not note.struck),
                )
                for one in items
            ),
            notes=tuple(_note(side, note) for note in here.notes.all()),
            settle=side.link("Say what became of this item", "item", here.pk, "settle"),
            draft=None if side.restricted else side.link("Draft the minutes", "do", "draft"),
        )  # fmt: skip


def _note(side: Side, note: Note) -> NoteRow:
    more = [
        note.owner.title if note.owner else "",
        f"by {day_words(note.due_on)}" if note.due_on else "",
    ]
    forms = (
        side.link("Change", "note", note.pk, "change"),
        side.link("Strike", "note", note.pk, "strike"),
    )
    return NoteRow(
        kind=note.get_kind_display(),
        text=note.text,
        more=", ".join(word for word in more if word),
        by=f"{timezone.localtime(note.written_at):%H:%M}, {note.by.title}",
        struck=note.struck_because,
        forms=() if note.struck else forms,
    )


@dataclass(frozen=True)
class TextRow:
    blocks: tuple[Block, ...]
    forms: tuple[Link, ...]


@dataclass(frozen=True)
class MinutesPage:
    title: str
    back: Link
    facts: tuple[Fact, ...]
    state: str
    items: tuple[TextRow, ...]
    files: tuple[Link, ...]

    @classmethod
    def of(
        cls, side: Side, items: Sequence[AgendaItem], facts: dict[str, str], *, may_work: bool
    ) -> "MinutesPage":
        return cls(
            title=f"Minutes: {side.title}",
            back=Link(side.title, side.home),
            facts=tuple(Fact(name, value) for name, value in facts.items() if value),
            state=side.meeting.state_words,
            items=tuple(
                TextRow(blocks_of([said_on(item)]), _text_forms(side, item) if may_work else ())
                for item in items
            ),
            files=(
                side.link("Minutes as PDF", "minutes_file", "pdf"),
                side.link("Minutes as Word", "minutes_file", "docx"),
            ),
        )


def _text_forms(side: Side, item: AgendaItem) -> tuple[Link, ...]:
    if side.meeting.state == State.MINUTES_DRAFTED:
        return (side.link(f"Change the words on item {item.label}", "item", item.pk, "text"),)
    return (side.link(f"Add an addendum to item {item.label}", "item", item.pk, "addendum"),)
