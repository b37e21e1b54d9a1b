"""The staff survey's open page: no account, no cookie, no address, and only counts."""

from datetime import date

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from holdfast.board.section11 import transitions
from holdfast.board.section11.models import Tally
from holdfast.board.section11.tests import world
from holdfast.board.section11.tests.world import TODAY
from holdfast.board.section11.views.survey import MOST_FROM_ONE
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db


@pytest.fixture
def survey(cycle, posts):
    cache.clear()
    return transitions.open_survey(
        cycle, opens_on=TODAY, closes_on=date(2013, 7, 12), by=posts["board_manager"], on=TODAY
    )


@pytest.fixture
def url(survey):
    return reverse("section11:survey", args=[survey.token])


def typed(cycle, posts, answer="agree"):
    asked = cycle.edition.standards.filter(optional=False)
    return {"agency": world.of(cycle, posts).pk, **{f"s{one.pk}": answer for one in asked}}


def test_whoever_has_the_link_answers_once_and_is_nobody(cycle, posts, url):
    client = Client()
    page = client.get(url)
    assert "no name or address is kept" in page.content.decode()
    answer = client.post(url, typed(cycle, posts))
    assert "Your answers were added up" in answer.content.decode()
    assert not client.cookies
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == ("no-referrer", "noindex")
    assert set(Tally.objects.values_list("count", flat=True)) == {1}
    entry = Entry.objects.filter(page="section11:survey").order_by("-pk")[0]
    assert (entry.what, entry.account_id, entry.holding_id, entry.post_id) == (
        "write", None, None, None,
    )  # fmt: skip
    assert not entry.detail


def test_answers_are_added_up_and_left_out_ones_are_not_counted(cycle, posts, url):
    first = f"s{cycle.edition.standards.get(number=1).pk}"
    for _ in range(2):
        Client().post(url, typed(cycle, posts))
    Client().post(url, {name: v for name, v in typed(cycle, posts).items() if name != first})
    counts = dict(Tally.objects.values_list("standard__number", "count"))
    assert (counts[1], counts[2]) == (2, 3)


def test_another_cycles_agency_or_a_made_up_one_is_refused(cycle, posts, url):
    answer = Client().post(url, typed(cycle, posts) | {"agency": "999999"})
    assert "There is a problem" in answer.content.decode()
    assert not Tally.objects.exists()


def test_a_forged_link_and_one_that_is_over_look_alike(cycle, posts, survey, url, at):
    forged = Client().get(reverse("section11:survey", args=["x" * 43]))
    with at(2013, 7, 13, 9, 0):
        over = Client().get(url)
    assert forged.status_code == over.status_code == 404
    assert "There is no open survey here" in forged.content.decode()
    assert "There is no open survey here" in over.content.decode()


def test_many_answers_from_one_place_are_stopped_and_its_address_is_not_kept(cycle, posts, url):
    forged = reverse("section11:survey", args=["x" * 43])
    for _ in range(MOST_FROM_ONE):
        assert Client().post(forged).status_code == 404
    assert Client().post(url, typed(cycle, posts)).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").post(url, typed(cycle, posts)).status_code == 200


def test_nothing_is_shown_or_counted_without_an_entry_in_the_log(cycle, posts, url, monkeypatch):
    def broken(*_, **__):
        raise RuntimeError("The log cannot be written.")

    monkeypatch.setattr(Entry, "save", broken)
    with pytest.raises(RuntimeError):
        Client().post(url, typed(cycle, posts))
    assert not Tally.objects.exists()


def test_results_show_the_link_to_the_board_and_hide_the_few(client_for, cycle, posts, url):
    Client().post(url, typed(cycle, posts))
    world.take_in(cycle, posts)
    results = reverse("section11:survey_results", args=[cycle.record.reference])
    page = client_for("lay_member").get(results).content.decode()
    assert url in page
    assert "fewer than 6, or hidden with one that is" in page
    assert "1%" not in page and "% agree" not in page
