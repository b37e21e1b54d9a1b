"""The hub's pages and the desks': what each shows, and what neither may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.engines.asks.models import Desk, Finding
from holdfast.engines.asks.tests import hub_world as world
from holdfast.engines.asks.tests.hub_world import TODAY
from holdfast.engines.asks.transitions import hub

CANARY = "Zanzibartoken"


@pytest.fixture
def asked(friday, posts):
    with world.declared():
        yield world.ask(posts, world.contact(posts))


def at(check, name="check", *more):
    return reverse(f"asks:{name}", args=[check.record.reference, *more])


def words(response):
    assert response.status_code == 200, response
    return response.content.decode()


def said(client, url, **typed):
    return client.post(url, {"seen": "1"} | typed)


def test_a_desk_reads_whom_to_look_up_and_answers(client_for, asked, posts):
    police, check = client_for("police"), asked["police"]
    page = words(police.get(reverse("asks:checks")))
    assert "Nia Harcastle, Theo Harcastle" in page and "left" in page
    one = words(police.get(at(check)))
    assert "12 Fenwick Road" in one and "1 Feb 2004" in one and world.BASIS in one
    assert check.about.reference not in one and "Remind them" not in one
    typed = {"text1": "Two calls.", "release1": "agencies", "text2": CANARY, "searched": "All"}
    wrong = said(police, at(check, "check_reply"), **typed)
    assert "Say how far fact 2 may go." in words(wrong) and not check.findings.exists()
    done = said(police, at(check, "check_reply"), **typed, release2="room", subjects2="child-1")
    assert done.status_code == 302
    assert [f.audience for f in check.findings.all()] == ["agencies", "room"]
    hub_page = words(client_for("mash_manager").get(at(check)))
    assert "Two calls." in hub_page and CANARY not in hub_page and "MASH-only" in hub_page
    assert CANARY in words(client_for("mash_manager").get(at(check, "fact", 2)))
    assert CANARY in words(police.get(at(check)))


def test_the_owner_releases_in_one_click_and_the_hub_cannot(client_for, asked, posts):
    check = asked["police"]
    hub.reply(check, facts=world.POLICE_FACTS, by=posts["police"], on=TODAY)
    manager, police = client_for("mash_manager"), client_for("police")
    typed = {"to": "agencies", "why": "The assessment team.", "within_hours": "2"}
    assert manager.post(at(check, "fact_ask", 2), typed).status_code == 302
    assert "The hub asks for its release" in words(police.get(at(check)))
    assert manager.post(at(check, "fact_release", 2)).status_code == 404
    assert "still has time" in words(manager.post(at(check, "fact_escalate", 2)))
    assert police.post(at(check, "fact_ask", 2), typed).status_code == 404
    assert police.post(at(check, "fact_release", 2)).status_code == 302
    assert not Finding.objects.get(number=2).hub_only
    typed = {"release": "room", "why": "An officer is at risk."}
    assert police.post(at(check, "fact_mark", 2), typed).status_code == 302
    assert "No release is asked for" in words(
        police.post(at(check, "fact_decline", 2), {"reason": "No."})
    )


def test_nothing_held_and_refused_say_what_they_must(client_for, asked):
    housing, nurse = client_for("housing_lead"), client_for("nurse")
    day = {"since_day": "1", "since_month": "3", "since_year": "2008",
           "until_day": "28", "until_month": "6", "until_year": "2013"}  # fmt: skip
    url = at(asked["housing_lead"], "check_say_nothing_held")
    assert "What was searched is missing." in words(said(housing, url, **day))
    assert said(housing, url, searched="Tenancies", **day).status_code == 302
    page = words(client_for("triage").get(at(asked["housing_lead"])))
    assert "Looked in: Tenancies from 1 Mar 2008 to 28 Jun 2013" in page
    url = at(asked["nurse"], "check_refuse")
    assert said(nurse, url, reason="The test is not met.").status_code == 302
    page = words(client_for("triage").get(at(asked["nurse"])))
    assert "The test is not met." in page and "Ask next: The Caldicott guardian." in page
    escalated = client_for("triage").post(at(asked["nurse"], "check_escalate"), {"seen": "2"})
    assert escalated.status_code == 302


@pytest.mark.parametrize("who", ["neighbour_mash", "neighbour_lado", "nurse", "team_manager"])
def test_nobody_else_finds_a_check_or_any_page_of_it(client_for, asked, who):
    client, check = client_for(who), asked["police"]
    names = ("check", "check_reply", "check_refuse", "check_remind", "check_withdraw")
    assert {client.get(at(check, name)).status_code for name in names} == {404}
    assert client.get(at(check, "fact", 1)).status_code == 404
    lists = [client.get(reverse(f"asks:{name}")) for name in ("checks", "hub_checks", "desks")]
    assert all(b"CK-2013-0001" not in answer.content for answer in lists)


def test_the_hub_names_a_desk_and_ends_it(client_for, asked, posts):
    triage, url = client_for("triage"), reverse("asks:desks")
    typed = {"post": posts["head_teacher"].pk, "words": "The school office",
             "manager": posts["police_member"].pk}  # fmt: skip
    assert "works for the same agency" in words(triage.post(url, typed))
    assert triage.post(url, typed | {"manager": ""}).status_code == 302
    assert "The school office" in words(triage.get(url))
    last = Desk.objects.order_by("-pk")[0]
    assert triage.post(reverse("asks:desk_end", args=[last.pk])).status_code == 302
    assert "The school office" not in words(triage.get(url))


def test_the_lists_ask_the_database_as_often_for_four_as_for_eight(client_for, asked, posts):
    client = client_for("triage")
    url = reverse("asks:hub_checks")
    with CaptureQueriesContext(
        connection,
    ) as few:
        words(client.get(url))
    world.ask(posts, world.contact(posts))
    with CaptureQueriesContext(connection) as many:
        words(client.get(url))
    assert len(few) == len(many)
