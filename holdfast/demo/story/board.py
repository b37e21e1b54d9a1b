"""The board's side of the story: the plan of 2012/13 is adopted and the report is drafted."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.annual_report import transitions as report
from holdfast.board.workplan import feeds
from holdfast.board.workplan import transitions as plan
from holdfast.demo.story.clock import at
from holdfast.kernel.directory.models import Post, this_partnership

OWNERS = {
    "Independent Chair": "board_chair",
    "Board Development Manager": "board_manager",
    "Local Authority Designated Officer": "lado",
}


def tell_plan(posts: Mapping[str, Post]) -> None:
    """The manager carries the printed plan of 2012/13 over, with its history."""
    with at(2013, 6, 10, 10, 0):
        plan.adopt_plan(
            feeds.shipped_plan(),
            area=this_partnership().area,
            owner=posts["board_manager"].agency,
            posts={role: posts[key] for role, key in OWNERS.items()},
            reviewer=posts["board_manager"],
            by=posts["board_manager"],
            on=date(2013, 6, 10),
        )


def tell_report(posts: Mapping[str, Post]) -> None:
    with at(2013, 5, 7, 14, 0):
        report.draft(
            year="2012-13",
            area=this_partnership().area,
            owner=posts["board_manager"].agency,
            by=posts["board_manager"],
            on=date(2013, 5, 7),
        )
