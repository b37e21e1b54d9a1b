"""The section 11 cycles of 2012/13 and 2013/14, agency by agency."""

from collections.abc import Iterator, Mapping
from datetime import date

from holdfast.board.section11 import transitions as verbs
from holdfast.board.section11.models import AgencyReturn, Cluster, Cycle
from holdfast.board.section11.rules.states import Assurance, ChallengeKind, Reply
from holdfast.board.section11.rules.survey import Answer
from holdfast.board.section11.transitions import Received, Seen
from holdfast.demo.story.clock import at
from holdfast.demo.story.section_11_papers import (
    CLUSTERS,
    DUE,
    HEALTH,
    HOUSING,
    LATEST,
    POINTS,
    SENT,
    STAFF,
    Sent,
)
from holdfast.engines.asks import transitions as asks
from holdfast.engines.standards import feeds
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Edition
from holdfast.engines.standards.rules.planned import PlannedEdition
from holdfast.engines.standards.transitions import Claim, Finding
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Sector


def tell(posts: Mapping[str, Post]) -> None:
    """The frameworks, the thresholds, a whole cycle, and the next one as far as it is."""
    with at(2012, 6, 12, 10):
        edition = _framework(feeds.section_11(), posts, date(2012, 6, 12))
        _framework(feeds.thresholds()[0], posts, date(2012, 6, 12))
    with at(2012, 9, 26, 10):
        cycle = _frame(edition, posts)
    for sent in SENT:
        _return(cycle, sent, posts)
    _others(cycle, posts)
    with at(2013, 5, 14, 10):
        _framework(feeds.thresholds()[1], posts, date(2013, 5, 14))
        _panel(cycle, posts)
        _survey(cycle, posts)
        _next_cycle(edition, posts)
    _housing_writes(posts)


def _framework(planned: PlannedEdition, posts: Mapping[str, Post], on: date) -> Edition:
    manager, chair = posts["board_manager"], posts["board_chair"]
    edition = standards.load_edition(
        planned, area=_area(posts), owner=manager.agency, by=manager, on=on
    )
    standards.approve_edition(edition, by=chair, on=on)
    return edition


def _area(posts: Mapping[str, Post]) -> Area:
    area = posts["board_manager"].agency.area
    assert area is not None  # noqa: S101  the board has its borough
    return area


def _agency(name: str, sector: Sector, area: Area) -> Agency:
    found = Agency.objects.filter(name=name).first()
    return found or appointments.name_agency(name=name, sector=sector, area=area)


def _frame(edition: Edition, posts: Mapping[str, Post]) -> Cycle:
    manager, on, area = posts["board_manager"], date(2012, 9, 26), _area(posts)
    cycle = verbs.frame_cycle(
        year="2012/13", edition=edition, opens_on=date(2012, 10, 1), closes_on=LATEST,
        area=area, owner=manager.agency, with_voice=False, by=manager, on=on,
    )  # fmt: skip
    clusters = {
        name: verbs.add_cluster(cycle, name=name, executive_on=slot, by=manager, on=on)
        for name, slot in CLUSTERS.items()
    }
    for sent in SENT:
        _expect(clusters[sent.cluster], sent.agency, area, manager, on)
    _expect(clusters["Justice"], "Cafcass, Southwark", area, manager, on)
    _expect(clusters["Health"], "Southwark primary care trust", area, manager, on)
    for case, texts in POINTS.items():
        verbs.add_review_points(cycle, case=case, texts=texts, by=manager, on=on)
    panel = [posts["police_member"], posts["health_member"]]
    verbs.seat_on_panel(cycle, posts=panel, by=manager, on=on)
    return cycle


def _expect(cluster: Cluster, name: str, area: Area, by: Post, on: date) -> AgencyReturn:
    return verbs.expect(
        cluster, agency=_agency(name, Sector.OTHER, area),
        due_on=DUE.get(cluster.name, LATEST), by=by, on=on,
    )  # fmt: skip


def _of(cycle: Cycle, agency: str) -> AgencyReturn:
    return AgencyReturn.objects.for_page().get(cycle=cycle, agency__name=agency)


def _grades(written: str) -> dict[str, str]:
    return dict(part.split(":") for part in written.split())


def _codes(cycle: Cycle) -> Iterator[str]:
    asked = cycle.edition.standards.filter(optional=False).prefetch_related("criteria")
    yield from (one.code for standard in asked for one in standard.criteria.all())


def _return(cycle: Cycle, sent: Sent, posts: Mapping[str, Post]) -> None:
    """A return that came on paper, and its grades as the manager took them in."""
    manager, low = posts["board_manager"], _grades(sent.low)
    claims = [
        Claim(code, low.get(code, "3"), "See the evidence.")
        for code in _codes(cycle)
        if not (sent.agency == "Southwark youth offending service" and code == "8.2")
    ]
    policy = Seen("1.1", "Safeguarding policy", date(2011, 3, 1),
                  date(2013, 3, 1) if sent.ended else date(2014, 3, 1))  # fmt: skip
    late = "The author left in February; the service manager wrote it."
    with at(*_day(sent.on), 15):
        verbs.take_in(
            _of(cycle, sent.agency),
            received=Received(
                Reply.WHOLE, sent.on, claims=claims,
                evidence=[policy, Seen("2.1", policy.what, policy.dated_on, policy.expires_on),
                          Seen("5.1", "Training figures of the year", sent.on),
                          Seen("6.1", "Sample of recruitment files", date(2012, 9, 3))],
                said=[("Changes in the organisation", "Two teams were joined in April.")],
                reason=late if sent.on == date(2013, 4, 24) else "",
            ),
            by=manager, on=sent.on,
        )  # fmt: skip


def _day(on: date) -> tuple[int, int, int]:
    return on.year, on.month, on.day


def _others(cycle: Cycle, posts: Mapping[str, Post]) -> None:
    """A nil return, and one that is no longer expected."""
    manager, on = posts["board_manager"], date(2013, 4, 2)
    with at(2013, 4, 2, 10):
        nil = _of(cycle, "Cafcass, Southwark")
        verbs.take_in(
            nil,
            received=Received(
                Reply.NIL, date(2013, 3, 22),
                reason="The service manager looked: one national return covers staff here.",
            ),
            by=manager, on=on,
        )  # fmt: skip
        verbs.conclude(nil, by=manager, on=on)
        verbs.withdraw(
            _of(cycle, "Southwark primary care trust"),
            reason="Abolished on 31 March 2013; clinical commissioning has its work.",
            by=manager, on=on,
        )  # fmt: skip
        verbs.note_claim(
            cycle, claimed="Compliance 100%", source="Annual report 2012/13", by=manager, on=on
        )


def _panel(cycle: Cycle, posts: Mapping[str, Post]) -> None:
    """Ten returns are moderated, health's is in challenge, the youth offending service's waits."""
    manager, on = posts["board_manager"], date(2013, 5, 14)
    points = list(cycle.review_points.all())
    for sent in SENT:
        found = _of(cycle, sent.agency)
        said = (Assurance.DONE, Assurance.DONE, Assurance.PARTLY, Assurance.NOT_OURS)
        answers = {p: (how, "") for p, how in zip(points, said, strict=True)}
        verbs.answer_review_points(found, answers=answers, by=manager, on=on)
        if sent.agency == "Southwark youth offending service":
            continue
        low, other = _grades(sent.low), _grades(sent.found)
        findings = [
            Finding(code, other.get(code, low.get(code, "3")),
                    "The sample shows less." if code in other else "The panel agrees.")
            for code in _codes(cycle)
        ]  # fmt: skip
        member = posts["police_member" if "Police" not in sent.agency else "health_member"]
        verbs.moderate(found, findings=findings, by=member, on=on)
        verbs.conclude_moderation(found, by=manager, on=on)
        if sent.agency != HEALTH:
            verbs.conclude(found, by=manager, on=on)
    _challenge(cycle, posts)


def _challenge(cycle: Cycle, posts: Mapping[str, Post]) -> None:
    manager, on = posts["board_manager"], date(2013, 5, 14)
    verbs.challenge(
        _of(cycle, HEALTH), kind=ChallengeKind.EXECUTIVE, held_on=date(2013, 7, 9),
        questions=["Action points of case 2: what has been done since the review, and what "
                   "shows it?", "How many staff are up to date at level 3, team by team?"],
        by=manager, on=on,
    )  # fmt: skip
    housing = _of(cycle, HOUSING)
    for what, standard, due in (
        ("Write safeguarding standards into the repairs contract", 2, date(2013, 6, 14)),
        ("Train every estate officer to level 2", 5, date(2013, 9, 30)),
    ):
        verbs.agree_action(
            housing, what=what, owner=posts["housing_lead"], due_on=due, standard=standard,
            by=manager, on=on,
        )  # fmt: skip


def _survey(cycle: Cycle, posts: Mapping[str, Post]) -> None:
    manager, on = posts["board_manager"], date(2013, 5, 14)
    survey = verbs.open_survey(cycle, opens_on=on, closes_on=date(2013, 7, 12), by=manager, on=on)
    asked = list(cycle.edition.standards.filter(optional=False))
    for agency, counts in STAFF.items():
        found = _of(cycle, agency)
        for answer, times in zip((Answer.AGREE, Answer.DISAGREE), counts, strict=True):
            verbs.answer_survey(
                survey, found=found, answers=dict.fromkeys(asked, answer), times=times,
                by=manager, on=on,
            )  # fmt: skip


def _next_cycle(edition: Edition, posts: Mapping[str, Post]) -> None:
    """The council's cluster of 2013/14 is asked in Holdfast."""
    manager, on = posts["board_manager"], date(2013, 5, 14)
    cycle = verbs.frame_cycle(
        year="2013/14", edition=edition, opens_on=on, closes_on=date(2013, 7, 12),
        area=_area(posts), owner=manager.agency, by=manager, on=on,
    )  # fmt: skip
    verbs.seat_on_panel(
        cycle, posts=[posts["police_member"], posts["health_member"]], by=manager, on=on
    )
    cluster = verbs.add_cluster(
        cycle, name="The council", executive_on=date(2013, 9, 24), by=manager, on=on
    )
    signs = Post.objects.filter(title="Board member for housing").select_related("agency").first()
    lead = posts["housing_lead"]
    verbs.expect(cluster, agency=lead.agency, lead=lead, sign_off=signs, by=manager, on=on)
    director = Post.objects.filter(title="Director of public health").select_related("agency")
    for post in director:
        verbs.expect(cluster, agency=post.agency, lead=post, by=manager, on=on)
    verbs.issue_cluster(cluster, by=manager, on=on)


def _housing_writes(posts: Mapping[str, Post]) -> None:
    """Housing's lead has written two standards and gives one section to somebody else."""
    lead, on = posts["housing_lead"], date(2013, 6, 18)
    found = AgencyReturn.objects.for_page().get(cycle__year="2013/14", agency=lead.agency)
    request = found.request
    assert request is not None  # noqa: S101  it was asked in May
    with at(2013, 6, 18, 11, 20):
        asks.answer(
            request, by=lead, on=on,
            values={"c1-1": "3", "c1-1-why": "The head of service reports to members each spring.",
                    "c1-2": "2", "c2-1": "3", "c2-2": "2",
                    "c2-2-seen": ["Repairs contract, draft; 2013-06-03"]},
        )  # fmt: skip
    with at(2013, 6, 24, 9, 30):
        asks.delegate(
            request, section="standard-5", for_whom="Learning and development team", days=14,
            by=lead, on=date(2013, 6, 24),
        )  # fmt: skip
