"""What the board's tests share: the shipped plan, adopted by the cast's board manager."""

from datetime import UTC, date, datetime

from holdfast.board.workplan import feeds, transitions
from holdfast.board.workplan.models import Line, Plan
from holdfast.kernel.directory.models import Area, Post

FRIDAY = datetime(2013, 6, 28, 15, 45, tzinfo=UTC)
TODAY = date(2013, 6, 28)
ADOPTED = date(2013, 6, 24)
OUTSIDERS = ["lado", "social_worker", "police", "head_teacher", "nurse", "analyst"]
"""Posts of the same borough that have no seat on the board."""


def adopt(posts: dict[str, Post]) -> Plan:
    """Adopt the shipped plan. The caller stands in the story's time."""
    return transitions.adopt_plan(
        feeds.shipped_plan(),
        area=Area.objects.get(code="E09000028"),
        owner=posts["board_manager"].agency,
        posts={
            "Independent Chair": posts["board_chair"],
            "Board Development Manager": posts["board_manager"],
        },
        reviewer=posts["board_manager"],
        by=posts["board_manager"],
        on=ADOPTED,
    )


def line(plan: Plan, number: int) -> Line:
    return Line.objects.for_page().get(plan=plan, number=number)
