"""From a school's worry to a decision, a disagreement and back; a night's file; a third report."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children import transitions as children
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.access import REPLY, REPORT, STORY
from holdfast.practice.front_door.models import Contact, Disagreement, Letter
from holdfast.practice.front_door.rules import disagreeing, law
from holdfast.practice.front_door.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("cast_world", "friday")]
ON = world.FRIDAY


def take(posts, content=world.NIGHT, channel=law.Channel.POLICE):
    return verbs.take_batch(
        this_partnership().area, channel=channel, content=content.encode(), filename="night.csv",
        by=posts["triage"], on=ON,
    )  # fmt: skip


def due(contact, rule):
    return Deadline.objects.filter(record=contact.record, rule_id=rule).order_by("-pk").first()


def test_a_school_refers_two_children_and_hears_within_the_day(posts):
    contact = world.referred(posts)
    assert contact.record.reference.startswith("FD-2013-")
    assert contact.known_as == "Nia Harcastle and Theo Harcastle"
    assert contact.source == "2A"
    assert due(contact, law.DECISION).due_on == date(2013, 7, 1)
    verbs.grade(contact, to=law.Grade.AMBER, by=posts["triage"], on=ON)
    assert due(contact, "MASH.RAG.AMBER").due_at.day == 29
    assert due(contact, law.DECISION).due_on == date(2013, 7, 1)
    letter = verbs.decide(contact, world.a_decision(), by=posts["mash_manager"], on=ON)
    assert "Nia seems to be caring" in letter.text and "I disagree" in letter.text
    assert contact.record.closed_on == ON
    assert all(due(contact, rule).met_on == ON for rule in (law.DECISION, law.FEEDBACK))
    assert gate.may(posts["head_teacher"], Can.WORK, contact.record, section=REPLY)
    assert not gate.may(posts["head_teacher"], Can.SEE, contact.record, section=STORY)
    for key in ("nurse", "social_worker", "team_manager", "neighbour_mash", "board_manager"):
        assert not gate.may(posts[key], Can.SEE, contact.record), key


def test_whoever_wrote_it_does_not_decide_it_and_triage_never_does(posts):
    mine = world.referred(posts, by="mash_manager", told_by=posts["head_teacher"])
    with pytest.raises(NotAllowed, match="You wrote this contact"):
        verbs.decide(mine, world.a_decision(), by=posts["mash_manager"], on=ON)
    with pytest.raises(Refused):
        verbs.decide(mine, world.a_decision(), by=posts["triage"], on=ON)
    theirs = world.referred(posts)
    with pytest.raises(Refused):
        verbs.decide(theirs, world.a_decision(), by=posts["neighbour_mash"], on=ON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Contact.objects.filter(pk=mine.pk).update(decided_by=posts["mash_manager"])


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"why": " "}, "Say why"),
        ({"basis": ""}, "by what right"),
        ({"basis": law.Basis.AGREEMENT.value}, "early help only"),
        ({"told": ""}, "whether the family knows"),
        ({"told": "no"}, "why the family is not told"),
        ({"decision": law.Decision.EARLY_HELP, "agreement": "refused"}, "does not agree"),
    ],
)
def test_a_decision_that_does_not_say_enough_is_not_kept(posts, told, sentence):
    contact = world.referred(posts)
    with pytest.raises(NotAllowed, match=sentence):
        verbs.decide(contact, world.a_decision(**told), by=posts["mash_manager"], on=ON)
    contact.refresh_from_db()
    assert contact.decision == "" and not Letter.objects.filter(contact=contact).exists()


def test_no_letter_holds_words_that_an_owner_keeps_in_the_hub(posts):
    contact, manager = world.referred(posts), posts["mash_manager"]
    with pytest.raises(NotAllowed, match="by what right"):
        verbs.ask_agencies(contact, to=[posts["police"]], by=posts["triage"], on=ON)
    finding = world.police_answer(contact, posts)
    leak = world.a_decision(reason="Police say a man known for supplying drugs stays there.")
    with pytest.raises(NotAllowed, match="not passed on by its owner"):
        verbs.decide(contact, leak, by=manager, on=ON)
    kept = Contact.objects.get(pk=contact.pk)
    assert kept.is_open and kept.state == "checking"
    verbs.demand_release(kept, finding=finding, why="For the assessment", by=manager, on=ON)
    assert finding.release_asks.get().due_at - world.NOW == timedelta(hours=2)
    letter = verbs.decide(kept, world.a_decision(), by=manager, on=ON)
    assert "drugs" not in letter.copy.content and letter.copy.held_back[0]["number"].endswith("/1")


def test_red_goes_to_a_strategy_discussion_at_once_even_by_its_author(posts):
    contact = world.referred(posts, by="mash_manager", told_by=posts["nurse"])
    verbs.grade(contact, to=law.Grade.RED, by=posts["triage"], on=ON)
    with pytest.raises(NotAllowed, match="Say why it is another"):
        verbs.grade(contact, to=law.Grade.GREEN, by=posts["triage"], on=ON)
    verbs.send_to_strategy(contact, by=posts["mash_manager"], on=ON)
    assert contact.state == "strategy" and contact.decision == "strategy_discussion"
    assert due(contact, law.DECISION).met_on == ON
    assert due(contact, "MASH.RAG.RED").stopped_because == "Sent on"
    letter = verbs.tell_referrer(contact, reason="", by=posts["mash_manager"], on=ON)
    assert "talking together today" in letter.text


def test_an_open_childs_report_goes_to_the_worker_or_else_the_team_manager(posts):
    leah = children.open_child(
        ChildTold("Leah", "Sorrell", date(2004, 5, 3)), by=posts["triage"], on=ON
    )
    children.allocate(leah, to=posts["social_worker"], by=posts["team_manager"], on=ON)
    for away, goes_to in ((False, "social_worker"), (True, "team_manager")):
        contact = world.referred(posts, children=(ChildTold("Leah", "Sorrel"),))
        with pytest.raises(NotAllowed, match="has a worker"):
            verbs.send_to_worker(contact, by=posts["triage"], on=ON)
        one = contact.children.get()
        verbs.match_child(one, child=leah, why="Same birthday", by=posts["triage"], on=ON)
        contact = Contact.objects.for_list().get(pk=contact.pk)
        to = verbs.send_to_worker(contact, by=posts["triage"], on=ON, away=away)
        assert to == posts[goes_to]
        assert gate.may(posts[goes_to], Can.SEE, contact.record, section=REPORT)
        assert due(contact, law.DECISION).met_on == ON


def test_a_night_of_police_reports_is_taken_whole_or_not_at_all(posts):
    bad = world.NIGHT + "M3,yesterday,,Pruett,31/13/2001,F,,,,,\n"
    with pytest.raises(NotAllowed) as why:
        take(posts, bad)
    for said in ("Row 5", "“worry” is empty", "“yesterday” is no day", "“31/13/2001”"):
        assert said in str(why.value)
    assert not Contact.objects.exists() and not Record.objects.filter(kind="contact").exists()
    batch = take(posts)
    assert batch.reports == 2
    tarrows = Contact.objects.get(theirs="M2")
    assert [one.known_as for one in tarrows.children.all()] == ["Joel Tarrow", "Esme Tarrow"]
    assert tarrows.source == "6" and due(tarrows, law.DECISION).due_on == ON
    with pytest.raises(NotAllowed, match="taken already"):
        take(posts)
    with pytest.raises(Refused):
        verbs.take_batch(this_partnership().area, channel=law.Channel.POLICE, content=b"",
                         filename="x", by=posts["police"], on=ON)  # fmt: skip


def test_a_third_report_under_two_spellings_is_matched_and_explained(posts):
    callum = ChildTold("Callum", "O'Reilly", date(2002, 2, 14))
    with world.at(2013, 5, 13, 9, 0):
        first = world.referred(posts, children=(callum,), address="12, Tollgate Rd.",
                               postcode="SE5 0XX")  # fmt: skip
    take(posts)
    third = Contact.objects.get(theirs="M1")
    (repeat,) = third.repeats.all()
    assert repeat.earlier == first
    assert repeat.reasons == ["same day of birth", "same address", "surname sounds the same"]
    verbs.say_same(repeat, same=True, by=posts["triage"], on=ON)
    assert repeat.same and repeat.decided_by == posts["triage"]
    assert not Contact.objects.get(theirs="M2").repeats.exists()


def test_a_referrer_disagrees_in_a_minute_and_it_goes_up_by_the_stages(posts):
    contact = world.referred(posts)
    school, manager = posts["head_teacher"], posts["mash_manager"]
    with pytest.raises(NotAllowed, match="Nothing is decided yet"):
        verbs.disagree(contact, reason=disagreeing.Reason.THRESHOLD, by=school, on=ON)
    advice = world.a_decision(decision=law.Decision.ADVICE, helped=True)
    verbs.decide(contact, advice, by=manager, on=ON)
    assert contact.helped
    with pytest.raises(Refused):
        verbs.disagree(contact, reason=disagreeing.Reason.FACTS, by=posts["nurse"], on=ON)
    found = verbs.disagree(contact, reason=disagreeing.Reason.THRESHOLD, by=school, on=ON)
    clock = contact.record.deadlines.running_under("ESC.0", about="disagreement-1")
    assert clock.due_on == date(2013, 7, 5)
    verbs.go_up(found, ours=posts["team_manager"], theirs="Head of safeguarding", by=manager,
                on=ON)  # fmt: skip
    assert found.stage == 1 and found.ours == posts["team_manager"]
    assert contact.record.deadlines.running_under("ESC.1", about="disagreement-1")
    verbs.settle(found, outcome=disagreeing.Outcome.CHANGED, answer="You are right.", by=manager,
                 on=ON)  # fmt: skip
    contact.refresh_from_db()
    assert contact.is_open and contact.record.closed_on is None
    assert contact.record.deadlines.running_under(law.DECISION)
    assert not Disagreement.objects.open().exists()


def test_danger_goes_straight_to_the_top(posts):
    contact = world.referred(posts)
    verbs.decide(contact, world.a_decision(), by=posts["mash_manager"], on=ON)
    found = verbs.disagree(contact, reason=disagreeing.Reason.DELAY, danger=True,
                           by=posts["head_teacher"], on=ON)  # fmt: skip
    assert found.stage == disagreeing.LAST
    with pytest.raises(NotAllowed, match="independent chair already"):
        verbs.go_up(found, ours=posts["triage"], theirs="A", by=posts["mash_manager"], on=ON)


def test_a_withdrawn_agreement_brings_early_help_back_to_be_looked_at(posts):
    contact = world.referred(posts)
    verbs.say_family(contact, told=law.Told.YES, how="Rang", agreement="given",
                     by=posts["triage"], on=ON)  # fmt: skip
    helped = world.a_decision(
        decision=law.Decision.EARLY_HELP, basis=law.Basis.AGREEMENT.value, agreement="given"
    )
    verbs.decide(contact, helped, by=posts["mash_manager"], on=ON)
    verbs.withdraw_agreement(contact, words="Not any more.", by=posts["triage"], on=ON)
    contact.refresh_from_db()
    assert contact.agreement == "withdrawn" and contact.is_open and contact.decision == ""


def test_the_public_form_says_nothing_back_and_any_manager_may_decide_it(posts):
    told = verbs.ReportTold(children=(world.NIA,), worry="Shouting, most nights.", public=True,
                            channel=law.Channel.PUBLIC)  # fmt: skip
    contact = verbs.receive_public(this_partnership().area, told, by=posts["mash_manager"], on=ON)
    assert contact.source == "9" and contact.written_by is None
    assert verbs.decide(contact, world.a_decision(), by=posts["mash_manager"], on=ON) is None
    with pytest.raises(NotAllowed, match="The public hear no decision"):
        verbs.tell_referrer(contact, reason="", by=posts["mash_manager"], on=ON)


def test_the_second_editor_is_told_and_nothing_is_overwritten(posts):
    contact = world.referred(posts)
    seen = contact.record.version
    verbs.grade(contact, to=law.Grade.GREEN, by=posts["triage"], on=ON, seen=seen)
    with pytest.raises(NotAllowed, match="Somebody else has just changed"):
        verbs.decide(contact, world.a_decision(), by=posts["mash_manager"], on=ON, seen=seen)
