"""The lay members: term, mentor, induction, agreement, review, and when to advertise again."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.partnership.extracts import SeatRow
from holdfast.board.partnership.models import LayTerm, Seat
from holdfast.board.partnership.pages.body import held_status
from holdfast.board.partnership.pages.days import span
from holdfast.board.partnership.pages.seat import review_words
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

LAY = TableSpec(
    caption="Lay members' terms",
    columns=(
        Column("title", "Lay member", header=True),
        Column("held", "Now"),
        Column("term", "Term"),
        Column("mentor", "Mentor"),
        Column("induction", "Induction"),
        Column("agreement", "Agreement signed"),
        Column("review", "Review"),
        Column("readvertise", "Advertise again"),
    ),
    nothing="No lay member sits on the board today. A board has two.",
)


@dataclass(frozen=True)
class LayPage:
    table: Table
    back: Link

    @classmethod
    def of(cls, seats: Sequence[Seat], rows: Sequence[SeatRow], *, on: date) -> "LayPage":
        by_id = {seat.pk: seat for seat in seats}
        mine: dict[int, list[SeatRow]] = defaultdict(list)
        for row in rows:
            mine[row.post].append(row)
        return cls(
            table=plain_table(
                LAY, [_row(_first(by_id, found), found, by_id, on=on) for found in mine.values()]
            ),
            back=Link("The board", reverse("partnership:bodies")),
        )


def _first(by_id: Mapping[int, Seat], rows: Sequence[SeatRow]) -> SeatRow:
    """Return the seat that keeps the term, or the first where none does yet."""
    kept = [row for row in rows if getattr(by_id[row.id], "lay_term", None)]
    return next(iter(kept or rows))


def _row(row: SeatRow, rows: Sequence[SeatRow], by_id: Mapping[int, Seat], *, on: date) -> Row:
    """One lay member, with every body on which the post sits."""
    term: LayTerm | None = getattr(by_id[row.id], "lay_term", None)
    inductions = [one for other in rows for one in by_id[other.id].inductions.all()]
    held = sorted(one.held_on for one in inductions if one.held_on <= on)
    return Row(
        {
            "title": Cell(
                row.title,
                url=reverse("partnership:seat", args=[row.reference, row.id]),
                note="; ".join(other.body_name for other in rows),
            ),
            "held": Cell(status=held_status(row)),
            "term": span(term.starts_on, term.ends_on) if term else "not recorded",
            "mentor": term.mentor.post.title if term and term.mentor else "none named",
            "induction": day_words(held[-1]) if held else "none recorded",
            "agreement": _day(term.agreement_signed_on if term else None, "not recorded"),
            "review": review_words(term) if term else "no date",
            "readvertise": _day(term.readvertise_on if term else None, "no date"),
        },
        marked=row.vacant,
    )


def _day(day: date | None, missing: str) -> str:
    return day_words(day) if day else missing
