"""Who may do what to what young people said.

The board's manager keeps it, the chair may write too, the rest of the board and the analyst read.
A neighbouring board's officers find nothing.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "voice"
MEMBERS = (Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST)
READERS = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR, *MEMBERS})


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="VO",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.WORK, Can.DECIDE}),
            },
            in_area={role: frozenset({Can.SEE}) for role in MEMBERS},
        )
    )
    nav.declare("Voice", "voice:groups", roles=READERS, order=47, under="Work plan")
