"""Each page, as those who may and may not see it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from holdfast.board.partnership import transitions
from holdfast.board.partnership.models import Body, Contribution, Declaration, Seat
from holdfast.board.partnership.rules.words import Capacity, Declared, Head
from holdfast.board.partnership.tests import world
from holdfast.board.partnership.tests.world import OUTSIDERS, TODAY, seat
from holdfast.kernel.access.models import Entry

READERS = ["board_manager", "board_chair", "police_member", "lay_member", "analyst"]


def to(name, body=None, *more):
    return reverse(f"partnership:{name}", args=[body.record.reference, *more] if body else more)


@pytest.fixture
def all_pages(board):
    chair = seat("EXEC", "Independent chair")
    return [
        to("bodies"),
        to("lay_members"),
        to("sets"),
        to("set", None, "partnership-2023"),
        to("body", board["EXEC"]),
        to("terms_version", board["EXEC"], 1),
        to("seat", board["EXEC"], chair.pk),
        to("money", board["SSCB"]),
        to("links", board["SSCB"]),
        to("seats_file", board["EXEC"]),
    ]


@pytest.fixture
def all_forms(board):
    chair = seat("EXEC", "Independent chair")
    names = ("seat_post", "new_seat", "terms", "induction", "change", "end", "link")
    return [
        *(to(name, board["EXEC"]) for name in (*names, "contribution", "spend")),
        *(to(name, board["EXEC"], chair.pk) for name in ("deputy", "declare", "end_seat")),
        to("lay_term", board["SSCB"], seat("SSCB", "Lay member").pk),
        to("open"),
    ]


@pytest.mark.parametrize("who", READERS)
def test_the_board_reads_every_page(client_for, all_pages, who):
    client = client_for(who)
    assert [client.get(url).status_code for url in all_pages] == [200] * len(all_pages)


@pytest.mark.parametrize("who", [*OUTSIDERS, "neighbour_lado", "neighbour_manager"])
def test_nobody_else_finds_a_page_or_a_file(client_for, all_pages, board, who):
    client, before = client_for(who), Entry.objects.count()
    assert {client.get(url).status_code for url in all_pages} == {404}
    assert Entry.objects.count() == before + len(all_pages), "each refusal leaves one entry"


def test_the_manager_finds_every_form_and_members_none(client_for, all_forms):
    manager, member = client_for("board_manager"), client_for("health_member")
    assert {manager.get(url).status_code for url in all_forms} == {200}
    assert {member.get(url).status_code for url in all_forms} == {404}


def test_the_tree_names_chairs_and_vacant_seats(client_for, board):
    page = client_for("lay_member").get(to("bodies")).content.decode()
    assert "Southwark Safeguarding Children Board" in page
    assert "Chair: Independent chair · 7 seats, 3 vacant" in page
    assert "10 bodies: 3 of the board itself, 6 groups, 1 panel" in page
    assert "Performance framework task and finish group" in page, "among what ended"
    assert "from start not recorded" not in page


def test_the_tree_of_an_earlier_day_has_what_there_was(client_for, board):
    page = client_for("lay_member").get(to("bodies"), {"on": "2013-03-31"}).content.decode()
    assert "As at 31 Mar 2013" in page
    assert "11 bodies" in page
    assert "Ended before this day" not in page


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2012-05-01", "Local safeguarding children board"),
        ("2022-05-01", "Multi-agency safeguarding arrangements"),
        ("2005-01-01", "Area child protection committee"),
        ("<script>", "Local safeguarding children board"),
        ("9999-99-99", "Local safeguarding children board"),
    ],
)
def test_a_body_says_which_law_is_in_force_on_a_chosen_day(client_for, board, day, words):
    page = client_for("police_member").get(to("body", board["SSCB"]), {"on": day})
    assert f"<b>{words}</b>" in page.content.decode()


def test_a_seat_says_when_it_was_held_and_never_by_whom(client_for, cast, board):
    chair = seat("EXEC", "Independent chair")
    page = client_for("board_manager").get(to("seat", board["EXEC"], chair.pk)).content.decode()
    assert "held since 13 May 2013" in page and "The holder is new." in page
    assert "From 3 Jan 2012, until 13 May 2013" in page
    assert "Askew" not in page and "Hurst" not in page


def test_silence_about_interests_is_not_nothing_to_declare(client_for, board, posts):
    police = seat("EXEC", "Board member for the police")
    url = to("seat", board["EXEC"], police.pk)
    client = client_for("police_member")
    assert "nobody said that there is none" in client.get(url).content.decode()
    client.post(to("declare", board["EXEC"], police.pk), {"sort": "nothing"})
    assert "nothing to declare" in client.get(url).content.decode()


def test_a_member_declares_for_their_own_seat_and_finds_no_other(client_for, board):
    client = client_for("police_member")
    police = seat("EXEC", "Board member for the police")
    health = seat("EXEC", "Board member for health")
    typed = {"sort": "interest", "what": "Governor of a school"}
    assert client.get(to("declare", board["EXEC"], health.pk)).status_code == 404
    assert client.post(to("declare", board["EXEC"], health.pk), typed).status_code == 404
    assert client.post(to("declare", board["EXEC"], police.pk), typed).status_code == 302
    ended = {"ended_on_day": "28", "ended_on_month": "6", "ended_on_year": "2013"}
    mine = Declaration.objects.get()
    assert client.post(to("end_interest", board["EXEC"], mine.pk), ended).status_code == 302
    mine.refresh_from_db()
    assert mine.ended_on == TODAY


def test_a_seat_is_reached_only_through_its_own_body(client_for, board):
    chair = seat("EXEC", "Independent chair")
    assert client_for("board_manager").get(to("seat", board["MAIN"], chair.pk)).status_code == 404


def test_the_manager_seats_a_post_and_names_its_deputy(client_for, board, posts):
    client = client_for("board_manager")
    typed = {"post": posts["nurse"].pk, "capacity": "adviser"}
    assert client.post(to("seat_post", board["HR"]), typed).status_code == 302
    made = Seat.objects.get(body=board["HR"], post=posts["nurse"])
    assert (made.capacity, made.represents) == (Capacity.ADVISER, posts["nurse"].agency)
    again = client.post(to("seat_post", board["HR"]), typed)
    assert "sits in Human Resources sub-group already" in again.content.decode()
    client.post(to("deputy", board["HR"], made.pk), {"post": posts["lado"].pk})
    assert made.deputies.get().post == posts["lado"]


def test_the_manager_opens_a_task_and_finish_group_with_its_end(client_for, board):
    client = client_for("board_manager")
    typed = {
        "code": "EHL", "name": "Early help group", "kind": "task_and_finish", "purpose": "x",
        "reports_to": board["EXEC"].pk,
    }  # fmt: skip
    assert "has an end" in client.post(to("open"), typed).content.decode()
    typed |= {"ends_on_day": "31", "ends_on_month": "March", "ends_on_year": "2014"}
    assert client.post(to("open"), typed).status_code == 302
    assert Body.objects.get(code="EHL").reports_to == board["EXEC"]


def test_the_second_to_change_a_body_is_told_and_keeps_their_words(client_for, board):
    client, url = client_for("board_manager"), to("change", board["HR"])
    typed = {"name": "HR group", "purpose": "Safe employment", "seen": board["HR"].version}
    assert client.post(url, typed).status_code == 302
    late = client.post(url, typed | {"name": "Employment group"}).content.decode()
    assert "Somebody else has just changed this" in late and "Employment group" in late
    board["HR"].refresh_from_db()
    assert board["HR"].name == "HR group"


def test_terms_are_agreed_on_screen_and_the_earlier_version_is_read(client_for, board):
    client = client_for("board_manager")
    typed = {"duties": "One\n\n Two ", "seen": 1}
    assert client.post(to("terms", board["HR"]), typed).status_code == 302
    assert board["HR"].terms.first().duties == ["One", "Two"]
    earlier = client.get(to("terms_version", board["HR"], 1)).content.decode()
    assert "An earlier version. A later one is in force." in earlier
    assert client.get(to("terms_version", board["HR"], 9)).status_code == 404


def test_money_not_known_is_not_nought(client_for, board, posts):
    client, url = client_for("board_manager"), to("contribution", board["SSCB"])
    for agency, typed in (("analyst", "50,000"), ("police", "")):
        answer = client.post(
            url, {"year": "2013/14", "agency": posts[agency].agency_id, "pence": typed}
        )
        assert answer.status_code == 302
    page = client.get(to("money", board["SSCB"])).content.decode()
    assert "£50,000" in page and "1 line is not known." in page
    assert "cannot be worked out" in page
    wrong = client.post(url, {"year": "2013/15", "agency": posts["lado"].agency_id, "pence": "-1"})
    assert "Write pounds, such as 50,000" in wrong.content.decode()


def test_a_line_of_money_is_changed_by_one_of_two(client_for, board, posts):
    line = transitions.record_contribution(
        board["SSCB"], year="2013/14", agency=posts["lado"].agency, pence=1_00,
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    client, url = client_for("board_manager"), to("contribution_line", board["SSCB"], line.pk)
    assert client.post(url, {"pence": "2", "seen": 1}).status_code == 302
    assert "Somebody else" in client.post(url, {"pence": "3", "seen": 1}).content.decode()
    assert Contribution.objects.get().pence == 2_00


def test_files_are_written_in_the_log_and_name_nobody(client_for, board, posts):
    transitions.record_spend(
        board["SSCB"], year="2013/14", head=Head.TRAINING, pence=None,
        note="=HYPERLINK()", by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    client = client_for("lay_member")
    for url, words in (
        (to("seats_file", board["EXEC"]), b"Independent chair,Chair"),
        (to("money_file", board["SSCB"], "2013-14"), b"spent,Training,not known"),
    ):
        content = b"".join(client.get(url))
        assert words in content and b"Hurst" not in content and b",=HYP" not in content
        assert Entry.objects.filter(what="export").latest("pk").detail["lines"] > 0
    assert client.get(to("money_file", board["SSCB"], "2010-11")).status_code == 404


def test_the_lay_members_page_says_what_is_recorded_and_what_is_not(client_for, board, posts):
    transitions.record_induction(
        board["SSCB"], seats=[seat("SSCB", "Lay member")], held_on=TODAY, what="Induction",
        booklet=True, by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    page = client_for("lay_member").get(to("lay_members")).content.decode()
    assert "28 Jun 2013" in page and "none recorded" in page


def test_the_2023_set_is_read_before_its_time_and_not_adopted(client_for, board):
    client = client_for("board_manager")
    page = client.get(to("set", None, "partnership-2023")).content.decode()
    assert "Police partner: member, safeguarding partner" in page
    assert "meets 12 times a year" in page and "until then it can only be read" in page
    refused = client.post(to("adopt", None, "partnership-2023")).content.decode()
    assert "This set was not adopted" in refused
    assert client.get(to("set", None, "no-such-set")).status_code == 404


def test_the_manager_adopts_the_april_set_on_screen(client_for, board):
    assert (
        client_for("police_member").post(to("adopt", None, "board-april-2013")).status_code == 404
    )
    client = client_for("board_manager")
    assert client.post(to("adopt", None, "board-april-2013")).status_code == 302
    assert Body.objects.filter(code__in=["FC", "HEALTH", "EDU"]).count() == 3
    faith = Body.objects.get(code="FC")
    assert faith.seats.filter(post__title="Lay member").exists(), "the lay member's own post"


def test_the_partnerships_executive_without_a_partner_in_the_chair_is_told(
    client_for, posts, friday, at
):
    world.adopt(posts)
    with at(2023, 4, 3, 9, 0):
        world.adopt(posts, "partnership-2023", on=TODAY.replace(year=2023, month=4, day=3))
        chair = seat("SSCPX", "Health partner")
        transitions.end_seat(
            chair, ends_on=TODAY.replace(year=2023, month=4, day=1), why="x",
            by=posts["board_manager"], on=TODAY.replace(year=2023, month=4, day=3),
        )  # fmt: skip
        page = client_for("board_manager").get(to("body", world.body("SSCPX"))).content.decode()
    assert "No safeguarding partner sits for health. Seat one." in page
    assert "Nobody chairs it." in page


@pytest.mark.parametrize("page", ["bodies", "body", "seat", "lay_members", "links", "money"])
def test_a_page_asks_as_often_for_many_seats_as_for_few(client_for, board, posts, page):
    client, manager = client_for("lay_member"), posts["board_manager"]
    transitions.record_contribution(
        board["SSCB"], year="2013/14", agency=manager.agency, pence=1, by=manager, on=TODAY
    )
    lay = seat("SSCB", "Lay member")
    more = {"seat": [lay.pk]}.get(page, [])
    url = to(page) if page in {"bodies", "lay_members"} else to(page, board["SSCB"], *more)
    client.get(url)
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    for number in range(4):
        made = transitions.make_seat(
            board["SSCB"], title=f"Post {number}", agency=manager.agency,
            capacity=Capacity.LAY_MEMBER, by=manager, on=TODAY,
        )  # fmt: skip
        transitions.name_deputy(made, post=posts["nurse"], by=manager, on=TODAY)
        transitions.declare_interest(
            lay, sort=Declared.INTEREST, what=f"Interest {number}", by=manager, on=TODAY
        )
        transitions.link_body(
            board["SSCB"], name=f"Body {number}", what="x", represented_by=made.post, by=manager,
            on=TODAY,
        )  # fmt: skip
        transitions.record_contribution(
            board["SSCB"], year="2013/14", agency=posts["police"].agency, pence=number,
            by=manager, on=TODAY,
        )  # fmt: skip
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)
