"""Figures typed by hand, and what a return will keep before it is taken in."""

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.local_data import transitions
from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.models import Figure, HandDraft
from holdfast.board.local_data.rules import asking
from holdfast.board.local_data.tests.world import TODAY, figure, quarter, returned, take_in
from holdfast.engines.asks import transitions as requests
from holdfast.engines.asks.rules.states import Reply
from holdfast.engines.asks.rules.values import parse
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.records.moves import NotAllowed


@pytest.fixture
def found(friday, posts):
    return quarter(posts)


@pytest.fixture
def police(posts):
    return posts["police_member"].agency


def at(found, name="type", *more):
    return reverse(f"local_data:{name}", args=[found.record.reference, *more])


def words(response):
    return " ".join(response.content.decode().split())


@pytest.mark.django_db
def test_figures_are_typed_kept_as_a_draft_and_taken_in(client_for, found, police, posts):
    client = client_for("analyst")
    chosen = client.post(at(found, "choose"), {"agency": police.pk, "set_key": "police"})
    here = at(found, "type", police.pk, "police")
    assert chosen.url == here
    typed = {
        "police_missing": "61", "police_missing_again": "70", "police_missing_again.of": "61",
        "police_missing_said": "One home.", "seen": found.record.version,
        "sent_by": posts["police_member"].pk, "source": "letter of 3 June 2013",
    }  # fmt: skip
    kept = client.post(here, typed | {"keep": "itself"})
    assert kept["Content-Type"].startswith("text/plain")
    assert "Draft kept" in kept.content.decode()
    assert not Figure.objects.exists(), "a draft is no figure"
    again = words(client.get(here))
    assert "One home." in again
    assert "letter of 3 June 2013" in again
    assert "Go on with your draft" in words(client.get(at(found, "quarter")))
    assert "draft" not in words(client_for("board_manager").get(at(found, "quarter")))
    wrong = words(client.post(here, typed))
    assert "70 is more than the 61 it is out of" in wrong
    assert "Say how they came." in words(client.post(here, typed | {"source": ""}))
    right = typed | {"police_missing_again": "9"}
    assert client.post(here, right).url == at(found, "quarter")
    missing = figure(found, "police_missing")
    assert (missing.value.words, missing.commentary) == ("61", "One home.")
    assert missing.source == "Typed by hand: letter of 3 June 2013"
    assert figure(found, "police_domestic").value.words == "not returned"
    assert not HandDraft.objects.exists()
    assert "Somebody else has just changed this record" in words(client.post(here, right))


@pytest.mark.django_db
def test_only_who_keeps_the_quarter_types_and_only_for_a_partner_of_here(
    client_for, found, police, posts
):
    for who in ("board_chair", "police_member", "lay_member", "housing_lead", "neighbour_manager",
                "neighbour_lado"):  # fmt: skip
        client = client_for(who)
        assert client.get(at(found, "choose")).status_code == 404
        assert client.get(at(found, "type", police.pk, "police")).status_code == 404
    manager = client_for("board_manager")
    abroad = posts["neighbour_lado"].agency.pk
    assert manager.get(at(found, "type", abroad, "police")).status_code == 404
    assert manager.get(at(found, "type", police.pk, "no-set")).status_code == 404
    by = {"by": posts["board_manager"], "on": TODAY, "agency": police, "set_key": "police"}
    for sent_by, source, rows in (
        ("health_member", "Letter", [returned("police_missing", 1)]),
        ("police_member", " ", [returned("police_missing", 1)]),
        ("police_member", "Letter", []),
    ):
        with pytest.raises(NotAllowed):
            transitions.take_typed(found, rows=rows, source=source, sent_by=posts[sent_by], **by)
    assert not Figure.objects.exists()


@pytest.mark.django_db
def test_what_will_be_kept_is_shown_before_it_is_taken(client_for, found, posts):
    take_in(found, posts, returned("police_missing", 55))
    asked = transitions.ask_partners(
        found, "police", to=[Recipient(posts["police_member"])], due_on=TODAY,
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    request = asked.requests.get()
    requests.answer(
        request, values={"police_missing": 61, "police_domestic": 2.5},
        by=posts["police_member"], on=TODAY,
    )  # fmt: skip
    requests.send(request, by=posts["police_member"], on=TODAY)
    page = words(client_for("analyst").get(at(found, "take_in", request.record.reference)))
    assert "What will be kept" in page
    row = page[page.index("Children reported missing") :][:600]
    assert "61" in row
    assert "55" in row
    assert "Domestic abuse incidents with a child at home: give whole numbers" in page
    assert Figure.objects.count() == 1


@given(st.dictionaries(st.sampled_from(["police_missing", "police_missing_again"]),
                       st.tuples(st.text(max_size=9), st.text(max_size=9))))  # fmt: skip
def test_whatever_is_typed_is_a_figure_or_has_its_problem(typed):
    one = measure_sets()["police"]
    asked = {q.key: q for section in asking.questions(one).sections for q in section.questions}
    values = {key: parse(asked[key], text, of=of) for key, (text, of) in typed.items()}
    good = {key: value for key, value in values.items() if not value.problem}
    rows = asking.figures(one, reply=Reply.FULL, words="", answers=good)
    assert [row.measure for row in rows] == [m.key for m in one.measures]
    assert all((row.value.number is None) == (not good.get(row.measure) or good[row.measure].empty)
               for row in rows)  # fmt: skip
