"""A small cycle: two clusters, housing, police and health, on the shipped framework."""

from datetime import date

from holdfast.board.section11 import transitions
from holdfast.board.section11.models import AgencyReturn, Cycle
from holdfast.board.section11.rules.states import Reply
from holdfast.board.section11.transitions import Received
from holdfast.engines.standards import feeds
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Edition, Grade
from holdfast.engines.standards.transitions import Claim, Finding
from holdfast.kernel.directory.models import Post

TODAY = date(2013, 6, 28)
DUE = date(2013, 5, 31)
SLOT = date(2013, 7, 9)


def framework(posts: dict[str, Post]) -> Edition:
    manager = posts["board_manager"]
    edition = standards.load_edition(
        feeds.section_11(), area=manager.agency.area, owner=manager.agency, by=manager, on=TODAY
    )
    standards.approve_edition(edition, by=posts["board_chair"], on=TODAY)
    return edition


def cycle(posts: dict[str, Post], year: str = "2013/14") -> Cycle:
    """Framed, with its panel, and a return expected of housing, the police and health."""
    manager = posts["board_manager"]
    who = {"by": manager, "on": TODAY}
    found = transitions.frame_cycle(
        year=year,
        edition=Edition.objects.first() or framework(posts),
        opens_on=date(2013, 4, 1),
        closes_on=DUE,
        area=manager.agency.area,
        owner=manager.agency,
        with_voice=False,
        **who,
    )
    council = transitions.add_cluster(found, name="Council", executive_on=SLOT, **who)
    partners = transitions.add_cluster(found, name="Partners", executive_on=SLOT, **who)
    transitions.expect(council, agency=posts["housing_lead"].agency, **who)
    for key in ("police_member", "health_member"):
        transitions.expect(partners, agency=posts[key].agency, **who)
    panel = [posts["police_member"], posts["health_member"]]
    transitions.seat_on_panel(found, posts=panel, **who)
    return found


def of(cycle: Cycle, posts: dict[str, Post], key: str = "housing_lead") -> AgencyReturn:
    return AgencyReturn.objects.for_page().get(cycle=cycle, agency=posts[key].agency)


def codes(cycle: Cycle) -> list[str]:
    asked = cycle.edition.standards.filter(optional=False).prefetch_related("criteria")
    return [one.code for standard in asked for one in standard.criteria.all()]


def received(cycle: Cycle, author: Post, value: str = "3", **more) -> Received:
    said = {
        "reply": Reply.WHOLE,
        "sent_on": DUE,
        "author": author,
        "claims": [Claim(code, value, "We do this.") for code in codes(cycle)],
    }
    return Received(**said | more)


def take_in(cycle: Cycle, posts: dict[str, Post], key: str = "housing_lead", **more):
    found = of(cycle, posts, key)
    transitions.take_in(
        found,
        received=received(cycle, posts[key], **more),
        by=posts["board_manager"],
        on=TODAY,
    )
    return of(cycle, posts, key)


def grade(found: AgencyReturn, code: str = "1.1") -> Grade:
    return Grade.objects.for_page().get(assessment=found.assessment_id, criterion__code=code)


def moderate_all(found: AgencyReturn, by: Post, value: str = "2") -> None:
    findings = [Finding(code, value, "Seen.") for code in codes(found.cycle)]
    transitions.moderate(found, findings=findings, by=by, on=TODAY)
