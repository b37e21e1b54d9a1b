"""Each page, as those who may and may not see it."""

import csv
import io
import re
from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.section11 import transitions
from holdfast.board.section11.models import AgencyReturn, Challenge, Cycle
from holdfast.board.section11.rules.states import ChallengeKind, Reply, State
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import TODAY
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]
OUTSIDERS = ["housing_lead", "social_worker", "nurse", "neighbour_manager", "neighbour_lado"]
PAGES = ["cycle", "heat", "heat_file", "pack", "plan", "reviews", "survey_results"]


def at(found, name="", *more):
    if isinstance(found, Cycle):
        return reverse(f"section11:{name or 'cycle'}", args=[found.record.reference, *more])
    return reverse(
        f"section11:{name or 'return'}", args=[found.cycle.record.reference, found.pk, *more]
    )


def read(response):
    content = b"".join(response) if response.streaming else response.content
    return content.decode()


@pytest.fixture
def by(posts):
    return {"by": posts["board_manager"], "on": TODAY}


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_every_page(client_for, cycle, sent, who):
    client = client_for(who)
    for name in PAGES:
        assert client.get(at(cycle, name)).status_code == 200, name
    page = read(client.get(at(sent)))
    assert "3: in place and shown to work" in page
    assert "not moderated" in page
    for name, form in (("return_file", "csv"), ("return_file", "docx"), ("brief", "docx")):
        assert client.get(at(sent, name, form)).status_code == 200


@pytest.mark.parametrize("who", OUTSIDERS)
def test_nobody_else_finds_anything(client_for, cycle, sent, who):
    client = client_for(who)
    urls = [
        reverse("section11:cycles"), reverse("section11:frame"), at(sent),
        *(at(cycle, name) for name in PAGES), at(cycle, "expect"), at(cycle, "close"),
        at(sent, "panel", 1), at(sent, "change", "final"), at(sent, "brief", "pdf"),
        at(sent, "return_file", "csv"),
    ]  # fmt: skip
    before = Entry.objects.count()
    for url in urls:
        response = client.get(url)
        assert response.status_code == 404, url
        assert "Self grade" not in read(response)
    assert Entry.objects.count() == before + len(urls), "each refusal leaves one entry"


def test_the_cycle_shows_two_figures_what_was_claimed_and_who_is_missing(
    client_for, cycle, sent, by
):
    transitions.note_claim(cycle, claimed="Compliance 100%", source="Annual report", **by)
    page = read(client_for("lay_member").get(at(cycle)))
    assert "1 of 3 returns due (33%)" in page
    assert "8 of 8 standards graded are met (100%)" in page
    assert "“Compliance 100%”" in page
    assert "No reply, 28 days late" in page


def test_each_kind_of_answer_is_drawn_differently(client_for, cycle, posts, by):
    world.take_in(cycle, posts, reply=Reply.PARTIAL, reason="Figures follow.")
    world.take_in(cycle, posts, "nurse", reply=Reply.NIL, claims=[], reason="All teams asked.")
    transitions.withdraw(world.of(cycle, posts, "police"), reason="Merged.", **by)
    page = read(client_for("analyst").get(at(cycle)))
    for symbol, words in (("triangle", "Returned in part"), ("ring", "Nil return"),
                          ("ring", "Withdrawn: no return expected")):  # fmt: skip
        assert re.search(rf"#hf-{symbol}\"/></svg><span>{words}", page), words


def test_the_heat_map_has_letters_before_any_colour_and_the_same_as_csv(client_for, cycle, sent):
    client = client_for("police_member")
    page = read(client.get(at(cycle, "heat")))
    assert 'aria-label="G: met"><span class="hf-sq hf-sq--small hf-sq--g">G</span>' in page
    assert "nothing cited" in page
    rows = list(
        csv.DictReader(io.StringIO(read(client.get(at(cycle, "heat_file"))).lstrip("\ufeff")))
    )
    assert {row["Colour"] for row in rows} == {"G", "not graded"}
    assert Entry.objects.order_by("-pk")[0].what == "export"


def test_a_member_moderates_and_the_second_of_two_is_told(client_for, cycle, sent, posts):
    url, client = at(sent, "panel", 1), client_for("police_member")
    page = read(client.get(url))
    fields = dict(re.findall(r'name="(g\d+-seen)" value="(\d+)"', page))
    first, second = sorted({name.split("-")[0] for name in fields})
    typed = {**fields, f"{first}-value": "2", f"{first}-reason": "No report since May."}
    assert client.post(url, typed).status_code == 302
    told = read(client_for("health_member").post(url, typed | {f"{first}-value": "1"}))
    assert "Somebody else has just moderated criterion 1.1" in told
    assert world.grade(sent).moderated_value == "2"
    missing = read(client.post(url, {**fields, f"{second}-value": "1"}))
    assert "Say why" in missing


@pytest.mark.parametrize("who", ["board_chair", "lay_member"])
def test_whoever_does_not_sit_on_the_panel_moderates_nothing(client_for, cycle, sent, who):
    grade = world.grade(sent)
    typed = {f"g{grade.pk}-value": "1", f"g{grade.pk}-reason": "x",
             f"g{grade.pk}-seen": grade.version}  # fmt: skip
    second = world.grade(sent, "1.2")
    typed[f"g{second.pk}-seen"] = second.version
    assert client_for(who).post(at(sent, "panel", 1), typed).status_code == 404
    assert world.grade(sent).moderated_value == ""


def test_two_who_change_one_return_are_told(client_for, cycle, sent, posts):
    world.moderate_all(sent, posts["police_member"])
    client, url = client_for("board_manager"), at(sent, "change", "moderated")
    assert client.post(url, {"seen": sent.version}).status_code == 302
    again = client.post(at(sent, "change", "reopen"), {"seen": sent.version, "reason": "x"})
    assert "Somebody else has just changed this return" in read(again)
    assert world.of(cycle, posts).state == State.MODERATED


def test_the_manager_frames_a_cycle_and_asks_a_cluster(client_for, cycle, posts):
    client = client_for("board_manager")
    days = {"opens_on_day": "1", "opens_on_month": "4", "opens_on_year": "2014",
            "closes_on_day": "31", "closes_on_month": "5", "closes_on_year": "2014"}  # fmt: skip
    typed = {"year": "2014/15", "edition": cycle.edition_id, **days}
    answer = client.post(reverse("section11:frame"), typed)
    assert answer.status_code == 302
    assert "There is a cycle for 2014/15 already" in read(
        client.post(reverse("section11:frame"), typed)
    )
    cluster = cycle.clusters.get(name="Council")
    nobody = client.post(at(cycle, "issue"), {"cluster": cluster.pk})
    assert "Nobody is to be asked here" in read(nobody)
    AgencyReturn.objects.filter(cluster=cluster).update(lead=posts["housing_lead"])
    assert client.post(at(cycle, "issue"), {"cluster": cluster.pk}).status_code == 302
    assert world.of(cycle, posts).state == State.WITH_AGENCY
    assert "To do; 0 of 61 answered" in read(client.get(at(cycle)))


FORMS = ["take-in", "send-back", "moderated", "challenge", "final", "action", "evidenced",
         "reopen", "withdraw", "consent", "addendum"]  # fmt: skip


def test_every_form_opens_for_the_manager_and_says_what_is_missing(client_for, cycle, sent):
    client = client_for("board_manager")
    for form in FORMS:
        assert client.get(at(sent, "change", form)).status_code == 200, form
        assert "There is a problem" in read(client.post(at(sent, "change", form), {})), form
    for form in ("cluster", "expect", "panel_seat", "claim", "carry_in", "survey_open"):
        assert client.get(at(cycle, form)).status_code == 200, form
        assert "There is a problem" in read(client.post(at(cycle, form), {})), form
    assert client.get(at(sent, "change", "anything-else")).status_code == 404


def test_a_challenge_is_put_and_answered(client_for, cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    transitions.conclude_moderation(sent, **by)
    client = client_for("board_manager")
    typed = {"kind": ChallengeKind.DAY.value, "held_on_day": "28", "held_on_month": "6",
             "held_on_year": "2013", "first": "What shows it?", "second": "", "third": "",
             "seen": world.of(cycle, posts).version}  # fmt: skip
    assert client.post(at(sent, "change", "challenge"), typed).status_code == 302
    assert "Not answered yet" in read(client.get(at(sent)))
    put = Challenge.objects.get()
    answered = {"outcome": "An audit was shown.", "seen": world.of(cycle, posts).version}
    assert client.post(at(sent, "answer", put.pk), answered).status_code == 302
    page = read(client.get(at(sent)))
    assert "An audit was shown." in page
    assert f"{put.logged.record.reference} in the challenge log: answered" in page
    assert "challenge day: What shows it?" in read(client.get(at(sent, "change", "action")))


def test_the_pack_asks_about_the_widest_gaps_and_names_a_peer(client_for, cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"], value="1")
    world.take_in(cycle, posts, "police_member")
    page = read(client_for("board_chair").get(at(cycle, "pack")))
    housing = page[page.index(sent.agency.name) : page.index("Peer")]
    assert housing.count("you graded yourselves 2 steps above what the panel found") == 3
    assert "Police, child abuse investigation team, which is ahead in standards" in page


def test_the_brief_is_two_pages_at_most(client_for, cycle, sent, posts):
    import pikepdf  # noqa: PLC0415

    world.moderate_all(sent, posts["police_member"], value="1")
    answer = client_for("board_manager").get(at(sent, "brief", "pdf"))
    with pikepdf.open(io.BytesIO(answer.content)) as paper:
        assert len(paper.pages) <= 2
    assert answer["Content-Disposition"] == 'attachment; filename="challenge-day-brief.pdf"'


def test_after_the_close_everything_can_still_be_taken_out(client_for, cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    transitions.conclude_moderation(sent, **by)
    transitions.close_cycle(cycle, **by)
    client = client_for("board_manager")
    page = read(client.get(at(sent)))
    assert "Add a dated addendum" in page
    assert "Make it final" not in page
    for form in ("csv", "docx"):
        assert client.get(at(sent, "return_file", form)).status_code == 200
    typed = {"text": "The audit of June is in.", "seen": world.of(cycle, posts).version}
    assert client.post(at(sent, "change", "addendum"), typed).status_code == 302
    assert "The audit of June is in." in read(client.get(at(sent)))


def test_case_reviews_show_who_answered_and_who_did_not(client_for, cycle, sent, by):
    from holdfast.board.section11.rules.states import Assurance  # noqa: PLC0415

    [point] = transitions.add_review_points(cycle, case="Case 1", texts=["Ask who"], **by)
    transitions.answer_review_points(sent, answers={point: (Assurance.DONE, "")}, **by)
    page = read(client_for("police_member").get(at(cycle, "reviews")))
    assert "done, with evidence" in page
    assert page.count("no answer") == 2


def test_the_plan_shows_the_trackers_own_colours(client_for, cycle, sent, posts, by):
    world.moderate_all(sent, posts["police_member"])
    transitions.conclude_moderation(sent, **by)
    transitions.conclude(sent, **by)
    transitions.agree_action(
        sent, what="Check every contract", owner=posts["housing_lead"],
        due_on=date(2013, 9, 30), **by,
    )  # fmt: skip
    page = read(client_for("lay_member").get(at(cycle, "plan")))
    assert "Check every contract" in page
    assert "Its date is ahead" in page
