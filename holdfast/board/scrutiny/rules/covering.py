"""What a cover report must say, by the council's layout. Pure; the layouts are data.

Every field is filled, or says why it does not apply, or is missing. What is missing is named, and
a report that misses something is not finished. Nothing is left blank unnoticed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from holdfast.board.scrutiny import data
from holdfast.board.scrutiny.rules.words import Status
from holdfast.kernel.actions.reading import Field, open_text
from holdfast.kernel.records.moves import Move, StateTable

FORM = "holdfast report layouts 1"
LOCAL = "The partnership's own rule for its reports (L)"
DRAFT, FINISHED, APPROVED = "draft", "finished", "approved"
STATES = (DRAFT, FINISHED, APPROVED)
MISSING = "MISSING"

TABLE = StateTable(
    DRAFT,
    {
        "write": Move(frozenset({DRAFT}), DRAFT, LOCAL),
        "finish": Move(frozenset({DRAFT}), FINISHED, LOCAL),
        "approve": Move(frozenset({FINISHED}), APPROVED, LOCAL),
    },
)


class Kind(StrEnum):
    """What is written into a field. `given` is filled by Holdfast and can never be missing."""

    GIVEN = "given"
    TEXT = "text"
    WORDS = "words"
    LINES = "lines"
    TABLE = "table"
    DAY = "day"
    CHOICE = "choice"
    FIGURES = "figures"


class Part(StrEnum):
    HEAD = "head"
    BODY = "body"
    AUDIT = "audit"
    CONSULTED = "consulted"


@dataclass(frozen=True)
class Slot:
    """One field of a layout: where it stands, what it is called and what goes into it."""

    key: str
    label: str
    part: Part
    kind: Kind
    hint: str
    choices: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Layout:
    code: str
    name: str
    source: str
    status: Status
    slots: tuple[Slot, ...]

    def of(self, part: Part) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if slot.part is part)

    def slot(self, key: str) -> Slot | None:
        """Return a field that an author may write, or nothing."""
        mine = (s for s in self.slots if s.key == key and s.kind is not Kind.GIVEN)
        return next(mine, None)


@dataclass(frozen=True)
class Written:
    """What an author wrote into a field: a text, or why the field does not apply."""

    text: str = ""
    because: str = ""

    @property
    def missing(self) -> bool:
        return not (self.text.strip() or self.because.strip())


CONSULTED = {
    "Comments sought and included": ("Yes", "Yes"),
    "Comments sought and not included": ("Yes", "No"),
    "Comments not sought": ("No", "No"),
}
"""What can be said of a consulted officer, and the two columns that the councils' table prints."""


def written(words: Mapping[str, Mapping[str, str]], key: str) -> Written:
    found = words.get(key, {})
    return Written(found.get("text", ""), found.get("because", ""))


def missing(layout: Layout, words: Mapping[str, Mapping[str, str]]) -> tuple[Slot, ...]:
    """Return every field that is neither filled nor said not to apply, in the layout's order."""
    asked = (slot for slot in layout.slots if slot.kind is not Kind.GIVEN)
    return tuple(slot for slot in asked if written(words, slot.key).missing)


@lru_cache(maxsize=1)
def layouts() -> dict[str, Layout]:
    """Return the layouts that the product ships, by code."""
    return read_layouts(data.text_of(data.LAYOUTS), file=data.LAYOUTS)


def read_layouts(text: str, *, file: str) -> dict[str, Layout]:
    """Read a file of layouts. Raises BadFile with file, line, field and value."""
    top = open_text(text, file=file, form=FORM).group(must={"form", "layouts"})
    found = [_layout(item) for item in top["layouts"].items()]
    return {layout.code: layout for layout in found}


def _layout(item: Field) -> Layout:
    row = item.group(must={"code", "name", "source", "status", *(part.value for part in Part)})
    slots = [_slot(one, part) for part in Part for one in row[part.value].items()]
    doubled = {slot.key for slot in slots if [s.key for s in slots].count(slot.key) > 1}
    if doubled:
        item.fail(f"Give each field a key of its own: {', '.join(sorted(doubled))} stands twice.")
    return Layout(
        code=row["code"].text(most=20),
        name=row["name"].text(),
        source=row["source"].text(),
        status=Status(row["status"].one_of({one.value for one in Status}, "a status")),
        slots=tuple(slots),
    )


def _slot(item: Field, part: Part) -> Slot:
    row = item.group(must={"key", "label", "kind"}, may={"hint", "choices", "columns"})
    kind = Kind(row["kind"].one_of({one.value for one in Kind}, "a kind"))
    choices = row["choices"].texts() if "choices" in row else ()
    return Slot(
        key=row["key"].text(most=40),
        label=row["label"].text(most=120),
        part=part,
        kind=kind,
        hint=row["hint"].text() if "hint" in row else "",
        choices=tuple(CONSULTED) if part is Part.CONSULTED else choices,
        columns=row["columns"].texts() if "columns" in row else (),
    )


def cells(text: str, *, columns: int) -> tuple[tuple[str, ...], ...]:
    """
    Return the rows that an author wrote, one on each line with bars between the cells.

    >>> cells("1 | Priorities", columns=3)
    (('1', 'Priorities', ''),)
    """
    rows = [[cell.strip() for cell in line.split("|")] for line in text.splitlines()]
    written = [row for row in rows if any(row)]
    return tuple(tuple([*row, *[""] * columns][:columns]) for row in written)


def figure_lines(text: str) -> tuple[tuple[str, int], ...]:
    """
    Return the indicators that an author named with their years. Raises ValueError, a sentence.

    >>> figure_lines("CP08 2012")
    (('CP08', 2012),)
    """
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        words = line.split()
        if len(words) != 2 or not (words[1].isascii() and words[1].isdigit()):
            raise ValueError(f"“{line[:40]}”: write an indicator and a year, such as CP08 2012.")
        found.append((words[0].upper(), int(words[1][:4])))
    return tuple(found)


def why_unreadable(slot: Slot, text: str) -> str:
    """Return why a text cannot stand in a field, or nothing. An empty one is only missing."""
    if not text:
        return ""
    if slot.choices and text not in slot.choices:
        return f"{slot.label}: choose {', '.join(slot.choices[:-1])} or {slot.choices[-1]}."
    try:
        if slot.kind is Kind.DAY:
            date.fromisoformat(text)
        elif slot.kind is Kind.FIGURES:
            figure_lines(text)
    except ValueError as wrong:
        return f"{slot.label}: {wrong}" if slot.kind is Kind.FIGURES else f"{slot.label}: a day."
    return ""
