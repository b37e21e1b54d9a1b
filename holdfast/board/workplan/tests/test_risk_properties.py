"""What holds of every score and every movement, whatever is typed."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.workplan.rules.risk_scoring import (
    HIGH,
    IMPACT,
    LIKELIHOOD,
    MEDIUM,
    Level,
    Scored,
    level,
    movement,
    on_day,
)

one_to_five = st.integers(1, 5)
scored = st.builds(
    Scored, one_to_five, one_to_five, st.dates(date(2012, 1, 1), date(2014, 12, 31))
)
histories = st.lists(scored, max_size=8, unique_by=lambda one: one.on)
ORDER = [Level.LOW, Level.MEDIUM, Level.HIGH]


@given(one_to_five, one_to_five)
def test_a_level_never_falls_when_either_number_rises(likelihood, impact):
    here = ORDER.index(level(likelihood * impact))
    for more in ((min(likelihood + 1, 5), impact), (likelihood, min(impact + 1, 5))):
        assert ORDER.index(level(more[0] * more[1])) >= here
    assert level(likelihood * impact) is level(impact * likelihood), "which number is which is one"
    assert (likelihood * impact >= HIGH) == (level(likelihood * impact) is Level.HIGH)
    assert (likelihood * impact < MEDIUM) == (level(likelihood * impact) is Level.LOW)


@given(scored)
def test_every_score_has_words_for_both_numbers(one):
    assert one.words == f"{LIKELIHOOD[one.likelihood]} × {IMPACT[one.impact]}"
    assert 1 <= one.score <= 25


@given(histories, st.randoms(use_true_random=False))
def test_a_movement_does_not_depend_on_the_order_in_which_scores_are_read(history, chance):
    shuffled = list(history)
    chance.shuffle(shuffled)
    assert movement(shuffled) == movement(history)


@given(histories)
def test_an_arrow_points_where_the_last_two_scores_differ(history):
    told = movement(history)
    by_day = sorted(history, key=lambda one: one.on)
    if len(by_day) < 2:
        assert told.arrow == ("→" if by_day else "")
        return
    before, now = by_day[-2].score, by_day[-1].score
    assert told.arrow == ("↑" if now > before else "↓" if now < before else "→")
    assert str(now) in told.words
    assert movement([*by_day[:-2], by_day[-1], by_day[-2]]) == told


@given(histories, st.dates(date(2011, 12, 1), date(2015, 1, 31)))
def test_what_stood_on_a_day_holds_nothing_later_and_nothing_is_lost(history, day):
    held = on_day(history, on=day)
    assert all(one.on <= day for one in held)
    assert [one.on for one in held] == sorted(one.on for one in held)
    assert {*held} == {one for one in history if one.on <= day}
