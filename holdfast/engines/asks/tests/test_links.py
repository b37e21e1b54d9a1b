"""What somebody with a link, or without one, tries. Every dead link says the same sentence."""

import re
from datetime import timedelta

import pytest
from django.core import signing
from django.core.cache import cache
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.engines.asks import transitions
from holdfast.engines.asks.models import Answer, DelegatedLink, tokens
from holdfast.engines.asks.tests.world import CLOSED_PURPOSE, TODAY, fill, issue, of
from holdfast.engines.asks.transitions import Recipient
from holdfast.engines.asks.views import delegated
from holdfast.engines.asks.views.delegated import MARK
from holdfast.kernel.access import grants, log
from holdfast.kernel.access.models import Entry, Grant
from holdfast.kernel.directory import moment
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
DEAD = "This link opens nothing"
OTHER_ANSWER = "Supervision is monthly"


@pytest.fixture(autouse=True)
def _counted_afresh():
    cache.clear()


@pytest.fixture
def housing(asked, posts):
    request = of(asked, posts["housing_lead"])
    transitions.answer(
        request, values={"who": "The head of housing", "what": OTHER_ANSWER},
        by=posts["housing_lead"], on=TODAY,
    )  # fmt: skip
    return request


@pytest.fixture
def given_link(housing, posts):
    return transitions.delegate(
        housing, section="training", for_whom="the training team", days=7,
        by=posts["housing_lead"], on=TODAY,
    )  # fmt: skip


@pytest.fixture
def url(given_link):
    return reverse("asks:delegated", args=[given_link[1]])


def mark(link):
    return signing.dumps(link.pk, salt=MARK)


def without_nonce(response):
    return re.sub(r'nonce="[^"]*"', "", response.content.decode())


def test_a_link_opens_its_section_saves_it_and_is_spent_with_a_receipt(given_link, url, housing):
    link, browser = given_link[0], Client()
    page = browser.get(url)
    assert page.status_code == 200
    assert (
        "Staff trained" in page.content.decode() and "the training team" in page.content.decode()
    )
    saved = browser.post(url, {"trained": "9", "trained.of": "12", "mark": mark(link)})
    assert "Saved at 16:45" in saved.content.decode()
    done = browser.post(
        url, {"trained": "10", "trained.of": "12", "trained.seen": "1", "hand_in": "1",
              "mark": mark(link)},
    )  # fmt: skip
    assert f"Receipt {housing.record.reference}-{link.pk}" in done.content.decode()
    assert DEAD in browser.get(url).content.decode()
    answer = housing.answers.current().get(question="trained")
    assert (answer.number, answer.link, answer.by) == (10, link, link.given_by)
    assert "Who leads" not in page.content.decode() and OTHER_ANSWER not in page.content.decode()


def test_a_link_gives_no_cookie_no_session_no_other_page_and_no_way_to_be_found(url, housing):
    browser = Client()
    page = browser.get(url)
    assert not page.cookies and not browser.cookies
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"] and page["Cache-Control"] == "no-store"
    for name in ("request", "section"):
        more = ["training"] if name == "section" else []
        other = browser.get(reverse(f"asks:{name}", args=[housing.record.reference, *more]))
        assert other.status_code == 302 and "login" in other["Location"]


def test_every_opening_and_saving_is_in_the_access_log(given_link, url, housing):
    link = given_link[0]
    Client().get(url)
    Client().post(url, {"trained": "9", "trained.of": "12", "mark": mark(link)})
    entries = Entry.objects.filter(via=f"link {link.pk}").order_by("pk")
    assert [(e.what, e.let_in, e.record_id) for e in entries] == [
        ("read", True, housing.record.pk), ("write", True, housing.record.pk),
    ]  # fmt: skip


def test_when_the_log_cannot_be_written_nothing_is_shown_and_nothing_saved(
    given_link, url, housing, monkeypatch
):
    def broken(line):
        raise DatabaseError("the table is gone")

    monkeypatch.setattr(log, "write", broken)
    browser = Client(raise_request_exception=False)
    before = Answer.objects.count()
    sent = {"trained": "9", "trained.of": "12", "mark": mark(given_link[0])}
    for answer in (browser.get(url), browser.post(url, sent)):
        assert answer.status_code == 500
        assert "Staff trained" not in answer.content.decode()
    assert Answer.objects.count() == before


def _revoke(link, posts):
    transitions.revoke(link, by=posts["housing_lead"], on=TODAY)


def _spend(link, posts):
    transitions.hand_in(link, by=link.given_by, on=TODAY)


def _send(link, posts):
    request = of(link.request.round, posts["housing_lead"])
    fill(request, posts["housing_lead"])
    transitions.send(request, by=posts["housing_lead"], on=TODAY)


def _withdraw(link, posts):
    request = of(link.request.round, posts["housing_lead"])
    transitions.withdraw(request, reason="Merged.", by=posts["board_manager"], on=TODAY)


def _end_grant(link, posts):
    grant = Grant.objects.get(record=link.request.record, post=posts["housing_lead"])
    grants.end(grant, by=posts["board_manager"], why="Left")


@pytest.mark.parametrize("end", [_revoke, _spend, _send, _withdraw, _end_grant])
def test_a_dead_link_reads_and_writes_nothing_and_looks_like_a_forged_one(
    given_link, url, posts, end
):
    end(given_link[0], posts)
    before = Answer.objects.count()
    forged = Client().get(reverse("asks:delegated", args=["forged:token"]))
    dead = Client().get(url)
    assert forged.status_code == dead.status_code == 404
    assert without_nonce(forged) == without_nonce(dead)
    sent = {"trained": "9", "trained.of": "12", "mark": mark(given_link[0])}
    assert Client().post(url, sent).status_code == 404
    assert Client().post(url, sent | {"hand_in": "1"}).status_code == 404
    assert Answer.objects.count() == before


def test_a_link_ends_by_itself_within_fourteen_days(given_link, url, housing, posts, friday):
    with moment.story(friday + timedelta(days=7, seconds=1)):
        assert Client().get(url).status_code == 404
    for days in (0, 15):
        with pytest.raises(NotAllowed, match="14 days"):
            transitions.delegate(
                housing, section="training", for_whom="x", days=days,
                by=posts["housing_lead"], on=TODAY,
            )  # fmt: skip


def test_a_link_saves_no_answer_of_another_section(given_link, url, housing):
    link = given_link[0]
    Client().post(url, {"who": "Somebody else", "trained": "1", "trained.of": "2",
                        "mark": mark(link)})  # fmt: skip
    assert housing.answers.current().get(question="who").typed == "The head of housing"
    with pytest.raises(NotAllowed, match="one section"):
        transitions.answer_by_link(
            link, values={"who": "x"}, seen=None, by=link.given_by, on=TODAY
        )


def test_a_form_without_its_mark_or_with_anothers_saves_nothing(given_link, url, housing, posts):
    other, _ = transitions.delegate(
        housing, section="lead", for_whom="another", days=1, by=posts["housing_lead"], on=TODAY
    )
    before = Answer.objects.count()
    for wrong in ("", "x", mark(other), signing.dumps(given_link[0].pk, salt="another")):
        page = Client().post(url, {"trained": "9", "trained.of": "12", "mark": wrong})
        assert "save it again" in page.content.decode()
        assert 'value="9"' in page.content.decode(), "what was typed is still there"
    assert Answer.objects.count() == before


def test_answers_about_children_never_go_by_a_link(friday, posts):
    closed = issue(posts, [Recipient(posts["housing_lead"])], purpose=CLOSED_PURPOSE.key)
    request = of(closed, posts["housing_lead"])
    with pytest.raises(NotAllowed, match="never go by a link"):
        transitions.delegate(
            request, section="training", for_whom="x", days=1,
            by=posts["housing_lead"], on=TODAY,
        )  # fmt: skip


def test_a_database_that_was_read_gives_nobody_a_link(given_link):
    link, token = given_link
    kept = DelegatedLink.objects.filter(pk=link.pk).values().get()
    assert token not in str(kept)
    assert tokens.link_of(kept["digest"]) is None
    assert tokens.link_of(signing.Signer(salt="another").sign("x" * 32)) is None


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(forged=st.text(max_size=80))
def test_no_forged_token_opens_anything(given_link, forged):
    assert tokens.link_of(forged) is None
    assert tokens.link_of(given_link[1] + forged) is None or not forged


def test_two_people_with_the_link_lose_nothing_of_each_other(given_link, url, housing, posts):
    link, browser = given_link[0], Client()
    browser.post(url, {"trained": "9", "trained.of": "12", "mark": mark(link)})
    transitions.answer(housing, values={"trained": (11, 12)}, by=posts["housing_lead"], on=TODAY)
    page = browser.post(
        url, {"trained": "10", "trained.of": "12", "trained.seen": "1", "hand_in": "1",
              "mark": mark(link)},
    ).content.decode()  # fmt: skip
    assert "Both texts are shown" in page and "11 of 12 people" in page
    assert housing.answers.current().get(question="trained").number == 11
    assert DelegatedLink.objects.get(pk=link.pk).spent_at is None


def test_a_link_is_asked_for_so_often_a_minute_and_no_more(url, monkeypatch):
    monkeypatch.setattr(delegated, "MOST_A_MINUTE", 3)
    browser = Client()
    assert [browser.get(url).status_code for _ in range(5)] == [200, 200, 200, 429, 429]


def test_an_author_makes_a_link_on_its_page_sees_it_once_and_takes_it_back(
    client_for, housing, posts
):
    author, manager = client_for("housing_lead"), client_for("board_manager")
    page = reverse("asks:delegate", args=[housing.record.reference, "lead"])
    assert manager.get(page).status_code == 404
    made = author.post(page, {"for_whom": "the policy team", "days": "3"}).content.decode()
    found = re.search(r"http://testserver(/requests/by-link/[^<]+)", made)
    assert Client().get(found[1]).status_code == 200
    link = DelegatedLink.objects.get()
    revoke = reverse("asks:revoke", args=[housing.record.reference, link.pk])
    housing.refresh_from_db()
    assert author.post(revoke, {"seen": housing.version}).status_code == 302
    assert Client().get(found[1]).status_code == 404
