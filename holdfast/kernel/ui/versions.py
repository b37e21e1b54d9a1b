"""Two people wrote at once: both versions, side by side, where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.kernel.ui.tables import Column, Row, Table, TableSpec, plain_table


@dataclass(frozen=True)
class Both:
    """One thing as somebody else saved it, and as it stands in the form."""

    what: str
    theirs: str
    yours: str


def both_versions(both: Iterable[Both], *, by: str = "somebody else") -> Table:
    """Lay them beside each other. What both wrote alike is left out; an empty one is a dash."""
    spec = TableSpec(
        caption=f"Both versions, where they differ. Theirs: saved by {by}",
        columns=(
            Column("what", "What", header=True),
            Column("theirs", "Theirs"),
            Column("yours", "Yours"),
        ),
        nothing="You both wrote the same.",
    )
    rows = [
        Row({"what": one.what, "theirs": one.theirs or "–", "yours": one.yours or "–"})
        for one in both
        if one.theirs.strip() != one.yours.strip()
    ]
    return plain_table(spec, rows)
