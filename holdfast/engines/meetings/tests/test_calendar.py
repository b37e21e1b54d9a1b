"""Planning, moving, cancelling, and who came."""

from datetime import date

import pytest

from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.attendance import Expected, by_seat
from holdfast.engines.meetings.rules.states import Came
from holdfast.engines.meetings.tests import world
from holdfast.engines.meetings.tests.world import TODAY, when
from holdfast.engines.notices.models import Notice
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


def test_a_year_is_planned_in_months_and_gets_its_days_later(year, posts):
    manager = posts["board_manager"]
    months = ("2013-01", "2013-03", "2014-01")
    made = verbs.plan_cycle(
        year,
        meetings=[verbs.Planned("Executive", "Executive", Dated.read(m)) for m in months],
        kind=world.MEETING, by=manager, on=TODAY,
    )  # fmt: skip
    assert [one.planned.words for one in made] == ["Jan 2013", "Mar 2013", "Jan 2014"]
    verbs.fix_time(made[0], starts_at=when(29, month=1), by=manager, on=TODAY)
    assert made[0].planned.words == "29 Jan 2013"
    with pytest.raises(NotAllowed, match="Move it, and say why"):
        verbs.fix_time(made[0], starts_at=when(30, month=1), by=manager, on=TODAY)


def test_a_meeting_moved_after_papers_went_out_tells_every_place(meeting, posts):
    manager = posts["board_manager"]
    world.issued(meeting, posts)
    verbs.add_paper(
        meeting.items.first(), title="Audit", content=world.pdf(2), by=manager, on=TODAY
    )
    verbs.send_papers(meeting, by=manager, on=TODAY)
    before = meeting.sequence
    with pytest.raises(NotAllowed, match="Say why"):
        verbs.move_meeting(meeting, starts_at=when(9, month=7), reason=" ", by=manager, on=TODAY)
    move = verbs.move_meeting(
        meeting, starts_at=when(9, month=7), reason="The room flooded", by=manager, on=TODAY
    )
    assert move.told == ["police_member", "health_member"]
    assert (move.old_words, move.new_words) == ("28 Jun 2013, 10:00", "9 Jul 2013, 10:00")
    assert meeting.sequence == before + 1, "so that calendars move it"
    assert meeting.state == "papers_out"
    assert {str(n.to_post) for n in Notice.objects.all()} == {
        str(p.post) for p in meeting.places.all()
    }
    assert meeting.items.first().papers.count() == 1, "the paper stays with it"


def test_a_meeting_is_not_moved_into_the_past(meeting, posts):
    with pytest.raises(NotAllowed, match="ahead"):
        verbs.move_meeting(
            meeting, starts_at=when(3), reason="x", by=posts["board_manager"], on=TODAY
        )


def test_a_cancelled_meeting_says_why_and_counts_in_nobodys_attendance(year, posts):
    manager = posts["board_manager"]
    one, other = (world.planned(year, posts, m) for m in ("2013-06", "2013-02"))
    world.held(one, posts)
    world.issued(other, posts)
    verbs.cancel(other, reason="No quorum", by=manager, on=TODAY)
    place = one.places.first()
    verbs.record_attendance(one, came={place.pk: (Came.PRESENT, None)}, by=manager, on=TODAY)
    rows = [
        Expected(p.capacity, "x", m.state, p.came)
        for m in Meeting.objects.all()
        for p in m.places.all()
    ]
    police = next(tally for tally in by_seat(rows) if tally.name == "police_member")
    assert (police.attended, police.counted) == (1, 1)
    with pytest.raises(NotAllowed, match="cancelled already"):
        verbs.move_meeting(other, starts_at=when(9, month=7), reason="x", by=manager, on=TODAY)


def test_a_deputy_is_named_or_did_not_come(meeting, posts):
    manager = posts["board_manager"]
    world.held(meeting, posts)
    place = meeting.places.first()
    with pytest.raises(NotAllowed, match="Say who came"):
        verbs.record_attendance(
            meeting, came={place.pk: (Came.DEPUTY, None)}, by=manager, on=TODAY
        )
    came = {place.pk: (Came.DEPUTY, posts["police"])}
    verbs.record_attendance(meeting, came=came, by=manager, on=TODAY)
    place.refresh_from_db()
    assert place.deputy == posts["police"]


def test_two_people_recording_attendance_do_not_overwrite_each_other(meeting, posts):
    manager = posts["board_manager"]
    world.held(meeting, posts)
    seen = meeting.version
    other = Meeting.objects.get(pk=meeting.pk)
    place = meeting.places.first()
    verbs.record_attendance(
        meeting, came={place.pk: (Came.PRESENT, None)}, by=manager, on=TODAY, seen=seen
    )
    with pytest.raises(NotAllowed, match="Somebody else"):
        verbs.record_attendance(
            other, came={place.pk: (Came.ABSENT, None)}, by=manager, on=TODAY, seen=seen
        )
    place.refresh_from_db()
    assert place.came == "present"


def test_the_neighbours_manager_and_a_member_change_nothing(meeting, year, posts):
    for key in ("neighbour_manager", "police_member"):
        with pytest.raises(Refused):
            verbs.cancel(meeting, reason="x", by=posts[key], on=TODAY)
        with pytest.raises(Refused):
            verbs.put_forward(
                year, item=verbs.ItemTold("x"), body="Executive", by=posts[key], on=TODAY
            )


def test_a_meeting_is_not_held_before_its_day(meeting, posts):
    manager = posts["board_manager"]
    verbs.fix_time(meeting, starts_at=when(29), by=manager, on=TODAY)
    verbs.add_item(meeting, item=verbs.ItemTold("Minutes"), by=manager, on=TODAY)
    verbs.issue_agenda(meeting, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="has not come yet"):
        verbs.hold(meeting, by=manager, on=date(2013, 6, 28))
