"""Who may do what with the board's meetings.

The manager keeps them, the chair decides and may write in the room, members read. A meeting's
restricted part is a record of another kind: rights at home open every section of a record, so what
some may not see cannot be a section. Others are let into it by a grant, post by post.
"""

from holdfast.board.desk.rules.seated import SEATED
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

YEAR = "board year"
MEETING = "board meeting"
PART = "restricted part of a meeting"

KEEPER = frozenset({Can.SEE, Can.WORK, Can.OPEN})
CHAIR = frozenset({Can.SEE, Can.WORK, Can.DECIDE})
AT_HOME = {Role.BOARD_MANAGER: KEEPER, Role.BOARD_CHAIR: CHAIR}
SEATS = (Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST)
READERS = frozenset({*AT_HOME, *SEATS})


def declare() -> None:
    reads = {role: frozenset({Can.SEE}) for role in SEATS}
    for name, prefix, in_area in ((YEAR, "BY", reads), (MEETING, "BM", reads), (PART, "BR", {})):
        gate.declare(
            Kind(name=name, prefix=prefix, retention="board", at_home=AT_HOME, in_area=in_area)
        )
    nav.declare("My seat", "desk:my_seat", roles=frozenset(SEATED), order=5)
    nav.declare("Meetings", "desk:meetings", roles=READERS, order=30)
