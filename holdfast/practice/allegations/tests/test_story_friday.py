"""Friday 28 June 2013, 16:45: a second employer rings, and the name is misspelt."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access.models import Entry
from holdfast.practice.allegations import extracts
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import states
from holdfast.practice.allegations.tests.factories import HARM, a_concern, an_adult, referred

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("bus_world")]

ADVICE = (
    "1. He does not escort on Monday: another duty, or leave.\n"
    "2. Do not interview him or the girl. Write down what the driver saw, today."
)
YEAR = {"since": date(2013, 4, 1), "until": date(2014, 4, 1)}


@pytest.fixture
def earlier(bus_case):
    return bus_case


@pytest.fixture
def coach(posts, at):
    """A swimming coach with a name that is a little like it: another person."""
    with at(2012, 5, 3, 10, 0):
        return referred(
            posts,
            adult=an_adult(
                "Desmond Jellis",
                "swimming coach",
                employer="Tidewell Swimming Club",
                sector="sport",
            ),
            concerns=[a_concern("She was shouted at.")],
            children=[verbs.ChildTold("a girl", 11)],
        )


def typed(posts, **kept):
    return {
        "name": "Desmund Jelico",
        "work": "bus escort",
        "caller": "Transport co-ordinator, Harbour Lane School",
        "caller_post": str(posts["coordinator"].pk),
        "employer": "Harbour Lane School",
        "sector": "transport",
        "said": "The escort pulled her daughter down by the arm.",
        "category": "physical",
        "child_known_as": "a girl of 9",
        "child_age": "9",
        "child_safe": "yes",
        "advice": ADVICE,
        "view": "met",
        "tests": ["harmed"],
        **kept,
    }


def test_she_finds_the_bus_case_writes_while_he_talks_and_the_employer_has_it_in_writing(
    client_for, posts, earlier, coach, friday
):
    lado = client_for("lado")
    page = lado.get(reverse("allegations:find")).content.decode()
    assert "Find a person, and write while they talk" in page

    looked = typed(posts, find="1", advice="")
    page = lado.post(reverse("allegations:find"), looked).content.decode()
    assert "1 likely, 1 possible. Only this room was searched." in page
    assert page.index("Desmond Jellicoe") < page.index("Desmond Jellis")
    assert "unsubstantiated" in page
    assert "Mr Jellicoe trained in safe restraint" in page
    assert "Not evidenced, 148 days over" in page
    assert 'value="Desmund Jelico"' in page

    sent = typed(posts, send="1", **{f"same-{earlier.record_id}": "same"})
    answer = lado.post(reverse("allegations:find"), sent)
    new = Allegation.objects.latest("pk")
    assert answer.url == reverse("allegations:record", args=[new.record.reference])

    letter = new.copies.get()
    assert "You rang at 16:45 on Friday 28 June about a bus escort." in letter.text
    assert "1. He does not escort on Monday" in letter.text
    for word in ("Jellicoe", "Brightline", "Micah", earlier.record.reference, "earlier"):
        assert word.lower() not in letter.text.lower()

    clocks = {d.rule_id: d.due_on for d in new.record.deadlines.open()}
    assert clocks["LADO.REFER"] == date(2013, 7, 1)
    assert clocks["LADO.MEETING"] == date(2013, 7, 5)
    assert new.state == states.State.MET
    assert new.resemblances.get().earlier == earlier


def test_the_employer_reads_the_advice_and_sends_the_referral_and_sees_nothing_else(
    client_for, posts, earlier, friday
):
    client_for("lado").post(
        reverse("allegations:find"),
        typed(posts, send="1", **{f"same-{earlier.record_id}": "same"}),
    )
    new = Allegation.objects.latest("pk")
    reference = new.record.reference
    caller = client_for("coordinator")
    page = caller.get(reverse("allegations:acknowledgement", args=[reference])).content.decode()
    assert "He does not escort on Monday" in page
    for word in ("Jellicoe", "Brightline", "Micah", earlier.record.reference):
        assert word not in page
    assert caller.get(reverse("allegations:record", args=[reference])).status_code == 404
    assert caller.get(reverse("allegations:entries", args=[reference])).status_code == 404

    caller.post(
        reverse("allegations:written", args=[reference]), {"text": "As told by telephone."}
    )
    met = new.record.deadlines.get(rule_id="LADO.REFER")
    assert met.met_on == date(2013, 6, 28)


def test_a_letter_that_gives_the_earlier_case_away_is_not_sent_and_nothing_is_kept(
    client_for, posts, earlier, friday
):
    before = Allegation.objects.count()
    sent = typed(posts, send="1", advice="Jellicoe must not escort: see AL-2012-0001.")
    sent[f"same-{earlier.record_id}"] = "same"
    page = client_for("lado").post(reverse("allegations:find"), sent).content.decode()
    assert "This letter was not sent" in page
    assert "jellicoe" in page and 'value="Desmund Jelico"' in page
    assert Allegation.objects.count() == before


def test_the_board_sees_one_more_in_a_sector_and_no_number_under_six(
    client_for, posts, earlier, friday
):
    for number in range(6):
        referred(
            posts,
            adult=an_adult(f"Person {number}", "driver", employer="A firm"),
            children=[verbs.ChildTold(f"child {number}", 9)],
        )
    for one in Allegation.objects.received(**YEAR):
        verbs.decide_threshold(one, tests=HARM, why="Met.", by=posts["lado"], on=date(2013, 6, 28))
    before = extracts.sector_counts(**YEAR)
    client_for("lado").post(reverse("allegations:find"), typed(posts, send="1"))
    after = extracts.sector_counts(**YEAR)
    assert (before["transport"], after["transport"]) == (6, 7)
    last_year = extracts.sector_counts(since=date(2012, 4, 1), until=date(2013, 4, 1))
    assert last_year == {"transport": None}


def test_the_name_is_in_no_address_no_title_and_no_log(client_for, posts, earlier, friday):
    lado = client_for("lado")
    answer = lado.post(reverse("allegations:find"), typed(posts, find="1"))
    page = answer.content.decode()
    title = page[page.index("<title>") : page.index("</title>")]
    assert "Jel" not in title and "Desm" not in title
    search = Entry.objects.filter(what="search").latest("pk")
    assert search.detail["returned"] == [str(earlier.record_id)]
    for entry in Entry.objects.all():
        said = f"{entry.detail} {entry.page} {entry.right}".lower()
        assert "jel" not in said and "desm" not in said
    assert answer["Cache-Control"] == "no-store"


def test_duty_cover_may_take_the_call_and_the_lado_decides_on_monday(
    client_for, posts, at, friday
):
    verbs.set_duty_roster(
        {date(2013, 6, 28): posts["duty_chair"]}, by=posts["lado"], on=date(2013, 6, 28)
    )
    chair = client_for("duty_chair")
    answer = chair.post(reverse("allegations:find"), typed(posts, send="1"))
    new = Allegation.objects.latest("pk")
    assert answer.status_code == 302
    assert new.state == states.State.CONTACT, "cover holds a view; the threshold waits"
    assert client_for("lado").get(answer.url).status_code == 200


def test_the_letter_says_when_they_rang_and_not_when_it_was_sent(client_for, posts, friday, at):
    with at(2013, 6, 28, 16, 59):
        sent = typed(posts, send="1", began="2013-06-28T16:45:00+01:00")
        client_for("lado").post(reverse("allegations:find"), sent)
    assert "You rang at 16:45" in Allegation.objects.latest("pk").copies.get().text


@pytest.mark.parametrize("began", ["nonsense", "2013-06-28T16:45:00", "2031-01-01T00:00:00+00:00"])
def test_a_moment_that_cannot_be_is_ignored(began, client_for, posts, friday):
    client_for("lado").post(reverse("allegations:find"), typed(posts, send="1", began=began))
    assert Allegation.objects.latest("pk").advices.get().rang_at == friday
