"""Leah and Archie are assessed together, from the manager's start to each child's own copy."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from holdfast.engines.copies.tests.test_copies import every_byte
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Refused
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory import appointments
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments import documents
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.models import Assessment, CarriedFact
from holdfast.practice.assessments.rules import carried, outcomes, voices
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.tests.factories import ARCHIE, LEAH, begun, signed, written
from holdfast.practice.children import transitions as children
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.told import ChildTold

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("friday")]
DAY = date(2013, 6, 3)


def test_an_assessment_runs_from_start_to_signature(posts) -> None:
    manager, worker = posts["team_manager"], posts["social_worker"]
    assessment = begun(posts)
    clock = assessment.record.deadlines.get(rule_id="ASMT.SINGLE.45")
    assert (clock.started_on, clock.due_on) == (date(2013, 5, 1), date(2013, 7, 5))
    assert gate.may(worker, Can.WORK, assessment.record, section="story")
    assert not gate.may(posts["early_help"], Can.SEE, assessment.record, section="story")
    with pytest.raises(NotAllowed, match="Leah Sorrell and Archie Sorrell"):
        verbs.submit(assessment, by=worker, on=DAY)
    written(assessment, posts, on=DAY)
    verbs.review(assessment, found="On course.", by=manager, on=DAY, next_on=date(2013, 6, 20))
    verbs.submit(assessment, by=worker, on=DAY)
    first = assessment.children.all()[0]
    with pytest.raises(NotAllowed, match="with the manager"):
        verbs.find_factors(first, keys=["none"], by=worker, on=DAY)
    verbs.send_back(assessment, why="What does school say?", by=manager, on=DAY)
    verbs.submit(assessment, by=worker, on=DAY)
    with pytest.raises(Refused):
        verbs.authorise(assessment, why="Mine.", by=worker, on=DAY)
    verbs.authorise(assessment, why="The analysis holds.", by=manager, on=DAY)
    assessment.refresh_from_db()
    assert assessment.state == "authorised" and assessment.record.closed_on == DAY
    assert not assessment.record.deadlines.open().exists()
    clock.refresh_from_db()
    assert clock.met_on == DAY and clock.late_reason == ""
    with pytest.raises(NotAllowed, match="finished"):
        verbs.propose_outcome(
            first, outcome=outcomes.Outcome.NO_ACTION, why="x", by=worker, on=DAY
        )


def test_whoever_wrote_part_of_it_does_not_sign_in_any_post(posts, cast) -> None:
    assessment = begun(posts)
    written(assessment, posts, on=DAY)
    manager = posts["team_manager"]
    verbs.write_side(
        assessment, side="surroundings", said={"income": "Low."}, seen=0, by=manager, on=DAY
    )
    verbs.submit(assessment, by=posts["social_worker"], on=DAY)
    with pytest.raises(NotAllowed, match="somebody else signs"):
        verbs.authorise(assessment, why="Fine.", by=manager, on=DAY)
    second = appointments.make_post(
        title="Team manager, second", agency=manager.agency, role=manager.role
    )
    appointments.appoint(cast["social_worker"].person, second, at=cast["lado"].starts_at)
    with pytest.raises(NotAllowed, match="somebody else signs"):
        verbs.authorise(assessment, why="Fine.", by=second, on=DAY)
    with pytest.raises(IntegrityError, match="nobody_authorises|CHECK"), transaction.atomic():
        Assessment.objects.filter(pk=assessment.pk).update(
            authorised_by=posts["social_worker"], authorised_on=DAY
        )


def test_lateness_is_a_fact_that_wants_a_reason_and_blocks_nothing(posts, at) -> None:
    assessment = begun(posts, received=date(2013, 4, 15))
    day = date(2013, 6, 28)
    written(assessment, posts, on=day)
    verbs.submit(assessment, by=posts["social_worker"], on=day)
    manager = posts["team_manager"]
    verbs.authorise(assessment, why="It holds.", by=manager, on=day)
    clock = assessment.record.deadlines.get(rule_id="ASMT.SINGLE.45")
    assert clock.due_on == date(2013, 6, 19) and clock.met_on == day and not clock.late_reason
    verbs.explain_lateness(
        assessment, clock=clock, code=LateReason.FAMILY, reason="They were away.", by=manager,
        on=day,
    )  # fmt: skip
    clock.refresh_from_db()
    assert clock.late_code == "family_unavailable"


def test_a_core_assessment_open_at_the_change_counts_from_its_referral_once_converted(
    posts, at
) -> None:
    with at(2013, 4, 10, 9):
        core = verbs.start(
            [LEAH], kind=Kind.CORE, received_on=date(2013, 3, 15),
            counted_from=date(2013, 4, 8), asked="Why?", worker=posts["social_worker"],
            by=posts["team_manager"], on=date(2013, 4, 10),
        )  # fmt: skip
        with pytest.raises(NotAllowed, match="after the change"):
            verbs.convert(core, reason="x", by=posts["team_manager"], on=date(2013, 4, 10))
    old = core.record.deadlines.get(rule_id="ASMT.CORE.35")
    verbs.convert(core, reason="One form.", by=posts["team_manager"], on=DAY)
    old.refresh_from_db()
    new = core.record.deadlines.get(rule_id="ASMT.SINGLE.45")
    assert old.stopped_on == DAY and old.stopped_because.startswith("Converted")
    assert (new.started_on, new.due_on) == (date(2013, 3, 15), date(2013, 5, 22))
    assert (core.kind, core.began_as, core.edition) == ("single", "core", "WT2013")


def test_the_edition_of_the_referrals_day_refuses_the_other_kind(posts) -> None:
    with pytest.raises(NotAllowed, match="single assessment"):
        begun(posts, kind=Kind.INITIAL)
    with pytest.raises(NotAllowed, match="initial assessment or core assessment"):
        begun(posts, received=date(2013, 4, 12))
    begun(posts, received=date(2013, 4, 12), kind=Kind.INITIAL)


@pytest.fixture
def recorded(posts):
    """Leah and Archie as the hub opened them; where Leah lives is kept from somebody."""
    told = [
        ChildTold("Leah", "Sorrell", LEAH.born_on, school="Tollgate Park", address="1 Hid Street"),
        ChildTold("Archie", "Sorrell", ARCHIE.born_on),
    ]
    leah, archie = children.open_children(told, by=posts["triage"], on=DAY)
    children.keep_from(
        leah.addresses.get(), whom="The father", why="He hit her mother.",
        review_on=date(2013, 12, 1), by=posts["triage"], on=DAY,
    )  # fmt: skip
    return [verbs.AssessedTold.of(leah), verbs.AssessedTold.of(archie)]


def test_what_was_known_comes_along_with_its_source_and_age(posts, recorded) -> None:
    leah, archie = recorded
    worker, day = posts["social_worker"], date(2013, 6, 21)
    first = signed(posts, children=recorded)
    assert list(Assessment.objects.about(leah.record)) == [first]
    assert Child.objects.get(record=leah.record).worker == worker
    assert gate.may(worker, Can.WORK, archie.record, section="story")
    again = begun(posts, children=[leah], received=date(2013, 6, 20))
    with pytest.raises(NotAllowed, match="being assessed already"):
        begun(posts, children=[leah])
    facts = {fact.label: fact for fact in CarriedFact.objects.filter(child__assessment=again)}
    assert set(facts) == {"School", "Address", "Education", "Ensuring safety"}, "not Archie's"
    education = facts["Education"]
    assert education.since == DAY and first.record.reference in education.from_record
    with pytest.raises(NotAllowed, match="what is true now"):
        verbs.answer_fact(facts["School"], answer=carried.Answer.CORRECTED, by=worker, on=day)
    verbs.answer_fact(
        facts["School"], answer=carried.Answer.CORRECTED, now="Harbour Lane", by=worker, on=day
    )
    verbs.answer_fact(facts["Address"], answer=carried.Answer.TRUE, by=worker, on=day)
    found = Assessment.objects.for_page().get(pk=again.pk)
    whole = documents.whole(found).text
    assert "School: Harbour Lane" in whole and "Tollgate Park" not in whole
    letter, withheld = documents.copy_of(found, found.children.all()[0], "Leah")
    assert "1 Hid Street" in whole and "1 Hid Street" not in letter.text
    assert "Address" in [fact.number for fact in withheld]


CANARIES = ("coughs at night CANARY-A", "CANARY-B biscuits", "CANARY-C bruise", "CANARY-D")


def _with_canaries(posts):
    """Archie's own things, each with a word that may stand in no byte of Leah's copy."""
    assessment = begun(posts)
    worker = posts["social_worker"]
    leah, archie = assessment.children.all()
    verbs.write_side(
        assessment, side="needs", said={"health": CANARIES[0]}, seen=0, child=archie, by=worker,
        on=DAY,
    )  # fmt: skip
    verbs.keep_voice(
        archie, house=voices.House.GOOD, words=CANARIES[1], to_whom="Me", by=worker, on=DAY
    )
    told = {archie: verbs.SeenTold(voices.Seen.WITH_OTHERS, "He is two.", CANARIES[2])}
    verbs.record_visit(assessment, who="Me", place="home", told=told, by=worker, on=DAY)
    shared = f"The stair is steep.\nArchie {CANARIES[3]} fell on it."
    verbs.write_side(
        assessment, side="parenting", said={"safety": shared}, seen=0, by=worker, on=DAY
    )
    written_rest = {"meaning": "They need calm evenings."}
    verbs.write_side(assessment, side="analysis", said=written_rest, seen=0, by=worker, on=DAY)
    verbs.find_factors(archie, keys=["self_harm"], by=worker, on=DAY)
    for row in (leah, archie):
        verbs.propose_outcome(
            row, outcome=outcomes.Outcome.EARLY_HELP, why="Enough.", by=worker, on=DAY
        )
    return assessment


def test_a_childs_copy_holds_no_byte_of_a_siblings(posts) -> None:
    assessment = _with_canaries(posts)
    verbs.submit(assessment, by=posts["social_worker"], on=DAY)
    verbs.authorise(assessment, why="Agreed.", by=posts["team_manager"], on=DAY)
    whole = Assessment.objects.for_page().get(pk=assessment.pk)
    leah, archie = whole.children.all()
    letter, withheld = documents.copy_of(whole, leah, "Leah")
    assert "The stair is steep." in letter.text and "They need calm evenings." in letter.text
    by = posts["social_worker"]
    copy = verbs.make_copy(
        leah, letter=letter, withheld=withheld, reader=documents.reader_of(leah, "Leah"), by=by,
        on=DAY,
    )  # fmt: skip
    named = [one.number for one in copy.withheld]
    assert named == [
        "Archie Sorrell (1 side, 1 visit, 1 word or picture of its own, 1 factor)",
        "Ensuring safety, a paragraph that names Archie",
    ]
    said = every_byte(copy)
    assert "What Leah Sorrell says" in said
    for canary in ("CANARY", "Archie", "self-harm", "Self-harm"):
        assert canary not in said, canary
    theirs, _ = documents.copy_of(whole, archie, "Archie")
    assert "CANARY-C" in theirs.text
    assert "CANARY-D" in documents.whole(whole).text, "the room's own paper has it"
