"""What inspectors found wanting in boards in 2017, as tests of this plan and its registers.

Source: Ofsted's inspection of the borough, March 2017, recommendations 104 and 106 (V).
"""

from datetime import date
from html import unescape

import pytest
from django.urls import reverse

from holdfast.board.workplan import extracts, transitions
from holdfast.board.workplan.models import Line
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.board.workplan.rules.risk_scoring import Scored, movement
from holdfast.board.workplan.rules.specific import LineFacts, failings
from holdfast.board.workplan.rules.standing_still import (
    challenge_stands,
    priority_stands,
    risk_stands,
)
from holdfast.board.workplan.tests import scene
from holdfast.board.workplan.tests.world import TODAY, line
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.models import this_partnership

GOOD = LineFacts(1, ("Chair",), has_date=True, finished=False, shown=1, printed_timescale="")


def words_of(response):
    return response.content.decode()


def page(client, plan, name, *more):
    url = reverse(f"workplan:{name}", args=[plan.record.reference, *more])
    response = client.get(url)
    assert response.status_code == 200
    return words_of(response)


def raised(plan, posts, **more):
    manager = posts["board_manager"]
    told = transitions.RiskTold("Late conferences", "Too few chairs", "They are late", "Drift",
                                group="Audit and Learning")  # fmt: skip
    return transitions.raise_risk(
        told, area=this_partnership().area, owner=manager.agency, risk_owner=tracker.Who(manager),
        by=manager, on=TODAY, **more,
    )  # fmt: skip


def test_a_line_with_owner_date_and_measure_passes():
    assert failings([GOOD]) == ()


def test_a_line_is_told_what_it_lacks():
    bare = LineFacts(7, (), has_date=False, finished=False, shown=0, printed_timescale="Ongoing")
    (found,) = failings([GOOD, bare])
    assert found.number == 7
    assert found.lacks == (
        "an owner", "a date (“Ongoing” is no date)", "anything that measures it",
    )  # fmt: skip


def test_what_is_finished_needs_no_date_any_more():
    done = LineFacts(2, ("Chair",), has_date=False, finished=True, shown=1, printed_timescale="")
    assert failings([done]) == ()


def test_a_risk_moves_with_words_and_an_arrow():
    first, then = Scored(4, 5, date(2012, 4, 24)), Scored(2, 4, date(2013, 6, 18))
    assert movement([then, first]).words == "down from 20 to 8"
    assert movement([first]).words == "scored once"
    assert movement([]).words == "not scored yet"


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        (priority_stands([]), "no line answers it"),
        (priority_stands([(True, False), (True, True)]), ""),
        (priority_stands([(False, False)]), ""),
        (risk_stands(None, on=TODAY), "it was never scored"),
        (risk_stands(date(2013, 3, 28), on=TODAY), ""),
        (risk_stands(date(2013, 3, 27), on=TODAY), "not scored since 27 Mar 2013"),
        (challenge_stands(open_=True, days=3, late=1), "the reply is 1 working day late"),
        (challenge_stands(open_=True, days=21, late=0), "nobody moved it for 21 working days"),
        (challenge_stands(open_=False, days=99, late=9), ""),
    ],
)
def test_what_stands_still_says_why(said, wanted):
    assert said == wanted


@pytest.mark.django_db
def test_every_line_has_an_owner_and_a_date_or_the_page_says_which_have_not(client_for, plan):
    said = unescape(page(client_for("lay_member"), plan, "specific"))
    told = extracts.report_rows(plan, on=TODAY)
    for row in told:
        dated = row.due_on or row.state != "agreed"
        owned = any(owner.resolved for owner in row.owners)
        if not (dated and owned):
            assert f">{row.number} {row.title}" in said, row.number
    assert "a date (“ongoing” is no date)" in said.lower()


@pytest.mark.django_db
def test_risks_and_concerns_are_tracked_with_their_movement(client_for, plan, posts):
    risk, manager = raised(plan, posts, lines=[line(plan, 19)]), posts["board_manager"]
    for likelihood, why in ((3, "First look"), (5, "No reply yet")):
        transitions.score_risk(
            risk, likelihood=likelihood, impact=4, reason=why, by=manager, on=TODAY
        )
    (row,) = extracts.risk_rows(area=this_partnership().area, on=TODAY)
    assert (row.movement.arrow, row.movement.words) == ("↑", "up from 12 to 20")
    assert row.lines == (19,)
    assert "↑ up from 12 to 20" in words_of(client_for("lay_member").get(
        reverse("workplan:risks")))  # fmt: skip


@pytest.mark.django_db
def test_a_sub_group_sees_its_lines_risks_challenges_and_indicators(client_for, plan, posts):
    manager = posts["board_manager"]
    raised(plan, posts, indicators=[("SE05", "")])
    scene.put(posts, to=tracker.Who(role="Health"), on=TODAY, title="Who is told?",
              group="Audit and Learning")  # fmt: skip
    transitions.link_evidence(
        line(plan, 28), sort=EvidenceSort.FIGURE, indicator="CP08", by=manager, on=TODAY
    )
    said = page(client_for("health_member"), plan, "group", "audit-and-learning")
    for words in ("28 ", "Late conferences", "Who is told?", "CP08 ", "SE05 ", "7.4%"):
        assert words in said, words
    other = page(client_for("health_member"), plan, "group", "human-resources")
    assert "Late conferences" not in other
    assert "Who is told?" not in other
    listed = page(client_for("health_member"), plan, "groups")
    assert "All sub-groups" not in listed, "what is everybody's is no sub-group"


@pytest.mark.django_db
def test_one_page_shows_the_chair_all_that_is_not_moving(client_for, plan, posts):
    raised(plan, posts)
    with scene.at(2013, 5, 14, 10, 0):
        scene.put(posts, to=tracker.Who(role="Health"), on=date(2013, 5, 14), title="Who is told?")
    said = unescape(page(client_for("board_chair"), plan, "not_moving"))
    assert "Who is told?" in said
    assert "the reply is 22 working days late" in said
    assert "it was never scored" in said
    for number in (1, 14, 19, 22, 26):
        assert f">{number} {Line.objects.get(plan=plan, number=number).title}" in said
