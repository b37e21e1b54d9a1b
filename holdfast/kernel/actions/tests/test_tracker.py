"""The tracker's verbs, on a record of a kind made for these tests."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.words import KINDS, Can, Kind
from holdfast.kernel.actions import states, tracker
from holdfast.kernel.actions.carried import Carried, History, Moved, Note, Shown
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action, DateChange, Progress
from holdfast.kernel.actions.states import Colour
from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Area
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.moves import NotAllowed

TODAY = date(2013, 6, 28)
AHEAD = date(2013, 9, 30)


@pytest.fixture
def record(friday, posts, monkeypatch):
    kind = Kind(
        name="promise book",
        prefix="PB",
        retention="board",
        at_home={
            Role.BOARD_MANAGER: frozenset({Can.SEE, Can.WORK, Can.DECIDE, Can.OPEN}),
            Role.BOARD_CHAIR: frozenset({Can.SEE, Can.DECIDE}),
            Role.RECORDS_GUARDIAN: frozenset({Can.SEE, Can.WORK}),
        },
    )
    monkeypatch.setitem(KINDS, kind.name, kind)
    return gate.open_record(
        kind=kind.name,
        area=Area.objects.get(code="E09000028"),
        owner=posts["board_manager"].agency,
        by=posts["board_manager"],
        on=TODAY,
    )


@pytest.fixture
def agree(record, posts):
    def make(kind=states.Kind.TASK, **more):
        return tracker.agree(
            record,
            what="Write the overview",
            kind=kind,
            owner=tracker.Who(posts["board_manager"]),
            reviewer=tracker.Who(role="The sub-group's chair"),
            by=posts["board_manager"],
            on=TODAY,
            **more,
        )

    return make


def test_a_promise_is_agreed_done_and_evidenced(agree, posts):
    manager = posts["board_manager"]
    action = agree(due_on=AHEAD)
    assert action.standing(on=TODAY).colour is Colour.GREEN
    assert action.whose_move(on=TODAY) == manager.title

    tracker.claim_done(action, by=manager, on=TODAY)
    assert action.standing(on=TODAY).colour is Colour.AMBER
    assert action.whose_move(on=TODAY) == "The sub-group's chair"

    tracker.evidence(action, what="The overview", dated=Dated(TODAY), by=manager, on=TODAY)
    action = Action.objects.for_page().get(pk=action.pk)
    assert action.standing(on=TODAY).colour is Colour.BLUE
    assert not Action.objects.open().exists()
    moves = [step.move for step in action.record.steps.all()]
    assert moves == ["agree_action", "claim_done", "evidence"]


def test_a_date_that_has_passed_is_not_agreed(agree):
    with pytest.raises(NotAllowed, match="27 Jun 2013 has passed already"):
        agree(due_on=date(2013, 6, 27))


def test_a_new_date_needs_a_reason_and_somebody_else(agree, posts):
    manager, chair = posts["board_manager"], posts["board_chair"]
    action = agree(due_on=date(2013, 7, 1))
    with pytest.raises(NotAllowed, match="needs a reason"):
        tracker.ask_new_date(action, new_on=AHEAD, reason="  ", by=manager, on=TODAY)
    asked = tracker.ask_new_date(action, new_on=AHEAD, reason="Staff left", by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="cannot answer"):
        tracker.approve_new_date(asked, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="waiting for an answer"):
        tracker.ask_new_date(action, new_on=AHEAD, reason="Again", by=manager, on=TODAY)
    tracker.approve_new_date(asked, by=chair, on=TODAY)
    action.refresh_from_db()
    assert action.due_on == AHEAD
    assert asked.old_on == date(2013, 7, 1)
    with pytest.raises(NotAllowed, match="answered already"):
        tracker.refuse_new_date(asked, by=chair, on=TODAY)


def test_a_refused_date_changes_nothing_and_is_kept(agree, posts):
    action = agree(due_on=date(2013, 7, 1))
    asked = tracker.ask_new_date(
        action, new_on=AHEAD, reason="Staff left", by=posts["board_manager"], on=TODAY
    )
    tracker.refuse_new_date(asked, by=posts["board_chair"], on=TODAY)
    action.refresh_from_db()
    assert action.due_on == date(2013, 7, 1)
    assert action.date_changes.get().answer == DateChange.Answer.REFUSED


def test_one_person_in_two_posts_is_still_one_person(agree, posts, cast):
    action = agree(due_on=date(2013, 7, 1))
    asked = tracker.ask_new_date(
        action, new_on=AHEAD, reason="Staff left", by=posts["board_manager"], on=TODAY
    )
    acting = appointments.make_post(
        title="Acting chair", agency=posts["board_chair"].agency, role=Role.BOARD_CHAIR
    )
    appointments.appoint(cast["board_manager"].person, acting)
    with pytest.raises(NotAllowed, match="cannot answer"):
        tracker.approve_new_date(asked, by=acting, on=TODAY)


def test_the_database_refuses_an_approver_who_asked(agree, posts):
    action = agree(due_on=AHEAD)
    asked = tracker.ask_new_date(
        action, new_on=AHEAD, reason="Staff left", by=posts["board_manager"], on=TODAY
    )
    with pytest.raises(IntegrityError), transaction.atomic():
        DateChange.objects.filter(pk=asked.pk).update(
            answer="approved", approved_by=posts["board_manager"]
        )


def test_the_database_refuses_a_standing_duty_that_is_done(agree):
    duty = agree(kind=states.Kind.DUTY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Action.objects.filter(pk=duty.pk).update(state="done")


def test_an_improvement_is_tested_again_by_somebody_else(agree, posts):
    manager, guardian = posts["board_manager"], posts["guardian"]
    action = agree(kind=states.Kind.IMPROVEMENT)
    tracker.claim_done(action, by=manager, on=TODAY)
    tracker.evidence(action, what="Course held", dated=Dated(TODAY), by=manager, on=TODAY)
    tracker.set_review(action, next_on=AHEAD, found="", by=manager, on=TODAY)
    assert Action.objects.open().get() == action, "it waits for its re-test"
    with pytest.raises(NotAllowed, match="does not re-test"):
        tracker.retest(action, held=True, finding="Fine", by=manager, on=TODAY)
    tracker.retest(action, held=True, finding="Seven of eight knew", by=guardian, on=TODAY)
    assert action.state == "effective"


def test_what_did_not_hold_is_open_again_and_old_evidence_no_longer_counts(agree, posts):
    manager = posts["board_manager"]
    action = agree(kind=states.Kind.IMPROVEMENT)
    tracker.claim_done(action, by=manager, on=TODAY)
    tracker.evidence(action, what="Course held", dated=Dated(TODAY), by=manager, on=TODAY)
    tracker.retest(action, held=False, finding="Two knew", by=posts["guardian"], on=TODAY)
    tracker.claim_done(action, by=manager, on=TODAY)
    assert action.standing(on=TODAY).why == "Said to be done; no evidence yet"
    assert action.evidence.count() == 1, "kept all the same"


def test_evidence_is_not_dated_ahead(agree, posts):
    action = agree()
    tracker.claim_done(action, by=posts["board_manager"], on=TODAY)
    with pytest.raises(NotAllowed, match="has not come yet"):
        tracker.evidence(
            action, what="Later", dated=Dated(AHEAD), by=posts["board_manager"], on=TODAY
        )


def test_nobody_without_the_right_to_work_on_the_record_writes_anything(agree, posts):
    action = agree()
    for who in ("board_chair", "lay_member", "lado", "neighbour_lado"):
        with pytest.raises(gate.Refused):
            tracker.note_progress(action, text="x", dated=None, by=posts[who], on=TODAY)
        with pytest.raises(gate.Refused):
            tracker.claim_done(action, by=posts[who], on=TODAY)
    assert not Progress.objects.exists()


def test_a_stale_screen_changes_nothing(agree, posts):
    action = agree()
    seen = action.version
    tracker.say_what_is_open(action, part="the annex", by=posts["board_manager"], on=TODAY)
    with pytest.raises(NotAllowed, match="Somebody else"):
        tracker.claim_done(action, by=posts["board_manager"], on=TODAY, seen=seen)
    action.refresh_from_db()
    assert action.state == "agreed"


def test_reopening_needs_words(agree, posts):
    action = agree()
    tracker.claim_done(action, by=posts["board_manager"], on=TODAY)
    with pytest.raises(NotAllowed, match="Say why"):
        tracker.reopen(action, reason="", by=posts["board_manager"], on=TODAY)
    tracker.reopen(action, reason="The annex is missing", by=posts["board_manager"], on=TODAY)
    assert (action.state, action.done) == ("agreed", None)


def test_an_older_papers_action_keeps_its_history_and_its_imprecision(record, posts):
    history = History(
        notes=(Note("Begun", Dated.read("2012-08"), printed_date="August 2012"),),
        moves=(Moved(date(2013, 3, 31), "No reason printed", old_on=date(2012, 10, 31)),),
        said_done=True,
        evidence=(Shown("Minutes"),),
    )
    carried = Carried("Joint review", date(2012, 4, 1), history=history)
    [action] = tracker.carry_over(
        record,
        promises=[(carried, tracker.Who(role="Public Health"))],
        by=posts["board_manager"],
        on=TODAY,
    )
    stands = action.standing(on=TODAY)
    assert stands.why == "Said to be done; its evidence has no date"
    assert action.progress.get().dated.words == "Aug 2012"
    assert action.date_changes.get().approved_by is None
    assert record.steps.get(move="carry_over").on == date(2012, 4, 1)


def test_overdue_is_one_question_and_leaves_out_what_is_finished(agree, posts):
    late, finished = agree(due_on=date(2013, 7, 1)), agree(due_on=date(2013, 7, 1))
    tracker.claim_done(finished, by=posts["board_manager"], on=TODAY)
    tracker.evidence(finished, what="It", dated=Dated(TODAY), by=posts["board_manager"], on=TODAY)
    assert list(Action.objects.overdue(on=date(2013, 7, 2))) == [late]
    assert not Action.objects.overdue(on=date(2013, 7, 1)).exists()
    assert late.whose_move(on=date(2013, 7, 2)) == posts["board_manager"].title
