"""One meeting, from one of its sides: state, whose move, next; then the agenda."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.board.desk.documents.gathering import attendance_of
from holdfast.board.desk.pages.calendar import status_of
from holdfast.board.desk.pages.side import Side
from holdfast.engines.meetings.models import AgendaItem, MeetingMove, Note, Paper, Place
from holdfast.engines.meetings.rules.blocks import Block
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import BEFORE, NEXT, WAS_HELD, WRITTEN_UP, State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, NowCell
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

OFFERED: dict[str, tuple[tuple[str, str], ...]] = {
    State.PLANNED: (
        ("draw", "Draw the agenda and its reports"),
        ("add-item", "Add an item"),
        ("expect", "Add somebody who is expected"),
        ("issue", "Issue the agenda"),
    ),
    State.AGENDA_ISSUED: (("send", "Send the papers out"), ("hold", "Begin the meeting")),
    State.PAPERS_OUT: (("hold", "Begin the meeting"),),
    State.HELD: (("draft", "Draft the minutes"),),
    State.MINUTES_APPROVED: (("publish", "Publish the minutes"),),
}
"""What the page offers in each state to whoever may work, by form."""
DECISIONS: dict[str, tuple[tuple[str, str], ...]] = {
    State.MINUTES_DRAFTED: (("approve", "Approve the minutes"),)
}


@dataclass(frozen=True)
class PaperRow:
    link: Link
    note: str


@dataclass(frozen=True)
class ItemRow:
    label: str
    title: str
    anchor: str
    line: str
    facts: tuple[Fact, ...]
    state: str
    report: tuple[Block, ...]
    report_words: str
    papers: tuple[PaperRow, ...]
    forms: tuple[Link, ...]


@dataclass(frozen=True)
class MeetingPage:
    title: str
    caption: str
    now: tuple[NowCell, ...]
    moves: tuple[MeetingMove, ...]
    superseded: bool
    cancelled: str
    items: tuple[ItemRow, ...]
    minutes_in_all: int
    taken: Table | None
    came: tuple[Fact, ...]
    places: tuple[str, ...]
    forms: tuple[Link, ...]
    files: tuple[Link, ...]
    pack_words: str
    other: Link | None
    restricted: bool

    @classmethod
    def of(
        cls,
        side: Side,
        items: Sequence[AgendaItem],
        places: Sequence[Place],
        *,
        other: Link | None,
        papers: tuple[int, int],
        may_work: bool,
        may_decide: bool,
    ) -> "MeetingPage":
        meeting = side.meeting
        moves = tuple(meeting.moves.all())
        return cls(
            title=side.title,
            caption=f"{side.reference}. {meeting.body}",
            now=_now(side),
            moves=moves,
            superseded=any(move.told for move in moves),
            cancelled=meeting.cancelled_because,
            items=tuple(item_row(side, item, may_work=may_work) for item in items),
            minutes_in_all=sum(item.minutes for item in items),
            taken=_taken(items) if meeting.state in WAS_HELD else None,
            came=_came(places) if meeting.state in WAS_HELD else (),
            places=tuple(str(place) for place in places),
            forms=_forms(side, may_work=may_work, may_decide=may_decide),
            files=_files(side),
            pack_words=_pack_words(papers),
            other=other,
            restricted=side.restricted,
        )


def _now(side: Side) -> tuple[NowCell, ...]:
    meeting = side.meeting
    who, what = NEXT[meeting.state]
    where = meeting.place or "no place set"
    return (
        NowCell("State", meeting.when, where, status=status_of(meeting)),
        NowCell("Whose move", who.capitalize()),
        NowCell("Next", "", what),
    )


def item_row(side: Side, item: AgendaItem, *, may_work: bool) -> ItemRow:
    report = getattr(item, "report", None)
    return ItemRow(
        label=item.label,
        title=item.title,
        anchor=f"item-{item.pk}",
        line=f"{item.get_purpose_display()}, {item.minutes} minutes"
        + (f", {item.presented_by}" if item.presented_by else ""),
        facts=tuple(
            Fact(name, value)
            for name, value in (
                ("Part of the journey", item.theme),
                ("Fed by", "; ".join(item.inputs)),
                ("Expert speaker", item.speaker or ("not named yet" if item.theme else "")),
                ("Why", item.why),
                ("Outcome", item.outcome),
            )
            if value
        ),
        state=item.get_state_display(),
        report=report.drawn() if report else (),
        report_words=_report_words(report.as_at, report.frozen_on) if report else "",
        papers=tuple(_paper(side, paper) for paper in _standing(side, item)),
        forms=_item_forms(side, item) if may_work else (),
    )


def _report_words(as_at: object, frozen_on: object) -> str:
    words = f"Report, as at {day_words(as_at)}"  # type: ignore[arg-type]
    return f"{words}, frozen" if frozen_on else f"{words}, drawn again until the agenda is issued"


def _standing(side: Side, item: AgendaItem) -> list[Paper]:
    """Papers that no later version replaced, of this side only."""
    mine = [paper for paper in item.papers.all() if paper.restricted is side.restricted]
    gone = {paper.replaces_id for paper in mine}
    return [paper for paper in mine if paper.pk not in gone]


def _paper(side: Side, paper: Paper) -> PaperRow:
    note = f"{paper.length_words}, {day_words(paper.since)}"
    if paper.supplement:
        note = f"supplement, {note}"
    return PaperRow(side.link(str(paper), "paper", paper.pk), note)


def _item_forms(side: Side, item: AgendaItem) -> tuple[Link, ...]:
    state = side.meeting.state
    found = []
    if state == State.PLANNED:
        found.append(side.link(f"Change item {item.label}", "item", item.pk, "change"))
        found.append(side.link(f"Put item {item.label} elsewhere", "item", item.pk, "place"))
    if state in {*BEFORE, State.HELD}:
        found.append(side.link(f"Add a paper to item {item.label}", "item", item.pk, "add-paper"))
    return tuple(found)


TAKEN = TableSpec(
    caption="Decided, agreed and challenged",
    columns=[
        Column("kind", "Sort"),
        Column("text", "What", header=True),
        Column("who", "Whose"),
        Column("due", "By"),
        Column("item", "Item"),
    ],
    nothing="Nothing was decided, agreed or challenged yet.",
)


def _taken(items: Sequence[AgendaItem]) -> Table:
    rows = [
        Row(
            {
                "kind": note.get_kind_display(),
                "text": Cell(note.text, note=_where(note)),
                "who": note.owner.title if note.owner else "",
                "due": day_words(note.due_on) if note.due_on else "",
                "item": item.label,
            }
        )
        for item in items
        for note in item.notes.all()
        if note.kind != NoteKind.TEXT and not note.struck
    ]
    return plain_table(TAKEN, rows)


def _where(note: Note) -> str:
    if note.kind == NoteKind.ACTION:
        return "in the tracker" if note.action_id else "goes into the tracker with the draft"
    if note.kind == NoteKind.CHALLENGE:
        return note.taken_up or "goes into the challenge log with the draft"
    return ""


def _came(places: Sequence[Place]) -> tuple[Fact, ...]:
    said = attendance_of(places)
    return tuple(Fact(name, value) for name, value in said.items() if value)


def _forms(side: Side, *, may_work: bool, may_decide: bool) -> tuple[Link, ...]:
    """Where something can be done. The restricted part only has items, lines and minutes."""
    state = side.meeting.state
    found = []
    if may_work and state == State.HELD:
        found.append(side.link("Write minutes in the room", "room"))
    if may_work and side.restricted and state == State.PLANNED:
        found.append(side.link("Add an item", "do", "add-item"))
    if side.restricted:
        return tuple(found)
    if may_work and state in WAS_HELD - {State.MINUTES_APPROVED, State.PUBLISHED}:
        found.append(side.link("Write down who came", "came"))
    if may_work and state in BEFORE:
        fixed = side.meeting.starts_at is not None
        found.append(side.link("Move it", "do", "move") if fixed else
                     side.link("Give it its day", "do", "time"))  # fmt: skip
        found.append(side.link("Cancel it", "do", "cancel"))
    if may_work:
        found += [side.link(words, "do", form) for form, words in OFFERED.get(state, ())]
    if may_decide:
        found += [side.link(words, "do", form) for form, words in DECISIONS.get(state, ())]
    return tuple(found)


def _files(side: Side) -> tuple[Link, ...]:
    state = side.meeting.state
    found = []
    if state in WRITTEN_UP:
        found.append(side.link("Minutes", "minutes"))
        found.append(side.link("Minutes as PDF", "minutes_file", "pdf"))
        found.append(side.link("Minutes as Word", "minutes_file", "docx"))
    if state not in {State.PLANNED, State.CANCELLED}:
        words = "The whole pack with Part B" if side.restricted else "The pack as one PDF"
        found.append(side.link(words, "pack"))
        found.append(side.link("The pack to read on screen", "reading"))
    return tuple(found)


def _pack_words(papers: tuple[int, int]) -> str:
    count, pages = papers
    if not count:
        return "The pack has the agenda and its reports; no paper has come."
    held = f"{plural(count, 'paper')} of {plural(pages, 'page')} in all"
    return f"The pack takes in {held}, with one pagination."
