"""Up to the front door and down from it: nothing is typed a second time."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.transitions import open_child
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules import words
from holdfast.practice.early_help.tests.factories import MAY, at_work
from holdfast.practice.front_door import transitions as front_door
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules.law import Decision

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]

FRIDAY = date(2013, 6, 28)


def test_stepping_up_makes_a_contact_with_all_that_is_known(posts):
    by = posts["head_teacher"]
    family = at_work(by, on=MAY)
    told = verbs.step_up(
        family, why="Theo has a burn.", family_told=False, why_not_told="She may run.", by=by,
        on=FRIDAY,
    )  # fmt: skip
    contact = Contact.objects.get(record=told.contact)
    assert [child.known_as for child in contact.children.all()] == [
        "Nia Harcastle", "Theo Harcastle",
    ]  # fmt: skip
    assert contact.children.all()[0].told.school == "Tollgate Park"
    for said in ("Theo has a burn.", "late for school", "They eat together.", "Mornings go wrong"):
        assert said in contact.worry, said
    assert (contact.source, contact.told, contact.why_not_told) == ("2A", "no", "She may run.")
    assert contact.told_by == by and contact.agreement == "given"


def test_what_the_front_door_decides_for_early_help_is_offered_as_it_was_told(posts, client_for):
    hub, manager, team = posts["triage"], posts["mash_manager"], posts["early_help"]
    area = this_partnership().area
    contact = front_door.receive(
        area,
        front_door.ReportTold(
            (ChildTold("Ivo", "Marl", date(2006, 5, 3), school="Harbour Lane"),), "Often hungry."
        ),
        by=posts["nurse"], on=FRIDAY,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="has not decided"):
        verbs.take_over(contact, reason=words.Reason.HOUSING_MONEY, by=hub, on=FRIDAY)
    Contact.objects.filter(pk=contact.pk).update(
        decision=Decision.EARLY_HELP, why="Help is enough.", decided_on=FRIDAY,
        decided_at="2013-06-28T16:00:00Z", decided_by=manager,
    )  # fmt: skip
    contact.refresh_from_db()
    with pytest.raises(Refused):
        verbs.take_over(contact, reason=words.Reason.HOUSING_MONEY, by=team, on=FRIDAY)
    take = reverse("early_help:take", args=[contact.record.reference])
    assert client_for("early_help").get(take).status_code == 404
    browser = client_for("triage")
    assert take in browser.get(reverse("early_help:waiting")).content.decode()
    assert browser.post(take, {"reason": "housing_or_money"}).status_code == 302
    assert take not in browser.get(reverse("early_help:waiting")).content.decode()
    family = EarlyHelp.objects.get(contact=contact.record)
    child = family.children.get()
    assert (family.known_as, family.worry, family.source) == (
        "Ivo Marl", "Often hungry.", "front_door",
    )  # fmt: skip
    assert child.told == {
        "known_as": "Ivo Marl",
        "born_on": "2006-05-03",
        "school": "Harbour Lane",
    }
    assert EarlyHelp.objects.visible_to(team).filter(pk=family.pk).exists()
    with pytest.raises(NotAllowed, match="already"):
        verbs.take_over(contact, reason=words.Reason.HOUSING_MONEY, by=hub, on=FRIDAY)


def test_social_care_steps_a_family_down_with_the_children_it_knows(posts):
    by = posts["triage"]
    child = open_child(ChildTold("Una", "Marl", date(2009, 2, 1)), by=by, on=FRIDAY)
    with pytest.raises(Refused):
        verbs.step_down(
            [child], worry="Ended.", reason=words.Reason.OTHER, by=posts["nurse"], on=FRIDAY
        )
    family = verbs.step_down(
        [child], worry="The plan has ended; help at home goes on.", reason=words.Reason.PARENTING,
        by=by, on=FRIDAY,
    )  # fmt: skip
    assert family.source == "step_down"
    assert list(EarlyHelp.objects.about(Child.objects.get().record)) == [family]
