"""What somebody with bad intent would try, and what the room answers."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation, OutcomeGiven
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.tests.factories import an_adult, concluded, met, referred, rung
from holdfast.practice.children.rules import likeness

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
TODAY = date(2013, 6, 28)


@pytest.fixture
def second_lado(posts, cast):
    """Another LADO of the same council, so that the first can be the accused."""
    from holdfast.kernel.directory.models import Account, Person  # noqa: PLC0415

    person = Person.objects.create(name="Ines Varga")
    Account.objects.create_user("second@holdfast.example", person=person)
    post = appointments.make_post(title="Deputy LADO", agency=posts["lado"].agency, role=Role.LADO)
    appointments.appoint(person, post)
    return post


@pytest.fixture
def about_the_lado(posts, cast, second_lado):
    """An allegation about the person who holds the post of LADO."""
    return referred(
        posts,
        by="nurse",
        adult=an_adult(
            "Rosalind Achebe",
            "volunteer at a youth club",
            person=cast["lado"].person,
            employer="A club",
            sector="voluntary",
        ),
    )


def test_the_accused_lado_reaches_no_page_of_her_own_case(client_for, about_the_lado):
    lado = client_for("lado")
    reference = about_the_lado.record.reference
    for name in ("record", "entries", "menu", "look", "acknowledgement", "owed"):
        assert lado.get(reverse(f"allegations:{name}", args=[reference])).status_code == 404
    for name in ("work", "register", "meetings", "actions"):
        page = lado.get(reverse(f"allegations:{name}")).content.decode()
        assert reference not in page and "youth club" not in page


def test_the_accused_lado_searching_for_herself_finds_nothing(client_for, about_the_lado):
    page = client_for("lado").post(
        reverse("allegations:find"), {"name": "Rosalind Achebe", "find": "1"}
    )
    assert "Nobody like this." in page.content.decode()


def test_another_post_does_not_help_the_accused(posts, cast, about_the_lado):
    chair = appointments.make_post(
        title="Second chair", agency=posts["lado"].agency, role=Role.CHILD_PROTECTION_CHAIR
    )
    appointments.appoint(cast["lado"].person, chair)
    deputy = appointments.make_post(
        title="Third LADO", agency=posts["lado"].agency, role=Role.LADO
    )
    appointments.appoint(cast["lado"].person, deputy)
    for post in (chair, deputy, posts["lado"]):
        assert not gate.may(post, Can.SEE, about_the_lado.record)
        with pytest.raises(Refused):
            verbs.decide_threshold(about_the_lado, tests=(), why="No.", by=post, on=TODAY)


def test_the_other_lado_does_handle_it(about_the_lado, second_lado):
    assert gate.may(second_lado, Can.DECIDE, about_the_lado.record)


def test_who_is_found_later_to_hold_a_post_is_shut_out_at_once(posts, cast, second_lado):
    allegation = referred(posts, by="nurse", adult=an_adult("R. Achebe", "volunteer"))
    assert gate.may(posts["lado"], Can.SEE, allegation.record)
    verbs.link_person(allegation, person=cast["lado"].person, by=second_lado, on=TODAY)
    assert not gate.may(posts["lado"], Can.SEE, allegation.record)


def test_linking_two_allegations_shuts_the_person_out_of_both(posts, about_the_lado, second_lado):
    later = referred(posts, by="nurse", adult=an_adult("Rosa Achebe", "volunteer"))
    verbs.link_same_person(
        later, earlier=about_the_lado, why="Same name and club.", by=second_lado, on=TODAY
    )
    assert not gate.may(posts["lado"], Can.SEE, later.record)


def test_a_verb_backdated_into_the_time_of_a_grant_is_refused(posts, at):
    with at(2012, 10, 9, 10, 0):
        allegation = met(posts)
        verbs.call_meeting(
            allegation, meets_on=date(2012, 10, 9), chair=posts["duty_chair"],
            invited=[posts["police"]], days=30, by=posts["lado"], on=date(2012, 10, 9),
        )  # fmt: skip
        verbs.update_by_agency(
            allegation, text="In time.", by=posts["police"], on=date(2012, 10, 9)
        )
    with pytest.raises(Refused):
        verbs.update_by_agency(
            allegation, text="Too late.", by=posts["police"], on=date(2012, 10, 10)
        )


def test_an_ended_invitation_closes_the_door_at_once(client_for, posts):
    allegation = met(posts)
    meeting = verbs.call_meeting(
        allegation, meets_on=TODAY, chair=posts["duty_chair"], invited=[posts["police"]],
        by=posts["lado"], on=TODAY,
    )  # fmt: skip
    address = reverse("allegations:meeting", args=[allegation.record.reference, 1])
    officer = client_for("police")
    assert officer.get(address).status_code == 200
    invitation = meeting.invitations.get(post=posts["police"])
    verbs.end_invitation(invitation, why="No longer needed.", by=posts["lado"], on=TODAY)
    assert officer.get(address).status_code == 404


def test_an_invited_agency_writes_updates_and_nothing_else(posts):
    allegation = met(posts)
    verbs.call_meeting(
        allegation, meets_on=TODAY, chair=posts["duty_chair"], invited=[posts["police"]],
        by=posts["lado"], on=TODAY,
    )  # fmt: skip
    officer = posts["police"]
    with pytest.raises(Refused):
        verbs.write_entry(allegation, text="x", by=officer, on=TODAY)
    with pytest.raises(Refused):
        verbs.agree_learning(
            allegation, what="x", why="", owner=posts["nurse"], due_on=TODAY, by=officer, on=TODAY
        )
    with pytest.raises(Refused):
        verbs.look_again(allegation, names=["x"], found=0, by=officer, on=TODAY)


def test_whoever_made_the_allegation_does_not_decide_it(posts, second_lado):
    allegation = referred(posts, by="lado")
    for post in (second_lado,):
        verbs.decide_threshold(allegation, tests=(law.Test.HARMED,), why="Met.", by=post, on=TODAY)
        verbs.hold_initial_discussion(
            allegation, with_whom="x", agreed="y", meeting_needed=False, by=post, on=TODAY
        )
    concern = allegation.concerns.get()
    with pytest.raises(NotAllowed, match="does not decide it"):
        verbs.decide_outcome(
            concern, outcome=law.Outcome.FALSE, why="w", by=posts["lado"], on=TODAY
        )
    verbs.decide_outcome(concern, outcome=law.Outcome.UNFOUNDED, why="w", by=second_lado, on=TODAY)


def test_an_appeal_is_decided_by_somebody_else_and_overwrites_nothing(posts, second_lado):
    allegation = concluded(posts, outcome=law.Outcome.SUBSTANTIATED)
    concern = allegation.concerns.get()
    with pytest.raises(NotAllowed, match="Ask another"):
        verbs.overturn_outcome(
            concern, outcome=law.Outcome.FALSE, why="w", by=posts["lado"], on=TODAY
        )
    verbs.overturn_outcome(
        concern, outcome=law.Outcome.FALSE, why="New film.", by=second_lado, on=TODAY
    )
    given = list(concern.outcomes.values_list("outcome", "appeal"))
    assert given == [("substantiated", False), ("false", True)]


def test_the_adult_is_not_invited_to_the_meeting_about_himself(posts, cast):
    allegation = met(
        posts, by="nurse",
        adult=an_adult("Owen Pritchard", "coach", person=cast["police"].person),
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="held by the person this is about"):
        verbs.call_meeting(
            allegation, meets_on=TODAY, chair=posts["duty_chair"], invited=[posts["police"]],
            by=posts["lado"], on=TODAY,
        )  # fmt: skip
    assert allegation.meetings.count() == 0


def test_nobody_accepts_an_offer_made_to_another(client_for, posts):
    allegation = referred(posts)
    offer = verbs.offer_transfer(
        allegation, to=posts["neighbour_lado"], reason="Works there.", by=posts["lado"], on=TODAY
    )
    with pytest.raises(Refused):
        verbs.accept_transfer(offer, by=posts["nurse"], on=TODAY)
    address = reverse("allegations:accept", args=[offer.pk])
    assert client_for("duty_chair").post(address).status_code == 404


def test_an_offer_with_a_name_in_its_reason_is_not_made(posts):
    allegation = referred(posts)
    with pytest.raises(NotAllowed, match="take the names out"):
        verbs.offer_transfer(
            allegation, to=posts["neighbour_lado"], reason="Jellicoe moved there.",
            by=posts["lado"], on=TODAY,
        )  # fmt: skip


def test_a_refused_verb_leaves_nothing_behind(posts):
    allegation = met(posts)
    steps = allegation.record.steps.count()
    with pytest.raises(NotAllowed):
        verbs.decide_outcome(
            allegation.concerns.get(), outcome=law.Outcome.FALSE, why=" ", by=posts["lado"],
            on=TODAY,
        )  # fmt: skip
    assert not OutcomeGiven.objects.exists()
    assert allegation.record.steps.count() == steps
    assert Allegation.objects.get().state == "discussed"


def test_the_database_itself_refuses_a_telling_without_how_or_why(posts):
    allegation = referred(posts)
    with pytest.raises(IntegrityError), transaction.atomic():
        allegation.tellings.create(reader="child", who="Micah", on=TODAY, by=posts["lado"])


def test_a_closed_record_takes_no_update_and_a_future_day_is_refused(posts):
    allegation = met(posts)
    with pytest.raises(NotAllowed, match="has not come yet"):
        verbs.write_entry(allegation, text="x", by=posts["lado"], on=TODAY + timedelta(days=1))


def test_cover_that_leaves_the_rota_leaves_the_records(posts, second_lado):
    other = appointments.make_post(
        title="Second chair", agency=posts["lado"].agency, role=Role.CHILD_PROTECTION_CHAIR
    )
    from holdfast.kernel.directory.models import Person  # noqa: PLC0415

    appointments.appoint(Person.objects.create(name="Ivo Brandt"), other)
    verbs.set_duty_roster({TODAY: posts["duty_chair"]}, by=posts["lado"], on=TODAY)
    allegation = referred(posts, by="nurse")
    assert gate.may(posts["duty_chair"], Can.SEE, allegation.record)
    verbs.set_duty_roster({TODAY: other}, by=posts["lado"], on=TODAY)
    assert not gate.may(posts["duty_chair"], Can.SEE, allegation.record)
    assert gate.may(other, Can.WORK, allegation.record)


def test_a_call_about_a_likeness_put_off_keeps_the_earlier_record_out_of_the_letter(posts):
    earlier = concluded(posts)
    later = rung(posts, later=[earlier])
    assert earlier.record.reference in later.copies.get().withheld
    assert likeness.fold("JELLICOE") not in later.copies.get().text.lower()
