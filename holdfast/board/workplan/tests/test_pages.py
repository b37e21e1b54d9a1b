"""Each page, as those who may and may not see it."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.workplan import transitions
from holdfast.board.workplan.tests.world import FRIDAY, OUTSIDERS, TODAY, line
from holdfast.kernel.access import grants
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
READERS = ["board_manager", "board_chair", "lay_member"]
FORMS = ["progress", "owner", "date", "done", "evidence", "review", "retest", "open-part"]


def at(plan, name="plan", *more):
    return reverse(f"workplan:{name}", args=[plan.record.reference, *more])


def text_of(response):
    return b"".join(response) if response.streaming else response.content


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_the_plan_and_every_line(client_for, plan, who):
    client = client_for(who)
    page = client.get(at(plan)).content.decode()
    assert "24 lines, numbered 1 to 4 and 9 to 28; the paper has no 5 to 8" in page
    assert "As at 28 Jun 2013" in page
    for number in (1, 13, 27):
        assert client.get(at(plan, "line", number)).status_code == 200


@pytest.mark.parametrize("who", [*OUTSIDERS, "neighbour_lado"])
def test_nobody_else_finds_a_plan_a_line_a_list_or_a_file(client_for, plan, who):
    client = client_for(who)
    before = Entry.objects.count()
    urls = [
        reverse("workplan:plans"),
        at(plan),
        at(plan, "line", 26),
        at(plan, "answer", 26),
        *(at(plan, form, 26) for form in FORMS),
        *(at(plan, "download", form) for form in ("csv", "xlsx", "docx")),
    ]
    for url in urls:
        response = client.get(url)
        assert response.status_code == 404, url
        assert b"Joint review" not in text_of(response)
    assert Entry.objects.count() == before + len(urls), "each refusal leaves one entry"


def test_a_plan_that_is_not_there_and_one_that_is_not_yours_look_alike(client_for, plan):
    client = client_for("neighbour_lado")
    here = client.get(at(plan))
    absent = client.get(reverse("workplan:plan", args=["WP-2013-9999"]))
    once = re.compile(r'(?:csrfmiddlewaretoken" value|nonce)="[^"]+"')
    assert here.status_code == absent.status_code == 404
    one, other = (once.sub("", r.content.decode()) for r in (here, absent))
    assert one.splitlines() == other.splitlines()


def test_a_line_number_that_the_paper_lacks_is_not_found(client_for, plan):
    assert client_for("board_manager").get(at(plan, "line", 5)).status_code == 404


@pytest.mark.parametrize("who", ["board_chair", "lay_member"])
@pytest.mark.parametrize("form", FORMS)
def test_only_the_manager_writes(client_for, plan, who, form):
    assert client_for(who).post(at(plan, form, 26), {"text": "x"}).status_code == 404


def test_the_plan_says_what_to_talk_about_first(client_for, plan):
    page = client_for("lay_member").get(at(plan)).content.decode()
    assert "Changed since the Executive of March 2013" in page
    assert "<b>15 and 26</b> went past their date on 31 Mar 2013." in page
    assert "<b>13</b> date moved: first date, cancelled, now 9 Jul 2013." in page
    assert "The MARAC audit across agencies was finished, Mar 2013." in page
    assert "Not moving: 5 lines" in page
    assert "before the Executive of 29 January 2013" in page
    assert "<b>Director of Public Health</b> to move" in page
    assert "No line has its date ahead today." in page


def test_changed_since_an_earlier_meeting_can_be_asked(client_for, plan):
    january = plan.meetings.get(precision="day", held_from__year=2013)
    page = client_for("lay_member").get(at(plan), {"since": january.pk}).content.decode()
    assert "Changed since the Executive of 29 January 2013" in page
    assert "The Executive endorsed the proposed performance framework, 29 Jan 2013." in page


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"show": "past"}, [14, 15, 23, 26]),
        ({"show": "still"}, [1, 14, 19, 22, 26]),
        ({"show": "duties"}, [1, 13, 14, 17]),
        ({"owner": "Local Authority Designated Officer"}, [9]),
        ({"priority": "P4"}, [15, 20]),
        ({"show": "past", "owner": "Independent Chair"}, [14]),
        ({"owner": "<script>"}, []),
    ],
)
def test_the_list_narrows(client_for, plan, asked, shown):
    page = client_for("board_manager").get(at(plan), asked).content.decode()
    table = page[page.index("<table") :]
    found = [n for n in range(1, 30) if f'class="hf-n">{n}</td>' in table]
    assert found == shown
    assert f"{len(shown)} of 24 lines" in page


def test_a_line_shows_every_date_it_had_and_who_has_to_move(client_for, plan):
    page = client_for("board_chair").get(at(plan, "line", 26)).content.decode()
    assert "<s>31 Oct 2012</s>" in page
    assert "89 days past its date; its date was moved once" in page
    assert "Taken from an older paper; no approval recorded" in page
    assert "Date as printed: August 2012" in page


def test_the_page_suggests_a_next_step_and_links_to_it_for_the_manager(client_for, plan):
    page = client_for("board_manager").get(at(plan, "line", 1)).content.decode()
    assert "Set its next review." in page
    assert at(plan, "review", 1) in page
    assert (
        at(plan, "review", 1)
        not in client_for("lay_member").get(at(plan, "line", 1)).content.decode()
    )


def test_the_plan_costs_the_same_number_of_queries_however_long_its_history(
    client_for, plan, posts
):
    client = client_for("board_manager")
    client.get(at(plan))
    with CaptureQueriesContext(connection) as before:
        client.get(at(plan))
    for number in (1, 2, 3):
        for word in ("one", "two", "three"):
            transitions.note_progress(
                line(plan, number), text=word, dated=None, by=posts["board_manager"], on=TODAY
            )
    with CaptureQueriesContext(connection) as after:
        client.get(at(plan))
    assert len(after) == len(before)


def test_a_seat_is_a_grant_that_ends_and_opens_reading_alone(client_for, plan, posts):
    granted = grants.give(
        plan.record,
        to=posts["nurse"],
        sections=["story"],
        purpose="A seat on the board for health",
        lawful_basis="Children Act 2004 section 13: membership of the board",
        expires_at=FRIDAY + timedelta(days=365),
        family_told=False,
        why_not_told="The plan is about no child.",
        by=posts["board_manager"],
    )
    client = client_for("nurse")
    assert client.get(at(plan)).status_code == 200
    assert client.get(at(plan, "line", 26)).status_code == 200
    assert client.get(at(plan, "progress", 26)).status_code == 404
    grants.end(granted, by=posts["board_manager"], why="The seat passed on")
    assert client.get(at(plan)).status_code == 404


def test_the_priorities_are_shown_with_the_lines_that_answer_them(client_for, plan):
    page = client_for("lay_member").get(at(plan)).content.decode()
    told = page[page.index("<b>P4</b>") : page.index("<b>P5</b>")]
    assert [int(n) for n in re.findall(r">(\d+)</a> [RAGB]", told)] == [15, 20]


def test_no_page_of_the_plan_names_a_person(client_for, plan, cast):
    client = client_for("board_manager")
    pages = [client.get(at(plan)), client.get(at(plan, "line", 13))]
    for page in pages:
        for holding in cast.values():
            assert holding.person.name not in page.content.decode()


def test_a_change_made_meanwhile_is_told_and_nothing_is_overwritten(client_for, plan, posts):
    client = client_for("board_manager")
    read = line(plan, 17).action.version
    url = at(plan, "review", 17)
    day = {"next_on_day": "30", "next_on_month": "9", "next_on_year": "2013", "found": ""}
    assert client.post(url, {**day, "seen": read}).status_code == 302
    again = client.post(url, {**day, "next_on_month": "10", "found": "x", "seen": read})
    assert "Somebody else has just changed this action" in again.content.decode()
    assert line(plan, 17).action.due_on.month == 9


def test_a_form_says_what_is_missing(client_for, plan):
    page = client_for("board_manager").post(at(plan, "progress", 26), {"text": ""})
    assert "Say what happened." in page.content.decode()
    wrong = client_for("board_manager").post(
        at(plan, "progress", 26), {"text": "x", "dated": "last week", "sort": "happened"}
    )
    assert "Write a date as 2013-03-15" in wrong.content.decode()


@pytest.mark.parametrize("form", [*FORMS, "reopen"])
def test_every_form_opens_for_the_manager(client_for, plan, form):
    assert client_for("board_manager").get(at(plan, form, 26)).status_code == 200
