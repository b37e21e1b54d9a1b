"""The law by date, how a body is made up, and the arithmetic of money. No database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.partnership.rules import regime
from holdfast.board.partnership.rules.composition import Sitting, findings
from holdfast.board.partnership.rules.money import (
    Sum,
    change,
    pounds,
    read_pounds,
    read_year,
    total,
    year_before,
)
from holdfast.board.partnership.rules.words import BodyKind, Capacity

DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
AMOUNTS = st.one_of(st.none(), st.integers(0, 10**10))


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2006, 3, 31), "ACPC"),
        (date(2006, 4, 1), "LSCB"),
        (date(2012, 5, 1), "LSCB"),
        (date(2019, 9, 28), "LSCB"),
        (date(2019, 9, 29), "MASA"),
        (date(2022, 5, 1), "MASA"),
    ],
)
def test_the_law_turns_on_its_days(day, code):
    assert regime.on(day).code == code


def test_an_areas_own_start_may_be_earlier_and_never_later():
    assert regime.on(date(2019, 7, 1), arrangements_from=date(2019, 6, 29)).code == "MASA"
    assert regime.on(date(2019, 10, 1), arrangements_from=date(2020, 1, 1)).code == "MASA"


@given(DAYS, DAYS)
def test_the_law_never_turns_back(one, other):
    order = ["ACPC", "LSCB", "MASA"]
    early, late = sorted([one, other])
    assert order.index(regime.on(early).code) <= order.index(regime.on(late).code)


@given(DAYS)
def test_every_regime_covers_the_days_it_says(day):
    found = regime.on(day)
    assert found.starts_on is None or found.starts_on <= day
    assert found.ends_on is None or day <= found.ends_on
    assert found.source and found.status in {"V", "V2", "M", "L"}


PARTNERS = [
    Sitting("Health partner", Capacity.CHAIR, "health", partner=True),
    Sitting("Council partner", Capacity.MEMBER, "social_care", partner=True),
    Sitting("Police partner", Capacity.MEMBER, "police", partner=True),
]


def words(
    seats, kind=BodyKind.PARTNERSHIP_EXECUTIVE, law=regime.MASA, ends_on=None, meets_a_year=12
):
    found = findings(
        kind=kind, regime=law, seats=seats, ends_on=ends_on, meets_a_year=meets_a_year
    )
    return " ".join(one.words for one in found)


def test_three_partners_one_of_them_in_the_chair_leave_nothing_to_put_right():
    assert words(PARTNERS) == ""


def test_an_executive_chaired_by_none_of_the_partners_is_told():
    scrutineer = Sitting("Scrutineer", Capacity.CHAIR, "board")
    police = [Sitting("Health partner", Capacity.MEMBER, "health", partner=True), *PARTNERS[1:]]
    assert "none of the safeguarding partners" in words([scrutineer, *police])


@pytest.mark.parametrize(
    ("seats", "told"),
    [
        (PARTNERS[:2], "for the police."),
        ([], "for the local authority, health and the police."),
        ([*PARTNERS, PARTNERS[2]], "Two seats are marked"),
        (
            [*PARTNERS, Sitting("School", Capacity.MEMBER, "education", partner=True)],
            "agency that cannot be one",
        ),
    ],
)
def test_the_partners_are_exactly_three(seats, told):
    assert told in words(seats)


def test_a_board_of_2013_is_not_judged_by_the_law_of_2019():
    lay = [Sitting(f"Lay {n}", Capacity.LAY_MEMBER, "board") for n in (1, 2)]
    chair = Sitting("Independent chair", Capacity.CHAIR, "board")
    assert words([chair, *lay], kind=BodyKind.BOARD, law=regime.LSCB) == ""
    assert "Two lay members" in words([chair, lay[0]], kind=BodyKind.BOARD, law=regime.LSCB)


def test_two_chairs_are_allowed_and_three_are_told():
    chairs = [Sitting(f"Chair {n}", Capacity.CHAIR, "police") for n in (1, 2, 3)]
    assert words(chairs[:2], kind=BodyKind.SUB_GROUP) == ""
    assert "3 seats chair it" in words(chairs, kind=BodyKind.SUB_GROUP)


def test_a_vacant_chair_and_a_group_without_end_are_told():
    vacant = Sitting("Chair", Capacity.CHAIR, "police", vacant=True)
    told = words([vacant], kind=BodyKind.TASK_AND_FINISH)
    assert "The chair is vacant." in told and "It has no end." in told


@given(st.lists(AMOUNTS))
def test_a_sum_counts_every_line_once_as_known_or_unknown(amounts):
    found = total(amounts)
    assert found.unknown + sum(1 for one in amounts if one is not None) == len(amounts)
    assert found.whole == (None not in amounts)


@given(st.lists(AMOUNTS), st.lists(AMOUNTS))
def test_a_sum_of_sums_is_the_sum_of_all(some, others):
    one, other = total(some), total(others)
    both = Sum(one.pence + other.pence, one.unknown + other.unknown)
    assert total(some + others) == both


@given(st.integers(0, 10**10))
def test_an_amount_is_read_back_as_it_was_printed(pence):
    assert read_pounds(pounds(pence)) == pence


@given(st.text(max_size=30))
def test_whatever_is_typed_is_an_amount_or_a_sentence(typed):
    try:
        found = read_pounds(typed)
        assert found is None or found >= 0
    except ValueError as wrong:
        assert str(wrong).endswith(".")


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_up_and_down_are_told_from_the_later_year(before, now):
    told = change(before, now, counted_before=True)
    expected = "unchanged" if now == before else "up" if now > before else "down"
    assert told.startswith(expected)


@given(st.integers(1900, 2150))
def test_the_year_before_is_one_year_before(began):
    year = f"{began}/{(began + 1) % 100:02d}"
    assert read_year(year_before(year)) == began - 1


@given(DAYS)
def test_a_day_of_a_year_is_not_taken_for_a_financial_year(day):
    for wrong in (day.isoformat(), str(day.year), f"{day.year}/{day.year + 1}"):
        with pytest.raises(ValueError, match="financial year"):
            read_year(wrong)


def test_the_regimes_leave_no_day_between_them():
    assert regime.BEFORE.ends_on + timedelta(days=1) == regime.LSCB.starts_on
    assert regime.LSCB.ends_on + timedelta(days=1) == regime.MASA.starts_on


@pytest.mark.parametrize(("meets", "told"), [(4, "4 are laid down"), (None, "no number is")])
def test_an_executive_that_does_not_meet_each_month_is_told(meets, told):
    assert told in words(PARTNERS, meets_a_year=meets)
