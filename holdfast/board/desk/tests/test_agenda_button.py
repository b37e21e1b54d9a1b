"""A challenge that comes back is put on the agenda by one button, and taken off by another."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.desk import transitions as desk
from holdfast.board.desk.documents import standing
from holdfast.board.desk.rules.programme import Outlined
from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.tests import scene
from holdfast.engines.meetings.models import ForwardItem, Meeting
from holdfast.engines.meetings.rules.blocks import Table
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.records.moves import NotAllowed

DAY = date(2014, 11, 4)
SEAT = "desk:my_seat"


@pytest.fixture
def fell(friday, posts, at):
    """Private fostering: closed on a difference made; a later figure fell. A meeting is ahead."""
    challenge = scene.closed(posts)
    manager = posts["board_manager"]
    with at(2014, 10, 21, 9, 0):
        day = date(2014, 10, 21)
        plan.record_reading(
            challenge, period="2013/14", ends_on=date(2014, 3, 31), moved=Direction.DOWN,
            words="fell", source="Report of 2014", by=manager, on=day,
        )  # fmt: skip
        desk.plan_year(
            [Outlined(Dated.read("2014-12"), "Executive", ("Risks",)),
             Outlined(Dated.read("2015-01"), "Main board", ("Risks",))],
            title="Board year 2014/15", rule="x", area=manager.agency.area, owner=manager.agency,
            by=manager, on=day,
        )  # fmt: skip
    return challenge


def said(response):
    return response.content.decode()


def to(name, challenge):
    return reverse(f"desk:agenda_{name}", args=[challenge.record.reference])


def test_one_button_puts_it_on_the_agenda_and_one_takes_it_off(client_for, fell, at):
    chair, seat = client_for("board_chair"), reverse(SEAT)
    put, off = to("put", fell), to("take_off", fell)
    with at(2014, 11, 4, 9, 0):
        page = said(chair.get(seat))
        assert put in page
        assert reverse("workplan:challenge_note", args=[fell.record.reference]) in page
        assert "Say why not" in page
        assert chair.post(put).url == seat
        entry = ForwardItem.objects.get(key=fell.record.reference.lower())
        assert (entry.body, entry.wanted_from) == ("Executive", date(2014, 12, 1))
        fell.refresh_from_db()
        assert (fell.state, fell.times_back) == ("back on the agenda", 1)
        assert "nothing brings it back" in said(chair.post(put)), "pressed twice"
        assert off in said(chair.get(seat))
        assert chair.post(off).url == seat
        page = said(chair.get(seat))
        assert put in page and off not in page
    entry.refresh_from_db()
    fell.refresh_from_db()
    assert entry.withdrawn == "Put on by mistake"
    assert (fell.state, fell.closed_on, fell.times_back) == ("closed", date(2013, 6, 20), 0)
    assert [one.sort for one in fell.entries.order_by("pk")][-2:] == ["it comes back", "closed"]


def test_the_agenda_says_what_was_promised_who_holds_it_and_what_to_ask(fell, posts, at):
    manager = posts["board_manager"]
    with at(2014, 11, 4, 9, 0):
        desk.put_on_agenda(fell, by=manager, on=DAY)
        meeting = Meeting.objects.select_related("record__area", "cycle__record", "part__record")
        december = meeting.get(planned_from=date(2014, 12, 1))
        desk.fill_agenda(
            december, report_on=lambda item: standing.report_on(item, DAY), by=manager, on=DAY
        )
        item = december.items.get(key=fell.record.reference.lower())
        drawn = item.report.drawn()
        (promised,) = [block for block in drawn if isinstance(block, Table)]
        assert promised.rows[0][:2] == (
            "Report further issues to the Main Board", scene.STEERING,
        )  # fmt: skip
        words = " ".join(getattr(block, "text", "") for block in drawn)
        assert "It fell again in 2013/14" in words and f"Who holds it: {scene.STEERING}." in words
        with pytest.raises(NotAllowed, match="agenda that is drawn"):
            desk.take_off_agenda(fell, by=manager, on=DAY)
    with at(2014, 11, 5, 9, 0), pytest.raises(NotAllowed, match="on the day itself"):
        plan.undo_reopen(fell, by=manager, on=date(2014, 11, 5))


def test_without_an_open_agenda_it_is_refused_and_stays_closed(client_for, fell, at):
    Meeting.objects.update(state="held")
    with at(2014, 11, 4, 9, 0):
        refused = said(client_for("board_manager").post(to("put", fell)))
    assert "No agenda ahead is still open" in refused
    fell.refresh_from_db()
    assert fell.state == "closed"


def test_nobody_but_who_keeps_the_log_presses_it(client_for, fell, at):
    with at(2014, 11, 4, 9, 0):
        for who in ("police_member", "lay_member", "head_teacher", "neighbour_manager"):
            for name in ("put", "take_off"):
                assert client_for(who).post(to(name, fell)).status_code == 404, who
