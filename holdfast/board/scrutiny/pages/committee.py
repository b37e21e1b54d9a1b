"""A committee: what it resolved and how that was answered, what it asked, who gets copies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from holdfast.board.scrutiny.extracts import PartRow, ResolutionRow
from holdfast.board.scrutiny.models import Committee, Sitting
from holdfast.board.scrutiny.pages import marks
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.board.scrutiny.rules.words import Standing
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.words import in_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link, Status
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

PARTS = [
    Column("text", "What it asks for", header=True),
    Column("standing", "Answered?"),
    Column("answers", "What was done"),
    Column("who", "Whose move"),
    Column("act", "Write"),
]
SITTINGS = TableSpec(
    "Sittings that we report to",
    [
        Column("day", "Day", header=True),
        Column("item", "Our item"),
        Column("resolved", "Resolved"),
        Column("reports", "Our reports"),
    ],
    nothing="No sitting is planned.",
)
QUESTIONS = TableSpec(
    "Questions and answers, by role",
    [
        Column("text", "Asked", header=True),
        Column("by", "By"),
        Column("reply", "Answer"),
        Column("where", "Paragraph"),
    ],
    nothing="No question is kept.",
)
COPIES = TableSpec(
    "Who gets copies",
    [Column("readers", "Readers, by role", header=True), Column("number", "Copies", numeric=True)],
    nothing="No list is kept.",
)


@dataclass(frozen=True)
class ResolutionBlock:
    head: str
    text: str
    owner: str
    due: str
    status: Status
    parts: Table


@dataclass(frozen=True)
class CommitteePage:
    title: str
    caption: str
    said: str
    resolutions: tuple[ResolutionBlock, ...]
    sittings: Table
    questions: Table
    copies: tuple[Table, ...]
    forms: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        committee: Committee,
        rows: Sequence[ResolutionRow],
        sittings: Sequence[Sitting],
        *,
        may_work: bool,
    ) -> "CommitteePage":
        reference = committee.record.reference
        return cls(
            title=committee.name,
            caption=f"{in_words(committee.kind)}, {reference}",
            said=_in_short(rows),
            resolutions=tuple(_block(row, may_work=may_work) for row in rows),
            sittings=plain_table(SITTINGS, [_sitting(one) for one in reversed(sittings)]),
            questions=plain_table(QUESTIONS, _questions(sittings)),
            copies=_copies(committee),
            forms=_forms(reference) if may_work else (),
        )


def _in_short(rows: Sequence[ResolutionRow]) -> str:
    if not rows:
        return "Nothing that it resolved is kept here."
    counts = [sum(1 for row in rows if row.standing is one) for one in Standing]
    return (
        f"{plural(len(rows), 'resolution')}: {counts[0]} answered, {counts[1]} partly answered, "
        f"{counts[2]} not answered at all."
    )


def _block(row: ResolutionRow, *, may_work: bool) -> ResolutionBlock:
    paragraph = f", paragraph {row.paragraph}" if row.paragraph else ""
    source = f" Source: {row.source}." if row.source else ""
    spec = TableSpec(f"What resolution {row.number} of {on_day(row.resolved_on)} asks for", PARTS)
    parts = [_part(row, part, may_work=may_work) for part in row.parts]
    return ResolutionBlock(
        head=f"Resolution {row.number} of {on_day(row.resolved_on)}",
        text=f"{row.text}{paragraph}.{source}".replace(".,", ",").replace("..", "."),
        owner=row.owner or "Nobody is named",
        due=on_day(row.due_on) if row.due_on else "No sitting is named",
        status=marks.standing(row.standing),
        parts=plain_table(spec, parts),
    )


def _part(row: ResolutionRow, part: PartRow, *, may_work: bool) -> Row:
    done = [f"{one.what} ({one.dated.words}; {one.source})" for one in part.answers]
    url = reverse("scrutiny:answer", args=[row.reference, part.pk])
    return Row(
        {
            "text": part.text,
            "standing": Cell(status=marks.standing(part.standing)),
            "answers": ". ".join(done) or "Nothing is recorded",
            "who": part.whose_move,
            "act": Cell(f"Answer part {part.number}", url) if may_work else "",
        }
    )


def _sitting(one: Sitting) -> Row:
    called = f"As the {one.named}" if one.named else ""
    reports = list(one.reports.all())
    first = reports[0] if reports else None
    url = reverse("scrutiny:report", args=[first.record.reference]) if first else ""
    return Row(
        {
            "day": Cell(on_day(one.held_on), note=called),
            "item": one.item,
            "resolved": str(len(one.resolutions.all())),
            "reports": Cell(first.title, url) if first else "None",
        }
    )


def _questions(sittings: Sequence[Sitting]) -> list[Row]:
    found = []
    for sitting in sittings:
        for asked in sitting.questions.all():
            replies = [
                f"{reply.text} ({reply.answered_by}, {day_words(reply.given_on)})"
                for reply in asked.replies.all()
            ]
            cells: dict[str, Cell | str] = {
                "text": asked.text,
                "by": Cell(asked.asked_by, note=on_day(sitting.held_on)),
                "reply": " ".join(replies) or "No answer is kept",
                "where": asked.paragraph or "not known",
            }
            found.append(Row(cells))
    return found


def _copies(committee: Committee) -> tuple[Table, ...]:
    tables = []
    for year, group in groupby(committee.copies.all(), key=lambda one: one.year):
        mine = list(group)
        total = sum(one.number for one in mine)
        rows = [Row({"readers": one.readers, "number": str(one.number)}) for one in mine]
        rows.append(Row({"readers": "Total", "number": Cell(str(total), strong=True)}))
        tables.append(plain_table(TableSpec(f"Who gets copies, {year}", COPIES.columns), rows))
    return tuple(tables)


def _forms(reference: str) -> tuple[Link, ...]:
    offered = {
        "sitting": "Add a sitting",
        "resolve": "Write down a resolution",
        "question": "Write down a question",
        "draft": "Draft a report",
    }
    return tuple(
        Link(words, reverse(f"scrutiny:{name}", args=[reference]))
        for name, words in offered.items()
    )
