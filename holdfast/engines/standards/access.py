"""Who may read, write and approve a framework.

The board's manager writes an edition, the chair approves it, and everybody who works to it reads
it. Grades are no business of this file: they stand under the record of the room that asked.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "framework"
READERS = frozenset(
    {
        *{Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST, Role.OFFICER, Role.SOCIAL_WORKER},
        *{Role.LADO, Role.POLICE_OFFICER, Role.HEALTH, Role.HEAD_TEACHER},
    }
)


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="FW",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
            },
            in_area={role: frozenset({Can.SEE}) for role in READERS},
        )
    )
    nav.declare("Standards", "standards:frameworks", roles=AT_TOP, order=49, under="The board")
    nav.declare("Thresholds", "standards:thresholds", roles=THRESHOLDS_AT_TOP, order=50)


LIBRARY = (
    *(Role.BOARD_MANAGER, Role.BOARD_CHAIR, Role.BOARD_MEMBER),
    *(Role.LAY_MEMBER, Role.ANALYST),
)
"""Who opens the evidence library. What it lists stands under records that the post may see."""

AT_TOP = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR, Role.BOARD_MEMBER})
THRESHOLDS_AT_TOP = frozenset(
    {Role.SOCIAL_WORKER, Role.HEAD_TEACHER, Role.HEALTH, Role.POLICE_OFFICER}
)
HERE = tuple(Role)
"""The threshold document is for every post of the area."""
