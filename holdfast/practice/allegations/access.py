"""Who may do what to an allegation: the LADO and duty cover, by membership; others are let in."""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.drafts import Keeps
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Holding, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.rules import asking

KIND = "allegation"

STORY = "story"
MEETING = "meeting"
UPDATES = "updates"
ACTIONS = "actions"
ACKNOWLEDGEMENT = "acknowledgement"
SECTIONS = frozenset({STORY, MEETING, UPDATES, ACTIONS, ACKNOWLEDGEMENT})

ROOM = frozenset({Role.LADO, Role.CHILD_PROTECTION_CHAIR})
REFERRERS = frozenset(Role) - ROOM - {Role.ANALYST, Role.LAY_MEMBER, Role.RECORDS_GUARDIAN}
"""Whose posts may tell the LADO of a concern: everybody who works for an agency."""

ASKERS = frozenset(Role) - ROOM
"""Whose posts may ask the room's duty officer a question: every post outside the room."""


def declare() -> None:
    gate.declare(
        Kind(
            name=KIND,
            prefix="AL",
            retention="allegation",
            sealed=True,
            abroad=True,
            at_home={
                Role.LADO: frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN}),
                Role.CHILD_PROTECTION_CHAIR: frozenset({Can.SEE, Can.WORK, Can.OPEN}),
            },
            in_area={role: frozenset({Can.OPEN}) for role in REFERRERS},
            sections=SECTIONS,
        )
    )
    for order, (label, name) in enumerate(ROOM_PAGES, 10):
        nav.declare(label, f"allegations:{name}", roles=ROOM, order=order, abroad=True)
    for order, (label, name, abroad) in enumerate(OUTSIDE_PAGES, 70):
        page = f"allegations:{name}"
        nav.declare(label, page, roles=REFERRERS, order=order, under="The LADO", abroad=abroad)
    nav.declare("Ask the LADO", "allegations:ask", roles=ASKERS, order=79, under="The LADO")


ROOM_PAGES = (
    ("My work", "work"),
    ("Register", "register"),
    ("Find a person", "find"),
    ("Meetings", "meetings"),
    ("Employers’ actions", "actions"),
    ("Figures", "figures"),
)
OUTSIDE_PAGES = (("From the LADO", "outside", True), ("Tell the LADO", "refer", False))
"""The last says whether another area's posts are offered it: they refer to their own LADO."""


def keepers(area: Area) -> list[Post]:
    """Return the LADO posts of an area that somebody holds now, the longest standing first."""
    held = Holding.objects.current(at=moment.now()).values("post")
    found = Post.objects.filter(role=Role.LADO.value, agency__area=area, pk__in=held)
    return list(found.select_related("agency__area").order_by("pk"))


def keeper(area: Area) -> Post:
    """Return the LADO post that new allegations go to, or say that there is none."""
    found = keepers(area)
    if not found:
        raise NotAllowed(
            f"Nobody holds the post of LADO in {area.name} today. "
            "Ring the children's duty team, and the board manager."
        )
    return found[0]


def keeps_of(holding: Holding, form: asking.Form) -> Keeps:
    """Whose draft of which form, for how long, and what it leaves out."""
    return Keeps(
        holding, f"allegations:{form}", kept_for=asking.KEPT_FOR, leaves_out=asking.LEAVES_OUT
    )


def require_ours(post: Post) -> None:
    """Raise Refused for a post that sends nothing to this room, so that it keeps no draft."""
    if post.agency.area_id != this_partnership().area_id:
        raise gate.Refused("This post sends nothing to this room, so it keeps no draft.")
