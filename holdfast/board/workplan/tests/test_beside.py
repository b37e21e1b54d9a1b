"""What stands beside the plan: impact, the horizon, the children's plan, a paper."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from holdfast.board.workplan import extracts, feeds, transitions
from holdfast.board.workplan.models import EvidenceLink, Meeting, PolicyItem
from holdfast.board.workplan.tests.world import TODAY, line
from holdfast.kernel.access import gate
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.reading import BadFile
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "police_member", "lay_member"]
OUTSIDERS = ["lado", "analyst", "housing_lead", "neighbour_lado", "neighbour_manager"]
PAGES = ["not_moving", "specific", "priorities", "groups", "horizon", "strategies"]
FORMS = [("meeting", ()), ("policy", ()), ("link", (3,)), ("impact", (3,)),
         ("priority_impact", ("P8",))]  # fmt: skip


def at(plan, name, *more):
    return reverse(f"workplan:{name}", args=[plan.record.reference, *more])


def words_of(response):
    return response.content.decode()


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_every_page_beside_the_plan(client_for, plan, who):
    client = client_for(who)
    for name in PAGES:
        assert client.get(at(plan, name)).status_code == 200, name
        assert at(plan, name) in words_of(client.get(at(plan, "plan")))


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_finds_a_page_or_a_form(client_for, plan, who):
    client = client_for(who)
    for name in PAGES:
        assert client.get(at(plan, name)).status_code == 404, name
    for name, more in FORMS:
        assert client.get(at(plan, name, *more)).status_code == 404, name


@pytest.mark.parametrize(("name", "more"), FORMS)
def test_every_form_says_what_is_missing_and_is_the_managers(client_for, plan, name, more):
    client, url = client_for("board_manager"), at(plan, name, *more)
    assert client.get(url).status_code == 200
    assert "There is a problem" in words_of(client.post(url, {"x": "1"}))
    assert client_for("board_chair").get(url).status_code == 404


def test_the_twelve_priorities_have_a_line_or_a_gap_and_impact_or_none(client_for, plan):
    client = client_for("board_manager")
    page = words_of(client.get(at(plan, "priorities")))
    assert "12 priorities: 0 without a line, 12 without impact evidence" in page
    typed = {"what_changed": "Notifications rose.", "how_we_know": "The count of the year",
             "dated": "2013-03-31"}  # fmt: skip
    assert client.post(at(plan, "priority_impact", "P8"), typed).status_code == 302
    page = words_of(client.get(at(plan, "priorities")))
    assert "11 without impact evidence" in page
    assert "Notifications rose. How we know: The count of the year, 31 Mar 2013." in page


def test_impact_without_how_we_know_or_from_the_future_is_refused(plan, posts):
    manager = posts["board_manager"]
    for known, dated, why in (("", Dated(TODAY), "how we know"),
                              ("A survey", Dated(date(2014, 1, 1)), "not come yet")):  # fmt: skip
        with pytest.raises(NotAllowed, match=why):
            transitions.state_impact(
                line(plan, 3), what_changed="Better.", how_we_know=known, dated=dated, by=manager,
                on=TODAY,
            )  # fmt: skip


def test_a_paper_is_kept_with_the_plan_and_linked_to_its_line(client_for, plan):
    client, url = client_for("board_manager"), at(plan, "link", 3)
    typed = {"sort": "audit", "what": "Audit of two schools", "dated": "2012-12"}
    paper = SimpleUploadedFile("a.pdf", b"%PDF-1.4 audit", content_type="application/pdf")
    assert client.post(url, typed | {"paper": paper}).status_code == 302
    kept = EvidenceLink.objects.get()
    assert kept.file.record_id == plan.record.pk
    page = words_of(client.get(at(plan, "line", 3)))
    assert "Audit: Audit of two schools, Dec 2012; <a href=" in page
    assert at(plan, "plan_paper", kept.file_id) in page
    liar = SimpleUploadedFile("a.pdf", b"<html>", content_type="application/pdf")
    assert "not what it is called" in words_of(client.post(url, typed | {"paper": liar}))
    assert EvidenceLink.objects.count() == 1


def test_a_linked_figure_is_drawn_with_its_published_value(client_for, plan):
    client = client_for("board_manager")
    client.post(at(plan, "link", 19), {"sort": "figure", "indicator": "CP08", "dated": ""})
    page = words_of(client.get(at(plan, "line", 19)))
    assert "7.4%, 23 of 309, year to 31 March 2012" in page
    assert "Choose an indicator" in words_of(
        client.post(at(plan, "link", 19), {"sort": "figure", "indicator": "", "dated": ""})
    )


def test_a_meeting_is_added_to_the_plan(client_for, plan):
    typed = {"body": "Executive", "held": "2013-06-20"}
    assert client_for("board_manager").post(at(plan, "meeting"), typed).status_code == 302
    assert Meeting.objects.get(held_from=date(2013, 6, 20)).body == "Executive"
    page = words_of(client_for("board_chair").get(at(plan, "plan")))
    assert "Changed since the Executive of 20 June 2013" in page


def test_what_is_coming_gets_a_meaning_an_owner_an_action_and_an_end(client_for, plan):
    client = client_for("board_manager")
    typed = {"title": "Working Together 2013", "source": "The guidance", "known": "V",
             "dated": "2013-04-15"}  # fmt: skip
    assert client.post(at(plan, "policy"), typed).status_code == 302
    item = PolicyItem.objects.get()
    page = words_of(client.get(at(plan, "horizon")))
    assert "1 to look at again" in page
    assert "No review date: set one" in page
    meaning = {"implication": "One assessment.", "role": "Executive", "what": "Publish thresholds",
               "seen": item.version, "review_on_day": "13", "review_on_month": "9",
               "review_on_year": "2013"}  # fmt: skip
    url = at(plan, "policy_meaning", item.pk)
    assert client.post(url, meaning).status_code == 302
    again = words_of(client.post(url, meaning | {"what": ""}))
    assert "Somebody else has just changed this item" in again
    (row,) = extracts.horizon_rows(area=this_partnership().area, on=TODAY)
    assert (row.owner, row.action, row.due) == ("Executive", "Publish thresholds", False)
    item.refresh_from_db()
    settle = {"how": "Thresholds are out.", "seen": item.version}
    assert client.post(at(plan, "policy_settle", item.pk), settle).status_code == 302
    assert "Done 28 Jun 2013: Thresholds are out." in words_of(client.get(at(plan, "horizon")))


def test_the_childrens_plan_is_held_with_three_areas_nine_commitments_36_results(
    client_for, plan, posts
):
    told, manager = feeds.shipped_strategy(), posts["board_manager"]
    assert len({one.area_code for one in told.commitments}) == 3
    assert sum(len(one.results) for one in told.commitments) == 36
    held = transitions.hold_strategy(plan, told, lines={"SS2": [3, 4]}, by=manager, on=TODAY)
    page = words_of(client_for("lay_member").get(at(plan, "strategies")))
    assert "3 areas, 9 commitments, 36 results. 8 without a line of ours." in page
    assert page.count("Gap: no line of ours answers it") == 8
    transitions.link_line(held.commitments.get(code="BS2"), line(plan, 19), by=manager, on=TODAY)
    page = words_of(client_for("lay_member").get(at(plan, "strategies")))
    assert page.count("Gap: no line of ours answers it") == 7
    with pytest.raises(NotAllowed, match="held already"):
        transitions.hold_strategy(plan, told, lines={}, by=manager, on=TODAY)


def test_a_bad_strategy_file_is_told_with_its_line():
    from holdfast.board.workplan.rules.strategies import read_strategy  # noqa: PLC0415

    with pytest.raises(BadFile, match=r"bad.yaml, line 1.*form: strategy"):
        read_strategy("form: plan\n", file="bad.yaml")


@pytest.mark.parametrize("who", ["board_chair", "lay_member", "police_member"])
def test_only_the_manager_writes_beside_the_plan(plan, posts, who):
    with pytest.raises(gate.Refused):
        transitions.note_policy(
            plan, title="x", source="x", known="V", dated=Dated(TODAY), by=posts[who], on=TODAY
        )


def test_a_control_ends_with_its_reason_and_a_risk_opens_again(plan, posts):
    manager, chair = posts["board_manager"], posts["board_chair"]
    risk = transitions.raise_risk(
        transitions.RiskTold("Turnover", "Pay", "Staff leave", "Drift"),
        area=this_partnership().area, owner=manager.agency, risk_owner=tracker.Who(manager),
        by=manager, on=TODAY,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="Cannot control while raised"):
        transitions.add_control(risk, what="x", by=manager, on=TODAY)
    transitions.score_risk(risk, likelihood=3, impact=3, reason="Two left", by=manager, on=TODAY)
    control = transitions.add_control(risk, what="Agency staff", by=manager, on=TODAY)
    transitions.end_control(control, why="The contract ended", by=manager, on=TODAY)
    transitions.close_risk(risk, assurance="Posts are filled", by=chair, on=TODAY)
    transitions.reopen_risk(risk, because="Three left again", by=manager, on=TODAY)
    (row,) = extracts.risk_rows(area=this_partnership().area, on=TODAY)
    assert (row.state, row.controls, row.ended_controls) == ("scored", (), ("Agency staff",))
    assert row.assurance == ("Posts are filled", "Three left again")
