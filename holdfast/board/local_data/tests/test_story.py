"""A quarter's figures: opened, taken in, corrected, talked about, published, released."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from holdfast.board.local_data import transitions
from holdfast.board.local_data.models import Collection, Figure, Released
from holdfast.board.local_data.rules.figures import Returned, State, Value
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.board.local_data.tests.world import (
    Q4,
    TODAY,
    figure,
    number,
    quarter,
    returned,
    take_in,
)
from holdfast.kernel.access import gate
from holdfast.kernel.records.models import Step
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db
WHY = "The fall from 24 to 4 is the board's own finding; no child can be told from it."


def test_a_quarter_is_opened_once_by_the_manager_and_only_here(friday, posts):
    found = quarter(posts)
    assert found.record.reference.startswith("LD-2013-")
    with pytest.raises(NotAllowed, match="Q4 2012/13 is open already"):
        quarter(posts)
    with pytest.raises(gate.Refused):
        transitions.open_quarter(
            Quarter(2012, 3),
            area=found.area,
            owner=posts["neighbour_manager"].agency,
            by=posts["neighbour_manager"],
            on=TODAY,
        )


def test_a_corrected_return_is_another_version_and_the_first_one_stays(friday, posts):
    found = quarter(posts)
    assert take_in(found, posts, returned("police_missing", 31)) == 1
    assert take_in(found, posts, returned("police_missing", 29, said="Two counted twice.")) == 2
    assert figure(found, "police_missing").value.words == "29"
    assert Figure.objects.filter(measure="police_missing").count() == 2
    notes = [step.note for step in Step.objects.filter(record=found.record, move="take_in")]
    assert notes[1].startswith("Police, child abuse investigation team, version 2")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (returned("stolen_bicycles", 3), "No measure is called"),
        (returned("police_missing_again", 9, 4), "9 is more than the 4"),
        (returned("police_missing_again", 9), "what it is out of"),
        (Returned("police_missing", Value(State.NUMBER)), "give the number"),
    ],
)
def test_a_return_that_cannot_be_is_not_taken_in_at_all(friday, posts, row, why):
    found = quarter(posts)
    with pytest.raises(NotAllowed, match=why):
        take_in(found, posts, returned("police_missing", 31), row)
    assert not Figure.objects.exists()


def test_figures_of_a_quarter_that_has_not_begun_are_not_taken_in(friday, posts):
    found = quarter(posts, Quarter(2013, 2))
    with pytest.raises(NotAllowed, match="has not begun"):
        take_in(found, posts, returned("police_missing", 31))


def test_two_analysts_cannot_take_in_over_each_other(friday, posts):
    found = quarter(posts)
    other = Collection.objects.select_related("record").get(pk=found.pk)
    take_in(found, posts, returned("police_missing", 31))
    with pytest.raises(NotAllowed, match="Nothing of theirs was overwritten"):
        take_in(other, posts, returned("police_missing", 29))
    assert figure(found, "police_missing").value.words == "31"


def test_only_who_works_here_takes_in(friday, posts):
    found = quarter(posts)
    for who in ("police_member", "board_chair", "lay_member", "neighbour_manager", "lado"):
        with pytest.raises(gate.Refused):
            transitions.take_in(
                found, agency=posts["police_member"].agency, rows=[], source="x",
                sent_by=posts["police_member"], by=posts[who], on=TODAY,
            )  # fmt: skip


def test_the_chair_releases_24_to_4_and_the_reason_is_kept_for_ever(friday, posts):
    found = quarter(posts)
    take_in(found, posts, returned("second_plans", 4, 68), sent_by="analyst")
    four = figure(found, "second_plans")
    released = transitions.release_small_number(
        four, reason=WHY, by=posts["board_chair"], on=TODAY
    )
    assert (released.reason, released.on) == (WHY, TODAY)
    with pytest.raises(NotAllowed, match="released already"):
        transitions.release_small_number(
            figure(found, "second_plans"), reason=WHY, by=posts["board_manager"], on=TODAY
        )
    with pytest.raises(DatabaseError), transaction.atomic():
        Released.objects.all().delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Figure.objects.update(number=40)


@pytest.mark.parametrize("who", ["analyst", "police_member", "lay_member", "neighbour_manager"])
def test_nobody_without_the_right_to_decide_releases(friday, posts, who):
    found = quarter(posts)
    take_in(found, posts, returned("second_plans", 4, 68), sent_by="analyst")
    with pytest.raises(gate.Refused):
        transitions.release_small_number(
            figure(found, "second_plans"), reason=WHY, by=posts[who], on=TODAY
        )


def test_a_manager_who_took_the_figure_in_does_not_release_it(friday, posts):
    found = quarter(posts)
    transitions.take_in(
        found, agency=posts["analyst"].agency, rows=[Returned("second_plans", number(4, 68))],
        source="By telephone", sent_by=posts["analyst"], by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    with pytest.raises(NotAllowed, match="does not release it"):
        transitions.release_small_number(
            figure(found, "second_plans"), reason=WHY, by=posts["board_manager"], on=TODAY
        )


def test_a_release_needs_a_reason_a_small_number_and_the_last_version(friday, posts):
    found = quarter(posts)
    take_in(found, posts, returned("second_plans", 4, 68), sent_by="analyst")
    take_in(found, posts, returned("police_missing", 31))
    chair = posts["board_chair"]
    with pytest.raises(NotAllowed, match="Say why"):
        transitions.release_small_number(
            figure(found, "second_plans"), reason="  ", by=chair, on=TODAY
        )
    with pytest.raises(NotAllowed, match="not small"):
        transitions.release_small_number(
            figure(found, "police_missing"), reason=WHY, by=chair, on=TODAY
        )
    first = figure(found, "second_plans")
    take_in(found, posts, returned("second_plans", 3, 68), sent_by="analyst")
    with pytest.raises(NotAllowed, match="later return"):
        transitions.release_small_number(
            Figure.objects.for_page().get(pk=first.pk), reason=WHY, by=chair, on=TODAY
        )


def test_the_quarter_knows_its_days(friday, posts):
    found = quarter(posts)
    assert (found.quarter, found.quarter.ends_on) == (Q4, date(2013, 3, 31))
