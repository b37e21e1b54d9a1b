"""Who may do what to an edition of the annual report. No child is in one."""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "annual report"

RIGHTS = {
    Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
    Role.ANALYST: frozenset({Can.SEE, Can.WORK}),
    Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
    Role.LAY_MEMBER: frozenset({Can.SEE}),
}


def declare() -> None:
    gate.declare(Kind(name=KIND, prefix="AR", retention="board", at_home={}, in_area=RIGHTS))
    nav.declare("Annual report", "annual_report:list", roles=frozenset(RIGHTS), order=60)
