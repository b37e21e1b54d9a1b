"""One quarter: who was asked and answered, every figure with its commentary, what is small."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.extracts import AskedRow, LocalCell, LocalRow
from holdfast.board.local_data.models import Collection, HandDraft
from holdfast.board.local_data.pages import words
from holdfast.engines.asks.extracts import rate_of
from holdfast.engines.asks.rules.states import State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Link, NowCell
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class FigureWords:
    """One figure of the quarter, as its line of the table says it."""

    measure: str
    value: Cell
    before: str
    talked: str
    commentary: str
    source: str
    publication: str
    release: Link | None


@dataclass(frozen=True)
class AgencyFigures:
    agency: str
    set_title: str
    figures: tuple[FigureWords, ...]


@dataclass(frozen=True)
class QuarterPage:
    heading: str
    caption: str
    warning: str
    now: tuple[NowCell, ...]
    asked: Table
    take_in: tuple[Link, ...]
    agencies: tuple[AgencyFigures, ...]
    links: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        collection: Collection,
        rows: Sequence[LocalRow],
        asked: Sequence[AskedRow],
        *,
        drafts: Sequence[HandDraft],
        may_work: bool,
        may_decide: bool,
        demo: bool,
        on: date,
    ) -> "QuarterPage":
        reference = collection.record.reference
        ask = Link("Ask partners", reverse("local_data:ask_partners", args=[reference]))
        by_hand = Link("Type figures by hand", reverse("local_data:choose", args=[reference]))
        return cls(
            heading=f"Partners' own figures, {collection.quarter.words}",
            caption=f"{reference}. {day_words(collection.quarter.starts_on)} to "
            f"{day_words(collection.quarter.ends_on)}",
            warning=words.warning(demo=demo),
            now=_now(rows, asked, on=on),
            asked=_asked(asked, linked=may_work or may_decide),
            take_in=_take_in(reference, asked) if may_work else (),
            agencies=tuple(_agencies(rows, may_decide=may_decide)),
            links=(ask, by_hand, *_drafts(reference, drafts)) if may_work else (),
        )


def _drafts(reference: str, drafts: Sequence[HandDraft]) -> tuple[Link, ...]:
    """The reader's own drafts of figures typed by hand, to go on with."""
    return tuple(
        Link(
            f"Go on with your draft: {one.agency.name}, {measure_sets()[one.set_key].title}",
            reverse("local_data:type", args=[reference, one.agency_id, one.set_key]),
        )
        for one in drafts
    )


def _now(rows: Sequence[LocalRow], asked: Sequence[AskedRow], *, on: date) -> tuple[NowCell, ...]:
    waiting = [one.row.agency for one in asked if one.row.state is State.SENT]
    late = [one.row.agency for one in asked if one.row.days_late and not one.row.sent_on]
    small = [row for row in rows if row.last.small and not row.last.released]
    moved = [row for row in rows if row.last.talked]
    rate = rate_of([one.row for one in asked], on=on)
    return (
        NowCell("Returned", rate.words, f"{len(late)} late and still to come" if late else ""),
        NowCell(
            "Whose move",
            "The board's" if waiting else "The partners'" if rate.missing else "Nobody's",
            f"To take in: {', '.join(waiting)}" if waiting else "",
        ),
        NowCell(
            "To talk about",
            f"{len(moved)} of {len(rows)} measures",
            f"{len(small)} small numbers are kept back from publication" if small else "",
        ),
    )


def _asked(asked: Sequence[AskedRow], *, linked: bool) -> Table:
    spec = TableSpec(
        caption="Who was asked, and what came",
        columns=(
            Column("agency", "Partner", header=True),
            Column("state", "Return"),
            Column("due", "Due"),
            Column("move", "Whose move"),
            Column("why", "Why late"),
        ),
        nothing="Nobody was asked for this quarter through Holdfast.",
    )
    return plain_table(
        spec,
        [
            Row(
                {
                    "agency": Cell(
                        one.row.agency,
                        reverse("asks:request", args=[one.row.reference]) if linked else "",
                        note=f"{one.row.reference}, {one.set_title}",
                    ),
                    "state": Cell(status=words.state(one.row)),
                    "due": Cell(
                        day_words(one.row.due_on),
                        note=f"moved {one.row.times_moved} times" if one.row.times_moved else "",
                    ),
                    "move": one.row.whose_move,
                    "why": one.row.why_late or "\N{EN DASH}",
                }
            )
            for one in asked
        ],
    )


def _take_in(reference: str, asked: Sequence[AskedRow]) -> tuple[Link, ...]:
    return tuple(
        Link(
            f"Take in the return of {one.row.agency}",
            reverse("local_data:take_in", args=[reference, one.row.reference]),
        )
        for one in asked
        if one.row.state is State.SENT
    )


def _agencies(rows: Sequence[LocalRow], *, may_decide: bool) -> list[AgencyFigures]:
    keys = dict.fromkeys((row.agency, row.set_title) for row in rows if row.last.figure)
    return [
        AgencyFigures(
            agency=agency,
            set_title=title,
            figures=tuple(
                _figure(row, may_decide=may_decide)
                for row in rows
                if (row.agency, row.set_title) == (agency, title) and row.last.figure
            ),
        )
        for agency, title in keys
    ]


def _figure(row: LocalRow, *, may_decide: bool) -> FigureWords:
    cell = row.last
    release = None
    if may_decide and cell.small and not cell.released:
        url = reverse("local_data:release", args=[cell.reference, cell.figure])
        release = Link(f"Release {cell.value.words}: {row.measure.name}", url)
    version = f", version {cell.version}" if cell.version > 1 else ""
    return FigureWords(
        measure=row.measure.name,
        value=words.figure(cell),
        before=cell.before.words,
        talked=cell.talked,
        commentary=cell.commentary,
        source=f"{cell.source}{version}",
        publication=_publication(cell),
        release=release,
    )


def _publication(cell: LocalCell) -> str:
    if cell.released_on is not None:
        day = day_words(cell.released_on)
        return f"Released by the {cell.released_by}, {day}: {cell.released}"
    return "Suppressed: from 1 to 5, or all but so few" if cell.small else "As it is"
