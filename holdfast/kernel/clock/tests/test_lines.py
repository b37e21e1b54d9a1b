"""What a page says of a clock."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from holdfast.kernel.clock import running
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.clock.states import LateReason, State
from holdfast.kernel.clock.tests.looking import Posts, line_of, moment
from holdfast.kernel.records.models import Record


def test_the_friday_call_is_due_on_monday(started: Any, posts: Posts) -> None:
    clock = started("LADO.REFER", on=date(2013, 6, 28))
    line = line_of(clock, moment(2013, 6, 28, 16, 45), posts["lado"])
    assert clock.due_on == date(2013, 7, 1)
    assert (line.words, line.whose_move, line.over) == ("1 working day left", "You", False)
    assert line.why == "1 working day. Working Together to Safeguard Children 2013."
    assert line.badge_words == "Restated by others"


def test_a_local_standard_is_shown_as_local_whatever_its_source(started: Any) -> None:
    line = line_of(started("CPP.VISIT", on=date(2013, 6, 3)), moment(2013, 6, 28, 9))
    assert (line.badge, line.badge_words) == ("L", "Local standard")
    assert line.why.startswith("4 weeks, local.")
    assert "Working Together" not in line.why


@pytest.mark.parametrize(
    ("met_on", "state", "words"),
    [
        ("2012-10-09", State.MET, "Met, same day"),
        ("2012-10-11", State.MET, "Met on working day 2"),
        ("2012-10-16", State.MET, "Met on working day 5"),
        ("2012-10-18", State.MET_LATE, "Met, 2 working days late"),
    ],
)
def test_a_met_clock_says_how_long_it_took(
    started: Any, posts: Posts, met_on: str, state: State, words: str
) -> None:
    clock = started("LADO.MEETING", on=date(2012, 10, 9))
    running.meet(clock, on=date.fromisoformat(met_on), by=posts["lado"])
    line = line_of(clock, moment(2013, 6, 28, 16, 45))
    assert (line.state, line.words, line.whose_move) == (state, words, "–")


@pytest.mark.parametrize(
    ("now", "state", "words"),
    [
        ((2013, 3, 1, 9), State.RUNNING, "14 days left"),
        ((2013, 3, 14, 9), State.DUE_SOON, "1 day left"),
        ((2013, 3, 15, 9), State.DUE_SOON, "Due today"),
        ((2013, 4, 13, 9), State.OVERDUE, "29 days over"),
    ],
)
def test_a_running_clock_says_what_is_left(
    started: Any, now: tuple[int, ...], state: State, words: str
) -> None:
    line = line_of(started("LADO.REVIEW", on=date(2013, 2, 15)), moment(*now))
    assert (line.state, line.words) == (state, words)
    assert 0 <= line.share <= 1


def test_hours_run_to_the_minute_through_the_night_the_clocks_change(
    started: Any, posts: Posts
) -> None:
    clock = started("MISS.RHI", at=moment(2013, 3, 30, 22))
    assert line_of(clock, moment(2013, 4, 2, 22, 30)).words == "30 minutes left"
    assert line_of(clock, moment(2013, 4, 3, 1)).words == "2 hours over"
    running.meet(clock, at=moment(2013, 4, 2, 23), by=posts["lado"])
    assert line_of(clock, moment(2013, 4, 5, 9)).state is State.MET


def test_an_hour_clock_given_a_day_is_indeterminate_and_not_met(
    started: Any, posts: Posts
) -> None:
    clock = started("MISS.RHI", on=date(2013, 6, 25))
    assert clock.due_on is None
    assert line_of(clock, moment(2013, 6, 28, 9)).words == (
        "Indeterminate: the time was not recorded"
    )
    running.meet(clock, on=date(2013, 6, 26), by=posts["lado"])
    assert line_of(clock, moment(2013, 6, 28, 9)).state is State.INDETERMINATE


def test_late_is_written_down_and_a_reason_is_owed(started: Any, posts: Posts) -> None:
    clock = started("LADO.REFER", on=date(2013, 6, 20))
    running.meet(clock, on=date(2013, 6, 25), by=posts["lado"])
    assert line_of(clock, moment(2013, 6, 28, 9)).reason_needed
    running.explain(
        clock, code=LateReason.STAFF, reason="Head away", by=posts["lado"], on=date(2013, 6, 26)
    )
    line = line_of(clock, moment(2013, 6, 28, 9))
    assert not line.reason_needed
    assert line.late_reason == "Staff were not available: Head away"


def test_a_duty_without_a_number_runs_without_a_due_day(started: Any) -> None:
    line = line_of(started("LADO.DBS", on=date(2013, 6, 25)), moment(2013, 6, 28, 9))
    assert (line.due, line.words) == (
        "No number of days",
        "3 days so far; the rule gives no number",
    )


def test_a_page_of_clocks_asks_as_much_for_one_as_for_many(started: Any, record: Record) -> None:
    started("LADO.REFER", on=date(2013, 6, 20))
    few = _queries(record)
    for n in range(30):
        started("LADO.REVIEW", on=date(2013, 6, 20), about=f"n{n}")
    assert _queries(record) == few


def _queries(record: Record) -> int:
    with CaptureQueriesContext(
        connection,
    ) as asked:
        lines = clock_lines(record.deadlines.for_page(), now=moment(2013, 6, 28, 9))
        assert [line.part().now.word for line in lines]
    return len(asked)
