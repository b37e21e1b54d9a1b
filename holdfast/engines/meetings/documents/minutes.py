"""Minutes as plain blocks, then as PDF or Word. The page draws the same blocks."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from holdfast.engines.meetings.documents import setting
from holdfast.engines.meetings.rules.blocks import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Sources,
    Table,
)


@dataclass(frozen=True)
class Said:
    """One line of the room that the minutes print by its kind."""

    kind: str
    text: str
    who: str = ""
    due: str = ""
    where: str = ""


@dataclass(frozen=True)
class ItemSaid:
    label: str
    title: str
    text: str
    outcome: str
    said: tuple[Said, ...]
    addenda: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    title: str
    author: str
    facts: Mapping[str, str]
    blocks: tuple[Block, ...]
    on: date


SORTS = (
    ("decision", "Decided", ("Decision",)),
    ("action", "Actions", ("Action", "Owner", "By")),
    ("challenge", "Challenges", ("Challenge", "Put to", "Entry")),
)


def blocks_of(items: Iterable[ItemSaid]) -> tuple[Block, ...]:
    """Return what the minutes say, item by item: prose, then what was decided and promised."""
    found: list[Block] = []
    for item in items:
        found.append(Heading(f"{item.label}. {item.title}"))
        found += [Paragraph(part) for part in item.text.split("\n\n") if part.strip()]
        for kind, caption, head in SORTS:
            mine = [said for said in item.said if said.kind == kind]
            if mine:
                rows = tuple(_cells(said)[: len(head)] for said in mine)
                found.append(Table(f"{caption}, item {item.label}", head, rows))
        if not item.text.strip() and not item.said:
            found.append(Paragraph("Nothing was minuted."))
        found += [Paragraph(f"Addendum. {words}", strong=True) for words in item.addenda]
    return tuple(found)


def _cells(said: Said) -> tuple[str, ...]:
    return (said.text, said.who, said.due if said.kind == "action" else said.where)


def pdf(document: Document) -> bytes:
    """The minutes as tagged PDF (PDF/UA-1)."""
    return setting.compiled(
        "document",
        title=document.title,
        author=document.author,
        on=document.on,
        facts=setting.facts(document.facts),
        blocks=setting.blocks(document.blocks),
    )


def word(document: Document) -> bytes:
    """The minutes as a Word file with real headings and header rows that repeat."""
    made: Any = docx.Document()
    made.core_properties.title = document.title
    made.core_properties.author = document.author
    made.core_properties.language = "en-GB"
    made.add_heading(document.title, 0)
    for name, value in document.facts.items():
        if value:
            line = made.add_paragraph()
            line.add_run(f"{name}: ").bold = True
            line.add_run(value)
    for block in document.blocks:
        _add(made, block)
    held = io.BytesIO()
    made.save(held)
    return held.getvalue()


def _add(made: Any, block: Block) -> None:
    if isinstance(block, Heading):
        made.add_heading(block.text, 1)
    elif isinstance(block, Paragraph):
        made.add_paragraph().add_run(block.text).bold = block.strong or None
    elif isinstance(block, Table):
        _table(made, block)
    elif isinstance(block, Listing):
        for text in block.items:
            made.add_paragraph(text, style="List Bullet")
    elif isinstance(block, Sources):
        made.add_paragraph(f"Read from: {'; '.join(block.items)}.")


def _table(made: Any, block: Table) -> None:
    made.add_paragraph(block.caption, style="Caption").paragraph_format.keep_with_next = True
    table = made.add_table(rows=1, cols=len(block.head), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, block.head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    repeats = OxmlElement("w:tblHeader")
    repeats.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeats)  # noqa: SLF001  python-docx has no other way
    for row in block.rows:
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
