"""What an employer is to learn: promised, said done, shown, tested again."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.tests.factories import concluded

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
TODAY = date(2013, 6, 28)


@pytest.fixture
def learning(posts):
    allegation = concluded(posts)
    return verbs.agree_learning(
        allegation, what="Escorts trained", why="", owner=posts["transport_manager"],
        due_on=date(2013, 7, 31), by=posts["lado"], on=TODAY,
    )  # fmt: skip


def shown(learning, posts):
    verbs.say_learning_done(learning, by=posts["transport_manager"], on=TODAY)
    verbs.evidence_learning(
        learning, what="Certificate", dated_on=TODAY, by=posts["lado"], on=TODAY
    )
    learning.refresh_from_db()


def test_the_owners_word_is_not_evidence(learning, posts):
    verbs.say_learning_done(learning, by=posts["transport_manager"], on=TODAY)
    with pytest.raises(Refused):
        verbs.evidence_learning(
            learning, what="My word", dated_on=TODAY, by=posts["transport_manager"], on=TODAY
        )


def test_another_employer_does_not_say_it_is_done(learning, posts):
    with pytest.raises(Refused):
        verbs.say_learning_done(learning, by=posts["coordinator"], on=TODAY)


def test_a_record_is_not_closed_while_an_improvement_waits_to_be_tested_again(learning, posts):
    shown(learning, posts)
    allegation = learning.record.allegation
    with pytest.raises(NotAllowed, match="still open"):
        verbs.close(allegation, why="Done.", by=posts["lado"], on=TODAY)
    verbs.retest_learning(learning, held=True, finding="Seen.", by=posts["lado"], on=TODAY)
    verbs.close(allegation, why="Done.", by=posts["lado"], on=TODAY)
    assert allegation.record.closed_on == TODAY


def test_what_did_not_hold_is_open_again(learning, posts):
    shown(learning, posts)
    verbs.retest_learning(learning, held=False, finding="Not seen.", by=posts["lado"], on=TODAY)
    learning.refresh_from_db()
    assert learning.state == "agreed"


def test_the_employer_says_done_and_what_it_sent_on_its_own_page(client_for, learning, posts):
    manager = client_for("transport_manager")
    reference = learning.record.reference
    carry = reverse("allegations:carry", args=[reference, learning.pk])
    assert manager.post(carry, {"done": "1"}).status_code == 302
    assert manager.post(carry, {"sent": "The certificate of May"}).status_code == 302
    page = manager.get(reverse("allegations:owed", args=[reference])).content.decode()
    assert "Sent: The certificate of May" in page
    assert client_for("coordinator").post(carry, {"done": "1"}).status_code == 404


def test_the_lado_agrees_to_a_later_date_from_the_page(client_for, learning, posts):
    reference = learning.record.reference
    manager = client_for("transport_manager")
    prefix = f"action-{learning.pk}"
    told = {
        f"{prefix}-new_on_day": "30",
        f"{prefix}-new_on_month": "9",
        f"{prefix}-new_on_year": "2013",
        f"{prefix}-reason": "The trainer is ill.",
    }
    carry = reverse("allegations:carry", args=[reference, learning.pk])
    assert manager.post(carry, told).status_code == 302
    lado = client_for("lado")
    page = lado.get(reverse("allegations:action", args=[reference, learning.pk, "evidence"]))
    assert "Transport manager asks for Mon 30 Sep 2013: The trainer is ill." in (
        page.content.decode()
    )
    lado.post(reverse("allegations:new_date", args=[reference, learning.pk]))
    learning.refresh_from_db()
    assert learning.due_on == date(2013, 9, 30)
    answer = lado.post(
        reverse("allegations:write", args=[reference, "learning"]),
        {
            "on_day": "28", "on_month": "6", "on_year": "2013", "what": "A policy", "kind": "task",
            "owner": str(posts["coordinator"].pk), "due_on_day": "1", "due_on_month": "8",
            "due_on_year": "2013", "seen": str(type(learning.record).objects.get().version),
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content.decode()
