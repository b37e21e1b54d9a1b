"""What a priority or a commitment stands on, papers that are kept, pages that turn."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.workplan import feeds, transitions
from holdfast.board.workplan.models import Challenge, Control, EvidenceLink, RiskNote
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.board.workplan.tests import scene
from holdfast.board.workplan.tests.world import TODAY
from holdfast.kernel.access.models import Entry
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
NOBODY = ["head_teacher", "neighbour_manager", "neighbour_lado"]


def said(response):
    return (b"".join(response) if response.streaming else response.content).decode()


def paper(content=b"%PDF-1.4 kept"):
    return SimpleUploadedFile("A child's name.pdf", content, content_type="application/pdf")


def refused(client_for, *urls):
    for who in NOBODY:
        assert [client_for(who).get(url).status_code for url in urls] == [404] * len(urls), who


@pytest.fixture
def risk(plan, posts):
    manager = posts["board_manager"]
    found = transitions.raise_risk(
        transitions.RiskTold("Turnover", "Pay", "Staff leave", "Drift"),
        area=this_partnership().area, owner=manager.agency, risk_owner=tracker.Who(manager),
        by=manager, on=TODAY,
    )  # fmt: skip
    transitions.score_risk(found, likelihood=3, impact=3, reason="Two", by=manager, on=TODAY)
    return found


def test_a_priority_and_a_commitment_have_a_page_with_evidence_a_line_and_a_paper(
    client_for, plan, posts
):
    manager = posts["board_manager"]
    transitions.hold_strategy(plan, feeds.shipped_strategy(), lines={}, by=manager, on=TODAY)
    client, at = client_for("board_manager"), plan.record.reference
    for name, args in (("priority", ["P8"]), ("commitment", ["cypp-2013-16", "SS2"])):
        home = reverse(f"workplan:{name}", args=[at, *args])
        link = reverse(f"workplan:{name}_link", args=[at, *args])
        impact = reverse(f"workplan:{name}_impact", args=[at, *args])
        assert link in said(client.get(home))
        typed = {"sort": "audit", "what": f"Audit for {name}", "dated": "2012-12",
                 "paper": paper()}  # fmt: skip
        assert client.post(link, typed).url == home
        typed = {"what_changed": "More was seen.", "how_we_know": "A count", "dated": "2013-03"}
        assert client.post(impact, typed).url == home
        kept = EvidenceLink.objects.latest("pk").file
        there = reverse("workplan:plan_paper", args=[at, kept.pk])
        page = said(client_for("lay_member").get(home))
        assert f"Audit for {name}, Dec 2012" in page
        assert there in page
        assert "More was seen. How we know: A count, Mar 2013." in page
        assert link not in page, "a lay member reads"
        refused(client_for, home, link, impact, there)
        assert client_for("lay_member").get(link).status_code == 404


def test_more_evidence_costs_a_priority_no_more_queries(client_for, plan, posts):
    one, client = plan.priorities.get(code="P8"), client_for("lay_member")
    url = reverse("workplan:priority", args=[plan.record.reference, "P8"])

    def asked():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(url).status_code == 200
        return len(queries)

    def more(count):
        for number in range(count):
            transitions.link_evidence(
                one, sort=EvidenceSort.AUDIT, what=f"Audit {number}", by=posts["board_manager"],
                on=TODAY, paper=transitions.Paper(b"Seen.", "text/plain"),
            )  # fmt: skip

    more(1)
    asked()
    little = asked()
    more(5)
    assert asked() == little


def test_a_line_is_linked_to_a_commitment_once_on_its_page(client_for, plan, posts):
    manager = posts["board_manager"]
    held = transitions.hold_strategy(
        plan, feeds.shipped_strategy(), lines={}, by=manager, on=TODAY
    )
    one, line = held.commitments.get(code="SS2"), plan.lines.get(number=3)
    args = [plan.record.reference, "cypp-2013-16", "SS2"]
    client, url = client_for("board_manager"), reverse("workplan:commitment_line", args=args)
    home = reverse("workplan:commitment", args=args)
    assert "Gap: no line of ours answers it." in said(client.get(home))
    assert "Choose a line of this plan." in said(client.post(url, {}))
    assert client.post(url, {"line": line.pk}).url == home
    assert str(line) in said(client.get(home))
    assert f'value="{line.pk}"' not in said(client.get(url)), "it is not offered again"
    with pytest.raises(NotAllowed, match="linked to the commitment already"):
        transitions.link_line(one, line, by=manager, on=TODAY)
    refused(client_for, url)


def test_a_kept_paper_is_taken_through_the_door_of_its_own_record(client_for, plan, risk, posts):
    asked = scene.put(posts, to=tracker.Who(posts["police_member"]), on=TODAY)
    police = client_for("police_member")
    answer = reverse("workplan:challenge_answer", args=[asked.record.reference])
    typed = {"reply": "See the paper.", "seen": asked.version, "paper": paper(b"%PDF-1.4 reply")}
    assert police.post(answer, typed).status_code == 302
    note = reverse("workplan:risk_assurance", args=[risk.record.reference])
    typed = {"text": "They showed us.", "paper": paper(b"%PDF-1.4 shown")}
    assert client_for("board_manager").post(note, typed).status_code == 302
    reply, shown = asked.entries.latest("pk").file, RiskNote.objects.get().file
    urls = [
        reverse("workplan:challenge_paper", args=[asked.record.reference, reply.pk]),
        reverse("workplan:risk_paper", args=[risk.record.reference, shown.pk]),
    ]
    assert urls[0] in said(
        police.get(reverse("workplan:challenge", args=[asked.record.reference]))
    )
    assert urls[1] in said(police.get(reverse("workplan:risk", args=[risk.record.reference])))
    taken = [police.get(url) for url in urls]
    assert [one.content for one in taken] == [b"%PDF-1.4 reply", b"%PDF-1.4 shown"]
    assert "child" not in taken[0]["Content-Disposition"], "the sender's name is not kept"
    assert Entry.objects.filter(what="export").latest("pk").detail["sha256"] == shown.sha256
    crossed = reverse("workplan:risk_paper", args=[risk.record.reference, reply.pk])
    assert police.get(crossed).status_code == 404, "another record's paper is not there"
    refused(client_for, *urls)


def test_a_paper_that_is_not_what_it_is_called_leaves_no_reply(client_for, plan, posts):
    asked = scene.put(posts, to=tracker.Who(posts["police_member"]), on=TODAY)
    answer = reverse("workplan:challenge_answer", args=[asked.record.reference])
    typed = {"reply": "See it.", "seen": asked.version, "paper": paper(b"<html>")}
    assert "not what it is called" in said(client_for("police_member").post(answer, typed))
    asked.refresh_from_db()
    assert (asked.state, asked.entries.count(), asked.record.files.count()) == ("put", 1, 0)


def test_a_control_is_ended_on_its_form_and_only_once(client_for, risk, posts):
    manager = posts["board_manager"]
    control = transitions.add_control(risk, what="Agency staff", by=manager, on=TODAY)
    url = reverse("workplan:risk_end_control", args=[risk.record.reference, control.pk])
    home = reverse("workplan:risk", args=[risk.record.reference])
    client = client_for("board_manager")
    assert url in said(client.get(home))
    assert url not in said(client_for("lay_member").get(home))
    assert "Say why this control no longer works." in said(client.post(url, {}))
    assert client.post(url, {"why": "The contract ended"}).url == home
    assert Control.objects.get(ends=control).what == "The contract ended"
    assert client.get(url).status_code == 404, "it has ended"
    refused(client_for, url)


def test_a_challenge_takes_a_published_figure_and_keeps_its_row(client_for, plan):
    client, url = client_for("board_chair"), reverse("workplan:challenge_put")
    assert "CP08 Re-registrations" not in said(client.get(reverse("workplan:challenges")))
    assert 'value="CP08||2012"' in said(client.get(url))
    typed = {"title": "Plans again", "question": "Why do children come back to a plan?",
             "role": "Social care", "worse": "rose", "figure": "CP08||2012"}  # fmt: skip
    wrong = client.post(url, typed | {"figure": "CP08||1999"})
    assert "not one of the available" in said(wrong)
    assert client.post(url, typed).status_code == 302
    found = Challenge.objects.get()
    assert (found.figure, found.figure_year, found.figure_place) == ("CP08", 2012, "E09000028")
    assert found.figure_words.startswith("7.4%, 23 of 309, year to 31 March 2012")
    assert ", row " in found.figure_row
    assert found.watches == "CP08"
    page = said(client.get(reverse("workplan:challenge", args=[found.record.reference])))
    assert found.figure_row in page


def test_long_lists_turn_their_pages(client_for, plan, posts):
    manager, area = posts["board_manager"], this_partnership().area
    for number in range(27):
        transitions.put_challenge(
            title=f"Question {number}", question="Why?", to=tracker.Who(None, "Health"), area=area,
            owner=manager.agency, group="Audit and Learning", by=manager, on=TODAY,
        )  # fmt: skip
    client = client_for("board_chair")
    log = said(client.get(reverse("workplan:challenges") + "?page=2"))
    assert "Showing 26 to 27 of 27" in log
    group = reverse("workplan:group", args=[plan.record.reference, "audit-and-learning"])
    page = said(client.get(group + "?challenges-page=2"))
    assert "Showing 26 to 27 of 27" in page
    assert 'aria-label="Pages: Its challenges"' in page
    assert page.count("Showing 1 to") >= 1, "the other tables stand on their first page"
