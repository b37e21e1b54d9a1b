"""A cycle from its framing to its close, with everything that can come back."""

from datetime import date

import pytest

from holdfast.board.section11 import extracts, transitions
from holdfast.board.section11.models import Addendum, AgencyReturn, Cycle, Tally
from holdfast.board.section11.rules.states import Assurance, ChallengeKind, Reply, State
from holdfast.board.section11.rules.survey import Answer
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import DUE, TODAY
from holdfast.board.workplan.extracts import challenge_rows
from holdfast.engines.standards.transitions import Finding
from holdfast.kernel.access.words import Refused
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def by(posts):
    return {"by": posts["board_manager"], "on": TODAY}


def test_every_agency_is_in_one_cluster_of_a_cycle(cycle, posts, by):
    partners = cycle.clusters.get(name="Partners")
    with pytest.raises(NotAllowed, match="in the cluster “Council” already"):
        transitions.expect(partners, agency=posts["housing_lead"].agency, **by)


def test_whoever_writes_a_return_does_not_sign_it_and_both_are_the_agencys(cycle, posts, by):
    cluster = cycle.clusters.get(name="Council")
    school, head = posts["head_teacher"].agency, posts["head_teacher"]
    with pytest.raises(NotAllowed, match="does not sign it"):
        transitions.expect(cluster, agency=school, lead=head, sign_off=head, **by)
    with pytest.raises(NotAllowed, match="is not a post of"):
        transitions.expect(cluster, agency=school, lead=posts["nurse"], **by)


def test_a_whole_cycle(cycle, posts, by):
    found = world.take_in(cycle, posts)
    world.moderate_all(found, posts["police_member"])
    found = world.of(cycle, posts)
    transitions.conclude_moderation(found, **by)
    [asked] = transitions.challenge(
        found, kind=ChallengeKind.EXECUTIVE, held_on=TODAY,
        questions=["What shows that contracts are checked?", " "], **by,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="has no answer yet"):
        transitions.conclude(found, **by)
    transitions.answer_challenge(asked, outcome="Two contracts were shown.", **by)
    [row] = challenge_rows(area=cycle.record.area, on=TODAY)
    assert (row.state, row.title) == ("answered", f"Section 11, {found.name}")
    transitions.conclude(found, **by)
    action = transitions.agree_action(
        found, what="Check every contract", owner=posts["housing_lead"],
        due_on=date(2013, 9, 30), standard=2, challenge=asked, **by,
    )  # fmt: skip
    assert [one.what for one in extracts.promises(found.agency, on=TODAY)] == [
        "Check every contract"
    ]
    assert action.record == asked.logged.record, "the promise hangs on the challenge's thread"
    with pytest.raises(NotAllowed, match="1 actions are not shown"):
        transitions.find_evidenced(found, **by)
    tracker.claim_done(action, **by)
    tracker.evidence(action, what="Audit", dated=Dated.read("2013-06-27"), **by)
    transitions.find_evidenced(found, **by)
    assert found.state == State.EVIDENCED
    transitions.close_cycle(cycle, **by)
    moves = list(cycle.record.steps.values_list("move", flat=True))
    assert {"frame_cycle", "take_in", "challenge", "open_plan", "close_cycle"} <= set(moves)


def test_after_the_close_nothing_changes_and_an_addendum_can_be_added(cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    transitions.conclude_moderation(sent, **by)
    transitions.close_cycle(cycle, **by)
    found = world.of(cycle, posts)
    for refused in (
        lambda: transitions.conclude(found, **by),
        lambda: transitions.withdraw(world.of(cycle, posts, "nurse"), reason="Gone", **by),
        lambda: world.moderate_all(found, posts["health_member"]),
    ):
        with pytest.raises(NotAllowed, match="closed and can only be read"):
            refused()
    transitions.add_addendum(found, text="The audit of June is in.", **by)
    assert Addendum.objects.get().on == TODAY
    assert extracts.heat(Cycle.objects.get(), on=TODAY).met.graded == 8


def test_a_cycle_with_a_return_before_the_panel_is_not_closed(cycle, sent, by):
    with pytest.raises(NotAllowed, match="Conclude them first"):
        transitions.close_cycle(cycle, **by)


def test_the_return_rate_and_standards_met_are_two_figures(cycle, posts, by):
    world.take_in(cycle, posts, "housing_lead", value="0")
    world.take_in(cycle, posts, "police_member", value="3")
    [row] = extracts.tracking(TODAY)
    assert row.rate.words == "2 of 3 returns due (66%)"
    assert row.rate.missing == (posts["health_member"].agency.name,)
    met = extracts.standards_met(cycle, on=TODAY)
    assert met.words == "8 of 16 standards graded are met (50%)"
    assert extracts.tracking(TODAY, area=posts["neighbour_lado"].agency.area) == ()


def test_a_nil_return_says_who_searched_and_is_concluded_without_a_panel(cycle, posts, by):
    with pytest.raises(NotAllowed, match="Say why"):
        world.take_in(cycle, posts, reply=Reply.NIL, claims=[])
    found = world.take_in(
        cycle, posts, reply=Reply.NIL, claims=[], reason="The lead asked all four teams."
    )
    with pytest.raises(NotAllowed, match="nothing to moderate"):
        transitions.conclude_moderation(found, **by)
    transitions.conclude(found, **by)
    assert extracts.tracking(TODAY)[0].rate.nil == (found.name,)


def test_a_withdrawn_return_is_not_due_and_says_who_has_the_work(cycle, posts, by):
    found = world.of(cycle, posts)
    with pytest.raises(NotAllowed, match="who has the work now"):
        transitions.withdraw(found, reason=" ", **by)
    transitions.withdraw(found, reason="Moved to the regeneration department", **by)
    rate = extracts.tracking(TODAY)[0].rate
    assert (rate.due, rate.withdrawn) == (2, (found.name,))


def test_an_unmoderated_criterion_keeps_moderation_open(cycle, sent, posts, by):
    transitions.moderate(
        sent, findings=[Finding("1.1", "2", "Seen.")], by=posts["police_member"], on=TODAY
    )
    with pytest.raises(NotAllowed, match="17 criteria have no moderated grade"):
        transitions.conclude_moderation(sent, **by)


def test_only_the_panel_moderates_and_the_second_of_two_is_told(cycle, sent, posts, by):
    with pytest.raises(Refused):
        transitions.moderate(
            sent, findings=[Finding("1.1", "2", "x")], by=posts["board_chair"], on=TODAY
        )
    read = world.grade(sent).version
    world.moderate_all(sent, posts["police_member"], value="1")
    with pytest.raises(NotAllowed, match="Somebody else has just moderated"):
        transitions.moderate(
            sent,
            findings=[Finding("1.2", "3", "x"), Finding("1.1", "3", "x", seen=read)],
            by=posts["health_member"],
            on=TODAY,
        )
    assert world.grade(sent, "1.2").moderated_value == "1", "all or none"
    assert world.grade(sent).moderated_value == "1"


def test_two_who_move_one_return_at_once_do_not_overwrite_each_other(cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    stale = AgencyReturn.objects.for_page().get(pk=sent.pk)
    transitions.conclude_moderation(sent, **by)
    with pytest.raises(NotAllowed, match="Somebody else has just changed this return"):
        transitions.conclude_moderation(stale, **by)


def test_a_return_is_opened_again_with_a_reason_and_keeps_its_grades(cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    transitions.conclude_moderation(sent, **by)
    with pytest.raises(NotAllowed):
        transitions.reopen(sent, reason="", **by)
    transitions.reopen(sent, reason="New evidence came", **by)
    assert (sent.state, world.grade(sent).moderated_value) == (State.SUBMITTED, "2")


def test_each_agency_answers_for_the_review_points(cycle, sent, posts, by):
    points = transitions.add_review_points(
        cycle, case="Case 1", texts=["Ask about the household", "Share at once"], **by
    )
    for assurance in (Assurance.PARTLY, Assurance.DONE):
        transitions.answer_review_points(
            sent, answers={points[0]: (assurance, "Audit of May")}, **by
        )
    [answer] = sent.review_answers.all()
    assert (str(answer.point), answer.assurance) == ("Case 1, point 1", Assurance.DONE)


def test_consent_to_a_copy_says_who_gave_it_and_only_to_what_was_sent(cycle, sent, posts, by):
    said = {"to": "Lambeth's board", "given_by": "Head of housing", "given_on": TODAY}
    with pytest.raises(NotAllowed, match="a return that was sent"):
        transitions.consent_to_copy(world.of(cycle, posts, "nurse"), **said, **by)
    transitions.consent_to_copy(sent, **said, **by)
    assert sent.consent_to == "Lambeth's board"


def test_a_moderation_gap_shows_in_the_heat_map(cycle, sent, posts):
    world.moderate_all(sent, posts["police_member"], value="1")
    housing = next(r for r in extracts.heat(cycle, on=TODAY).rows if r.found == sent.pk)
    assert {cell.gap for cell in housing.cells} == {2.0}
    assert {cell.colour for cell in housing.cells} == {"A"}


def test_the_heat_map_asks_as_often_for_many_as_for_one(
    cycle, sent, posts, django_assert_num_queries
):
    with django_assert_num_queries(4):
        extracts.heat(cycle, on=TODAY)
    world.take_in(cycle, posts, "police_member")
    with django_assert_num_queries(4):
        extracts.heat(cycle, on=TODAY)


@pytest.mark.parametrize("who", ["board_chair", "lay_member", "housing_lead", "neighbour_manager"])
def test_nobody_but_the_manager_keeps_the_cycle(cycle, sent, posts, who):
    as_who = {"by": posts[who], "on": TODAY}
    for refused in (
        lambda: transitions.add_cluster(cycle, name="X", executive_on=DUE, **as_who),
        lambda: transitions.conclude(sent, **as_who),
        lambda: transitions.add_addendum(sent, text="x", **as_who),
        lambda: transitions.close_cycle(cycle, **as_who),
    ):
        with pytest.raises(Refused):
            refused()


def test_the_survey_keeps_counts_and_hides_the_few_in_every_table(cycle, sent, posts, by):
    survey = transitions.open_survey(cycle, opens_on=DUE, closes_on=TODAY, **by)
    first, second = cycle.edition.standards.filter(number__in=[1, 2]).order_by("number")
    people = {"housing_lead": 5, "police_member": 9, "health_member": 40}
    for key, times in people.items():
        transitions.answer_survey(
            survey, found=world.of(cycle, posts, key), times=times,
            answers={first: Answer.AGREE, second: Answer.DISAGREE}, **by,
        )  # fmt: skip
    shown = extracts.survey(cycle)
    for number in (1, 2):
        words = {world.of(cycle, posts, key).pk: key for key in people}
        hidden = {words[pk] for pk, cell in shown[number].items() if cell.answered is None}
        assert hidden == {"housing_lead", "police_member"}, "the few, and one to hide them with"
    assert shown[1][world.of(cycle, posts, "health_member").pk].agree == 100
    fields = {field.name for field in Tally._meta.get_fields()}
    assert fields == {"id", "survey", "found", "standard", "answer", "count"}


def test_a_survey_that_is_over_counts_nothing_more(cycle, sent, posts, by):
    survey = transitions.open_survey(
        cycle, opens_on=date(2013, 5, 1), closes_on=date(2013, 5, 31), **by
    )
    standard = cycle.edition.standards.first()
    with pytest.raises(NotAllowed, match="not open today"):
        transitions.answer_survey(survey, found=sent, answers={standard: Answer.AGREE}, **by)
    assert not Tally.objects.exists()
