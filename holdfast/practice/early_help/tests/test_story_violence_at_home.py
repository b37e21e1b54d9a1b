"""A boy who was hurt, and hurts: the family focus case of the scrutiny papers of 9 July 2013.

The papers tell what happened and give no dates; the names and days here are invented. Every event
they tell of is told by a verb, and the end says what the papers say changed.
"""

from datetime import date

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import Meeting
from holdfast.practice.early_help.rules import law, words
from holdfast.practice.early_help.rules.assessing import Section, Written
from holdfast.practice.early_help.rules.registers import Mark
from holdfast.practice.early_help.rules.states import State

pytestmark = [pytest.mark.django_db]

OFFERED, AGREED, ASSESSED = date(2012, 11, 5), date(2012, 11, 12), date(2012, 12, 10)
STRANDS = ("Naming what happens", "Making the mother stronger", "Mediation", "Support groups")


@pytest.fixture
def family(posts, friday):
    """Dane, now 16: stabbed at school at 14, violent to his mother since; and his sister Mara."""
    by = posts["early_help"]
    told = verbs.OfferTold(
        children=(verbs.FamilyChildTold("Dane Orrell"), verbs.FamilyChildTold("Mara Orrell")),
        relatives=(verbs.RelativeTold("Ms Orrell"),),
        worry="Dane was stabbed at school at 14. He is 16 now and hits his mother; police came.",
        reason=words.Reason.HURT_AT_HOME,
    )
    return verbs.offer(told, area=this_partnership().area, by=by, on=OFFERED)


def what_went_before(family, by):
    """The move offered and declined, and the therapy that fell away."""
    verbs.write_entry(
        family, by=by, on=AGREED,
        text="After the stabbing a move to a safe place was offered. It was not pursued: he did "
        "not want to press charges.",
    )  # fmt: skip
    therapy = verbs.offer_support(
        family, kind=words.Kind.THERAPY, what="CAMHS sessions after the stabbing", whom="Dane",
        provider="CAMHS", by=by, on=AGREED,
    )  # fmt: skip
    verbs.say_how_it_went(therapy, to=words.Taken.TAKEN_UP, result="", by=by, on=AGREED)
    verbs.say_how_it_went(
        therapy, to=words.Taken.FELL_AWAY, result="He stopped coming.", by=by, on=AGREED
    )
    return therapy


def assessed_together(family, by):
    assessment = verbs.agree(
        family, who="Ms Orrell and Dane", children="Mara: somebody should ask me too.",
        shared_with="Solace, the youth offending service", by=by, on=AGREED,
    )  # fmt: skip
    what_went_before(family, by)
    verbs.write_section(
        assessment, section=Section.FAMILY, by=by, on=ASSESSED,
        written=Written("Dane is gentle with Mara.", "He decides what happens at home.", ""),
    )  # fmt: skip
    verbs.write_conclusion(
        assessment, present=["Ms Orrell", "Dane", "Mara"], conclusion="It is domestic violence.",
        tier="3", tier_why="Violence at home, police called out.", by=by, on=ASSESSED,
    )  # fmt: skip
    verbs.complete_assessment(assessment, by=by, on=ASSESSED)
    return assessment


def helped(family, posts, by):
    """The four strands of help."""
    strands = dict.fromkeys(STRANDS, ())
    strands[STRANDS[0]] = ((words.Kind.DIRECT, "Calling it by its name", "Dane and Ms Orrell"),)
    strands[STRANDS[1]] = ((words.Kind.DIRECT, "Voice and bearing, £3 a day", "Ms Orrell"),)
    strands[STRANDS[2]] = ((words.Kind.MEDIATION, "What lies under it", "The family"),)
    supports = [
        verbs.offer_support(
            family, strand=strand, kind=kind, what=what, whom=whom, by=by, on=ASSESSED
        )
        for strand, offered in strands.items()
        for kind, what, whom in offered
    ]
    network = verbs.call_meeting(
        family, kind=Meeting.Kind.NETWORK, meets_on=date(2013, 1, 8), by=by, on=ASSESSED
    )
    verbs.record_meeting(
        network,
        verbs.MeetingTold(
            present=["Ms Orrell", "her sister", "Solace"],
            worries="He hits when told no. Her sister comes when she is rung.",
            decided="Nobody carries it alone: who is rung, and in which order.",
        ),
        held_on=date(2013, 1, 8), by=by, on=date(2013, 1, 8),
    )  # fmt: skip
    verbs.promise(
        family, what="Ring the police when he hits", owner=Who(role="Ms Orrell"),
        due_on=date(2013, 2, 1), by=by, on=date(2013, 1, 8),
    )  # fmt: skip
    return supports


def grouped(family, by):
    """Mother and daughter in one group; Dane in another, first freely, then by his caution."""
    day = date(2013, 1, 15)
    area = this_partnership().area
    survivors, violence = (
        verbs.start_programme(
            verbs.ProgrammeTold(name, kind, audience, provider, "Two workers", day),
            area=area, by=by, on=day,
        )
        for name, kind, audience, provider in (
            ("Side by side", words.Kind.SURVIVORS, "Mothers and daughters", "Solace"),
            ("Stepping back", words.Kind.VIOLENCE, "Young people", "Youth offending service"),
        )
    )  # fmt: skip
    for subject in ("adult-1", "child-2"):
        verbs.give_place(survivors, family, subject=subject, by=by, on=day)
    place = verbs.give_place(
        violence, family, subject="child-1", basis=law.Basis.DISPOSAL,
        basis_words="Conditional caution, youth offending service", by=by, on=day,
    )  # fmt: skip
    sessions = verbs.plan_sessions(
        violence, [verbs.SessionTold(date(2013, 2, n), f"Week {n}") for n in (5, 12, 19)],
        by=by, on=day,
    )  # fmt: skip
    for session, mark in zip(
        violence.sessions.all(), (Mark.CAME, Mark.SENT_WORD, Mark.CAME), strict=True
    ):
        verbs.take_register(session, {place.pk: mark}, by=by, on=session.on)
    assert len(sessions) == 3
    verbs.end_place(place, completed=True, why="", by=by, on=date(2013, 2, 19))
    return place


def test_the_case_replays_from_the_stabbing_to_a_calm_home(family, posts):
    by = posts["early_help"]
    assert family.state == State.OFFERED
    assessment = assessed_together(family, by)
    assert assessment.name == "Common assessment (CAF)"
    verbs.name_lead(family, post=by, why="He knows them both.", by=by, on=ASSESSED)
    supports = helped(family, posts, by)
    place = grouped(family, by)

    with pytest.raises(NotAllowed, match="1 open step"):
        verbs.close(
            family, reason=words.EndReason.MET, changed="Calm.", by=by, on=date(2013, 6, 1)
        )
    for support in supports:
        verbs.say_how_it_went(
            support, to=words.Taken.TAKEN_UP, result="", by=by, on=date(2013, 3, 1)
        )
        verbs.say_how_it_went(
            support, to=words.Taken.FINISHED, result="She says no, and he hears it.", by=by,
            on=date(2013, 6, 1),
        )  # fmt: skip
    promised = family.record.actions.get()
    verbs.promise_kept(promised, how="She rang twice in February.", by=by, on=date(2013, 6, 1))
    verbs.close(
        family, reason=words.EndReason.MET, by=by, on=date(2013, 6, 1),
        changed="Ms Orrell is firmer and happier; Dane has stopped smoking and goes to college; "
        "nobody has been hurt since February.",
    )  # fmt: skip

    place.refresh_from_db()
    assert (place.completed, place.attended().words) == (True, "2 of 3, sent word 1")
    assert family.state == State.CLOSED
    assert not family.record.deadlines.open().exists()
    fell = family.supports.get(kind=words.Kind.THERAPY)
    assert fell.state == words.Taken.FELL_AWAY
    assert {s.strand for s in family.supports.all()} >= set(STRANDS[:3])
    told = " ".join(family.record.steps.values_list("note", flat=True))
    for word in ("press charges", "domestic violence", "Stepping back", "hits when told no"):
        assert (word in told) is (word != "hits when told no"), word


def test_a_condition_of_a_caution_must_say_whose_it_is(family, posts):
    by = posts["early_help"]
    verbs.agree(family, who="Ms Orrell", by=by, on=AGREED)
    with pytest.raises(NotAllowed, match="which disposal"):
        verbs.offer_support(
            family, kind=words.Kind.DIRECT, what="Youth violence programme", whom="Dane",
            basis=law.Basis.DISPOSAL, by=by, on=AGREED,
        )  # fmt: skip


def test_who_helps_opens_the_plan_and_reads_the_assessment_only_if_agreed(family, posts):
    by = posts["early_help"]
    verbs.agree(family, who="Ms Orrell", by=by, on=AGREED)
    verbs.join_team(
        family, post=posts["head_teacher"], part="His tutor", by=by, on=AGREED, may_read=True
    )
    nurse = verbs.join_team(family, post=posts["nurse"], part="Looks after Mara", by=by, on=AGREED)
    opens = {
        who: [gate.may(posts[who], can, family.record, section=part) for can, part in
              ((Can.WORK, "actions"), (Can.SEE, "story"), (Can.WORK, "story"))]
        for who in ("early_help", "head_teacher", "nurse", "mash_manager", "neighbour_mash")
    }  # fmt: skip
    assert opens == {
        "early_help": [True, True, True],
        "head_teacher": [True, True, False],
        "nurse": [True, False, False],
        "mash_manager": [False, True, False],
        "neighbour_mash": [False, False, False],
    }
    verbs.leave_team(nurse, why="Another nurse takes over.", by=by, on=AGREED)
    assert not gate.may(posts["nurse"], Can.SEE, family.record, section="actions")
    verbs.name_lead(family, post=by, why="He knows them.", by=by, on=AGREED)
    verbs.close(family, reason=words.EndReason.MOVED, changed="", by=by, on=AGREED)
    assert not gate.may(posts["head_teacher"], Can.SEE, family.record, section="actions")
