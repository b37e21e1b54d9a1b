"""What rooms above are told of meetings: decisions of approved minutes, and who came."""

from datetime import date

import pytest

from holdfast.engines.meetings import extracts
from holdfast.engines.meetings import transitions as verbs
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import Came
from holdfast.engines.meetings.tests import world
from holdfast.engines.meetings.tests.world import TODAY

pytestmark = pytest.mark.django_db
YEAR = {"since": date(2013, 4, 1), "until": date(2014, 3, 31)}


def test_a_decision_is_told_once_its_minutes_are_approved(meeting, posts):
    manager, chair = posts["board_manager"], posts["board_chair"]
    room, area = world.held(meeting, posts), manager.agency.area
    item = room.items.get(title="Risks")
    for text in ("Adopt the register.", "Adopt it twice."):
        verbs.take_note(item, text=text, kind=NoteKind.DECISION, by=manager, on=TODAY)
    slip = item.notes.get(text="Adopt it twice.")
    verbs.strike_note(slip, reason="Said once", by=manager, on=TODAY, seen=slip.version)
    police, health = room.places.order_by("pk")
    came = {police.pk: (Came.PRESENT, None), health.pk: (Came.APOLOGIES, None)}
    verbs.record_attendance(room, came=came, by=manager, on=TODAY)
    verbs.draft_minutes(room, by=manager, on=TODAY)
    [row] = extracts.held_meetings(area, **YEAR)
    assert (row.approved, row.decisions) == (False, ()), "a draft decides nothing yet"
    verbs.approve_minutes(room, by=chair, on=TODAY)
    [row] = extracts.held_meetings(area, **YEAR)
    assert [(one.item, one.text) for one in row.decisions] == [("Risks", "Adopt the register.")]
    tallies = {one.name: (one.attended, one.counted) for one in extracts.attendance(area, **YEAR)}
    assert tallies == {police.post.agency.name: (1, 1), health.post.agency.name: (0, 1)}


def test_another_year_a_planned_meeting_and_the_neighbour_are_left_out(meeting, posts):
    area = posts["board_manager"].agency.area
    assert extracts.held_meetings(area, **YEAR) == ()
    world.held(meeting, posts)
    before = {"since": date(2012, 4, 1), "until": date(2013, 3, 31)}
    assert extracts.held_meetings(area, **before) == ()
    assert extracts.held_meetings(posts["neighbour_lado"].agency.area, **YEAR) == ()
