"""What this room's tests share: the shipped sets, adopted by the cast's board manager."""

from datetime import date

from holdfast.board.partnership import extracts, transitions
from holdfast.board.partnership.models import Body, Seat

TODAY = date(2013, 6, 28)
OUTSIDERS = ["lado", "social_worker", "police", "head_teacher", "nurse", "housing_lead"]
"""Posts of the same borough that have no seat on the board."""

TITLES = {
    "Independent chair": "board_chair",
    "Development manager": "board_manager",
    "Lay member": "lay_member",
    "Board member for the police": "police_member",
    "Board member for health": "health_member",
}


def seated(posts):
    return {title: posts[key] for title, key in TITLES.items()}


def adopt(posts, name="board-2012-13", on=TODAY):
    """Adopt a shipped set. The caller stands in the story's time."""
    return transitions.adopt_bodies(
        extracts.shipped_set(name), posts=seated(posts), by=posts["board_manager"], on=on
    )


def body(code):
    return Body.objects.select_related("record__area", "reports_to").get(code=code)


def seat(code, title):
    return Seat.objects.select_related("body__record", "post__agency").get(
        body__code=code, post__title=title
    )
