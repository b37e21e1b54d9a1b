"""What somebody with a post and bad intent tries, one attack to a test, on the told story."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from holdfast.demo.story.clock import FRIDAY
from holdfast.kernel.access import gate, grants, parcels
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.access.models import Entry, Grant, Write
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Holding, Person, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation, Update
from holdfast.practice.allegations.rules import law
from tests import hostile, samples, told
from tests.hostile import TODAY, it_is_friday, the_story  # noqa: F401

pytestmark = pytest.mark.django_db

ROOM_LISTS = ("work", "register", "meetings", "actions", "figures")


def lists_of(browser: Client) -> dict[str, str]:
    """What every list, count and export of the room says to somebody."""
    said = {
        name: hostile.words_of(browser.get(reverse(f"allegations:{name}"))) for name in ROOM_LISTS
    }
    said["csv"] = hostile.words_of(browser.get(reverse("allegations:register") + "?format=csv"))
    search = {"name": "Wilfred Oakum", "work": "judo coach", "find": "1"}
    said["found"] = hostile.words_of(browser.post(reverse("allegations:find"), search))
    return said


def another_post(whose: str, title: str, role: Role, like: str = "lado") -> Post:
    made = appointments.make_post(title=title, agency=hostile.post(like).agency, role=role)
    appointments.appoint(told.account(whose).person, made)
    return made


def written() -> tuple[int, int]:
    """How many rows the database itself saw written, outside the log and the sessions."""
    rows = Write.objects.exclude(table__startswith="access_entry")
    return rows.exclude(table__contains="session").count(), Update.objects.count()


# The accused


@pytest.fixture
def deputy() -> Post:
    return hostile.second_lado()


@pytest.fixture
def about_the_lado(deputy: Post) -> Allegation:
    """A whole case about the LADO herself, kept by her deputy."""
    return hostile.a_whole_case(deputy, person=told.account("lado").person)


def test_the_accused_is_shut_out_before_anybody_is_let_in(deputy: Post) -> None:
    before = Write.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    hostile.a_case(person=told.account("lado").person)
    tables = list(
        Write.objects.filter(pk__gt=before).order_by("pk").values_list("table", flat=True)
    )
    assert tables.index("access_shutout") < tables.index("access_member")


def test_the_accused_finds_no_page_of_her_case_from_any_of_her_posts(
    about_the_lado: Allegation,
) -> None:
    posts = [
        hostile.post("lado"),
        another_post("lado", "Second LADO", Role.LADO),
        another_post("lado", "Chair", Role.CHILD_PROTECTION_CHAIR),
        another_post("lado", "Guardian", Role.RECORDS_GUARDIAN, like="guardian"),
    ]
    browser = hostile.browser("lado")
    reference = about_the_lado.record.reference
    for mine in posts:
        session = browser.session
        session["holding"] = Holding.objects.get(post=mine).pk
        session.save()
        for page in hostile.pages_about_a_record("allegations:", "access:"):
            url = hostile.address(page, reference, number=1)
            for method in ("GET", "POST"):
                status = browser.generic(method, url).status_code
                assert status in {404, 405}, f"{method} {page[0]} as {mine.title}: {status}"


def test_no_list_count_search_or_export_changes_when_a_case_about_the_reader_comes(
    deputy: Post,
) -> None:
    browser = hostile.browser("lado")
    before = lists_of(browser)
    hostile.a_whole_case(deputy, person=told.account("lado").person)
    assert lists_of(browser) == before


def test_the_accused_neither_decides_nor_hands_over_nor_ends_her_case(
    about_the_lado: Allegation,
) -> None:
    lado = hostile.post("lado")
    concern = about_the_lado.concerns.first()
    assert concern is not None
    before = written()
    for attack in (
        lambda: verbs.decide_outcome(
            concern, outcome=law.Outcome.FALSE, why="No.", by=lado, on=TODAY
        ),
        lambda: verbs.decide_threshold(about_the_lado, tests=(), why="No.", by=lado, on=TODAY),
        lambda: verbs.offer_transfer(
            about_the_lado, to=hostile.post("neighbour_lado"), reason="Far", by=lado, on=TODAY
        ),
        lambda: verbs.link_person(
            about_the_lado, person=told.account("nurse").person, by=lado, on=TODAY
        ),
        lambda: verbs.write_entry(about_the_lado, text="It was not I.", by=lado, on=TODAY),
        lambda: verbs.close(about_the_lado, why="Nothing in it.", by=lado, on=TODAY),
    ):
        with pytest.raises(Refused):
            attack()
    assert written() == before


def test_the_accused_puts_herself_on_the_rota_and_gains_nothing(
    about_the_lado: Allegation,
) -> None:
    chair = another_post("lado", "Chair", Role.CHILD_PROTECTION_CHAIR)
    verbs.set_duty_roster({TODAY: chair}, by=hostile.post("lado"), on=TODAY)
    assert not gate.may(chair, Can.SEE, about_the_lado.record)


def test_the_accused_is_let_in_by_no_colleague_either(
    about_the_lado: Allegation, deputy: Post
) -> None:
    second = another_post("lado", "Clerk", Role.OFFICER, like="nurse")
    with pytest.raises(NotAllowed, match="held by the person this is about"):
        verbs.agree_learning(
            about_the_lado, what="x", why="", owner=second, due_on=TODAY, by=deputy, on=TODAY
        )
    grants.admit(about_the_lado.record, post=second, why="A mistake", by=deputy)
    assert not gate.may(second, Can.SEE, about_the_lado.record)


def test_who_is_found_out_later_is_shut_out_from_that_moment(deputy: Post) -> None:
    case = hostile.a_whole_case(deputy)
    browser = hostile.browser("lado")
    page = reverse("allegations:record", args=[case.record.reference])
    assert browser.get(page).status_code == 200
    verbs.link_person(case, person=told.account("lado").person, by=deputy, on=TODAY)
    assert browser.get(page).status_code == 404


# Time


def test_a_verb_dated_inside_a_grant_that_has_ended_is_refused() -> None:
    """The police were let into the bus case for 180 days from October 2012."""
    case, police = samples.allegations.bus_case(), hostile.post("police")
    grant = Grant.objects.filter(record=case.record, post=police).latest("expires_at")
    assert grant.expires_at < FRIDAY
    officer = hostile.browser("police")
    before = written()
    within = grant.given_at.date() + timedelta(days=1)
    with pytest.raises(Refused):
        verbs.update_by_agency(case, text="I knew this then.", by=police, on=within)
    url = reverse("allegations:update", args=[case.record.reference])
    typed = {
        "on_day": within.day,
        "on_month": within.month,
        "on_year": within.year,
        "text": "Then.",
    }
    assert officer.post(url, typed).status_code == 404
    assert written() == before


def test_what_is_revoked_between_queueing_and_fetching_is_not_handed_over() -> None:
    lado = hostile.post("lado")
    case = hostile.a_whole_case(lado)
    parcel = parcels.make(
        holding=hostile.holding("police"), title="Meeting record", filename="meeting.pdf",
        content=b"%PDF", content_type="application/pdf", records=[case.record], section="meeting",
    )  # fmt: skip
    browser = hostile.browser("police")
    url = reverse("access:parcel", args=[parcel.pk])
    assert browser.get(url).status_code == 200
    invitation = case.meetings.get().invitations.get(post=hostile.post("police"))
    verbs.end_invitation(invitation, why="Not needed.", by=lado, on=TODAY)
    again = browser.get(url)
    assert again.status_code == 404
    assert b"%PDF" not in again.content


def test_who_moves_to_another_agency_sees_nothing_and_the_case_stays_with_the_post() -> None:
    case = hostile.a_whole_case(hostile.post("lado"))
    page = reverse("allegations:meeting", args=[case.record.reference, 1])
    officer, mine = hostile.browser("police"), hostile.holding("police")
    assert officer.get(page).status_code == 200
    with moment.story(FRIDAY + timedelta(minutes=1)):
        appointments.stand_down(mine)
        moved = appointments.make_post(
            title="Officer", agency=hostile.post("neighbour_lado").agency, role=Role.POLICE_OFFICER
        )
        appointments.appoint(mine.person, moved)
        successor = Person.objects.create(name="Ivo Brandt")
        appointments.appoint(successor, mine.post)
        assert officer.get(page).status_code == 404
        assert gate.may(mine.post, Can.SEE, case.record, section="meeting")


# Letting oneself in


def test_nobody_invites_a_second_post_of_their_own() -> None:
    lado = hostile.post("lado")
    mine = another_post("lado", "Trustee", Role.OFFICER, like="nurse")
    case = hostile.a_case()
    verbs.decide_threshold(case, tests=(law.Test.HARMED,), why="Yes.", by=lado, on=TODAY)
    verbs.hold_initial_discussion(
        case, with_whom="x", agreed="y", meeting_needed=True, by=lado, on=TODAY
    )
    before = Grant.objects.count()
    with pytest.raises(NotAllowed, match="Nobody grants to themselves"):
        verbs.call_meeting(case, meets_on=TODAY, chair=lado, invited=[mine], by=lado, on=TODAY)
    assert Grant.objects.count() == before
    assert case.meetings.count() == 0


def test_an_invited_agency_lets_nobody_in() -> None:
    case = hostile.a_whole_case(hostile.post("lado"))
    with pytest.raises(Refused):
        grants.give(
            case.record, to=hostile.post("head_teacher"), sections=["meeting"], purpose="x",
            lawful_basis="y", expires_at=FRIDAY + timedelta(days=1), by=hostile.post("police"),
            family_told=True,
        )  # fmt: skip


@pytest.mark.parametrize("key", ["guardian", "board_chair", "lado", "neighbour_lado"])
def test_no_post_breaks_the_glass_of_a_sealed_record(key: str) -> None:
    case = samples.allegations.bus_case()
    with pytest.raises(Refused, match="no break-glass here"):
        grants.break_glass(
            case.record, holding=hostile.holding(key), reason="A child is in danger, I say."
        )


# Losing the trail


def test_work_that_is_rolled_back_leaves_its_entries() -> None:
    """A letter that gives the earlier case away is refused after much was written."""
    typed = {
        "name": "Desmund Jelico", "work": "bus escort", "caller": "A co-ordinator",
        "employer": "Harbour Lane School", "sector": "transport", "said": "He pulled her.",
        "category": "physical", "child_known_as": "a girl", "child_safe": "yes",
        "advice": "Jellicoe must not escort.", "view": "advice", "send": "1",
    }  # fmt: skip
    browser, cases = hostile.browser("lado"), Allegation.objects.count()
    answer = browser.post(reverse("allegations:find"), typed)
    assert "This letter was not sent" in answer.content.decode()
    assert Allegation.objects.count() == cases
    kept = Entry.objects.order_by("pk").values_list("what", flat=True)
    assert list(kept) == ["write", "search"]


def test_a_session_cannot_be_fixed_on_somebody_before_they_sign_in() -> None:
    victim = Client(REMOTE_ADDR="127.0.0.1", HTTP_HOST="localhost")
    victim.session.save()
    victim.cookies["sessionid"] = planted = "planted-by-somebody-else-0123456"
    victim.post(reverse("demo:sign_in"), {"member": "lado"})
    assert victim.cookies["sessionid"].value != planted
    thief = Client()
    thief.cookies["sessionid"] = planted
    assert thief.get(reverse("allegations:work")).status_code == 302


@pytest.mark.parametrize(
    "header", ["HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_FORWARDED", "HTTP_VIA"]
)
def test_a_forwarded_header_opens_no_way_in_as_the_cast(header: str) -> None:
    here = {"REMOTE_ADDR": "127.0.0.1", "HTTP_HOST": "localhost", header: "127.0.0.1"}
    answer = Client(**here).post(reverse("demo:sign_in"), {"member": "lado"})
    assert answer.status_code == 404
    assert "sessionid" not in answer.cookies
