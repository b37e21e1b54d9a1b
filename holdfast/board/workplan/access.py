"""Who may do what to a work plan.

The board's manager keeps it, the chair answers for new dates, lay members read. A member from an
agency reads by a grant that names the seat's post. Nobody else has any right here, and a
neighbouring board's officers find nothing.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "work plan"
READERS = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR, Role.LAY_MEMBER})


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="WP",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
                Role.LAY_MEMBER: frozenset({Can.SEE}),
            },
            in_area={Role.LAY_MEMBER: frozenset({Can.SEE})},
        )
    )
    nav.declare("Work plan", "workplan:plans", roles=READERS, order=40)
