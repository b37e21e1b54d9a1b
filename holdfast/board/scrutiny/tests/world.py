"""What this room's tests share: the committee of April 2012, the inspection of 2012, a draft."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.board.scrutiny import transitions as verbs
from holdfast.board.scrutiny.models import (
    Committee,
    CoverVersion,
    Inspection,
    Part,
    Resolution,
    Sitting,
)
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.papers import shipped_inspections, shipped_sitting
from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership

TODAY = date(2013, 6, 28)
LONDON = ZoneInfo("Europe/London")
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]
OUTSIDERS = ["lado", "social_worker", "police", "head_teacher", "nurse", "housing_lead"]
NEIGHBOURS = ["neighbour_lado", "neighbour_manager"]
ENGAGED = (
    ("Two lay members were appointed and help the board to hear faith communities", "2012-09"),
    ("A summer commission with faith and community groups is planned", "2013-06"),
    ("A way of consulting communities was drawn up", "2013-06"),
    ("An advisory group led by the community is being set up", "2013-06"),
    ("A faith and community sub-group has met", "2013-04"),
)


def at(*parts: int) -> AbstractContextManager[None]:
    return moment.story(datetime(*parts, tzinfo=LONDON))


@dataclass(frozen=True)
class World:
    committee: Committee
    april: Sitting
    july: Sitting
    version: CoverVersion

    def part(self, resolution: int, number: int) -> Part:
        return Part.objects.get(
            resolution__sitting=self.april, resolution__number=resolution, number=number
        )

    @property
    def resolutions(self) -> list[Resolution]:
        return list(self.april.resolutions.order_by("number"))


def committee(posts: dict[str, Post]) -> Committee:
    manager = posts["board_manager"]
    return verbs.open_committee(
        kind=CommitteeKind.SCRUTINY,
        name="Education, Children's Services and Leisure Scrutiny Sub-committee",
        sends_to="Scrutiny team",
        area=this_partnership().area,
        owner=manager.agency,
        by=manager,
        on=date(2012, 4, 24),
    )


def tell(posts: dict[str, Post]) -> World:
    """April 2012's sitting, what was answered since, and a draft for July 2013."""
    manager = posts["board_manager"]
    day = date(2012, 4, 24)
    with at(2012, 4, 24, 10, 0):
        mine = committee(posts)
        july = verbs.plan_sitting(
            mine, held_on=date(2013, 7, 9), item="Annual report", by=manager, on=day
        )
        april = verbs.carry_over_sitting(
            mine, shipped_sitting(), owner=tracker.NOBODY, due_at=july, by=manager, on=day
        )
    told = World(mine, april, july, CoverVersion())
    with at(2013, 6, 25, 10, 0):
        for what, dated in ENGAGED:
            verbs.answer_part(
                told.part(2, 1), extent=Extent.ANSWERED, what=what, dated=Dated.read(dated),
                source="Overview report to the sub-committee, July 2013", by=manager,
                on=date(2013, 6, 25),
            )  # fmt: skip
        version = verbs.draft_report(
            july, layout="scrutiny", title="The board's annual report: an overview",
            area=this_partnership().area, owner=manager.agency, by=manager, on=date(2013, 6, 25),
        )  # fmt: skip
    return World(mine, april, july, version)


FILLED = {
    "item": "5",
    "classification": "Open",
    "wards": "All",
    "from": "Director of children's social care",
    "recommendations": "Note the year's work\nAsk for the next report in the autumn",
    "background": "The board reports to this committee each year.",
    "key_issues": "National rules changed in the spring of 2013.",
    "figures": "CP08 2012",
    "policy": "The report follows the guidance of 2013.",
    "community": "The work is about the children most at risk.",
    "resources": "None beyond the budget agreed.",
    "consultation": "All agencies of the board were asked.",
    "documents": "Annual report 2011/12 | Board office | Development manager",
    "appendices": "1 | Priorities\n2 | Work plan and progress",
    "lead_officer": "Director of children's social care",
    "author": "Board's development manager",
    "dated": "2013-07-01",
    "key_decision": "No",
    "sent": "2013-07-01",
    "legal": "Comments not sought",
    "finance": "Comments not sought",
    "cabinet_member": "Comments sought and not included",
}


def fill(version: CoverVersion, by: Post, *, leave: tuple[str, ...] = ()) -> None:
    """Write every field of a draft but those left out."""
    asked = [s for s in covering.layouts()["scrutiny"].slots if s.kind is not covering.Kind.GIVEN]
    fields = {s.key: covering.Written(FILLED[s.key]) for s in asked if s.key not in leave}
    verbs.write_fields(version, fields=fields, by=by, on=TODAY)


def inspection(posts: dict[str, Post], code: str = "SLAC-2012", on: date = TODAY) -> Inspection:
    manager = posts["board_manager"]
    return verbs.register_inspection(
        shipped_inspections()[code],
        area=this_partnership().area,
        owner=manager.agency,
        by=manager,
        on=on,
    )
