"""The board's year of meetings from January 2013 to January 2014, as the demo tells it."""

import pytest

from holdfast.board.desk.pages.year import expected
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.attendance import by_seat
from holdfast.engines.meetings.rules.blocks import Table
from tests import hostile
from tests.hostile import it_is_friday, the_story  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("told")]


def meeting(month):
    found = Meeting.objects.select_related("record", "minutes")
    return found.get(planned_from__month=month, planned_from__year=2013)


def keys(one):
    return [item.key for item in one.items.open_part()]


def tables(item):
    return {block.caption: block for block in item.report.drawn() if isinstance(block, Table)}


def test_the_year_runs_from_january_to_january(the_story):  # noqa: F811
    states = [one.state for one in Meeting.objects.in_order()]
    assert states == ["published", "cancelled", "published", "published", "minutes_drafted",
                      "planned", "planned", "planned"]  # fmt: skip
    assert keys(meeting(1)) == ["minutes", "horizon", "exceptions", "tracking"]
    assert len(keys(meeting(3))) == 1 + 7
    assert keys(meeting(5)) == ["minutes", "summary", "theme"]
    theme = meeting(5).items.get(key="theme")
    assert (theme.theme, len(theme.inputs)) == ("Long-term support and complex safeguarding", 3)
    assert "professor" in theme.speaker

    moved = meeting(3).moves.get()
    assert (moved.after, len(moved.told)) == ("papers_out", meeting(3).places.count())

    governance = tables(meeting(6).items.get(key="governance"))
    (due,) = (table for name, table in governance.items() if name.startswith("Expected"))
    status = {row[0]: row[3] for row in due.rows}
    assert (status["MARAC"], status["MAPPA"]) == ("Received", "Not received")
    tracking = tables(meeting(6).items.get(key="tracking"))["Governance in one page"]
    assert [row[0] for row in tracking.rows] == [
        "Section 11", "Budget", "The annual report's issues", "Case and management reviews",
        "Inspection outcomes",
    ]  # fmt: skip

    ahead = tables(meeting(6).items.get(key="horizon"))["On the horizon"]
    assert "Working Together 2013" in {row[0] for row in ahead.rows}

    arising = tables(meeting(6).items.get(key="minutes"))["Actions still open"]
    assert any("days late" in row[2] for row in arising.rows), "no promise is lost"

    cancelled = meeting(2)
    seats = {tally.name: tally for tally in by_seat(expected(Meeting.objects.all()))}
    chair = next(tally for name, tally in seats.items() if name.startswith("Independent chair"))
    assert cancelled.places.filter(post=hostile.post("board_chair")).exists()
    assert chair.counted == chair.attended == 4, "the cancelled meeting counts for nobody"

    may = meeting(5)
    assert may.minutes.approved_by == hostile.post("board_chair")
    assert may.minutes.drafted_by == hostile.post("board_manager")
    challenge = may.items.get(key="theme").notes.get(kind="challenge")
    assert challenge.taken_up.startswith("CH-2013-")
