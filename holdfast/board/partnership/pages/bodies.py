"""The board as a drawn tree: which body reports to which, who chairs it, what to put right."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.partnership.extracts import BodyRow, SeatRow
from holdfast.board.partnership.pages.days import RegimeSaid, day_filter, regime_said, span
from holdfast.board.partnership.pages.findings import found_in
from holdfast.board.partnership.rules.regime import Regime
from holdfast.board.partnership.rules.words import KIND_WORDS, BodyKind, Capacity
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Filter, Link


@dataclass(frozen=True)
class Branch:
    """A body in the tree, with what reports to it."""

    link: Link
    kind: str
    chair: str
    seats: str
    until: str
    groups: "tuple[Branch, ...]"


@dataclass(frozen=True)
class ToMend:
    link: Link
    words: str


@dataclass(frozen=True)
class BodiesPage:
    as_at: str
    regime: RegimeSaid
    tree: tuple[Branch, ...]
    count: str
    mend: tuple[ToMend, ...]
    vacant: tuple[ToMend, ...]
    ended: tuple[Branch, ...]
    filters: tuple[Filter, ...]
    beside: tuple[Link, ...]
    write: tuple[Link, ...]

    @classmethod
    def of(
        cls,
        rows: Sequence[BodyRow],
        seats: Sequence[SeatRow],
        *,
        regime: Regime,
        on: date,
        today: date,
        may_open: bool,
    ) -> "BodiesPage":
        """`rows` are all bodies ever; `seats` those of the day asked about."""
        here = [row for row in rows if _exists(row, on)]
        by_body: dict[str, list[SeatRow]] = defaultdict(list)
        for seat in seats:
            by_body[seat.reference].append(seat)
        days = [day for row in rows for day in (row.starts_on, row.ends_on)]
        top = next(iter(here), None)
        return cls(
            as_at=day_words(on),
            regime=regime_said(regime, on=on),
            tree=_branches(here, by_body, above=""),
            count=_count(here),
            mend=tuple(
                ToMend(_link(row), found.words)
                for row in here
                for found in found_in(row, by_body[row.reference], regime=regime)
            ),
            vacant=tuple(
                ToMend(
                    Link(seat.title, reverse("partnership:seat", args=[seat.reference, seat.id])),
                    f"{seat.body_name}, for {seat.agency_name}",
                )
                for seat in seats
                if seat.vacant
            ),
            ended=tuple(_branch(row, (), ()) for row in rows if row.ends_on and row.ends_on < on),
            filters=(day_filter(days, on=on, today=today),),
            beside=_beside(top),
            write=_write() if may_open else (),
        )


def _exists(row: BodyRow, on: date) -> bool:
    started = row.starts_on is None or row.starts_on <= on
    return started and (row.ends_on is None or row.ends_on >= on)


def _branches(
    rows: Sequence[BodyRow], seats: Mapping[str, Sequence[SeatRow]], *, above: str
) -> tuple[Branch, ...]:
    """Return the bodies that report to one, each with its own. One whose parent is gone is top."""
    codes = {row.code for row in rows}
    mine = [r for r in rows if (r.reports_to if r.reports_to in codes else "") == above]
    return tuple(
        _branch(row, seats.get(row.reference, ()), _branches(rows, seats, above=row.code))
        for row in mine
    )


def _branch(row: BodyRow, seats: Sequence[SeatRow], groups: tuple[Branch, ...]) -> Branch:
    chairs = [seat.title for seat in seats if seat.capacity is Capacity.CHAIR]
    vacant = sum(1 for seat in seats if seat.vacant)
    words = plural(len(seats), "seat") if seats else "no seats recorded"
    return Branch(
        link=_link(row),
        kind=_kind(row),
        chair=" and ".join(chairs),
        seats=f"{words}, {vacant} vacant" if vacant else words,
        until=span(row.starts_on, row.ends_on) if row.ends_on else "",
        groups=groups,
    )


def _kind(row: BodyRow) -> str:
    """Say what a body is, unless its name does."""
    said = KIND_WORDS[row.kind].casefold() in row.name.casefold()
    return "" if said or row.kind is BodyKind.BOARD else KIND_WORDS[row.kind]


def _link(row: BodyRow) -> Link:
    return Link(row.name, reverse("partnership:body", args=[row.reference]))


def _count(rows: Sequence[BodyRow]) -> str:
    groups = sum(1 for r in rows if r.kind in {BodyKind.SUB_GROUP, BodyKind.TASK_AND_FINISH})
    panels = sum(1 for row in rows if row.kind is BodyKind.PANEL)
    others = len(rows) - groups - panels
    words = [f"{others} of the board itself", plural(groups, "group"), plural(panels, "panel")]
    return f"{plural(len(rows), 'body', 'bodies')}: {', '.join(words)}"


def _beside(top: BodyRow | None) -> tuple[Link, ...]:
    found = [Link("Lay members", reverse("partnership:lay_members"))]
    if top:
        found += [
            Link("Money", reverse("partnership:money", args=[top.reference])),
            Link("Linked bodies", reverse("partnership:links", args=[top.reference])),
        ]
    return (*found, Link("Sets of bodies that are shipped", reverse("partnership:sets")))


def _write() -> tuple[Link, ...]:
    return (Link("Open a body", reverse("partnership:open")),)
