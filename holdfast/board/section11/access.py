"""Who may do what to a section 11 cycle.

The board's manager keeps it. The chair and the members of the board read it, and decide where
they sit on its panel; lay members and the analyst read. An agency's authors need no right here:
they write their own return, which is an information request of their agency's.
"""

from holdfast.engines.asks.access import Purpose, declare_purpose
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "section 11 cycle"
READERS = frozenset(
    {Role.BOARD_MANAGER, Role.BOARD_CHAIR, Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST}
)
PURPOSE = "section-11"


def declare() -> None:
    see, decide = frozenset({Can.SEE}), frozenset({Can.SEE, Can.DECIDE})
    gate.declare(
        Kind(
            name=KIND,
            prefix="SX",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.BOARD_CHAIR: decide,
            },
            in_area={
                Role.BOARD_MEMBER: decide,
                Role.LAY_MEMBER: see,
                Role.ANALYST: see,
            },
        )
    )
    declare_purpose(Purpose(PURPOSE, "Section 11 self-assessment", link_allowed=True))
    nav.declare("Section 11", "section11:cycles", roles=READERS, order=48, under="The board")
