"""Who reaches which page: the room, those let into a section, and everybody else."""

import re

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.tests.factories import an_adult, referred

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bus_world")]

ROOM = ["work", "register", "find", "meetings", "actions", "figures"]
OF_RECORD = ["record", "entries", "menu", "look"]
EVERYBODY = [
    "lado", "duty_chair", "social_worker", "police", "head_teacher", "transport_manager",
    "coordinator", "nurse", "board_manager", "board_chair", "lay_member", "analyst", "guardian",
    "neighbour_lado", "police_member", "health_member", "housing_lead", "neighbour_manager",
]  # fmt: skip
IN_THE_ROOM = {"lado", "duty_chair"}
SECRET = ["Jellicoe", "Micah", "Arden", "AL-2012-0001"]


@pytest.fixture
def case(bus_case):
    return bus_case


def without_token(answer):
    """The page without the two values that are made anew for every answer."""
    made_anew = r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"'
    return re.sub(made_anew, "", answer.content.decode())


def of_record(name, case):
    return reverse(f"allegations:{name}", args=[case.record.reference])


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_record_opens_to_its_circle_and_is_not_found_for_the_rest(
    who, client_for, case, friday
):
    client = client_for(who)
    for name in OF_RECORD:
        expected = 200 if who in IN_THE_ROOM else 404
        assert client.get(of_record(name, case)).status_code == expected, name


@pytest.mark.parametrize("who", EVERYBODY)
def test_the_rooms_own_pages_open_to_lados_and_their_cover(who, client_for, case, friday):
    client = client_for(who)
    for name in ROOM:
        page = client.get(reverse(f"allegations:{name}"))
        expected = 200 if who in {*IN_THE_ROOM, "neighbour_lado"} else 404
        assert page.status_code == expected, name


@pytest.mark.parametrize("who", [w for w in EVERYBODY if w not in IN_THE_ROOM])
def test_nobody_outside_reads_a_word_of_the_case_in_any_list(who, client_for, case, friday):
    client = client_for(who)
    for name in [*ROOM, "outside", "refer"]:
        page = client.get(reverse(f"allegations:{name}")).content.decode()
        if who == "transport_manager":
            page = page.replace("Mr Jellicoe trained in safe restraint", "")
            page = page.replace("AL-2012-0001", "")
        assert not [w for w in SECRET if w in page], name


def test_the_neighbours_lado_sees_nothing_in_list_count_search_or_export(client_for, case, friday):
    client = client_for("neighbour_lado")
    register = client.get(reverse("allegations:register")).content.decode()
    assert "0 of 0" in register
    csv = b"".join(client.get(reverse("allegations:register") + "?format=csv").streaming_content)
    assert len(csv.decode().strip().splitlines()) == 1
    found = client.post(
        reverse("allegations:find"), {"name": "Desmond Jellicoe", "find": "1"}
    ).content.decode()
    assert "Nobody like this." in found


def test_the_neighbours_lado_cannot_open_a_record_here(client_for, posts, case, friday):
    answer = client_for("neighbour_lado").post(
        reverse("allegations:find"),
        {
            "name": "A B", "work": "tutor", "caller": "x", "employer": "x", "sector": "education",
            "said": "x", "category": "physical", "child_known_as": "x", "child_safe": "yes",
            "advice": "x", "view": "advice", "send": "1",
        },
    )  # fmt: skip
    assert answer.status_code == 404


def test_the_record_page_says_state_whose_move_and_what_next(client_for, case, friday):
    page = client_for("lado").get(of_record("record", case)).content.decode()
    assert "Outcome recorded: unsubstantiated" in page
    assert "Brightline Coaches, Transport manager" in page
    assert "Ring the transport manager, or take it to the director" in page
    assert "2 reminders went unanswered" in page
    assert "Nobody has shown us" in page
    assert "Written 4 days later" in page and "Written 8 days later" in page
    assert "Outcome list in force: Working Together 2010" in page
    assert "29 days over" not in page and "148 days over" in page


def test_a_page_of_the_room_has_no_name_and_no_reference_in_its_title(client_for, case, friday):
    client = client_for("lado")
    for name in OF_RECORD:
        page = client.get(of_record(name, case)).content.decode()
        title = page[page.index("<title>") : page.index("</title>")]
        assert not [w for w in SECRET if w in title]


def test_the_police_read_the_meeting_while_their_grant_lasts_and_not_after(client_for, case, at):
    address = reverse("allegations:meeting", args=[case.record.reference, 1])
    with at(2013, 3, 1):
        page = client_for("police").get(address)
        assert page.status_code == 200
        assert "Not enough evidence for a criminal investigation" in page.content.decode()
        assert "cross with Mr Jellicoe" not in page.content.decode(), "another agency's update"
    with at(2013, 6, 28):
        assert client_for("police").get(address).status_code == 404


def test_a_meeting_of_another_record_is_not_found_under_this_one(client_for, posts, case, friday):
    other = referred(posts, adult=an_adult("Somebody Else", "driver"))
    lado = client_for("lado")
    here = reverse("allegations:meeting", args=[other.record.reference, 1])
    assert lado.get(here).status_code == 404
    action = case.record.actions.first()
    there = reverse("allegations:action", args=[other.record.reference, action.pk, "evidence"])
    assert lado.get(there).status_code == 404


def test_an_absent_and_a_sealed_record_answer_alike(client_for, case, friday):
    client = client_for("board_manager")
    sealed = client.get(of_record("record", case))
    absent = client.get(reverse("allegations:record", args=["AL-2012-9999"]))
    assert sealed.status_code == absent.status_code == 404
    assert without_token(sealed) == without_token(absent)


def test_a_refusal_is_written_down_once(client_for, case, friday):
    before = Entry.objects.count()
    client_for("board_manager").get(of_record("record", case))
    [entry] = Entry.objects.order_by("pk")[before:]
    assert (entry.let_in, entry.record_id) == (False, case.record_id)


def test_the_register_filters_and_its_export_holds_no_name(client_for, posts, case, friday):
    referred(posts, adult=an_adult("Somebody Else", "driver", sector="sport"))
    lado = client_for("lado")
    address = reverse("allegations:register")
    for query, shown in [
        ("state=outcome_recorded", "1 of 2"),
        ("sector=sport", "1 of 2"),
        ("threshold=met", "1 of 2"),
        ("year=2012-13", "1 of 2"),
        ("late=yes", "1 of 2"),
        ("state=nonsense&year=x&owner=y&sort=zz&page=a", "2 of 2"),
    ]:
        assert shown in lado.get(f"{address}?{query}").content.decode(), query
    answer = lado.get(f"{address}?format=csv")
    text = b"".join(answer.streaming_content).decode()
    assert "AL-2012-0001" in text and "Jellicoe" not in text
    assert "Jell" not in answer["Content-Disposition"]
    assert Entry.objects.filter(what="export").count() == 1


def test_the_employer_sees_its_own_actions_and_asks_for_a_later_date(client_for, posts, case, at):
    with at(2013, 2, 20):
        manager = client_for("transport_manager")
        page = manager.get(of_record("owed", case)).content.decode()
        assert "Mr Jellicoe trained in safe restraint" in page
        assert "Said to be done" in page or "Not evidenced" in page
        assert "police" not in page.lower()
        assert client_for("head_teacher").get(of_record("owed", case)).status_code == 404


def test_a_neighbour_who_takes_an_offered_case_is_let_in_and_not_before(
    client_for, posts, case, friday
):
    offer = verbs.offer_transfer(
        case, to=posts["neighbour_lado"], reason="He lives and works in your area.",
        by=posts["lado"], on=friday.date(),
    )  # fmt: skip
    client = client_for("neighbour_lado")
    assert client.get(of_record("record", case)).status_code == 404
    page = client.get(reverse("allegations:work")).content.decode()
    assert "He lives and works in your area." in page
    assert not [w for w in SECRET if w in page]
    client.post(reverse("allegations:accept", args=[offer.pk]))
    assert client.get(of_record("record", case)).status_code == 200
    decide = reverse("allegations:decide", args=[case.record.reference, "close"])
    assert client.get(decide).status_code == 404
