"""Who may do what to what young people said.

The board's manager keeps it, the chair may write too, the rest of the board and the analyst read.
A neighbouring board's officers find nothing.
"""

from holdfast.board.partnership.access import KEPT_BY, READ_BY, READERS
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Kind

KIND = "voice"


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="VO",
            retention="board",
            at_home=KEPT_BY,
            in_area=READ_BY,
        )
    )
    nav.declare("Voice", "voice:groups", roles=READERS, order=47, under="Work plan")
