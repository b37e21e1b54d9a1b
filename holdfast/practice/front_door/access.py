"""Who may do what to a contact: the hub reads and works, its manager decides, referrers hear."""

from holdfast.engines.asks import access as asks
from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

KIND = "contact"
STORY = "story"
REPLY = "reply"
"""What a referrer may see: what they wrote, that it came, what they were told of it."""
REPORT = "report"
"""What the child's own worker may see: the report that was passed on, and by whom."""
PURPOSE = "front_door"

HUB = frozenset({Role.MASH_MANAGER, Role.MASH_WORKER})
KEEPERS = (Role.MASH_MANAGER, Role.MASH_WORKER)
REFERRERS = frozenset(Role) - HUB - {Role.LAY_MEMBER, Role.RECORDS_GUARDIAN, Role.ANALYST}
"""Whose posts may refer a child: everybody who works for an agency."""


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="FD",
            retention="child_protection",
            at_home={
                Role.MASH_MANAGER: frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN}),
                Role.MASH_WORKER: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
            },
            in_area={role: frozenset({Can.OPEN}) for role in REFERRERS},
            sections=frozenset({STORY, REPLY, REPORT}),
        )
    )
    words = "To decide what help a child needs"
    asks.declare_purpose(asks.Purpose(PURPOSE, words, link_allowed=False))
    for order, (label, name) in enumerate(HUB_PAGES, 10):
        nav.declare(label, f"front_door:{name}", roles=HUB, order=order, under="Queue")
    passed = frozenset({Role.SOCIAL_WORKER, Role.TEAM_MANAGER})
    nav.declare("Passed on to me", "front_door:passed", roles=passed, order=66, under="The hub")
    for order, (label, name) in enumerate(OUTSIDE_PAGES, 64):
        nav.declare(label, f"front_door:{name}", roles=REFERRERS, order=order, under="The hub")


HUB_PAGES = (
    ("Queue", "queue"),
    ("Feedback owed", "owed"),
    ("Handover", "handover"),
    ("Disagreements", "disagreements"),
    ("Batches", "batches"),
)
OUTSIDE_PAGES = (("From the hub", "from_hub"), ("Refer a child", "refer"))


def keepers(area: Area) -> list[Post]:
    """Return the hub's posts of an area that somebody holds now, managers first."""
    held = Holding.objects.current(at=moment.now()).values("post")
    roles = [role.value for role in KEEPERS]
    found = Post.objects.filter(role__in=roles, agency__area=area, pk__in=held)
    return sorted(
        found.select_related("agency__area"),
        key=lambda post: (KEEPERS.index(Role(post.role)), post.pk),
    )


def keeper(area: Area) -> Post:
    """Return the hub's manager, or who stands in, or say that there is nobody."""
    found = keepers(area)
    if not found:
        raise NotAllowed(
            f"Nobody holds a post in the hub of {area.name} today. "
            "Ring the children's duty team; if a child is in danger now, ring 999."
        )
    return found[0]
