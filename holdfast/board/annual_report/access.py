"""Who may do what to an edition of the annual report. No child is in one."""

from holdfast.board.annual_report.rules.statement import PURPOSE
from holdfast.engines.asks.access import Purpose, declare_purpose
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "annual report"

RIGHTS = {
    Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
    Role.ANALYST: frozenset({Can.SEE, Can.WORK}),
    Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
    Role.BOARD_MEMBER: frozenset({Can.SEE}),
    Role.LAY_MEMBER: frozenset({Can.SEE}),
}


STATEMENT = Purpose(PURPOSE, "Statement for the annual report", link_allowed=True)


def declare() -> None:
    declare_purpose(STATEMENT)
    gate.declare(Kind(name=KIND, prefix="AR", retention="board", at_home={}, in_area=RIGHTS))
    nav.declare("Annual report", "annual_report:list", roles=frozenset(RIGHTS), order=60)
