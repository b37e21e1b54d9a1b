"""What the front door decided waits for its assessment, and is begun without typing it again."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.directory import moment
from holdfast.practice.assessments.models import Assessment
from holdfast.practice.children.models import Child
from holdfast.practice.front_door import transitions as hub
from holdfast.practice.front_door.tests.world import NIA, a_decision, referred

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]


def decided(posts):
    """Nia and Theo, decided for an assessment; the hub opened Nia's record."""
    contact = referred(posts)
    nia = contact.children.get(known_as=NIA.known_as)
    hub.open_child(nia, by=posts["triage"], on=moment.today())
    hub.decide(contact, a_decision(), by=posts["mash_manager"], on=moment.today())
    return contact


def test_a_decided_contact_waits_until_its_assessment_begins(client_for, posts) -> None:
    contact = decided(posts)
    waiting, manager = reverse("assessments:waiting"), client_for("team_manager")
    page = manager.get(waiting).content.decode()
    reference = contact.record.reference
    assert reference in page and "Nia Harcastle and Theo Harcastle" in page
    assert contact.worry[:20] not in page and contact.why[:20] not in page
    for who in ("social_worker", "neighbour_mash", "early_help", "head_teacher"):
        assert client_for(who).get(waiting).status_code == 404, who
    begin = f"{reverse('assessments:begin')}?contact={reference}"
    form = manager.get(begin).content.decode()
    nia = Child.objects.get(known_as="Nia Harcastle")
    assert nia.record.reference in form and "Theo Harcastle, 9 May 2007" in form
    sent = {
        "children": f"{nia.record.reference}\nTheo Harcastle, 9 May 2007", "asked": "Why?",
        "worker": str(posts["social_worker"].pk), "family_told": "yes",
        "received_on_day": "28", "received_on_month": "6", "received_on_year": "2013",
    }  # fmt: skip
    assert manager.post(begin, sent).status_code == 302
    made = Assessment.objects.get()
    assert (made.contact_record, made.received_on) == (contact.record, date(2013, 6, 28))
    nia.refresh_from_db()
    assert nia.worker == posts["social_worker"]
    assert "Nothing waits" in manager.get(waiting).content.decode()
    assert manager.get(begin).status_code == 404, "it waits no more"
