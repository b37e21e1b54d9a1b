"""Who may do what to a child's record.

The hub finds and opens children; a team manager gives them a worker. Everybody else is let into
one child by a grant: the worker to all of it, others to what was shared with them. A restricted
record has a circle of its own, and whoever is too near to the family is shut out in every post.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

KIND, LIST = "child", "shared_list"

STORY, NETWORK, HEALTH, PLAN, WORDS, SHARED = (
    "story",
    "network",
    "health",
    "plan",
    "words",
    "shared",
)
SECTIONS = frozenset({STORY, NETWORK, HEALTH, PLAN, WORDS, SHARED})
"""The sections of a child's record. `shared` is who the child is, and what is meant for all."""

HUB = frozenset({Role.MASH_MANAGER, Role.MASH_WORKER})
ALLOCATORS = frozenset({Role.TEAM_MANAGER, Role.MASH_MANAGER})
EVERYTHING = frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN})


def area_of(post: Post) -> Area:
    """Return the area that a post works for, or say that a child's record belongs to one."""
    if post.agency.area is None:
        raise NotAllowed("A child's record belongs to an area, and this agency has none.")
    return post.agency.area


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="C",
            retention="child_protection",
            break_glass=True,
            at_home={
                Role.MASH_MANAGER: EVERYTHING,
                Role.MASH_WORKER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
                Role.TEAM_MANAGER: frozenset({Can.SEE, Can.WORK, Can.DECIDE}),
            },
            sections=SECTIONS,
        )
    )
    gate.declare(
        Kind(
            name=LIST,
            prefix="SL",
            retention="child_protection",
            at_home={Role.MASH_MANAGER: EVERYTHING, Role.MASH_WORKER: frozenset({Can.SEE})},
        )
    )
    for order, (label, name, roles) in enumerate(PAGES, 35):
        nav.declare(label, f"children:{name}", roles=roles, order=order, under="Children")


PAGES = (
    ("Find a child", "find", HUB),
    ("Possible doubles", "doubles", HUB),
    ("Agencies’ lists", "lists", HUB),
)
