"""The pages beside an edition: what it must hold, what was done, the calendar, whom it goes to."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.models import Activity, Dispatch, Recipient
from holdfast.board.annual_report.tests.shipped import TODAY
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
BESIDE = ["required", "activities", "calendar", "recipients", "handover"]
READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]
STRANGERS = ["lado", "housing_lead", "nurse", "neighbour_manager", "neighbour_lado"]


@pytest.fixture
def begun(edition, posts):
    transitions.set_out(edition, by=posts["board_manager"], on=TODAY)
    return edition


@pytest.fixture
def told(begun, posts) -> list[Activity]:
    manager = posts["board_manager"]
    kept = {"source": "Work plan, line 3", "by": manager, "on": TODAY}
    told = [
        transitions.note_activity(begun, theme="A", what=what, plain="We met. ", **kept)
        for what in ("A campaign was held", "A conference was held")
    ]
    transitions.show_impact(
        told[0],
        changed="Notifications rose.",
        how_known="Counted.",
        dated_on=date(2013, 3, 31),
        source="Steering group",
        by=manager,
        on=TODAY,
    )
    return told


def url(edition, name, *more) -> str:
    return reverse(f"annual_report:{name}", args=[edition.record.reference, *more])


def approved(edition, freeze, settle, posts):
    settle()
    freeze()
    edition.refresh_from_db()
    transitions.approve(edition, unsettled=[], by=posts["board_chair"], on=TODAY)


@pytest.mark.parametrize("who", READERS)
@pytest.mark.parametrize("name", BESIDE)
def test_the_board_reads_every_page_beside_an_edition(begun, client_for, who, name):
    assert client_for(who).get(url(begun, name)).status_code == 200


@pytest.mark.parametrize("who", STRANGERS)
def test_a_stranger_finds_none_of_them(begun, client_for, who):
    client = client_for(who)
    paths = [url(begun, name) for name in [*BESIDE, "recipients-csv", "tell", "hand-over"]]
    assert {client.get(path).status_code for path in paths} == {404}


@pytest.mark.parametrize("who", ["lay_member", "police_member", "board_chair"])
def test_who_only_reads_is_offered_no_form(begun, told, client_for, who):
    client = client_for(who)
    for name in ("tell", "list-recipient", "hand-over"):
        assert client.get(url(begun, name)).status_code == 404
    assert "Write it otherwise" not in client.get(url(begun, "activities")).text


def test_what_it_must_hold_says_how_far_who_and_how_sure(begun, told, client_for):
    said = client_for("lay_member").get(url(begun, "required")).text
    assert "0 filled, 4 partly, 11 empty, of 15" in said
    assert "Not checked: 7 of the 15 rules are from memory" in said
    assert "155 days left" in said and "Local, not law" in said
    assert "by the role, nobody was named" in said
    assert "complian" not in said


def test_another_edition_of_the_guidance_can_be_laid_over_the_same_report(begun, client_for):
    said = client_for("lay_member").get(url(begun, "required"), {"edition": "2023"}).text
    assert "of 19" in said and "National" not in said
    assert "published by the lead safeguarding partners" in said
    usual = client_for("lay_member").get(url(begun, "required"), {"edition": "nonsense"}).text
    assert "of 15" in usual


def test_the_manager_names_who_holds_an_item(begun, posts, client_for):
    client = client_for("board_manager")
    answer = client.post(url(begun, "charge", "voice"), {"post": posts["lay_member"].pk})
    assert answer.status_code == 302
    assert begun.charges.get().post == posts["lay_member"]
    assert client.get(url(begun, "charge", "no-such-item")).status_code == 404


def test_a_neighbours_post_cannot_be_chosen(begun, posts, client_for):
    client = client_for("board_manager")
    sent = {"post": posts["neighbour_manager"].pk}
    assert client.post(url(begun, "charge", "voice"), sent).status_code == 200
    assert not begun.charges.exists()


def test_an_activity_without_evidence_stands_with_its_mark(begun, told, client_for):
    said = client_for("lay_member").get(url(begun, "activities")).text
    assert "1 of 2 with evidence" in said
    assert said.count("No evidence of impact is held") == 2
    chapter = client_for("lay_member").get(url(begun, "chapter", "activity")).text
    assert chapter.count("No evidence of impact is held.") == 1
    assert "Notifications rose. " in chapter


def test_the_manager_tells_rewrites_shows_and_takes_out(begun, client_for):
    client = client_for("board_manager")
    typed = {"theme": "B", "what": "We met", "source": "Minute 1", "happened": "2012-09"}
    assert client.post(url(begun, "tell"), typed).status_code == 302
    made = Activity.objects.get()
    again = client.get(url(begun, "rewrite", made.pk)).text
    assert 'value="2012-09"' in again
    changed = {**typed, "what": "We met twice", "seen": made.version}
    assert client.post(url(begun, "rewrite", made.pk), changed).status_code == 302
    second = client.post(url(begun, "rewrite", made.pk), changed)
    assert "Somebody else has just changed this paragraph" in second.text
    shown = {
        "changed": "x", "how_known": "y", "source": "z",
        "dated_on_day": "31", "dated_on_month": "3", "dated_on_year": "2013",
    }  # fmt: skip
    assert client.post(url(begun, "impact", made.pk), shown).status_code == 302
    out = {"reason": "Told twice", "seen": 2}
    assert client.post(url(begun, "withdraw", made.pk), out).status_code == 302
    assert client.get(url(begun, "rewrite", made.pk)).status_code == 404


def test_a_paragraph_of_another_edition_is_not_reached_through_this_one(
    begun, told, posts, client_for
):
    Activity.objects.filter(pk=told[0].pk).update(withdrawn_on=TODAY)
    client = client_for("board_manager")
    assert client.get(url(begun, "impact", told[0].pk)).status_code == 404
    assert client.get(url(begun, "impact", 99999)).status_code == 404


def test_a_sending_is_written_down_and_stands_on_the_list_and_in_the_file(begun, client_for):
    client = client_for("board_manager")
    leader = begun.recipients.get(rule="leader")
    sent = {"how": "By e-mail", "sent_on_day": "28", "sent_on_month": "6", "sent_on_year": "2013"}
    assert client.post(url(begun, "send", leader.pk), sent).status_code == 302
    assert Dispatch.objects.get().what == "draft"
    assert "28 Jun 2013" in client.get(url(begun, "recipients")).text
    file = client.get(url(begun, "recipients-csv"))
    text = b"".join(file.streaming_content).decode()
    assert "Leader of the council,1,leader,M,2013-06-28" in text
    assert Entry.objects.filter(what="export").get().detail == {
        "what": "distribution list", "rows": 7,
    }  # fmt: skip


def test_who_was_not_sent_an_approved_edition_is_named(begun, freeze, settle, posts, client_for):
    approved(begun, freeze, settle, posts)
    client = client_for("board_manager")
    assert "Not sent after approval" in client.get(url(begun, "recipients")).text
    for recipient in Recipient.objects.all():
        transitions.send(
            recipient, sent_on=TODAY, how="By e-mail", by=posts["board_manager"], on=TODAY
        )
    assert "Everybody on the list has it." in client.get(url(begun, "recipients")).text
    must = client.get(url(begun, "required")).text
    assert "the approved edition was sent to each of them" in must


def test_something_is_added_and_left_out_with_a_reason(begun, client_for):
    client = client_for("board_manager")
    added = client.post(url(begun, "list-recipient"), {"who": "Youth Council", "copies": "12"})
    assert added.status_code == 302
    youth = begun.recipients.get(who="Youth Council")
    out = client.post(url(begun, "leave-out", youth.pk), {"reason": "They read it online."})
    assert out.status_code == 302
    assert "They read it online." in client.get(url(begun, "recipients")).text
    again = client.post(url(begun, "list-recipient"), {"who": "Youth Council", "copies": "0"})
    assert again.status_code == 200


def test_the_calendar_is_set_on_the_page_once(edition, client_for):
    client = client_for("board_manager")
    assert "No calendar is set" in client.get(url(edition, "calendar")).text
    assert client.post(url(edition, "set-out")).status_code == 302
    assert "set already" in client.post(url(edition, "set-out")).text
    assert client.get(url(edition, "calendar")).text.count("30 Nov 2013") >= 1


def test_a_date_is_revised_on_the_page_by_two_posts(begun, client_for):
    manager, chair = client_for("board_manager"), client_for("board_chair")
    asked = {
        "reason": "No meeting",
        "new_on_day": "10",
        "new_on_month": "12",
        "new_on_year": "2013",
    }
    assert manager.post(url(begun, "new-date", "executive"), asked).status_code == 302
    assert "10 Dec 2013 asked for" in chair.get(url(begun, "calendar")).text
    assert chair.post(url(begun, "answer", "executive"), {"approve": "yes"}).status_code == 302
    said = chair.get(url(begun, "calendar")).text
    assert "<s>30 Nov 2013</s>" in said and "<b>10 Dec 2013</b>" in said


def test_a_milestone_is_reached_on_the_page(begun, client_for):
    client = client_for("board_manager")
    action = begun.milestones.get(key="figures").action
    sent = {
        "shown": "Settlements", "seen": action.version,
        "dated_on_day": "28", "dated_on_month": "6", "dated_on_year": "2013",
    }  # fmt: skip
    assert client.post(url(begun, "done", "figures"), sent).status_code == 302
    assert "Nobody: it is finished" in client.get(url(begun, "calendar")).text


def test_a_handover_names_what_is_open_for_a_post_that_changed_hands(begun, posts, client_for):
    client = client_for("board_manager")
    said = client.get(url(begun, "handover")).text
    assert "Held since 13 May 2013, after the report’s year ended." in said
    assert "Approve the frozen edition" in said
    kept = client.post(
        url(begun, "hand-over"), {"post": posts["board_chair"].pk, "note": "Welcome."}
    )
    assert kept.status_code == 302
    made = begun.handovers.get()
    assert any("Approve the frozen edition" in words for words in made.open)
    assert "Welcome." in client.get(url(begun, "handover")).text


def test_an_edition_that_is_begun_on_the_page_has_its_calendar_and_list(friday, client_for):
    client = client_for("board_manager")
    began = client.post(reverse("annual_report:begin"), {"year": "2012-13"})
    said = client.get(began.url).text
    assert "What is missing" in said and "0 told, 0 without evidence of impact" in said
    assert Recipient.objects.count() == 7


def queries_of(client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)


def test_no_page_beside_an_edition_asks_more_often_as_it_grows(begun, told, posts, client_for):
    client = client_for("board_manager")
    paths = [url(begun, name) for name in [*BESIDE, "edition"]]
    one = [queries_of(client, path) for path in paths]
    manager = posts["board_manager"]
    for number in range(4):
        kept = {"by": manager, "on": TODAY}
        more = transitions.note_activity(
            begun, theme="B", what=f"Thing {number}", source="M", **kept
        )
        transitions.show_impact(
            more, changed="a", how_known="b", dated_on=TODAY, source="c", **kept
        )
        made = transitions.list_recipient(begun, who=f"Body {number}", **kept)
        transitions.send(made, sent_on=TODAY, how="By post", **kept)
        transitions.charge(begun, item="voice", post=posts["analyst"], **kept)
        transitions.hand_over(begun, post=posts["board_chair"], open_=["x"], **kept)
    assert [queries_of(client, path) for path in paths] == one
