"""Who reads the figures: the board's posts and the analyst, of this partnership's own area."""

from holdfast.kernel.access import nav
from holdfast.kernel.access.words import Refused
from holdfast.kernel.directory.models import Partnership, Post
from holdfast.kernel.directory.words import Role

READERS = (
    Role.BOARD_MANAGER,
    Role.BOARD_CHAIR,
    Role.BOARD_MEMBER,
    Role.LAY_MEMBER,
    Role.ANALYST,
)


def declare() -> None:
    nav.declare(
        "Published figures", "indicators:list", roles=frozenset(READERS), order=50, under="Figures"
    )


def require_at_home(post: Post, partnership: Partnership) -> None:
    """Refuse a post of another area: its own board has figures of its own."""
    if post.agency.area_id != partnership.area_id:
        raise Refused("This post belongs to another area.")
