"""Findings as claims, year by year; the actions that answer them; the later inspections."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.scrutiny import data, extracts, transitions
from holdfast.board.scrutiny.rules import claims, papers
from holdfast.board.scrutiny.rules.words import FindingKind
from holdfast.board.scrutiny.tests import world
from holdfast.board.scrutiny.tests.world import TODAY
from holdfast.board.workplan import transitions as workplan
from holdfast.kernel.access import gate
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.reading import BadFile
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed

days = st.dates(date(2010, 1, 1), date(2030, 12, 31))


def finding(inspection, topic):
    return inspection.findings.get(topic=topic)


def row(topic, on=TODAY):
    (inspection,) = extracts.inspection_rows(on=on)
    return next(one for one in inspection.findings if one.topic == topic)


def test_a_finding_not_shown_this_year_says_so_by_itself(inspected, posts):
    assert row("LADO notifications").missing == ("2013-14", "2012-13")
    transitions.evidence_claim(
        finding(inspected, "LADO notifications"), what="More calls from the police",
        dated=Dated.read("2012-12"), by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    assert row("LADO notifications").missing == ("2013-14",)
    words = [year.words for year in row("LADO notifications").years]
    assert words == ["Not evidenced this year", "Evidenced"]


def test_the_gap_moves_on_with_the_years(inspected):
    words = {year.year: year.words for year in row("Services", on=date(2015, 5, 1)).years}
    assert words["2013-14"] == "Not evidenced that year"
    assert words["2015-16"] == "Not evidenced this year"


@pytest.mark.parametrize(
    ("what", "dated", "why"),
    [(" ", "2013", "Say what shows"), ("x", "2014", "not come yet"), ("x", "2011", "before the")],
)
def test_evidence_is_dated_after_the_inspection_and_not_ahead(inspected, posts, what, dated, why):
    with pytest.raises(NotAllowed, match=why):
        transitions.evidence_claim(
            finding(inspected, "Services"), what=what, dated=Dated.read(dated),
            by=posts["board_manager"], on=TODAY,
        )  # fmt: skip


def test_an_action_is_done_shown_and_tested_again_by_somebody_else(inspected, posts):
    manager, chair = posts["board_manager"], posts["board_chair"]
    link = transitions.agree_action(
        finding(inspected, "Thresholds"), what="Review the threshold document",
        owner=tracker.Who(manager), due_on=date(2013, 9, 30), by=manager, on=TODAY,
    )  # fmt: skip
    transitions.say_done(link, by=manager, on=TODAY)
    transitions.show_done(link, what="The new document", dated=Dated(TODAY), by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="Ask another post"):
        transitions.retest(link, held=True, finding="It is used", by=manager, on=TODAY)
    transitions.retest(link, held=False, finding="Half of the teams use it", by=chair, on=TODAY)
    (action,) = row("Thresholds").actions
    assert (action.state, action.owner) == ("agreed", manager.title)


def test_nobody_registers_what_was_not_published_yet(friday, posts):
    for code in ("SIF-2017", "ILACS-2022"):
        with pytest.raises(NotAllowed, match="This report came out on"):
            world.inspection(posts, code)


def test_an_inspection_is_registered_once(inspected, posts):
    with pytest.raises(NotAllowed, match="registered already"):
        world.inspection(posts)


@pytest.mark.parametrize("who", ["lay_member", "police_member", "analyst", "neighbour_manager"])
def test_only_the_manager_and_the_chair_show_a_claim(inspected, posts, who):
    with pytest.raises(gate.Refused):
        transitions.evidence_claim(
            finding(inspected, "Services"), what="x", dated=Dated.read("2013-05"), by=posts[who],
            on=TODAY,
        )  # fmt: skip


def test_the_review_of_2017_is_answered_by_what_holdfast_does_itself(posts, at):
    with at(2017, 7, 3, 10, 0):
        day = date(2017, 7, 3)
        world.inspection(posts, "SIF-2017", on=day)
        (found,) = extracts.inspection_rows(on=day)
        asked = {f.paragraph: f for f in found.findings if f.kind is FindingKind.RECOMMENDATION}
        assert list(asked) == ["104", "105", "106", "107"]
        assert all(one.tested_by for one in asked.values())
        grades = {name: grade for name, grade, _ in found.grades}
        assert grades["Local safeguarding children board"] == "Good"


def test_the_finding_of_2022_on_private_fostering_joins_the_challenge_of_2012(
    posts, at, client_for
):
    manager = posts["board_manager"]
    with at(2012, 11, 20, 10, 0):
        day = date(2012, 11, 20)
        challenge = workplan.put_challenge(
            title="Private fostering notifications", question="Why are there so few?",
            to=tracker.Who(None, "Children's services"), area=this_partnership().area,
            owner=manager.agency, by=manager, on=day,
        )  # fmt: skip
    with at(2022, 11, 14, 10, 0):
        day = date(2022, 11, 14)
        found = finding(world.inspection(posts, "ILACS-2022", on=day), "Private fostering")
        transitions.join_thread(found, challenge=challenge, by=manager, on=day)
        last = challenge.entries.latest("pk")
        assert last.text == found.text
        assert last.dated.words == "11 Nov 2022"
        assert "paragraph 16" in last.source
        url = reverse("scrutiny:finding", args=[found.inspection.record.reference, found.number])
        page = client_for("lay_member").get(url).content.decode()
        assert f"{challenge.record.reference}: Private fostering notifications" in page
        with pytest.raises(NotAllowed, match="joined that challenge already"):
            transitions.join_thread(found, challenge=challenge, by=manager, on=day)
        with pytest.raises(gate.Refused):
            transitions.join_thread(found, challenge=challenge, by=posts["analyst"], on=day)


def test_each_shipped_inspection_says_its_source_its_scale_and_how_sure():
    shipped = papers.shipped_inspections()
    assert list(shipped) == ["SLAC-2012", "SIF-2017", "ILACS-2022"]
    for one in shipped.values():
        assert one.source
        assert all(grade.scale for grade in one.grades)
        assert {f.kind for f in one.findings} >= {FindingKind.STRENGTH}
        if one.status == "V":
            assert all(f.paragraph for f in one.findings), one.code


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("kind: strength", "kind: praise", "kind: found “praise”"),
        ("held: 2012-05", "held: last May", "Write a date as"),
        ("form: holdfast inspections 1", "form: other", "Its first line says"),
    ],
)
def test_a_broken_file_is_told_by_line_and_value(before, after, why):
    text = data.text_of(data.INSPECTIONS)
    assert before in text
    with pytest.raises(BadFile, match=why):
        papers.read_inspections(text.replace(before, after, 1), file="x.yaml")


@given(days, days)
def test_years_run_without_a_gap_and_hold_both_days(one, other):
    first, last = sorted([one, other])
    years = claims.years_between(first, last)
    assert years[0] == claims.year_of(first)
    assert years[-1] == claims.year_of(last)
    starts = [int(year[:4]) for year in years]
    assert starts == list(range(starts[0], starts[-1] + 1))


@given(days, days, st.sets(st.integers(2010, 2031)))
def test_a_year_is_missing_exactly_when_nothing_was_shown(one, other, shown):
    published, on = sorted([one, other])
    evidence = {claims.year_of(date(year, 6, 1)): 1 for year in shown}
    years = claims.claim_years(published, evidence, on=on)
    assert set(claims.not_evidenced(years)) == {
        year for year in claims.years_between(published, on) if year not in evidence
    }
