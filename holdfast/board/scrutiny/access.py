"""Who may do what to inspections, committees, cover reports and escalations.

The board's manager keeps them; the chair decides, and re-tests what the manager owns; members, lay
members and the analyst read. An escalation is read by the board's manager and chair, and by the
posts between whom it runs, each by a grant; everybody else sees counts. A neighbouring board finds
nothing.
"""

from holdfast.kernel.access import gate, nav
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

INSPECTION = "inspection"
COMMITTEE = "committee"
COVER = "cover report"
ESCALATION = "escalation"

READERS = (
    Role.BOARD_MANAGER,
    Role.BOARD_CHAIR,
    Role.BOARD_MEMBER,
    Role.LAY_MEMBER,
    Role.ANALYST,
)
RAISERS = tuple(role for role in Role if role is not Role.RECORDS_GUARDIAN)
"""Whose posts may raise an escalation: every post of the area that works with agencies."""

SECTIONS = frozenset({"story"})


def declare() -> None:
    keeper = frozenset({Can.SEE, Can.WORK, Can.OPEN})
    readers = (Role.BOARD_MEMBER, Role.LAY_MEMBER, Role.ANALYST)
    for name, prefix in ((INSPECTION, "IN"), (COMMITTEE, "CM"), (COVER, "CV")):
        gate.declare(
            Kind(
                name=name,
                prefix=prefix,
                retention="board",
                at_home={
                    Role.BOARD_MANAGER: keeper,
                    Role.BOARD_CHAIR: frozenset({Can.SEE, Can.WORK, Can.DECIDE}),
                },
                in_area={role: frozenset({Can.SEE}) for role in readers},
            )
        )
    gate.declare(
        Kind(
            name=ESCALATION,
            prefix="ES",
            retention="board",
            at_home={
                Role.BOARD_MANAGER: keeper,
                Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
            },
            in_area={role: frozenset({Can.OPEN}) for role in RAISERS},
        )
    )

    readers_at_top = frozenset(READERS)
    nav.declare("Scrutiny", "scrutiny:home", roles=readers_at_top, order=49, under="The board")
    nav.declare("Escalations", "scrutiny:mine", roles=readers_at_top, order=49, under="The board")
    nav.declare("Counts", "scrutiny:counts", roles=readers_at_top, order=49, under="The board")
    others = frozenset(RAISERS) - readers_at_top
    nav.declare("Escalations", "scrutiny:mine", roles=others, order=78)


def keeper(area: Area) -> Post:
    """Return the board manager's post that keeps an area's escalations, or say there is none."""
    held = Holding.objects.current(at=moment.now()).values("post")
    posts = Post.objects.filter(role=Role.BOARD_MANAGER.value, agency__area=area, pk__in=held)
    found = posts.select_related("agency__area").order_by("pk").first()
    if found is None:
        raise NotAllowed(
            f"Nobody holds the post of board manager in {area.name} today. "
            "Use your agency's own escalation route, and tell the chair of the board."
        )
    return found
