"""Who may do what to a family's early help and to a programme's register.

The council's early help team is at home in both. The hub sees who is helped already. Everybody
else comes in by a grant: the lead professional to all of one family, a member of the team around
it to its plan, and to the assessment only where the family agreed to that. So a school sees the
families that it helps, and no other.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

KIND, PROGRAMME = "early_help", "programme"
STORY, PLAN = "story", "actions"
"""Two sections: the whole story with the assessment, and the plan with its meetings."""

TEAM = frozenset({Role.EARLY_HELP_WORKER})
HUB = frozenset({Role.MASH_MANAGER, Role.MASH_WORKER})
OFFERERS = frozenset(
    {
        Role.HEAD_TEACHER,
        Role.HEALTH,
        Role.OFFICER,
        Role.POLICE_OFFICER,
        Role.SOCIAL_WORKER,
        Role.TEAM_MANAGER,
    }
)
"""Whose posts in the area may offer a family early help and lead it: universal services too."""

EVERYTHING = frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN})


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="EH",
            retention="early_help",
            break_glass=True,
            at_home={role: EVERYTHING for role in TEAM}
            | {role: frozenset({Can.SEE, Can.OPEN}) for role in HUB},
            in_area={role: frozenset({Can.OPEN}) for role in OFFERERS},
            sections=frozenset({STORY, PLAN}),
        )
    )
    gate.declare(
        Kind(
            name=PROGRAMME,
            prefix="GP",
            retention="early_help",
            at_home={role: EVERYTHING for role in TEAM},
            sections=frozenset({STORY}),
        )
    )
    everybody = TEAM | HUB | OFFERERS
    nav.declare("Families", "early_help:families", roles=everybody, order=40, under="Early help")
    nav.declare("Waiting", "early_help:waiting", roles=HUB, order=43, under="Early help")
    nav.declare("Programmes", "early_help:programmes", roles=TEAM, order=41, under="Early help")
    nav.declare("Families’ survey", "early_help:survey", roles=TEAM, order=42, under="Early help")


def keeper(area: Area) -> Post:
    """Return the early help post that lets others into a family's plan."""
    held = Holding.objects.current(at=moment.now()).values("post")
    found = Post.objects.filter(
        role=Role.EARLY_HELP_WORKER.value, agency__area=area, pk__in=held
    ).select_related("agency__area")
    first = found.order_by("pk").first()
    if first is None:
        raise NotAllowed(
            f"Nobody holds a post in early help in {area.name} today. Ring the hub instead."
        )
    return first


def named(post: Post) -> str:
    """Return a post with its agency, as a team's list prints it."""
    return f"{post.title}, {post.agency.name}"[:160]
