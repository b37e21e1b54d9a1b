"""Who may do what: the hub takes notices, the manager decides, the worker is let in by name."""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

KIND = "private_fostering"
STORY = "story"
NOTICE = "notice"
"""What whoever told us may see: that it came, who has it, and what became of it."""

HUB = frozenset({Role.MASH_MANAGER, Role.MASH_WORKER})
KEEPERS = (Role.TEAM_MANAGER, Role.MASH_MANAGER)
WORKERS = frozenset({Role.SOCIAL_WORKER})
ROOM = HUB | WORKERS | {Role.TEAM_MANAGER}
TELLERS = frozenset(Role) - {Role.LAY_MEMBER, Role.RECORDS_GUARDIAN, Role.ANALYST}
"""Whose posts may tell of a child: everybody who works for an agency."""

LOOKERS = HUB | {Role.TEAM_MANAGER}
"""Who says which child it is: they alone look among all children."""

FIGURES = frozenset({Role.TEAM_MANAGER, Role.MASH_MANAGER, Role.ANALYST})
AWARE = FIGURES | {Role.BOARD_MANAGER}
"""Who reads how awareness work and notices stand together: counts, and no child."""


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="PF",
            retention="child_protection",
            break_glass=True,
            at_home={
                Role.TEAM_MANAGER: frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN}),
                Role.MASH_MANAGER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.MASH_WORKER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
            },
            in_area={role: frozenset({Can.OPEN}) for role in TELLERS},
            sections=frozenset({STORY, NOTICE}),
        )
    )
    for order, (label, name, roles) in enumerate(PAGES, 90):
        page = f"private_fostering:{name}"
        nav.declare(label, page, roles=roles, order=order, under="Private fostering")


PAGES = (
    ("Arrangements", "work", ROOM),
    ("Tell of a child", "notify", TELLERS),
    ("What we told", "told", TELLERS),
    ("Awareness", "awareness", AWARE),
    ("Figures", "figures", FIGURES),
    ("Annual statement", "statements", FIGURES),
)


def keepers(area: Area) -> list[Post]:
    """Return the posts that notices go to, held now: the team's manager before the hub's."""
    held = Holding.objects.current(at=moment.now()).values("post")
    found = Post.objects.filter(
        role__in=[role.value for role in KEEPERS], agency__area=area, pk__in=held
    ).select_related("agency__area")
    return sorted(found, key=lambda post: (KEEPERS.index(Role(post.role)), post.pk))


def keeper(area: Area) -> Post:
    """Return the post that new notices go to, or say that there is none."""
    found = keepers(area)
    if not found:
        raise NotAllowed(
            f"Nobody in {area.name} holds the post that takes these notices today. "
            "Ring the children's duty team."
        )
    return found[0]
