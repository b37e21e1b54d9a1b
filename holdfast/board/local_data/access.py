"""Who reads the scorecard, and who may do what to the partners' quarterly figures.

Everybody with a seat at the board reads. A neighbouring board's officers find nothing.
"""

from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.rules.asking import purpose_of
from holdfast.engines.asks.access import Purpose, declare_purpose
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "local data"
READERS = (
    Role.BOARD_MANAGER,
    Role.BOARD_CHAIR,
    Role.BOARD_MEMBER,
    Role.LAY_MEMBER,
    Role.ANALYST,
)


def declare() -> None:
    see, work = frozenset({Can.SEE}), frozenset({Can.SEE, Can.WORK})
    gate.declare(
        Kind(
            name=KIND,
            prefix="LD",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN, Can.DECIDE}),
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
                Role.LAY_MEMBER: see,
            },
            in_area={Role.ANALYST: work, Role.BOARD_MEMBER: see, Role.LAY_MEMBER: see},
        )
    )
    for one in measure_sets().values():
        words = f"Quarterly figures: {one.title.lower()}"
        declare_purpose(Purpose(purpose_of(one.key), words, link_allowed=True))
    seats = frozenset(READERS)
    nav.declare("Scorecard", "local_data:scorecard", roles=seats, order=38, under="Figures")
    nav.declare("Partners' figures", "local_data:local", roles=seats, order=39, under="Figures")
