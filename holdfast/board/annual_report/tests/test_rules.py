from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.annual_report import rules
from holdfast.kernel.records.moves import NotAllowed

counts = st.integers(min_value=1, max_value=10**7).map(Decimal)


def test_an_edition_is_approved_only_after_it_is_frozen():
    with pytest.raises(NotAllowed):
        rules.TABLE.target(state=rules.DRAFT, move="approve")
    assert rules.TABLE.target(state=rules.FROZEN, move="approve") == rules.APPROVED


def test_an_approved_edition_cannot_be_changed_at_all():
    assert rules.TABLE.available(rules.APPROVED) == []


def test_the_author_cannot_approve():
    assert "cannot approve it" in rules.why_not_approve(author=7, approver=7, unsettled=[])


def test_an_open_disagreement_stops_approval_and_is_named():
    said = rules.why_not_approve(author=7, approver=8, unsettled=[3, 1])
    assert said.startswith("Disagreements 1 and 3 are not settled")


def test_another_post_approves_when_everything_is_settled():
    assert rules.why_not_approve(author=7, approver=8, unsettled=[]) == ""


@pytest.mark.parametrize(
    ("before", "now", "printed"), [(3329, 3010, -10), (4319, 3640, -16), (289, 273, -6)]
)
def test_the_printed_whole_percentages_are_the_rounded_ones(before, now, printed):
    change = rules.change_on(Decimal(before), Decimal(now))
    assert rules.whole(change) == printed


@pytest.mark.parametrize(("part", "printed"), [(218, 40), (77, 14), (68, 12)])
def test_the_printed_legal_status_shares_are_of_551(part, printed):
    assert rules.whole(rules.percent_of(Decimal(part), Decimal(551))) == printed


def test_the_printed_40_per_cent_fits_551_children_and_not_552():
    of_551, of_552 = (rules.percent_of(Decimal(218), Decimal(n)) for n in (551, 552))
    assert (rules.whole(of_551), rules.whole(of_552)) == (40, 39)


@given(counts, counts)
def test_a_change_applied_to_the_year_before_gives_this_year(before, now):
    change = rules.change_on(before, now)
    assert abs(before * (1 + change / 100) - now) < Decimal("0.0001")


@given(counts)
def test_there_is_no_change_from_nought_and_no_share_of_nought(count):
    assert rules.change_on(Decimal(0), count) is None
    assert rules.percent_of(count, Decimal(0)) is None


def test_a_figure_of_march_2012_is_a_year_older_than_the_report_on_2012_13():
    ends = rules.ends_on("2012-13")
    assert rules.years_older(date(2012, 3, 31), year_ends_on=ends) == 1
    assert rules.years_older(date(2013, 3, 31), year_ends_on=ends) == 0
