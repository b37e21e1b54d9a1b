"""Terms of reference past their review: on the agenda, and where the keeper's work waits."""

from datetime import date

import pytest
from django.urls import reverse

from holdfast.board.desk.documents import standing
from holdfast.board.desk.documents.standing import governance
from holdfast.board.desk.tests import world
from holdfast.board.partnership import transitions as board
from holdfast.board.partnership.tests import world as bodies
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.blocks import Paragraph, Table

TODAY = date(2013, 6, 28)
LATE = "are past their review"


@pytest.fixture
def june(friday, posts):
    world.year(posts)
    return Meeting.objects.select_related("record__area").order_by("planned_from")[0]


def test_terms_past_their_review_are_on_the_agenda_and_in_the_keepers_seat(
    client_for, june, posts, at
):
    held = {body.code: body for body in bodies.adopt(posts)}
    seat = reverse("desk:my_seat")
    nothing = [b for b in governance.tracking(june, TODAY) if isinstance(b, Paragraph)]
    assert nothing[0].text == "No body's terms of reference are past their review."
    assert LATE not in client_for("board_manager").get(seat).content.decode()
    with at(2013, 4, 3, 10, 0):
        board.agree_terms(
            held["HR"], duties=["Recruit safely"], review_on=date(2013, 5, 31),
            by=posts["board_manager"], on=date(2013, 4, 3),
        )  # fmt: skip
    (table,) = [
        block for block in standing.REPORTS["tracking"](june, TODAY)
        if isinstance(block, Table) and block.caption.startswith("Terms")
    ]  # fmt: skip
    assert table.rows == ((held["HR"].name, "3 Apr 2013", "31 May 2013", "28"),)
    for who, mine in (("board_manager", True), ("board_chair", False)):
        page = client_for(who).get(seat).content.decode()
        assert f"The terms of reference of {held['HR'].name} {LATE}." in page
        assert ("The board manager\N{RIGHT SINGLE QUOTATION MARK}s move." in page) is not mine
    assert LATE not in client_for("police_member").get(seat).content.decode()
