"""A visit is typed on a telephone: drafts outlive the browser, two who write lose nothing."""

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Draft
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
