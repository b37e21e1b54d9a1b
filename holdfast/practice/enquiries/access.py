"""Who calls, holds and reads a strategy discussion. Partners read the meeting by a grant."""

from holdfast.engines.asks.access import Purpose, declare_purpose
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.words import Role

KIND = "strategy"
PREPARE = Purpose("strategy-discussion", "To prepare a strategy discussion", link_allowed=False)
"""Why agencies are asked about a child before one is held."""

STORY, MEETING = "story", "meeting"
MANAGERS = frozenset({Role.MASH_MANAGER, Role.TEAM_MANAGER})
ROOM = MANAGERS | {Role.MASH_WORKER}
INVITED = frozenset(
    {
        Role.SOCIAL_WORKER,
        Role.POLICE_OFFICER,
        Role.HEALTH,
        Role.HEAD_TEACHER,
        Role.OFFICER,
        Role.EARLY_HELP_WORKER,
    }
)


def declare() -> None:
    works = frozenset({Can.SEE, Can.WORK, Can.OPEN})
    gate.declare(
        Kind(
            name=KIND,
            prefix="SD",
            retention="child_protection",
            at_home=dict.fromkeys(MANAGERS, works | {Can.DECIDE}) | {Role.MASH_WORKER: works},
            sections=frozenset({STORY, MEETING}),
        )
    )
    declare_purpose(PREPARE)
    nav.declare("Strategy discussions", "enquiries:discussions", roles=ROOM | INVITED, order=14)
