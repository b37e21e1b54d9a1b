"""Awareness beside the notices, the room's figures, the extracts, and the year's statement."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document

from holdfast.engines.notices.models import Notice
from holdfast.kernel.access.models import Entry
from holdfast.practice.private_fostering import extracts, tasks
from holdfast.practice.private_fostering.models import SilenceAnswer, Statement
from holdfast.practice.private_fostering.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast_world", "friday")]


def url(name, *more):
    return reverse(f"private_fostering:{name}", args=more)


def said(answer):
    return answer.content.decode()


def test_an_extract_has_no_name_no_reference_and_another_key_in_every_release(posts):
    arrangement = world.begun(posts)
    wanted = {"since": date(2012, 4, 1), "until": date(2013, 4, 1), "at": date(2013, 3, 31)}
    (one,) = extracts.rows(**wanted, release="one")
    (two,) = extracts.rows(**wanted, release="two")
    assert (one.area, one.told_by, one.circumstance) == ("E09000028", "school", "8E")
    assert (one.first_due_on, one.first_visit_on) == (date(2012, 10, 10), date(2012, 10, 9))
    assert (one.visits_due, one.visits_on_time) == (2, 1), "the November visit was not made"
    assert one.key != two.key
    for secret in ("Amara", "Mensah", arrangement.record.reference, str(arrangement.record.pk)):
        assert secret not in repr(one)


def test_awareness_work_is_written_down_asked_about_and_answered(client_for, posts):
    world.begun(posts)
    client = client_for("board_manager")
    wrong = client.post(url("activity"), {"setting": "faith", "kind": "talk", "words": ""})
    assert "Say what was done." in said(wrong)
    day = {"on_day": "20", "on_month": "6", "on_year": "2013"}
    told = {"setting": "faith", "kind": "talk", "words": "Two congregations.", "reached": "46"}
    assert client.post(url("activity"), {**told, **day, "on_year": "2014"}).status_code == 200
    assert client.post(url("activity"), {**told, **day}).status_code == 302
    page = said(client.get(url("awareness")))
    assert "Talk or training, faith groups" in page and ">46<" in page
    assert "Faith groups: we were there, and nobody has told us of a child." in page
    assert "Amara" not in page and "PF-2012" not in page
    assert "Shall we go?" in page
    answer = {"do_it": "no", "words": "They tell through the hub."}
    assert client.post(url("silence", "police"), {**answer, "words": ""}).status_code == 200
    assert client.post(url("silence", "police"), answer).status_code == 302
    page = said(client.get(url("awareness")))
    assert "Answer: Police" not in page and "We do not go, because: They tell" in page
    assert SilenceAnswer.objects.get().ask_again_on == date(2014, 6, 28)
    assert client.get(url("silence", "nowhere")).status_code == 404


def test_figures_are_the_rooms_own_and_no_school_or_worker_opens_them(client_for, posts):
    world.begun(posts)
    page = said(client_for("analyst").get(url("figures")))
    assert "100% (1 of 1)" in page and "0% (0 of 1)" in page and "Not for outside" in page
    for who in ("social_worker", "head_teacher", "board_manager"):
        assert client_for(who).get(url("figures")).status_code == 404, who


def test_a_statement_freezes_the_year_hides_small_numbers_and_is_kept_as_a_paper(
    client_for, posts
):
    world.begun(posts)
    manager = client_for("team_manager")
    told = {"year": "2012/13", "words": "We learnt.", "plan": "We go on."}
    assert "Write what the year taught." in said(
        manager.post(url("make_statement"), {**told, "words": ""})
    )
    made = manager.post(url("make_statement"), told)
    kept = Statement.objects.get()
    assert made.url == url("statement", kept.pk) and kept.figures["notifications"] == 1
    page = said(manager.get(made.url))
    assert "1 to 5, not shown" in page and "not shown: one of the numbers" in page
    with world.at(2013, 6, 28, 17, 0):
        world.told_of(posts, told_on=date(2013, 3, 29))
        assert said(manager.get(made.url)).count("1 to 5, not shown") == 2
        manager.post(url("make_statement"), told)
    assert [one.version for one in Statement.objects.all()] == [2, 1]
    paper = Document(BytesIO(manager.get(url("statement_word", kept.pk)).content))
    text = " ".join(p.text for p in paper.paragraphs)
    assert "We learnt." in text and kept.sha256 in text
    assert Entry.objects.filter(what="export", page="private_fostering:statement_word").exists()
    assert client_for("analyst").get(url("make_statement")).status_code == 404
    assert manager.get(url("statement", 999)).status_code == 404


def test_whoever_has_to_visit_is_reminded_once_and_no_name_is_sent(posts):
    world.begun(posts)
    assert tasks.remind_visits(date(2012, 11, 17)) == "Reminded of 1 visits."
    assert tasks.remind_visits(date(2012, 11, 17)) == "Reminded of 0 visits."
    assert tasks.remind_visits(date(2012, 11, 18)) == "Reminded of 0 visits."
    sent = Notice.objects.get()
    assert sent.to_post == posts["social_worker"] and "20 Nov 2012" in sent.body
    assert "Amara" not in sent.subject + sent.body and "PF-" not in sent.body
