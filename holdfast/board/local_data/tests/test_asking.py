"""A partner's return becomes figures: full, in part, nil, refused, or sent back."""

from datetime import date
from decimal import Decimal

import pytest

from holdfast.board.local_data import transitions
from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules import asking
from holdfast.board.local_data.rules.figures import State
from holdfast.board.local_data.tests.world import TODAY, figure, quarter
from holdfast.engines.asks import transitions as requests
from holdfast.engines.asks.models import QuestionSet, Request
from holdfast.engines.asks.rules.questions import as_json, read
from holdfast.engines.asks.rules.states import Reply
from holdfast.engines.asks.rules.values import Absent
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.access import gate
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
DUE = date(2013, 7, 12)


def ask(collection: Collection, posts: dict[str, Post], key: str, *who: str) -> Request:
    asked = transitions.ask_partners(
        collection, key, to=[Recipient(posts[one]) for one in who], due_on=DUE,
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    return asked.requests.select_related("record__owner", "round__question_set").get()


def test_every_set_is_a_question_set_that_the_engine_reads():
    for one in measure_sets().values():
        asked = asking.questions(one)
        assert read(as_json(asked)) == asked
        assert len(asked) == 2 * len(one.measures)


def test_a_return_is_accepted_and_its_figures_are_kept_as_they_were_sent(friday, posts):
    found = quarter(posts)
    request = ask(found, posts, "police", "police_member")
    police = posts["police_member"]
    requests.answer(
        request,
        values={
            "police_notifications": "212",
            "police_missing": 61,
            "police_missing_again": (14, 61),
            "police_domestic": Absent.NOT_KNOWN,
            "police_missing_said": "Three children make up most of the repeats.",
        },
        by=police,
        on=TODAY,
    )
    requests.send(request, by=police, on=TODAY)
    transitions.take_in_return(found, request, by=posts["analyst"], on=TODAY)
    assert figure(found, "police_missing").value.words == "61"
    assert figure(found, "police_missing_again").value.words == "14 of 61 (23.0%)"
    assert figure(found, "police_missing").commentary.startswith("Three children")
    assert figure(found, "police_domestic").state == State.NOT_KNOWN
    assert (
        figure(found, "police_missing").source == f"{request.record.reference}, sent 28 June 2013"
    )
    assert figure(found, "police_missing").sent_by == police


def test_a_nil_return_and_a_refusal_are_kept_and_neither_is_nought(friday, posts):
    found = quarter(posts)
    nil = ask(found, posts, "housing", "housing_lead")
    requests.send_nil(
        nil, searched="The lead searched the case system.", by=posts["housing_lead"], on=TODAY
    )
    transitions.take_in_return(found, nil, by=posts["analyst"], on=TODAY)
    no = ask(found, posts, "health", "health_member")
    requests.refuse(no, reason="The trust is being merged.", by=posts["health_member"], on=TODAY)
    found = Collection.objects.select_related("record", "area").get(pk=found.pk)
    transitions.take_in_return(found, no, by=posts["analyst"], on=TODAY)
    states = set(Figure.objects.values_list("agency__sector", "state", "number"))
    assert states == {("housing", State.NIL, None), ("health", State.REFUSED, None)}
    assert figure(found, "health_unborn").commentary == "The trust is being merged."


def test_what_was_left_out_of_a_return_in_part_is_not_returned(friday, posts):
    found = quarter(posts)
    request = ask(found, posts, "police", "police_member")
    police = posts["police_member"]
    requests.answer(request, values={"police_missing": 61}, by=police, on=TODAY)
    requests.send(
        request, reply=Reply.PARTIAL, words="The rest follows in August.", by=police, on=TODAY
    )
    transitions.take_in_return(found, request, by=posts["analyst"], on=TODAY)
    rest = figure(found, "police_domestic")
    assert (rest.state, rest.commentary) == (State.NOT_RETURNED, "The rest follows in August.")


def test_half_a_child_is_sent_back_and_nothing_is_kept(friday, posts):
    found = quarter(posts)
    request = ask(found, posts, "police", "police_member")
    police = posts["police_member"]
    requests.answer(request, values={"police_missing": Decimal("61.5")}, by=police, on=TODAY)
    requests.send(request, reply=Reply.PARTIAL, words="In part.", by=police, on=TODAY)
    with pytest.raises(NotAllowed, match="whole numbers"):
        transitions.take_in_return(found, request, by=posts["analyst"], on=TODAY)
    request.refresh_from_db()
    assert request.state == "sent"
    assert not Figure.objects.exists()


def test_a_return_that_was_not_sent_or_is_of_another_quarter_is_not_taken_in(friday, posts):
    found = quarter(posts)
    request = ask(found, posts, "police", "police_member")
    with pytest.raises(NotAllowed, match="not been sent"):
        transitions.take_in_return(found, request, by=posts["analyst"], on=TODAY)
    other = quarter(posts, found.quarter.before)
    with pytest.raises(NotAllowed, match="not of this quarter"):
        transitions.take_in_return(other, request, by=posts["analyst"], on=TODAY)


def test_the_same_questions_are_one_version_and_a_neighbour_asks_nothing(friday, posts):
    found = quarter(posts)
    ask(found, posts, "police", "police_member")
    ask(found, posts, "police", "police_member")
    assert QuestionSet.objects.filter(purpose="local data: police").count() == 1
    with pytest.raises(gate.Refused):
        transitions.ask_partners(
            found, "police", to=[Recipient(posts["police_member"])], due_on=DUE,
            by=posts["neighbour_manager"], on=TODAY,
        )  # fmt: skip


def test_the_lawful_basis_changes_with_the_law():
    assert "14B" in asking.lawful_basis(date(2013, 6, 28))
    assert "16H" in asking.lawful_basis(date(2020, 1, 1))
