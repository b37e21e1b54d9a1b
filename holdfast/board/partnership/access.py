"""Who may do what to a body of the board.

The board's manager keeps bodies, seats and money; the chair may write too and decides on dates.
Members, lay members and the analyst read. A neighbouring board's officers find nothing.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "board body"
MEMBERS = (Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST)
READERS = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR, *MEMBERS})
KEPT_BY = {
    Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
    Role.BOARD_CHAIR: frozenset({Can.SEE, Can.WORK, Can.DECIDE}),
}
READ_BY = {role: frozenset({Can.SEE}) for role in MEMBERS}


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="BB",
            retention="board",
            at_home=KEPT_BY,
            in_area=READ_BY,
        )
    )
    nav.declare("The board", "partnership:bodies", roles=READERS, order=35)
