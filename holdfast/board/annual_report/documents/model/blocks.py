"""What a report is made of: words, figures and the blocks that hold them."""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Strong:
    words: str


@dataclass(frozen=True)
class Ref:
    """A number in the text: which figure it is, and how it is printed here."""

    figure: str
    shown: str
    strong: bool = False


Inline = str | Strong | Ref
Parts = tuple[Inline, ...]


@dataclass(frozen=True)
class Figure:
    """
    One value with everything it carries, as words fit to print.

    `indicator`, `item` and `year` name its page in the product, if it has one.
    """

    id: str
    indicator: str
    item: str
    year: int
    name: str
    means: str
    shown: str
    value: str
    state: str
    as_at: str
    release: str
    release_title: str
    published_on: str
    status: str
    file: str
    row: str
    column: str
    original: str
    numerator: str = ""
    denominator: str = ""
    change: str = ""
    rank: str = ""
    definition: str = ""

    def source(self) -> str:
        """Where the figure was read, in one line: `SFR27-2012, row 12, CINAt310312`."""
        return ", ".join(filter(None, [self.release, self.row and f"row {self.row}", self.column]))


@dataclass(frozen=True)
class Paragraph:
    parts: Parts
    small: bool = False


@dataclass(frozen=True)
class Note:
    """A paragraph the reader must not miss, with a bar beside it."""

    parts: Parts


@dataclass(frozen=True)
class ListBlock:
    items: tuple[Parts, ...]


@dataclass(frozen=True)
class Column:
    heading: str
    numeric: bool = False
    pale: bool = False


@dataclass(frozen=True)
class Cell:
    parts: Parts
    under: str = ""


@dataclass(frozen=True)
class Row:
    header: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Group:
    """Rows of a table under one heading; an untitled group is a plain table's body."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Table:
    """`named_above` says that the heading above names it: a screen need not show the caption."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    note: Parts = ()
    named_above: bool = False


@dataclass(frozen=True)
class Bar:
    label: str
    value: str
    shown: str
    strong: bool = False


@dataclass(frozen=True)
class BarChart:
    title: str
    finding: str
    unit: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Pair:
    label: str
    before: str
    after: str
    shown: str


@dataclass(frozen=True)
class PairChart:
    title: str
    finding: str
    unit: str
    before: str
    after: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True)
class Settled:
    """How a named post settled a disagreement: what the board prints from now on, and why."""

    words: str
    reason: str
    post: str
    on: str


@dataclass(frozen=True)
class Disagreement:
    """What the printed report said beside what was published, until a named post settles it."""

    key: str
    number: int
    title: str
    parts: Parts
    proposed: str
    holder: str
    settled: Settled | None = None


@dataclass(frozen=True)
class Shown:
    """What shows that something changed: what, how it is known, on which day, held where."""

    changed: str
    how: str
    when: str
    source: str


@dataclass(frozen=True)
class ActivityBlock:
    """Something that was done. `mark` is printed where nothing shows that it changed anything."""

    parts: Parts
    source: str
    shown: tuple[Shown, ...] = ()
    mark: str = ""


Block = Paragraph | Note | ListBlock | Table | BarChart | PairChart | Disagreement | ActivityBlock


def plain(parts: Parts) -> str:
    """The same words without marks, for labels and for formats that have none."""
    return "".join(
        part if isinstance(part, str) else part.words if isinstance(part, Strong) else part.shown
        for part in parts
    )


def refs_in(block: Block) -> Iterator[Ref]:
    """Every reference to a figure that a block makes."""
    for parts in _parts_of(block):
        yield from (part for part in parts if isinstance(part, Ref))


def words_in(block: Block) -> Iterator[str]:
    """Every run of words in a block, without marks."""
    yield from (plain(parts) for parts in _parts_of(block))


def _parts_of(block: Block) -> Iterator[Parts]:
    if isinstance(block, Paragraph | Note | Disagreement | ActivityBlock):
        yield block.parts
    elif isinstance(block, ListBlock):
        yield from block.items
    elif isinstance(block, Table):
        for group in block.groups:
            for row in group.rows:
                yield from (cell.parts for cell in row.cells)
        yield block.note
