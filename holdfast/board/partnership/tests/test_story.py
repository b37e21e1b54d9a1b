"""A board's life: adopted, seated, changed in April 2013, followed by the partnership in 2019."""

from datetime import date

import pytest

from holdfast.board.partnership import extracts, transitions
from holdfast.board.partnership.models import Body, Seat
from holdfast.board.partnership.rules.words import BodyKind, Capacity, Declared
from holdfast.board.partnership.tests import world
from holdfast.board.partnership.tests.world import TODAY, seat
from holdfast.kernel.access import gate
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Area, Person
from holdfast.kernel.records.moves import NotAllowed

SOUTHWARK = "E09000028"


def codes(on):
    return [row.code for row in extracts.bodies_on(Area.objects.get(code=SOUTHWARK), on)]


def test_the_board_of_2012_has_two_boards_seven_groups_and_a_panel(board):
    assert codes(date(2013, 1, 29)) == [
        "SSCB", "EXEC", "MAIN", "HR", "SCR", "AL", "PDT", "CSE", "PF", "PMF", "CDOP",
    ]  # fmt: skip
    assert extracts.body("PF", TODAY).reports_to == "MAIN"


def test_the_task_and_finish_group_is_gone_after_its_end(board):
    assert "PMF" in codes(date(2013, 3, 31))
    assert "PMF" not in codes(date(2013, 4, 1))


def test_april_2013_adds_three_groups_and_keeps_what_carries_on(board, posts):
    world.adopt(posts, "board-april-2013")
    assert codes(TODAY)[-4:] == ["FC", "HEALTH", "EDU", "CDOP"]
    assert Body.objects.filter(code="CSE").count() == 1
    assert extracts.body("FC", TODAY).reports_to == "EXEC"


def test_the_partnership_of_2019_follows_the_board_in_one_history(board, posts, at):
    with at(2023, 4, 3, 9, 0):
        world.adopt(posts, "partnership-2023", on=date(2023, 4, 3))
        assert codes(date(2023, 4, 3)) == ["SSCP", "SSCPX", "LN", "ARS", "QE", "CSPR"]
    partnership = world.body("SSCP")
    assert partnership.follows.code == "SSCB"
    assert partnership.follows.ends_on == date(2019, 9, 28)
    assert {b.ends_on for b in Body.objects.filter(code__in=["EXEC", "HR", "PF"])} == {
        date(2019, 9, 28)
    }
    executive = extracts.body("SSCPX", date(2023, 4, 3))
    assert executive.meets_a_year == 12
    chairs = [s for s in extracts.seats_of(executive, TODAY.replace(year=2023)) if s.partner]
    assert len(chairs) == 3 and chairs[0].capacity is Capacity.CHAIR
    strategic = extracts.seats_of(extracts.body("ARS", date(2023, 5, 1)), date(2023, 5, 1))
    assert [s.capacity for s in strategic] == [Capacity.CHAIR, Capacity.CHAIR]


def test_a_set_is_not_adopted_before_it_begins_nor_without_what_it_stands_on(posts, friday):
    with pytest.raises(NotAllowed, match="begins on 1 Apr 2023"):
        world.adopt(posts, "partnership-2023")
    with pytest.raises(NotAllowed, match="SSCB is to carry on"):
        world.adopt(posts, "board-april-2013")
    assert not Body.objects.exists() and not Seat.objects.exists()


def test_adopting_a_set_twice_changes_nothing(board, posts):
    seats, bodies = Seat.objects.count(), Body.objects.count()
    world.adopt(posts)
    assert (Seat.objects.count(), Body.objects.count()) == (seats, bodies)


def test_a_seat_outlives_whoever_holds_its_post(board, cast):
    chair = extracts.seats_of(board["EXEC"], TODAY)[0]
    assert not chair.vacant
    appointments.stand_down(cast["board_chair"])
    assert extracts.seats_of(board["EXEC"], TODAY)[0].vacant
    newcomer = Person.objects.create(name="Invented Newcomer")
    appointments.appoint(newcomer, cast["board_chair"].post)
    again = extracts.seats_of(board["EXEC"], TODAY)[0]
    assert (again.id, again.vacant) == (chair.id, False)


def test_seats_that_nobody_holds_are_vacant_and_still_owe_returns(board):
    probation = seat("MAIN", "Board member for probation")
    rows = {row.id: row for row in extracts.seats_of(board["MAIN"], TODAY)}
    assert rows[probation.pk].vacant
    due = {row.name: row for row in extracts.agencies_due(TODAY)}
    assert due["Probation, Southwark"].posts == (probation.post_id,)
    assert "Southwark Safeguarding Children Board" not in due
    assert "Southwark Council, members" not in due, "an observer owes nothing"


def test_the_voluntary_sector_sits_on_the_board(board):
    row = next(r for r in extracts.agencies_due(TODAY) if r.name == "Community Action Southwark")
    assert row.sector == "voluntary"


def test_a_post_finds_its_own_seats(board, posts):
    held = extracts.seats_held_by(posts["police_member"], TODAY)
    assert [(row.body, row.capacity) for row in held] == [
        ("CSE", Capacity.CHAIR), ("EXEC", Capacity.MEMBER), ("MAIN", Capacity.MEMBER),
    ]  # fmt: skip
    assert extracts.seats_held_by(posts["lado"], TODAY) == ()


def test_a_deputy_sits_in_from_a_day_until_a_day(board, posts):
    manager, police = posts["board_manager"], seat("EXEC", "Board member for the police")
    deputy = transitions.name_deputy(police, post=posts["police"], by=manager, on=TODAY)
    now = next(r for r in extracts.seats_of(board["EXEC"], TODAY) if r.id == police.pk)
    assert [d.title for d in now.deputies] == ["Detective sergeant"]
    transitions.end_deputy(deputy, ends_on=TODAY, by=manager, on=TODAY)
    later = extracts.seats_of(board["EXEC"], date(2013, 6, 29))
    assert next(r for r in later if r.id == police.pk).deputies == ()


def test_nobody_deputises_for_themselves_or_beside_their_own_seat(board, posts):
    police = seat("EXEC", "Board member for the police")
    for key, words in (("police_member", "themselves"), ("health_member", "has a seat there")):
        with pytest.raises(NotAllowed, match=words):
            transitions.name_deputy(police, post=posts[key], by=posts["board_manager"], on=TODAY)


def test_a_lay_members_review_becomes_a_task_with_its_date(board, posts, at):
    lay, mentor = seat("SSCB", "Lay member"), seat("EXEC", "Board member for health")
    with at(2012, 9, 19, 9, 0):
        term = transitions.set_lay_term(
            lay, starts_on=date(2012, 9, 1), mentor=mentor,
            agreement_signed_on=date(2012, 9, 19), review_on=date(2013, 8, 31),
            readvertise_on=date(2014, 4, 1), by=posts["board_manager"], on=date(2012, 9, 19),
        )  # fmt: skip
    action = Action.objects.get()
    assert (action.due_on, action.owner) == (date(2013, 8, 31), posts["board_manager"])
    assert action.record == board["SSCB"].record and term.review == action

    transitions.set_lay_term(
        lay, starts_on=date(2012, 9, 1), mentor=mentor, review_on=date(2013, 10, 31), seen=1,
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    action.refresh_from_db()
    assert action.due_on == date(2013, 8, 31), "a new date waits for somebody else's approval"
    assert action.date_changes.get().new_on == date(2013, 10, 31)


def test_the_second_to_change_a_lay_term_is_told(board, posts):
    lay, manager = seat("SSCB", "Lay member"), posts["board_manager"]
    for _ in range(2):
        transitions.set_lay_term(lay, starts_on=date(2012, 9, 1), by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="Somebody else"):
        transitions.set_lay_term(lay, starts_on=date(2012, 8, 1), seen=1, by=manager, on=TODAY)


def test_members_are_inducted_together_on_19_september_2012(board, posts):
    seats = list(board["MAIN"].seats.all()[:4])
    rows = transitions.record_induction(
        board["MAIN"], seats=seats, held_on=date(2012, 9, 19), what="The yearly induction",
        booklet=True, by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    assert [row.seat for row in rows] == seats
    with pytest.raises(NotAllowed, match="of this body only"):
        transitions.record_induction(
            board["EXEC"], seats=seats, held_on=TODAY, what="x", by=posts["board_manager"],
            on=TODAY,
        )  # fmt: skip


def test_declaring_nothing_is_an_answer_and_an_interest_outweighs_it(board, posts):
    mine, me = seat("EXEC", "Board member for the police"), posts["police_member"]
    transitions.declare_interest(mine, sort=Declared.NOTHING, by=me, on=TODAY)
    interest = transitions.declare_interest(
        mine, sort=Declared.INTEREST, what="Governor of a school", by=me, on=TODAY
    )
    with pytest.raises(NotAllowed, match="stands declared"):
        transitions.declare_interest(mine, sort=Declared.NOTHING, by=me, on=TODAY)
    transitions.end_interest(interest, ended_on=TODAY, by=me, on=TODAY)
    transitions.declare_interest(mine, sort=Declared.NOTHING, by=me, on=TODAY)
    assert mine.declarations.count() == 3, "nothing declared is ever taken away"


def test_a_member_declares_for_their_own_seat_and_no_other(board, posts):
    with pytest.raises(gate.Refused):
        transitions.declare_interest(
            seat("EXEC", "Board member for health"), sort=Declared.NOTHING,
            by=posts["police_member"], on=TODAY,
        )  # fmt: skip


def test_terms_are_kept_in_versions_and_the_second_editor_is_told(board, posts):
    manager = posts["board_manager"]
    second = transitions.agree_terms(
        board["HR"], duties=["Follow the LADO's reports"], seen=1, by=manager, on=TODAY
    )
    assert second.number == 2
    assert [t.number for t in board["HR"].terms.all()] == [2, 1]
    with pytest.raises(NotAllowed, match="Somebody else"):
        transitions.agree_terms(board["HR"], duties=["x"], seen=1, by=manager, on=TODAY)


def test_a_post_is_made_for_a_vacant_seat_and_opens_nothing(board, posts):
    made = transitions.make_seat(
        board["MAIN"], title="Board member for transport", agency=posts["housing_lead"].agency,
        capacity=Capacity.MEMBER, by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    assert not gate.may(made.post, gate.Can.SEE, board["MAIN"].record)
    with pytest.raises(NotAllowed, match="not of this area"):
        transitions.make_seat(
            board["MAIN"], title="x", agency=posts["neighbour_lado"].agency,
            capacity=Capacity.MEMBER, by=posts["board_manager"], on=TODAY,
        )  # fmt: skip


def test_a_body_never_reports_to_itself_by_any_path(board, posts):
    with pytest.raises(NotAllowed, match="cannot report to itself"):
        transitions.change_body(
            board["SSCB"], name="x", purpose="y", reports_to=world.body("PF"), meets_a_year=None,
            joint_with="", seen=1, by=posts["board_manager"], on=TODAY,
        )  # fmt: skip


def test_a_task_and_finish_group_without_an_end_is_not_opened(posts, friday):
    with pytest.raises(NotAllowed, match="has an end"):
        transitions.open_body(
            code="TF", name="Group", kind=BodyKind.TASK_AND_FINISH, purpose="x",
            by=posts["board_manager"], on=TODAY,
        )  # fmt: skip


@pytest.mark.parametrize("who", ["police_member", "lay_member", "analyst", "neighbour_manager"])
def test_members_and_neighbours_write_nothing(board, posts, who):
    with pytest.raises(gate.Refused):
        transitions.seat_post(
            board["HR"], post=posts["nurse"], capacity=Capacity.MEMBER, by=posts[who], on=TODAY
        )


def test_the_councils_50_000_is_unchanged_from_one_year_to_the_next(board, posts):
    council = posts["analyst"].agency
    for year in ("2012/13", "2013/14"):
        transitions.record_contribution(
            board["SSCB"], year=year, agency=council, pence=50_000_00, by=posts["board_manager"],
            on=TODAY,
        )  # fmt: skip
    transitions.record_contribution(
        board["SSCB"], year="2013/14", agency=posts["police"].agency, pence=None,
        in_kind="A room each month", by=posts["board_manager"], on=TODAY,
    )  # fmt: skip
    money = extracts.money("2013/14")
    lines = {row.words: row for row in money.given}
    assert lines["Southwark Council, children's services"].change == "unchanged"
    assert (money.given_total.pence, money.given_total.unknown) == (50_000_00, 1)
    assert lines["Police, child abuse investigation team"].change == "not listed the year before"
    assert extracts.money("2011/12") is None


def test_a_figure_that_is_corrected_keeps_what_it_was(board, posts):
    council = posts["analyst"].agency
    for pence, seen in ((50_000_00, 0), (55_000_00, 1)):
        transitions.record_contribution(
            board["SSCB"], year="2013/14", agency=council, pence=pence, seen=seen,
            by=posts["board_manager"], on=TODAY,
        )  # fmt: skip
    last = board["SSCB"].record.steps.last()
    assert last.note.endswith("2013/14: £55,000, was £50,000")


def test_the_regime_turns_with_the_date_and_with_the_partnerships_own_start(board):
    assert extracts.regime_on(date(2012, 5, 1)).code == "LSCB"
    assert extracts.regime_on(date(2022, 5, 1)).code == "MASA"
