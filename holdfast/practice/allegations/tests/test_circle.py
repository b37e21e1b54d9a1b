"""Who may see a record: said on one page, ended early with a reason, shut to the adult at once."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.access.models import Grant
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Person
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.tests.factories import an_adult, met, referred

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
TODAY = date(2013, 6, 28)
OUTSIDE = ["social_worker", "police", "transport_manager", "board_manager", "guardian"]


def page_of(name, allegation, *more):
    return reverse(f"allegations:{name}", args=[allegation.record.reference, *more])


def seen(allegation, **kept):
    allegation.record.refresh_from_db()
    return {"seen": str(allegation.record.version), **kept}


@pytest.fixture
def covered(posts):
    """An allegation that duty cover keeps too, as the rota of today says."""
    verbs.set_duty_roster({TODAY: posts["duty_chair"]}, by=posts["lado"], on=TODAY)
    return met(posts, by="nurse", adult=an_adult("R. Achebe", "volunteer"))


def invited(posts, allegation):
    verbs.call_meeting(
        allegation, meets_on=TODAY, chair=posts["duty_chair"], invited=[posts["police"]],
        by=posts["lado"], on=TODAY,
    )  # fmt: skip
    return Grant.objects.get(record=allegation.record, post=posts["police"])


@pytest.mark.parametrize("who", [*OUTSIDE, "neighbour_lado"])
def test_nobody_outside_the_circle_reads_or_changes_who_may_see_it(who, client_for, posts):
    allegation = met(posts)
    grant = invited(posts, allegation)
    browser = client_for(who)
    for name, *more in [("circle",), ("person",), ("admit",), ("end_grant", grant.pk)]:
        url = page_of(name, allegation, *more)
        assert browser.get(url).status_code == 404, name
        assert browser.post(url, {"why": "x", "seen": "1"}).status_code in {404, 405}, name
    assert gate.may(posts["police"], Can.SEE, allegation.record, section="meeting")


def test_the_page_says_what_will_happen_and_only_the_second_press_does_it(client_for, posts, cast):
    allegation = met(posts)
    owen = cast["police"].person
    lado = client_for("lado")
    url = page_of("person", allegation)
    assert "Detective sergeant (Owen Pritchard)" in lado.get(url).content.decode()
    page = lado.post(url, seen(allegation, person=str(owen.pk))).content.decode()
    assert "About to be shut out: Owen Pritchard" in page
    assert "Detective sergeant, Police" in page
    assert not allegation.record.shut_outs.exists()
    answer = lado.post(url, seen(allegation, person=str(owen.pk), sure=str(owen.pk)))
    assert answer.url == page_of("record", allegation)
    assert allegation.record.shut_outs.get().person == owen
    note = allegation.record.steps.filter(move="shut_out").latest("pk").note
    assert "Pritchard" not in note


def test_a_choice_made_for_another_person_is_asked_again(client_for, posts, cast):
    allegation = met(posts)
    told = {"person": str(cast["police"].person_id), "sure": str(cast["nurse"].person_id)}
    page = client_for("lado").post(page_of("person", allegation), seen(allegation, **told))
    assert "About to be shut out: Owen Pritchard" in page.content.decode()
    assert not allegation.record.shut_outs.exists()


def test_whoever_is_linked_loses_the_meeting_they_were_let_into_at_once(client_for, posts, cast):
    allegation = met(posts)
    invited(posts, allegation)
    address = page_of("meeting", allegation, 1)
    officer = client_for("police")
    assert officer.get(address).status_code == 200
    verbs.link_person(allegation, person=cast["police"].person, by=posts["lado"], on=TODAY)
    assert officer.get(address).status_code == 404


def test_the_lado_does_not_link_herself_and_is_told_whom_to_ring(client_for, posts, cast, covered):
    lado, me = client_for("lado"), cast["lado"].person
    for sure in ("", str(me.pk)):
        told = {"person": str(me.pk), "sure": sure}
        page = lado.post(page_of("person", covered), seen(covered, **told)).content.decode()
        assert "ring your duty cover now and give only the reference" in page
    assert not covered.record.shut_outs.exists()
    covered.adult.refresh_from_db()
    assert covered.adult.person_id is None


def test_cover_links_the_lado_takes_the_record_and_is_told_what_to_do(
    client_for, posts, cast, covered
):
    chair, me = client_for("duty_chair"), cast["lado"].person
    url = page_of("person", covered)
    page = chair.post(url, seen(covered, person=str(me.pk))).content.decode()
    assert "ask for another LADO" in page and "It passes to your post now" in page
    chair.post(url, seen(covered, person=str(me.pk), sure=str(me.pk)))
    covered.refresh_from_db()
    assert covered.lead == posts["duty_chair"]
    assert client_for("lado").get(page_of("record", covered)).status_code == 404
    assert chair.get(page_of("record", covered)).status_code == 200


def test_another_lado_is_admitted_and_decides(client_for, posts, cast, covered):
    verbs.link_person(covered, person=cast["lado"].person, by=posts["duty_chair"], on=TODAY)
    deputy = appointments.make_post(
        title="Deputy LADO", agency=posts["lado"].agency, role=Role.LADO
    )
    appointments.appoint(Person.objects.create(name="Ines Varga"), deputy)
    assert not gate.may(deputy, Can.SEE, covered.record)
    told = seen(covered, post=str(deputy.pk), why="The LADO may not.")
    assert client_for("duty_chair").post(page_of("admit", covered), told).status_code == 302
    assert gate.may(deputy, Can.DECIDE, covered.record)


def test_neither_an_outsider_nor_the_adult_is_admitted_as_a_keeper(posts, cast, covered):
    chair = posts["duty_chair"]
    with pytest.raises(NotAllowed, match="Only a LADO or a child protection chair"):
        verbs.admit_keeper(covered, post=posts["nurse"], why="Help", by=chair, on=TODAY)
    verbs.link_person(covered, person=cast["lado"].person, by=chair, on=TODAY)
    with pytest.raises(NotAllowed, match="held by the person this is about"):
        verbs.admit_keeper(covered, post=posts["lado"], why="Help", by=chair, on=TODAY)
    with pytest.raises(Refused):
        verbs.admit_keeper(covered, post=chair, why="Help", by=posts["nurse"], on=TODAY)


def test_an_adult_who_is_linked_is_not_quietly_replaced_by_another(posts, cast):
    allegation = met(posts)
    verbs.link_person(allegation, person=cast["police"].person, by=posts["lado"], on=TODAY)
    with pytest.raises(NotAllowed, match="already said to be this adult"):
        verbs.link_person(allegation, person=cast["nurse"].person, by=posts["lado"], on=TODAY)
    assert allegation.record.shut_outs.get().person == cast["police"].person


def test_a_time_ended_early_shuts_at_once_and_the_page_keeps_the_reason(client_for, posts):
    allegation = met(posts)
    grant = invited(posts, allegation)
    lado, officer = client_for("lado"), client_for("police")
    address = page_of("meeting", allegation, 1)
    assert officer.get(address).status_code == 200
    url = page_of("end_grant", allegation, grant.pk)
    assert url in lado.get(page_of("circle", allegation)).content.decode()
    silent = lado.post(url, seen(allegation)).content.decode()
    assert "Say why this post is to be let in no longer." in silent
    answer = lado.post(url, seen(allegation, why="The strand is closed."))
    assert answer.url == page_of("circle", allegation)
    assert officer.get(address).status_code == 404
    page = lado.get(answer.url).content.decode()
    assert "The strand is closed. (LADO)" in page and url not in page
    assert lado.get(url).status_code == 404


def test_a_grant_of_another_record_is_not_ended_through_this_one(client_for, posts):
    here, there = met(posts), met(posts, by="nurse")
    grant = invited(posts, there)
    url = page_of("end_grant", here, grant.pk)
    assert client_for("lado").post(url, seen(here, why="x")).status_code == 404
    with pytest.raises(Refused):
        verbs.end_letting_in(here, grant=grant, why="x", by=posts["lado"], on=TODAY)


def test_the_second_of_two_editors_ends_nothing(client_for, posts):
    allegation = met(posts)
    grant = invited(posts, allegation)
    old = seen(allegation, why="Not needed.")
    verbs.write_summary(allegation, summary="x", by=posts["lado"], on=TODAY, seen=int(old["seen"]))
    client_for("lado").post(page_of("end_grant", allegation, grant.pk), old)
    assert gate.may(posts["police"], Can.SEE, allegation.record, section="meeting")


def offered(posts, allegation):
    return verbs.offer_transfer(
        allegation, to=posts["neighbour_lado"], reason="Works there.", by=posts["lado"], on=TODAY
    )


def withdrawn(allegation):
    day = {"on_day": "28", "on_month": "6", "on_year": "2013"}
    return seen(allegation, why="It is ours after all.", **day)


def test_an_offer_is_withdrawn_with_a_reason_and_can_be_taken_no_more(client_for, posts):
    allegation = referred(posts)
    offer = offered(posts, allegation)
    lado, hers = client_for("lado"), client_for("neighbour_lado")
    url = page_of("withdraw", allegation, offer.pk)
    assert url in lado.get(page_of("menu", allegation)).content.decode()
    assert "Works there." in hers.get(reverse("allegations:work")).content.decode()
    assert lado.post(url, withdrawn(allegation)).status_code == 302
    assert "Works there." not in hers.get(reverse("allegations:work")).content.decode()
    assert hers.post(reverse("allegations:accept", args=[offer.pk])).status_code == 404
    assert lado.get(url).status_code == 404
    note = allegation.record.steps.get(move="withdraw_transfer").note
    assert note.endswith("withdrawn: It is ours after all.")


def test_neither_cover_nor_the_neighbour_nor_another_record_withdraws_an_offer(
    client_for, posts, covered
):
    offer = offered(posts, covered)
    for who in ("duty_chair", "neighbour_lado", "nurse"):
        url = page_of("withdraw", covered, offer.pk)
        assert client_for(who).post(url, withdrawn(covered)).status_code == 404, who
    other = referred(posts)
    url = page_of("withdraw", other, offer.pk)
    assert client_for("lado").post(url, withdrawn(other)).status_code == 404
    offer.refresh_from_db()
    assert offer.withdrawn_on is None
