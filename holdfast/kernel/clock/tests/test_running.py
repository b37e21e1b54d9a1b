"""Clocks on records: what they freeze and how they change."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError

from holdfast.kernel.clock import running
from holdfast.kernel.clock.models import Deadline, DueChange
from holdfast.kernel.clock.states import State
from holdfast.kernel.clock.tests.looking import Posts, line_of, moment
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


def test_a_clock_freezes_the_rule_it_starts_under(started: Any) -> None:
    old = started("ICPC.15.LAST", on=date(2013, 4, 12))
    new = started("ICPC.15.S47", on=date(2013, 4, 15))
    assert (old.edition, old.due_on) == ("WT2010", date(2013, 5, 3))
    assert (new.edition, new.due_on) == ("WT2013", date(2013, 5, 7))
    assert old.limit is not None
    assert (old.rule_version, old.limit.words) == (1, "15 working days")


def test_a_clock_stops_only_for_a_reason_and_only_once(started: Any, posts: Posts) -> None:
    clock = started("LADO.HEARING", on=date(2013, 6, 20))
    stop = {"by": posts["lado"], "on": date(2013, 6, 21)}
    with pytest.raises(NotAllowed, match="Say why"):
        running.stop_not_required(clock, reason=" ", **stop)
    running.stop_not_required(clock, reason="No hearing is needed", **stop)
    assert line_of(clock, moment(2013, 6, 28, 9)).words == "Not required: No hearing is needed"
    with pytest.raises(NotAllowed, match="met, stopped or changed"):
        running.meet(clock, on=date(2013, 6, 22), by=posts["lado"])


def test_two_editors_cannot_both_meet_a_clock(started: Any, posts: Posts) -> None:
    clock = started("LADO.REFER", on=date(2013, 6, 27))
    other = Deadline.objects.get(pk=clock.pk)
    running.meet(clock, on=date(2013, 6, 27), by=posts["lado"])
    with pytest.raises(NotAllowed, match="Look at the record"):
        running.meet(other, on=date(2013, 6, 28), by=posts["duty_chair"])


def test_the_same_clock_does_not_run_twice_on_a_record(started: Any) -> None:
    clock = started("LADO.REFER", on=date(2013, 6, 27))
    with pytest.raises(NotAllowed, match="already runs"):
        started("LADO.REFER", on=date(2013, 6, 28))
    assert started("LADO.REFER", on=date(2013, 6, 28), about="second").pk != clock.pk
    assert clock.record.deadlines.running_under("LADO.REFER", about="second") is not None


def test_the_database_refuses_a_second_open_clock_too(started: Any) -> None:
    clock = started("LADO.REFER", on=date(2013, 6, 27))
    clock.pk = None
    with pytest.raises(IntegrityError):
        clock.save(force_insert=True)


@pytest.mark.parametrize(
    ("rule_id", "said"),
    [
        ("LADO.T80", "is a target over many cases"),
        ("LADO.RECORD", "has no clock"),
        ("FGDM.OFFER", "was not in force"),
        ("LADO.TEA", "No timescale is called"),
        ("ASMT.INITIAL.10", "was not in force on 28 June 2013"),
    ],
)
def test_a_clock_that_cannot_run_is_refused_in_a_sentence(
    started: Any, rule_id: str, said: str
) -> None:
    with pytest.raises(NotAllowed, match=said):
        started(rule_id, on=date(2013, 6, 28))


def test_a_proclaimed_funeral_moves_open_clocks_and_keeps_their_history(
    open_record: Any, posts: Posts, at: Any
) -> None:
    by = posts["lado"]
    with at(2022, 9, 20):
        record = open_record(on=date(2022, 9, 9))
        clock = running.start(
            record, "S47.COMPLETE", on=date(2022, 9, 9), whose_move="Team", by=by
        )
        done = running.start(record, "ICPC.15.S47", on=date(2022, 9, 9), whose_move="Chair", by=by)
        running.meet(done, on=date(2022, 9, 15), by=by)
    assert clock.due_on == date(2022, 10, 3)
    changed = running.proclaim(
        region="england-wales",
        day=date(2022, 9, 22),
        name="Invented holiday",
        proclaimed_on=date(2022, 9, 12),
        by=by,
        on=date(2022, 9, 12),
    )
    clock.refresh_from_db()
    assert [one.deadline_id for one in changed] == [clock.pk]
    assert clock.due_on == date(2022, 10, 4)
    assert line_of(clock, moment(2022, 9, 20, 9)).changes == (
        "Moved from 3 October 2022 on 12 September 2022."
        " Bank holiday proclaimed for 22 September 2022: Invented holiday.",
    )
    assert running.recompute(by=by, on=date(2022, 9, 13), cause="Again") == []
    with pytest.raises(NotAllowed, match="is a bank holiday already"):
        running.proclaim(
            region="england-wales",
            day=date(2022, 9, 19),
            name="Funeral",
            proclaimed_on=date(2022, 9, 10),
            by=by,
            on=date(2022, 9, 12),
        )


def test_a_trial_area_is_measured_but_never_late(posts: Posts, record: Record) -> None:
    clock = running.start(
        record,
        "ASMT.INITIAL.10",
        on=date(2012, 5, 1),
        whose_move="Team",
        by=posts["lado"],
        authority="E09000012",
    )
    assert clock.due_on == date(2012, 5, 16)
    assert line_of(clock, moment(2013, 6, 28, 9)).state is State.DISAPPLIED
    assert not record.deadlines.late(on=date(2013, 6, 28))


def test_only_some_clocks_pause_and_then_run_on(started: Any, posts: Posts) -> None:
    by = posts["lado"]
    hearing = started("LADO.HEARING", on=date(2013, 6, 3))
    with pytest.raises(NotAllowed, match="does not let this clock pause"):
        running.pause(hearing, reason="Leave", by=by, on=date(2013, 6, 5))
    asked = started("FOI.20", on=date(2013, 6, 3))
    running.pause(asked, reason="Clarification asked for", by=by, on=date(2013, 6, 5))
    assert line_of(asked, moment(2013, 6, 10, 9)).words == (
        "Paused since 5 June 2013: Clarification asked for"
    )
    change = running.resume(asked, by=by, on=date(2013, 6, 12))
    assert change is not None
    assert (change.old_due_on, asked.due_on) == (date(2013, 7, 1), date(2013, 7, 8))


def test_a_corrected_start_keeps_the_old_due_day(started: Any, posts: Posts) -> None:
    clock = started("LADO.MEETING", on=date(2013, 6, 20))
    running.correct_start(
        clock,
        started_on=date(2013, 6, 19),
        cause="Rung the day before",
        by=posts["lado"],
        on=date(2013, 6, 28),
    )
    assert clock.due_on == date(2013, 6, 26)
    assert DueChange.objects.get().old_due_on == date(2013, 6, 27)


def test_late_clocks_are_found_and_others_are_not(started: Any, record: Record) -> None:
    late = started("LADO.REFER", on=date(2013, 6, 20))
    started("LADO.REVIEW", on=date(2013, 6, 20))
    assert list(record.deadlines.late(on=date(2013, 6, 28))) == [late]
    assert record.deadlines.open().count() == 2


def test_a_converted_assessment_counts_from_the_original_referral(
    started: Any, posts: Posts
) -> None:
    by = posts["lado"]
    old = started("ASMT.INITIAL.10", on=date(2013, 4, 8))
    with pytest.raises(NotAllowed, match="No later rule takes over"):
        running.convert(old, reason="Too soon", by=by, on=date(2013, 4, 14))
    new = running.convert(old, reason="Team moved over", by=by, on=date(2013, 4, 22))
    old.refresh_from_db()
    assert (new.rule_id, new.started_on, new.due_on) == (
        "ASMT.SINGLE.45",
        date(2013, 4, 8),
        date(2013, 6, 12),
    )
    assert old.stopped_because == "Converted to ASMT.SINGLE.45. Team moved over"
    assert new.record.steps.get().move == "convert_clock"


def test_a_rule_that_waits_for_sign_off_does_not_run(open_record: Any, posts: Posts) -> None:
    record = open_record(on=date(2026, 5, 1))
    with pytest.raises(NotAllowed, match="waits for legal sign-off"):
        running.start(
            record, "FGDM.OFFER", on=date(2026, 5, 1), whose_move="Team", by=posts["lado"]
        )
