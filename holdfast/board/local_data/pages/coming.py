"""What taking a return in would keep, figure by figure, before it is taken in."""

from collections.abc import Iterable

from holdfast.board.local_data.extracts import Coming
from holdfast.kernel.ui.parts import over
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

SPEC = TableSpec(
    "What will be kept",
    (
        Column("measure", "Measure", header=True),
        Column("value", "Figure"),
        Column("held", "Held now"),
        Column("said", "What the partner says"),
    ),
    nothing="Nothing has been sent yet.",
)


def coming_table(rows: Iterable[Coming]) -> Table:
    return plain_table(
        SPEC,
        [
            Row(
                {
                    "measure": one.measure,
                    "value": _value(one),
                    "held": one.held or "nothing yet",
                    "said": one.commentary or "\N{EN DASH}",
                },
                marked=bool(one.wrong),
            )
            for one in rows
        ],
    )


def _value(one: Coming) -> Cell:
    """The figure, or why it cannot be kept with what was sent."""
    if one.wrong:
        return Cell(status=over(one.wrong), note=f"Sent: {one.value}")
    return Cell(one.value)
