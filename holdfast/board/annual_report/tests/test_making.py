"""Activities, holders, the calendar, the distribution list: what is kept, what is refused."""

from datetime import date

import pytest
from django.db import IntegrityError, connection
from django.db.utils import DatabaseError

from holdfast.board.annual_report import transitions
from holdfast.board.annual_report.models import Activity, Impact, Milestone, Recipient
from holdfast.board.annual_report.tests.shipped import TODAY
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.states import State
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


@pytest.fixture
def manager(posts):
    return posts["board_manager"]


@pytest.fixture
def set_out(edition, manager):
    transitions.set_out(edition, by=manager, on=TODAY)
    return edition


@pytest.fixture
def activity(edition, manager) -> Activity:
    return transitions.note_activity(
        edition,
        theme="Private fostering",
        what="A campaign told new staff what private fostering is.",
        source="Work plan 2012/13, line 3",
        happened=Dated(date(2012, 9, 1)),
        by=manager,
        on=TODAY,
    )


def show(activity, by, **more):
    kept = {
        "changed": "Notifications rose by a quarter.",
        "how_known": "Count of notifications before and after.",
        "dated_on": date(2013, 3, 31),
        "source": "Steering group, April 2013",
        **more,
    }
    return transitions.show_impact(activity, by=by, on=TODAY, **kept)


def change(activity, by, **more):
    kept = {"theme": "A", "what": "Otherwise.", "source": "Minute 4", **more}
    transitions.change_activity(activity, by=by, on=TODAY, **kept)


def test_an_activity_is_shown_to_have_changed_something(activity, manager):
    assert show(activity, manager).changed == "Notifications rose by a quarter."
    moves = [step.move for step in activity.edition.record.steps.order_by("pk")]
    assert moves == ["draft", "note_activity", "show_impact"]


@pytest.mark.parametrize("missing", ["changed", "how_known", "source"])
def test_evidence_of_impact_says_what_changed_how_it_is_known_and_where_it_is(
    activity, manager, missing
):
    with pytest.raises(NotAllowed, match="Say what changed"):
        show(activity, manager, **{missing: " "})


def test_evidence_is_not_dated_ahead(activity, manager):
    with pytest.raises(NotAllowed, match="has not come yet"):
        show(activity, manager, dated_on=date(2013, 7, 1))


def test_an_activity_says_where_it_is_recorded(edition, manager):
    with pytest.raises(NotAllowed, match="where that is recorded"):
        transitions.note_activity(
            edition, theme="", what="We met.", source=" ", by=manager, on=TODAY
        )


def test_the_second_of_two_editors_is_told_and_overwrites_nothing(activity, manager):
    change(activity, manager, what="The first.", seen=1)
    with pytest.raises(NotAllowed, match="Somebody else has just changed"):
        change(activity, manager, what="The second.", seen=1)
    assert Activity.objects.get().what == "The first."


def test_a_paragraph_that_was_taken_out_is_not_in_the_edition(activity, edition, manager):
    transitions.withdraw_activity(activity, reason="Told twice.", by=manager, on=TODAY)
    assert not Activity.objects.of(edition).exists()
    assert activity.edition.record.steps.filter(note__contains="Told twice.").exists()


def test_nothing_is_written_on_a_frozen_edition(activity, freeze, manager):
    freeze()
    activity.edition.refresh_from_db()
    for refused in (show, change):
        with pytest.raises(NotAllowed, match="Only a draft is written on"):
            refused(activity, manager)


@pytest.mark.parametrize("who", ["lay_member", "police_member", "lado", "neighbour_manager"])
def test_who_only_reads_writes_no_paragraph(edition, posts, who):
    with pytest.raises(Refused):
        transitions.note_activity(
            edition, theme="", what="We met.", source="Minute 1", by=posts[who], on=TODAY
        )


def test_evidence_of_impact_is_never_changed_in_the_database(activity, manager):
    show(activity, manager)
    with pytest.raises(DatabaseError):
        Impact.objects.update(changed="Everything is better.")
    connection.needs_rollback = False


def test_the_calendar_is_seven_actions_in_the_one_tracker(set_out):
    milestones = list(set_out.milestones.select_related("action__owner"))
    assert len(milestones) == set_out.record.actions.count() == 7
    by_key = {each.key: each.action for each in milestones}
    assert by_key["executive"].due_on == date(2013, 11, 30)
    assert by_key["approve"].owner.role == "board_chair"


def test_a_milestone_whose_day_has_passed_says_so_and_has_no_date(set_out):
    action = set_out.milestones.get(key="statements").action
    assert action.due_on is None
    assert "14 Jun 2013, had passed" in action.why


def test_a_calendar_is_set_once(set_out, manager):
    with pytest.raises(NotAllowed, match="set already"):
        transitions.set_out(set_out, by=manager, on=TODAY)


def test_a_milestone_is_reached_with_evidence(set_out, manager):
    milestone = set_out.milestones.get(key="figures")
    transitions.say_done(
        milestone, shown="Four settlements in the report.", dated_on=TODAY, by=manager, on=TODAY
    )
    assert Milestone.objects.get(pk=milestone.pk).action.state == State.EVIDENCED


def test_a_revised_date_is_asked_for_by_one_and_answered_by_another(set_out, posts, manager):
    milestone = set_out.milestones.get(key="executive")
    transitions.ask_new_date(
        milestone, new_on=date(2013, 12, 10), reason="No meeting.", by=manager, on=TODAY
    )
    transitions.answer_new_date(milestone, approve=True, by=posts["board_chair"], on=TODAY)
    milestone.action.refresh_from_db()
    assert milestone.action.due_on == date(2013, 12, 10)
    with pytest.raises(NotAllowed, match="No revised date"):
        transitions.answer_new_date(milestone, approve=True, by=posts["board_chair"], on=TODAY)


def test_whom_the_edition_of_2013_names_are_on_the_list_with_our_own_forty_four(set_out):
    named = list(set_out.recipients.exclude(rule="").values_list("rule", flat=True))
    assert named == ["chief-executive", "leader", "police-commissioner", "health-wellbeing"]
    own = set_out.recipients.filter(rule="")
    assert sum(each.copies for each in own) == 44


def test_a_draft_goes_out_as_a_draft_and_only_once(set_out, manager):
    leader = set_out.recipients.get(rule="leader")
    made = transitions.send(leader, sent_on=TODAY, how="By e-mail", by=manager, on=TODAY)
    assert made.what == "draft"
    with pytest.raises(NotAllowed, match="already"):
        transitions.send(leader, sent_on=TODAY, how="Again", by=manager, on=TODAY)


def test_a_frozen_edition_waits_for_its_approval_before_it_goes_out(set_out, freeze, manager):
    freeze()
    leader = Recipient.objects.get(rule="leader")
    with pytest.raises(NotAllowed, match="not approved yet"):
        transitions.send(leader, sent_on=TODAY, how="By e-mail", by=manager, on=TODAY)


def test_nobody_whom_the_guidance_names_is_left_out(set_out, manager):
    with pytest.raises(NotAllowed, match="The guidance names"):
        transitions.leave_out(
            set_out.recipients.get(rule="leader"), reason="Busy.", by=manager, on=TODAY
        )
    spare = set_out.recipients.get(who__endswith="spare")
    assert transitions.leave_out(spare, reason="None asked for.", by=manager, on=TODAY)


def test_a_recipient_is_listed_once(set_out, manager):
    transitions.list_recipient(set_out, who="Youth Council", copies=12, by=manager, on=TODAY)
    with pytest.raises(NotAllowed, match="on the list already"):
        transitions.list_recipient(set_out, who="Youth Council", by=manager, on=TODAY)
    with pytest.raises(IntegrityError):
        Recipient.objects.create(
            edition=set_out, who="Youth Council", status="L", by=manager, on=TODAY
        )


def test_who_held_an_item_before_stays_on_the_record(set_out, posts, manager):
    for who in ("analyst", "lay_member"):
        transitions.charge(set_out, item="voice", post=posts[who], by=manager, on=TODAY)
    held = [each.post.role for each in set_out.charges.filter(item="voice")]
    assert held == ["analyst", "lay_member"]


def test_a_post_of_another_area_holds_nothing(set_out, posts, manager):
    with pytest.raises(NotAllowed, match="not of this area"):
        transitions.charge(
            set_out, item="voice", post=posts["neighbour_manager"], by=manager, on=TODAY
        )


def test_what_is_handed_over_is_kept_as_it_was(set_out, posts, manager):
    made = transitions.hand_over(
        set_out,
        post=posts["board_chair"],
        open_=["Approve the edition"],
        by=manager,
        on=TODAY,
    )
    assert made.open == ["Approve the edition"]
    with pytest.raises(DatabaseError):
        type(made).objects.update(open=[])
    connection.needs_rollback = False
