"""Who may do what to a work plan, a challenge and a risk.

The board's manager keeps all three. The chair answers for new dates, closes challenges and may
write in both registers. Members and lay members read; the analyst reads challenges and risks,
which are about figures. The post that a challenge is put to may answer it, and a lay member may
put one: the verbs ask. Nobody else has any right here, and a neighbouring board's officers find
nothing. An agency without a seat reads a plan by a grant that names its post.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.directory.words import Role, Sector

KIND = "work plan"
CHALLENGE = "challenge"
RISK = "risk"
SEES = frozenset({Can.SEE})
KEEPS = frozenset({Can.SEE, Can.WORK, Can.OPEN})
READERS = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR, Role.BOARD_MEMBER, Role.LAY_MEMBER})
QUESTIONERS = READERS | {Role.ANALYST}
KEEPERS = frozenset({Role.BOARD_MANAGER, Role.BOARD_CHAIR})


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="WP",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: KEEPS,
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
                Role.LAY_MEMBER: SEES,
            },
            in_area={Role.BOARD_MEMBER: SEES, Role.LAY_MEMBER: SEES},
        )
    )
    gate.declare(
        Kind(
            name=CHALLENGE,
            prefix="CH",
            retention="board",
            at_home={Role.BOARD_MANAGER: KEEPS, Role.BOARD_CHAIR: KEEPS | {Can.DECIDE}},
            in_area={
                Role.BOARD_MEMBER: SEES,
                Role.LAY_MEMBER: SEES | {Can.OPEN},
                Role.ANALYST: SEES,
            },
        )
    )
    gate.declare(
        Kind(
            name=RISK,
            prefix="RK",
            retention="board",
            at_home={Role.BOARD_MANAGER: KEEPS, Role.BOARD_CHAIR: KEEPS | {Can.DECIDE}},
            in_area={Role.BOARD_MEMBER: SEES, Role.LAY_MEMBER: SEES, Role.ANALYST: SEES},
        )
    )
    nav.declare("Work plan", "workplan:plans", roles=READERS, order=40)
    nav.declare(
        "Challenges", "workplan:challenges", roles=QUESTIONERS, order=45, under="Work plan"
    )
    nav.declare("Risks", "workplan:risks", roles=QUESTIONERS, order=46, under="Work plan")


def board_of(post: Post) -> Agency:
    """Return the agency that keeps the board's registers in a post's area: the board's own."""
    boards = Agency.objects.filter(area=post.agency.area_id, sector=Sector.BOARD.value)
    return boards.order_by("pk").first() or post.agency


def keeps(post: Post) -> bool:
    """Say whether a post's role keeps the registers. The gate is asked again for each record."""
    return Role(post.role) in KEEPERS
