"""From the questions to the grades: a cluster is asked, its authors answer, the board takes in."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.section11 import extracts, transitions
from holdfast.board.section11.models import AgencyReturn
from holdfast.board.section11.rules import asking
from holdfast.board.section11.rules.states import Assurance, Reply, State
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import TODAY
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.models import Answer
from holdfast.engines.asks.rules.states import WhyLate
from holdfast.engines.asks.rules.values import Absent
from holdfast.engines.standards import feeds
from holdfast.engines.standards.models import Citation, Evidence
from holdfast.kernel.records.moves import NotAllowed


@pytest.fixture
def by(posts):
    return {"by": posts["board_manager"], "on": TODAY}


@pytest.fixture
def asked(cycle, posts, by):
    """The council's cluster, asked; housing's safeguarding lead writes its return."""
    transitions.add_review_points(cycle, case="Case 1", texts=["Ask who lives there"], **by)
    AgencyReturn.objects.filter(pk=world.of(cycle, posts).pk).update(lead=posts["housing_lead"])
    transitions.issue_cluster(cycle.clusters.get(name="Council"), **by)
    return world.of(cycle, posts)


def answers(cycle):
    key = asking.grade_key
    return {
        **{key(code): "3" for code in world.codes(cycle)},
        key("1.2"): Absent.NOT_KNOWN,
        f"{key('1.1')}-why": "The head of service reports to members.",
        f"{key('1.1')}-seen": ["Safeguarding policy; 2012-01-10; 2013-01-10"],
        f"{key('2.1')}-seen": ["Safeguarding policy; 2012-01-10; 2013-01-10", "Survey"],
        "trained": (180, 200),
        cycle.review_points.get().key: "partly",
    }


def send(asked, posts, **more):
    lead = posts["housing_lead"]
    asks.answer(asked.request, values=answers(asked.cycle), by=lead, on=TODAY)
    asks.send(asked.request, by=lead, on=TODAY, **more)


def test_the_questions_ask_for_each_criterion_its_grade_its_difference_and_its_evidence():
    edition = feeds.section_11()
    for with_voice, standards in ((True, 9), (False, 8)):
        made = asking.questions(edition, with_voice=with_voice, points=[])
        criteria = [
            one for s in asking.asked_standards(edition, with_voice=with_voice)
            for one in s.criteria
        ]  # fmt: skip
        assert len(made.sections) == standards + 1
        assert len(made) == 3 * len(criteria) + len(asking.YEAR.questions)


@given(st.text(max_size=200))
def test_no_line_of_evidence_breaks_the_reader(typed):
    for line in asking.evidence_lines(typed):
        assert line.what
        assert not (line.dated_on and line.expires_on) or line.dated_on <= line.expires_on


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Policy; 2012-06-01; 2014-06-01", ("Policy", date(2012, 6, 1), date(2014, 6, 1))),
        ("Policy; part 2; 2012-06-01", ("Policy; part 2", date(2012, 6, 1), None)),
        ("Policy; 2012-13-01", ("Policy; 2012-13-01", None, None)),
        ("2012-06-01", ("2012-06-01", None, None)),
    ],
)
def test_evidence_is_read_with_its_dates(typed, read):
    [line] = asking.evidence_lines(typed)
    assert (line.what, line.dated_on, line.expires_on) == read


@pytest.mark.django_db
def test_what_was_sent_counts_as_returned_before_it_is_taken_in(cycle, asked, posts, by):
    assert asked.state == State.WITH_AGENCY
    assert extracts.tracking(TODAY)[0].rate.returned == 0
    with pytest.raises(NotAllowed, match="Nothing has been sent yet"):
        transitions.take_return(asked, **by)
    send(asked, posts)
    assert extracts.tracking(TODAY)[0].rate.returned == 1
    transitions.take_return(world.of(cycle, posts), **by)
    found = world.of(cycle, posts)
    assert (found.state, found.reply, found.sent_on) == (State.SUBMITTED, "whole", TODAY)
    assert ["Staff trained to their level", "180 of 200 staff"] in found.said


@pytest.mark.django_db
def test_grades_evidence_and_review_points_are_taken_in(cycle, asked, posts, by):
    send(asked, posts)
    transitions.take_return(world.of(cycle, posts), **by)
    found = world.of(cycle, posts)
    first, second = world.grade(found, "1.1"), world.grade(found, "1.2")
    assert (first.self_value, first.self_words) == ("3", "The head of service reports to members.")
    assert second.self_value == "not known"
    assert Evidence.objects.count() == 2, "the policy is one piece, cited twice"
    assert Citation.objects.count() == 3
    assert first.standing(on=TODAY).fell, "the policy expired in January"
    assert found.review_answers.get().assurance == Assurance.PARTLY


@pytest.mark.django_db
def test_an_agency_may_answer_in_part_refuse_or_be_late_with_a_reason(cycle, asked, posts, by):
    asks.say_why_late(asked.request, why=WhyLate.AUTHOR_LEFT, words="In May.", **by)
    send(asked, posts, reply=asking.Sent.PARTIAL, words="Training figures come in August.")
    transitions.take_return(world.of(cycle, posts), **by)
    found = world.of(cycle, posts)
    assert (found.reply, found.reason) == (Reply.PARTIAL, "Training figures come in August.")


@pytest.mark.django_db
def test_the_agency_itself_says_in_its_return_who_may_have_a_copy(cycle, asked, posts, by):
    lead, copy = posts["housing_lead"], {"copy": True, "copy-to": "Lambeth's board"}
    asks.answer(asked.request, values=answers(cycle) | copy, by=lead, on=TODAY)
    asks.send(asked.request, by=lead, on=TODAY)
    transitions.take_return(world.of(cycle, posts), **by)
    found = world.of(cycle, posts)
    assert (found.consent_to, found.consent_by, found.consent_on) == (
        "Lambeth's board", lead.title, TODAY,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="says in its own return"):
        transitions.consent_to_copy(
            found, to="Anybody", given_by="The manager", given_on=TODAY, **by
        )
    transitions.send_back(found, words="May we pass it on?", **by)
    request = world.of(cycle, posts).request
    asks.answer(request, values={"copy": False}, by=lead, on=TODAY)
    asks.send(request, by=lead, on=TODAY)
    transitions.take_return(world.of(cycle, posts), **by)
    assert world.of(cycle, posts).consent_to == "", "a later no takes it back"


@pytest.mark.django_db
def test_a_return_sent_back_comes_again_and_what_was_found_stays(cycle, asked, posts, by):
    send(asked, posts)
    transitions.take_return(world.of(cycle, posts), **by)
    world.moderate_all(world.of(cycle, posts), posts["police_member"])
    transitions.send_back(world.of(cycle, posts), words="Which contracts?", **by)
    found = world.of(cycle, posts)
    assert found.state == State.WITH_AGENCY
    asks.answer(found.request, values={"c2-2": "1"}, by=posts["housing_lead"], on=TODAY)
    asks.send(found.request, by=posts["housing_lead"], on=TODAY)
    transitions.take_return(world.of(cycle, posts), **by)
    grade = world.grade(world.of(cycle, posts), "2.2")
    assert (grade.self_value, grade.moderated_value) == ("1", "2")


@pytest.mark.django_db
def test_the_next_cycle_offers_the_last_answers_of_each_agency(cycle, asked, posts, by):
    send(asked, posts)
    transitions.take_return(world.of(cycle, posts), **by)
    later = world.cycle(posts, year="2014/15")
    later.opens_on = date(2014, 4, 1)
    AgencyReturn.objects.filter(pk=world.of(later, posts).pk).update(lead=posts["housing_lead"])
    transitions.issue_cluster(later.clusters.get(name="Council"), **by)
    offered = Answer.objects.filter(request=world.of(later, posts).request, carried=True)
    assert offered.filter(question="c1-1", typed="3").exists()


@pytest.mark.django_db
def test_a_withdrawn_agency_is_no_longer_asked(cycle, asked, posts, by):
    transitions.withdraw(asked, reason="Moved to the regeneration department", **by)
    asked.request.refresh_from_db()
    assert asked.request.state == "withdrawn"
    assert extracts.tracking(TODAY)[0].rate.withdrawn == (asked.name,)


@pytest.mark.django_db
def test_asking_a_cluster_twice_asks_nobody_twice(cycle, asked, by):
    with pytest.raises(NotAllowed, match="Nobody is to be asked here"):
        transitions.issue_cluster(cycle.clusters.get(name="Council"), **by)
