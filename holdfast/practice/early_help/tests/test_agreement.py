"""The family's word: nothing without it, everything stops when it is taken back."""

from datetime import date, timedelta

import pytest

from holdfast.kernel.access.gate import Refused
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules import words
from holdfast.practice.early_help.rules.assessing import Section, Written
from holdfast.practice.early_help.rules.registers import Mark
from holdfast.practice.early_help.tests.factories import (
    MAY,
    a_family,
    a_group,
    agreed,
    at_work,
    write_everything,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]

JUNE = date(2013, 6, 3)


def again(family):
    return EarlyHelp.objects.select_related("record").get(pk=family.pk)


def test_before_the_family_agrees_nobody_plans_for_it(posts):
    by = posts["head_teacher"]
    family = a_family(by)
    for verb in (
        lambda: verbs.call_meeting(family, meets_on=JUNE, by=by, on=MAY),
        lambda: verbs.promise(family, what="x", owner=Who(by), due_on=JUNE, by=by, on=MAY),
        lambda: verbs.join_team(family, who="Aunt Bea", part="Fridays", by=by, on=MAY),
    ):
        with pytest.raises(NotAllowed, match="has not agreed yet"):
            verb()
    assert not family.record.deadlines.exists()


def test_agreeing_starts_three_local_clocks_and_completing_meets_one(posts):
    by = posts["head_teacher"]
    family = agreed(by)
    clocks = {d.rule_id: (d.kind, d.due_on) for d in family.record.deadlines.all()}
    assert set(clocks) == {"EH.ASSESS", "EH.TAF.1", "EH.CLOSE"}
    assert {kind for kind, _ in clocks.values()} == {"local"}
    assert clocks["EH.TAF.1"][1] == MAY + timedelta(weeks=6)
    assessment = family.assessments.get()
    with pytest.raises(NotAllowed, match="at least one strength"):
        verbs.complete_assessment(assessment, by=by, on=JUNE)
    write_everything(assessment, by=by, on=JUNE)
    verbs.complete_assessment(assessment, by=by, on=JUNE)
    assert family.record.deadlines.get(rule_id="EH.ASSESS").met_on == JUNE
    assert again(family).state == "working"


def test_a_withdrawn_agreement_stops_the_clocks_and_asks_what_now(posts):
    by = posts["head_teacher"]
    family = at_work(by)
    verbs.withdraw_agreement(family, who="Ms Harcastle", why="Enough for now.", by=by, on=JUNE)
    assert not family.record.deadlines.open().exists()
    with pytest.raises(NotAllowed, match="does not agree any more"):
        verbs.call_meeting(family, meets_on=date(2013, 7, 1), by=by, on=JUNE)
    verbs.agree_again(family, who="Ms Harcastle", by=by, on=JUNE)
    assert family.state == "working"
    open_ = set(family.record.deadlines.open().values_list("rule_id", flat=True))
    assert open_ == {"EH.TAF.N", "EH.CLOSE"}
    assert [a.said for a in family.agreements.all()] == ["agreed", "withdrew", "agreed"]


def test_assessing_again_takes_the_words_over_and_asks_whether_they_are_still_true(posts):
    by = posts["head_teacher"]
    family = at_work(by)
    second = verbs.assess_again(family, why="A new baby.", by=by, on=JUNE)
    carried = second.sections.get()
    assert (carried.carried, carried.strengths) == (True, "They eat together.")
    verbs.write_section(
        second, section=Section.FAMILY, written=Written("They eat together.", "", ""), by=by,
        on=JUNE, seen=carried.version,
    )  # fmt: skip
    carried.refresh_from_db()
    assert not carried.carried
    assert family.assessments.get(number=1).sections.get().needs == "Mornings go wrong."


def test_a_stale_page_overwrites_nothing(posts):
    by = posts["head_teacher"]
    family = at_work(by)
    seen = family.record.version
    verbs.write_entry(family, text="First.", by=by, on=JUNE, seen=seen)
    with pytest.raises(NotAllowed, match="Somebody else has just changed this record"):
        verbs.write_entry(family, text="Second.", by=by, on=JUNE, seen=seen)


def test_only_who_sees_a_family_writes_about_it_and_a_place_names_nobody_else(posts):
    by, other = posts["early_help"], posts["police"]
    family = at_work(posts["head_teacher"])
    with pytest.raises(Refused):
        verbs.write_entry(family, text="A word.", by=other, on=JUNE)
    with pytest.raises(Refused):
        verbs.offer(
            verbs.OfferTold((verbs.FamilyChildTold("A B"),), "x", words.Reason.OTHER),
            area=this_partnership().area, by=posts["neighbour_mash"], on=JUNE,
        )  # fmt: skip
    group = a_group(by, on=MAY, room_for=1)
    place = verbs.give_place(group, family, subject="adult-1", by=by, on=MAY)
    assert place.who == "Ms H"
    with pytest.raises(NotAllowed, match="All 1 places"):
        verbs.give_place(group, family, subject="child-1", by=by, on=MAY)
    with pytest.raises(NotAllowed, match="somebody of this family"):
        verbs.give_place(group, family, subject="adult-9", by=by, on=MAY)
    session = verbs.plan_sessions(group, [verbs.SessionTold(JUNE, "One")], by=by, on=MAY)[0]
    with pytest.raises(NotAllowed, match="Mark everybody"):
        verbs.take_register(session, {}, by=by, on=JUNE)
    verbs.take_register(session, {place.pk: Mark.DID_NOT_COME}, by=by, on=JUNE)
    verbs.take_register(session, {place.pk: Mark.CAME}, by=by, on=JUNE)
    assert place.attended().words == "1 of 1"
    verbs.end_place(place, completed=True, why="", by=by, on=JUNE)
    verbs.end_programme(group, by=by, on=JUNE)
    with pytest.raises(NotAllowed, match="has ended"):
        verbs.take_register(session, {place.pk: Mark.CAME}, by=by, on=JUNE)


def test_the_family_is_kept_whole_when_social_care_sends_it_back(posts):
    by = posts["head_teacher"]
    family = at_work(by)
    with pytest.raises(NotAllowed, match="safer so"):
        verbs.step_up(family, why="Bruises.", family_told=False, why_not_told="", by=by, on=JUNE)
    told = verbs.step_up(
        family,
        why="Bruises.",
        family_told=False,
        why_not_told="He might hide her.",
        by=by,
        on=JUNE,
    )
    assert [child["known_as"] for child in told.referral["children"]] == [
        "Nia Harcastle", "Theo Harcastle",
    ]  # fmt: skip
    assert told.referral["strengths"] == ["The family: They eat together."]
    verbs.come_back(family, why="Early help goes on.", by=by, on=JUNE)
    assert family.state == "working"
    verbs.close(family, reason=words.EndReason.STEPPED_UP, changed="", by=by, on=JUNE)
    with pytest.raises(NotAllowed, match="has ended"):
        verbs.write_entry(family, text="More.", by=by, on=JUNE)
