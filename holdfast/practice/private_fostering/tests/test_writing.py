"""A visit is typed on a telephone: drafts outlive the browser, two who write lose nothing."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Draft
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.models import Arrangement, Visit
from holdfast.practice.private_fostering.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fostered")]
DAY = {"on_day": "28", "on_month": "6", "on_year": "2013"}


@pytest.fixture(scope="module")
def fostered(cast_world, django_db_blocker):
    with django_db_blocker.unblock():
        return world.begun({key: holding.post for key, holding in cast_world.items()})


def said(answer):
    return answer.content.decode()


def test_a_visit_half_typed_is_there_after_signing_in_again_and_nobody_else_reads_it(
    client_for, fostered, friday
):
    url = reverse("private_fostering:visit", args=[fostered.record.reference])
    phone = client_for("social_worker")
    assert "data-keeps" in said(phone.get(url))
    half = {"child_seen": "yes", "report": "Half a sent", "seen": fostered.record.version, **DAY}
    kept = phone.post(url, {**half, "keep": "itself"})
    assert kept.headers["Content-Type"].startswith("text/plain") and "Draft kept" in said(kept)
    phone.logout()
    assert phone.post(url, {**half, "keep": "itself"}).status_code == 302, "signed out, not kept"
    page = said(client_for("social_worker").get(url))
    assert "Half a sent" in page and "There is a problem" not in page
    assert "Half a sent" not in said(client_for("triage").get(url))
    whole = {**half, "alone": "yes", "report": "A whole sentence."}
    assert client_for("social_worker").post(url, whole).status_code == 302
    assert Visit.objects.filter(report="A whole sentence.").exists()
    assert not Draft.objects.exists()


def test_a_notice_half_typed_is_kept_and_is_gone_once_we_are_told(client_for, friday):
    nurse, url = client_for("nurse"), reverse("private_fostering:notify")
    told = {"forename": "Obi", "text": "He lives with a friend’s mother.", "kind": "existing"}
    nurse.post(url, {**told, "keep": "1"})
    page = said(nurse.get(url))
    assert "It has not been sent." in page and "He lives with a friend’s mother." in page
    assert "Obi" not in said(client_for("head_teacher").get(url))
    before = Arrangement.objects.count()
    whole = {
        **told, "carer": "Mrs Ede", "relation": "not_known", "told_on_day": "28",
        "told_on_month": "6", "told_on_year": "2013",
    }  # fmt: skip
    assert nurse.post(url, {**whole, "carer": ""}).status_code == 200
    assert Draft.objects.count() == 1, "what could not be sent is still kept"
    assert nurse.post(url, whole).status_code == 302
    assert Arrangement.objects.count() == before + 1 and not Draft.objects.exists()


def test_two_who_write_down_one_visit_see_both_versions_side_by_side(client_for, fostered, friday):
    url = reverse("private_fostering:visit", args=[fostered.record.reference])
    typed = {"child_seen": "yes", "alone": "yes", "seen": fostered.record.version, **DAY}
    first = {**typed, "report": "Settled and warm.", "words": "I like it."}
    assert client_for("social_worker").post(url, first).status_code == 302
    second = {**typed, "report": "She is settled.", "words": "I like it."}
    hub = client_for("triage")
    page = said(hub.post(url, second))
    assert "Both versions, where they differ" in page
    assert "Settled and warm." in page and page.count("She is settled.") == 2
    assert page.count("I like it.") == 1, "what both wrote alike is not told twice"
    assert Visit.objects.filter(on="2013-06-28").count() == 1
    now = type(fostered.record).objects.get(pk=fostered.record.pk).version
    assert f'name="seen" value="{now}"' in page
    assert hub.post(url, {**second, "seen": now}).status_code == 302


def test_who_writes_an_entry_second_reads_what_was_entered_meanwhile(client_for, fostered, friday):
    url = reverse("private_fostering:write", args=[fostered.record.reference, "entry"])
    seen = fostered.record.version
    first = {"text": "The school rang.", "seen": seen, **DAY}
    assert client_for("social_worker").post(url, first).status_code == 302
    page = said(client_for("triage").post(url, {**first, "text": "Her mother rang."}))
    assert "The school rang." in page and page.count("Her mother rang.") == 2


def test_a_refused_consent_has_its_notice_and_no_teller_is_quoted_in_it(
    client_for, fostered, posts, at
):
    manager, day = posts["team_manager"], date(2012, 11, 6)
    with at(2012, 11, 6, 10, 0):
        lodger = verbs.add_member(
            fostered, name="Kofi Addo", tie="A lodger", age=40, by=posts["social_worker"], on=day
        )
        held = verbs.find_disqualified(
            lodger, what="An order of 2009.", barred=False, by=manager, on=day
        )
        told = "She is collected by a friend of the family and says she lives there."
        verbs.decide_consent(held, give=False, why=f"The order. {told}", by=manager, on=day)
        client = client_for("team_manager")
        record = fostered.record.reference
        url = reverse("private_fostering:notice", args=[record, "consent", held.pk])
        shown = said(client.get(url))
        assert "We do not consent to Amara" in shown and "until 20 November 2012" in shown
        assert "The notice was not kept" in said(client.post(url)), "it quotes the school"
        again = verbs.find_disqualified(lodger, what="Theft.", barred=False, by=manager, on=day)
        verbs.decide_consent(again, give=False, why="The theft.", by=manager, on=day)
        other = reverse("private_fostering:notice", args=[record, "consent", again.pk])
        assert client.post(other).status_code == 302
        assert "Reason: The theft." in said(client.get(other))
        assert other in said(client.get(reverse("private_fostering:record", args=[record])))
