"""What the tests of frameworks share: the shipped ones, written by the manager, approved."""

from datetime import date

from holdfast.engines.standards import feeds, transitions
from holdfast.engines.standards.models import Edition
from holdfast.engines.standards.rules.planned import PlannedEdition
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role

TODAY = date(2013, 6, 28)
KIND = "a test's cycle"


def declare() -> None:
    """A room of the tests' own: the manager works, members of the board decide."""
    work = frozenset({Can.SEE, Can.WORK, Can.OPEN})
    gate.declare(
        Kind(
            name=KIND,
            prefix="ZT",
            retention="board",
            at_home={Role.BOARD_MANAGER: work},
            in_area={Role.BOARD_MEMBER: frozenset({Can.SEE, Can.DECIDE})},
        )
    )


def written(posts: dict[str, Post], planned: PlannedEdition | None = None) -> Edition:
    """An edition as the manager wrote it, not approved yet."""
    return transitions.load_edition(
        planned or feeds.section_11(),
        area=Area.objects.get(code="E09000028"),
        owner=posts["board_manager"].agency,
        by=posts["board_manager"],
        on=TODAY,
    )


def approved(posts: dict[str, Post], planned: PlannedEdition | None = None) -> Edition:
    edition = written(posts, planned)
    transitions.approve_edition(edition, by=posts["board_chair"], on=TODAY)
    return edition


def record(posts: dict[str, Post]):
    manager = posts["board_manager"]
    return gate.open_record(
        kind=KIND, area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
    )


def assessment(posts: dict[str, Post], edition: Edition, body: str = "housing_lead", **more):
    manager = posts["board_manager"]
    return transitions.open_assessment(
        more.pop("record", None) or record(posts),
        edition=edition,
        body=posts[body].agency,
        label=more.pop("label", "2012/13"),
        by=manager,
        on=TODAY,
        **more,
    )
