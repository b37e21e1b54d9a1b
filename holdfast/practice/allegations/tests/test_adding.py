"""What comes to light later: a second concern with an outcome of its own, and another child."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law, states
from holdfast.practice.allegations.tests.factories import a_concern, concluded, met, referred
from holdfast.practice.allegations.tests.test_writing import write

TODAY = date(2013, 6, 28)
in_the_database = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
SAID = {
    "category": "emotional",
    "account": "He shouted at her.",
    "whose_words": "The driver",
    "place": "At the gate",
}


@pytest.mark.parametrize("state", states.State)
def test_a_concern_is_added_until_all_that_is_said_has_its_outcome(state):
    if state in {"outcome_recorded", "closed"}:
        with pytest.raises(NotAllowed, match="(?i)reopen"):
            states.require_takes_concerns(state.value)
    else:
        states.require_takes_concerns(state.value)


class TestInTheRoom:
    pytestmark = in_the_database

    def test_a_second_concern_has_its_own_outcome_and_only_then_is_the_case_concluded(
        self, client_for, posts
    ):
        allegation, lado = met(posts), client_for("lado")
        child = str(allegation.children.get().pk)
        answer = write(lado, allegation, "concern", children=[child], **SAID)
        assert answer.status_code == 302, answer.content.decode()
        first, second = allegation.concerns.all()
        assert (second.number, second.subjects) == (2, ["adult", "child-1"])
        for concern, outcome, state in [
            (first, law.Outcome.SUBSTANTIATED, "discussed"),
            (second, law.Outcome.UNFOUNDED, "outcome_recorded"),
        ]:
            verbs.decide_outcome(concern, outcome=outcome, why="w", by=posts["lado"], on=TODAY)
            allegation.refresh_from_db()
            assert allegation.state == state
        assert [c.outcomes.get().outcome for c in (first, second)] == [
            "substantiated", "unfounded",
        ]  # fmt: skip
        menu = reverse("allegations:menu", args=[allegation.record.reference])
        assert lado.get(menu).content.decode().count("Outcome after an appeal: concern") == 2

    def test_what_is_new_after_the_outcome_needs_the_record_reopened(self, client_for, posts):
        allegation, lado = concluded(posts), client_for("lado")
        menu = reverse("allegations:menu", args=[allegation.record.reference])
        assert "Add another concern" not in lado.get(menu).content.decode()
        refused = write(lado, allegation, "concern", **SAID).content.decode()
        assert "Close the record and reopen it" in refused
        allegation.record.refresh_from_db()
        verbs.close(allegation, why="Done.", by=posts["lado"], on=TODAY)
        verbs.reopen(allegation, why="Another girl spoke.", by=posts["lado"], on=TODAY)
        assert write(lado, allegation, "concern", **SAID).status_code == 302
        allegation = Allegation.objects.get()
        second = allegation.concerns.last()
        verbs.decide_outcome(
            second, outcome=law.Outcome.FALSE, why="w", by=posts["lado"], on=TODAY
        )
        allegation.refresh_from_db()
        assert allegation.state == "outcome_recorded"

    def test_another_child_is_added_with_a_key_of_its_own(self, client_for, posts):
        allegation, lado = referred(posts), client_for("lado")
        told = {"known_as": "A girl of the same bus", "age": "9", "words": "He pulled me."}
        assert write(lado, allegation, "child", **told).status_code == 302
        child = allegation.children.last()
        assert (child.subjects, child.age) == (["child-2"], 9)
        step = allegation.record.steps.get(move="add_child")
        assert step.subjects == ["child-2"] and "He pulled me." in step.note
        page = lado.get(
            reverse("allegations:write", args=[allegation.record.reference, "concern"])
        )
        assert "A girl of the same bus, 9" in page.content.decode()

    def test_a_child_of_another_record_is_not_chosen(self, client_for, posts):
        here, there = referred(posts), referred(posts, by="nurse")
        other = there.children.get()
        page = write(client_for("lado"), here, "concern", children=[str(other.pk)], **SAID)
        assert page.status_code == 200
        with pytest.raises(NotAllowed, match="children of this record"):
            verbs.add_concern(
                here, concern=a_concern(), children=[other], by=posts["lado"], on=TODAY
            )
        assert here.concerns.count() == 1

    def test_a_concern_without_words_says_what_is_missing(self, client_for, posts):
        allegation = met(posts)
        page = write(client_for("lado"), allegation, "concern").content.decode()
        for sentence in ("Choose the kind of concern.", "Say whose words these are."):
            assert sentence in page

    @pytest.mark.parametrize("who", ["police", "nurse", "board_manager", "neighbour_lado"])
    def test_nobody_outside_adds_a_concern_or_a_child(self, who, client_for, posts):
        allegation = met(posts)
        for entry in ("concern", "child"):
            assert write(client_for(who), allegation, entry, **SAID).status_code == 404
        with pytest.raises(Refused):
            verbs.add_child(allegation, child=verbs.ChildTold("x"), by=posts[who], on=TODAY)
        assert allegation.concerns.count() == allegation.children.count() == 1
