"""The page of the overview: whose move it is, and the paper as it will be taken out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.section11.documents import Lines
from holdfast.board.section11.models import Cycle, Overview
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Link, NowCell, met, nothing, running
from holdfast.kernel.ui.tables import Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class Block:
    title: str
    texts: tuple[str, ...]
    table: Table | None


@dataclass(frozen=True)
class OverviewPage:
    title: str
    caption: str
    now: tuple[NowCell, ...]
    lead: str
    blocks: tuple[Block, ...]
    foot: str
    files: tuple[Link, ...]
    write: Link | None
    sign: str
    version: int

    @classmethod
    def of(
        cls, cycle: Cycle, last: Overview | None, lines: Lines, *, may_sign: bool, on: date
    ) -> "OverviewPage":
        at = [cycle.record.reference]
        draft = last is not None and last.signed_on is None
        words = "Write the view otherwise" if draft else "Write the view"
        return cls(
            title=lines.title,
            caption=lines.caption,
            now=_now(last),
            lead=lines.lead,
            blocks=tuple(
                Block(
                    one.title,
                    tuple(one.texts),
                    _table(one.title, one.head, one.rows) if one.rows else None,
                )
                for one in lines.sections
            ),
            foot=lines.foot,
            files=tuple(
                Link(words, reverse("section11:overview_file", args=[*at, form]))
                for form, words in {"pdf": "PDF", "docx": "Word"}.items()
            ),
            write=Link(words, reverse("section11:write_overview", args=at)) if may_sign else None,
            sign=reverse("section11:sign_overview", args=at) if may_sign and draft else "",
            version=last.version if last else 0,
        )


def _now(last: Overview | None) -> tuple[NowCell, ...]:
    if last is None:
        state = NowCell("State", "", "The figures are counted today.", status=nothing("No view"))
        return (state, NowCell("Whose move", "The chair: write a view"))
    if last.signed_on is None:
        text = f"Written {day_words(last.on)}. The figures are counted today."
        state = NowCell("State", "", text, status=running(f"Edition {last.number}, a draft"))
        return (state, NowCell("Whose move", "The chair: read it and sign it"))
    signed = f"Signed {day_words(last.signed_on)} by the {last.by.title}."
    return (
        NowCell("State", "", signed, status=met(f"Edition {last.number}, signed")),
        NowCell("Whose move", "Nobody"),
        NowCell("Frozen", f"SHA-256 {last.digest[:12]}…", "What it prints never changes."),
    )


def _counts(rows: Sequence[Sequence[str]], place: int) -> bool:
    return all(row[place].isdigit() for row in rows)


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
    columns = [
        Column(str(n), words, header=n == 0, numeric=n > 0 and _counts(rows, n))
        for n, words in enumerate(head)
    ]
    cells = [Row({str(n): cell for n, cell in enumerate(row)}) for row in rows]
    return plain_table(TableSpec(title, columns), cells)
