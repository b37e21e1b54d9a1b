"""One more of everything that the board's rooms list, made by their own verbs."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from holdfast.board.desk import transitions as desk
from holdfast.board.partnership import transitions as partnership
from holdfast.board.partnership.models import Body
from holdfast.board.partnership.rules.words import Capacity
from holdfast.board.scrutiny import transitions as scrutiny
from holdfast.board.scrutiny.models import Sitting
from holdfast.board.scrutiny.rules import escalating
from holdfast.board.voice import transitions as voice
from holdfast.board.voice.models import Group
from holdfast.board.workplan import transitions as workplan
from holdfast.board.workplan.models import Challenge, Commitment, Plan, Priority, Risk
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.models import Round
from holdfast.engines.asks.transitions import Recipient
from holdfast.engines.meetings import transitions as meetings
from holdfast.engines.meetings.models import Cycle, Meeting
from holdfast.engines.meetings.transitions.told import ItemTold
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Citation
from holdfast.kernel.access import grants
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.kernel.directory.words import Role, Sector
from holdfast.practice.assessments import transitions as assessments
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.assessments.rules import editions
from holdfast.practice.assessments.rules.voices import House, Seen
from holdfast.practice.private_fostering import transitions as fostering
from holdfast.practice.private_fostering.rules import awareness, law, telling
from tests.families import a_family
from tests.known_children import a_child

Posts = Mapping[str, Post]


def grow(number: int, posts: Posts, on: date) -> None:
    for more in EACH:
        more(number, posts, on)


def a_seat(number: int, posts: Posts, on: date) -> None:
    by, body = posts["board_manager"], Body.objects.get(code="EXEC")
    agency = appointments.name_agency(
        name=f"Agency {number}", sector=Sector.OTHER, area=by.agency.area
    )
    seat = partnership.make_seat(
        body, title=f"Seat {number}", agency=agency, capacity=Capacity.MEMBER, by=by, on=on
    )
    deputy = appointments.make_post(title=f"Deputy {number}", agency=agency, role=Role.OFFICER)
    partnership.name_deputy(seat, post=deputy, by=by, on=on)
    partnership.link_body(body, name=f"Body {number}", what="We sit there.", by=by, on=on)
    board = Body.objects.get(code="SSCB")
    partnership.record_contribution(board, year="2013/14", agency=agency, pence=100, by=by, on=on)


def a_challenge(number: int, posts: Posts, on: date) -> None:
    by = posts["board_manager"]
    put = workplan.put_challenge(
        title=f"Challenge {number}", question="Why?", to=Who(posts["health_member"]),
        area=this_partnership().area, owner=by.agency, by=by, on=on,
    )  # fmt: skip
    for challenge in (put, Challenge.objects.order_by("pk")[0]):
        workplan.promise_action(
            challenge, what=f"Promise {number}", owner=Who(posts["health_member"]),
            due_on=on + timedelta(days=30), by=by, on=on,
        )  # fmt: skip


def a_piece_of_evidence(number: int, posts: Posts, on: date) -> None:
    """One more in the library, cited where another is."""
    by, cited = posts["board_manager"], Citation.objects.order_by("pk")[0]
    grade = cited.grade
    piece = standards.keep_evidence(
        grade.assessment.record, agency=grade.assessment.body, what=f"Piece {number}",
        dated_on=on, owner=by, by=by, on=on,
    )  # fmt: skip
    standards.cite(piece, grades=[grade], by=by, on=on)


def a_risk(number: int, posts: Posts, on: date) -> None:
    by = posts["board_manager"]
    told = workplan.RiskTold(f"Risk {number}", "A cause", "An event", "An effect")
    workplan.raise_risk(
        told, area=this_partnership().area, owner=by.agency, risk_owner=Who(by), by=by, on=on
    )
    old = Risk.objects.order_by("pk")[0]
    workplan.note_assurance(old, text=f"Assurance {number}", by=by, on=on)


def a_policy(number: int, posts: Posts, on: date) -> None:
    workplan.note_policy(
        Plan.objects.get(), title=f"Policy {number}", source="A paper", known="L",
        dated=Dated(on), by=posts["board_manager"], on=on,
    )  # fmt: skip


def a_voice(number: int, posts: Posts, on: date) -> None:
    by = posts["board_manager"]
    session = voice.hold_session(
        Group.objects.order_by("pk")[0], dated=Dated(on), took_part=9, with_whom="A worker",
        by=by, on=on,
    )  # fmt: skip
    voice.hear(session, theme=f"Theme {number}", words="Listen.", may_be_used=True, by=by, on=on)


def a_resolution(number: int, posts: Posts, on: date) -> None:
    by, sitting = posts["board_manager"], Sitting.objects.filter(held_on__lte=on)[0]
    scrutiny.resolve(
        sitting, text=f"Resolution {number}", parts=["One", "Two"], owner=Who(by), due_at=None,
        by=by, on=on,
    )  # fmt: skip
    scrutiny.note_question(sitting, asked_by="A member", text=f"Question {number}", by=by, on=on)
    reason = next(iter(escalating.policy().reasons))
    scrutiny.raise_escalation(
        reason=reason, to=posts["social_worker"], by=posts["head_teacher"], on=on
    )


def a_request(number: int, posts: Posts, on: date) -> None:
    used = Round.objects.order_by("pk")[0].question_set
    asks.issue(
        used, to=[Recipient(posts["police_member"]), Recipient(posts["health_member"])],
        title=f"Request {number}", why="To know", lawful_basis="Children Act 2004, section 11",
        due_on=on + timedelta(days=30), by=posts["board_manager"], on=on,
    )  # fmt: skip


def a_meeting(number: int, posts: Posts, on: date) -> None:
    by, cycle = posts["board_manager"], Cycle.objects.order_by("pk")[0]
    desk.plan_extra(
        cycle, body="Executive", title=f"Extra {number}", dated=Dated(on + timedelta(days=20)),
        by=by, on=on,
    )  # fmt: skip
    item = ItemTold(f"Item {number}")
    meetings.put_forward(cycle, item=item, body="Executive", by=by, on=on)
    coming = Meeting.objects.get(planned_from__year=2013, planned_from__month=9)
    meetings.add_item(coming, item=item, by=by, on=on)


def an_arrangement(number: int, posts: Posts, on: date) -> None:
    by, area = posts["head_teacher"], this_partnership().area
    fostering.notify(
        area=area, child=fostering.ChildTold(f"Child {number}"),
        home=fostering.HomeTold("A carer", law.Relation.COUSIN),
        notice=fostering.NoticeTold(
            telling.Notice.AWARE, telling.Teller.SCHOOL, "A teacher", on, "Lives there."
        ),
        by=by, on=on,
    )  # fmt: skip
    fostering.log_activity(
        area=area, setting=awareness.Setting.SCHOOLS, kind=awareness.Activity.TALK,
        words=f"Talk {number}", reached=number, by=posts["team_manager"], on=on,
    )  # fmt: skip


def an_assessment(number: int, posts: Posts, on: date) -> None:
    by, worker = posts["team_manager"], posts["social_worker"]
    told = [assessments.AssessedTold(f"Child {number}", born_on=on)]
    made = assessments.start(
        told, kind=editions.Kind.SINGLE, received_on=on, asked="Why?", worker=worker, by=by, on=on
    )
    for one in (made, Assessment.objects.get(children__known_as="Archie Tipton")):
        assessments.note(one, text=f"Entry {number}", by=worker, on=on)
        row = one.children.all()[0]
        seen = {row: assessments.SeenTold(Seen.ALONE)}
        assessments.record_visit(one, who="Me", place="Home", told=seen, by=worker, on=on)
        assessments.keep_voice(
            row, house=House.GOOD, words=f"Words {number}", to_whom="Me", by=worker, on=on
        )


def a_linked_audit(number: int, posts: Posts, on: date) -> None:
    for shown in (Priority.objects.get(code="P8"), Commitment.objects.get(code="SS2")):
        workplan.link_evidence(
            shown, sort=EvidenceSort.AUDIT, what=f"Audit {number}", by=posts["board_manager"],
            on=on, paper=workplan.Paper(b"Seen.", "text/plain"),
        )  # fmt: skip


def a_grant(number: int, posts: Posts, on: date) -> None:
    part = Meeting.objects.select_related("part__record").get(
        planned_from__year=2013, planned_from__month=6
    )
    grants.give(
        part.part.record, to=posts["lay_member"], sections=["story"], purpose=f"Purpose {number}",
        lawful_basis="The board's constitution", family_told=False,
        why_not_told="It names no family.", by=posts["board_manager"],
        expires_at=datetime.combine(on + timedelta(days=30), time(12), tzinfo=UTC),
    )  # fmt: skip


EACH = (
    *(a_seat, a_challenge, a_risk, a_policy, a_voice, a_resolution, a_request, a_meeting),
    *(a_piece_of_evidence, an_arrangement, an_assessment, a_linked_audit, a_grant),
    a_family,
    a_child,
)
