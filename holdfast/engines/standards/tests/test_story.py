"""From an edition that the chair approves to a grade that its evidence loses."""

from datetime import date

import pytest

from holdfast.engines.standards import extracts, feeds, transitions
from holdfast.engines.standards.models import Citation, Framework, Grade
from holdfast.engines.standards.tests import world
from holdfast.engines.standards.tests.world import TODAY
from holdfast.engines.standards.transitions import Claim
from holdfast.kernel.access.words import Refused
from holdfast.kernel.records.moves import NotAllowed

pytestmark = pytest.mark.django_db


def grade(assessment, code="1.1"):
    return Grade.objects.for_page().get(assessment=assessment, criterion__code=code)


def claim(assessment, posts, value="3", code="1.1"):
    transitions.take_claims(
        assessment, [Claim(code, value, "We do this.")], author=posts["housing_lead"],
        by=posts["board_manager"], on=TODAY,
    )  # fmt: skip


def evidence(assessment, posts, **more):
    return transitions.keep_evidence(
        assessment.record, agency=assessment.body, what="Safeguarding policy",
        owner=posts["housing_lead"], by=posts["board_manager"], on=TODAY,
        **{"dated_on": date(2011, 7, 1), "expires_on": date(2013, 7, 1)} | more,
    )  # fmt: skip


def test_whoever_wrote_an_edition_cannot_approve_it_and_a_draft_is_not_in_force(friday, posts):
    draft = world.written(posts, feeds.thresholds()[0])
    area = posts["board_manager"].agency.area
    assert extracts.threshold_on(TODAY, area=area) is None
    with pytest.raises(Refused):
        transitions.approve_edition(draft, by=posts["board_manager"], on=TODAY)
    transitions.approve_edition(draft, by=posts["board_chair"], on=TODAY)
    assert extracts.threshold_on(TODAY, area=area).standards[3].title.startswith("Level 4")
    with pytest.raises(NotAllowed, match="approved already"):
        transitions.approve_edition(draft, by=posts["board_chair"], on=TODAY)


def test_each_day_has_its_own_thresholds_and_the_neighbour_has_none_of_ours(friday, posts):
    for planned in feeds.thresholds():
        world.approved(posts, planned)
    area = posts["board_manager"].agency.area
    labels = [
        extracts.threshold_on(day, area=area).label
        for day in (date(2013, 4, 14), date(2013, 4, 15))
    ]
    assert labels == ["Edition of 2012", "Edition of April 2013"]
    assert extracts.threshold_on(date(2012, 3, 31), area=area) is None
    assert extracts.threshold_on(TODAY, area=posts["neighbour_lado"].agency.area) is None
    assert Framework.objects.count() == 1


def test_a_draft_is_not_used_and_a_used_edition_is_locked(friday, posts):
    draft = world.written(posts)
    with pytest.raises(NotAllowed, match="is a draft"):
        world.assessment(posts, draft)
    transitions.approve_edition(draft, by=posts["board_chair"], on=TODAY)
    found = world.assessment(posts, draft, standards=range(1, 9))
    draft.refresh_from_db()
    assert draft.locked_on == TODAY
    assert not found.grades.filter(criterion__standard__number=9).exists()


def test_nothing_is_written_of_an_edition_with_a_name_that_is_taken(edition, posts):
    before = edition.standards.count()
    with pytest.raises(NotAllowed, match="Name the new edition differently"):
        world.written(posts)
    assert edition.framework.editions.count() == 1
    assert edition.standards.count() == before


def test_the_second_of_two_moderators_is_told_and_nothing_is_overwritten(assessment, posts):
    claim(assessment, posts)
    mine, hers = grade(assessment), grade(assessment)
    transitions.moderate(
        mine, value="2", reason="No report since May.", by=posts["police_member"], on=TODAY
    )
    with pytest.raises(NotAllowed, match="Somebody else has just moderated"):
        transitions.moderate(
            hers, value="3", reason="Fine.", by=posts["health_member"], on=TODAY,
            seen=hers.version,
        )  # fmt: skip
    assert grade(assessment).moderated_value == "2"


@pytest.mark.parametrize("who", ["housing_lead", "neighbour_manager", "lado"])
def test_nobody_moderates_from_outside_the_panel(assessment, posts, who):
    claim(assessment, posts)
    with pytest.raises((Refused, NotAllowed)):
        transitions.moderate(grade(assessment), value="3", reason="Ours.", by=posts[who], on=TODAY)


def test_an_agencys_member_does_not_moderate_the_agencys_own_return(edition, posts):
    found = world.assessment(posts, edition, body="nurse")
    claim(found, posts)
    with pytest.raises(NotAllowed, match="own agency"):
        transitions.moderate(
            grade(found), value="3", reason="Ours.", by=posts["health_member"], on=TODAY
        )


def test_a_moderated_grade_needs_a_reason_and_a_known_grade(assessment, posts):
    claim(assessment, posts)
    for value, reason in (("2", " "), ("7", "Because.")):
        with pytest.raises(NotAllowed):
            transitions.moderate(
                grade(assessment), value=value, reason=reason, by=posts["police_member"],
                on=TODAY,
            )  # fmt: skip
    with pytest.raises(NotAllowed, match="is no grade here"):
        claim(assessment, posts, value="excellent")


def test_expired_evidence_turns_the_criterion_amber_by_itself(assessment, posts):
    claim(assessment, posts)
    policy = evidence(assessment, posts)
    cited = [grade(assessment), grade(assessment, "2.1")]
    assert transitions.cite(policy, grades=cited, by=posts["board_manager"], on=TODAY) == 2
    drawn = {
        day: extracts.grade_rows([assessment], on=day)[0].colour
        for day in (TODAY, date(2013, 7, 2))
    }
    assert list(drawn.values()) == ["G", "A"]
    newer = transitions.renew_evidence(
        policy, what="Safeguarding policy of 2013", dated_on=TODAY, by=posts["board_manager"],
        on=TODAY,
    )  # fmt: skip
    assert set(Citation.objects.values_list("evidence", flat=True)) == {newer.pk}
    assert extracts.grade_rows([assessment], on=date(2013, 7, 2))[0].colour == "G"
    with pytest.raises(NotAllowed, match="replaced already"):
        transitions.renew_evidence(
            policy, what="Again", dated_on=TODAY, by=posts["board_manager"], on=TODAY
        )


def test_one_agencys_evidence_is_not_cited_by_another(edition, assessment, posts):
    other = world.assessment(posts, edition, body="police_member")
    with pytest.raises(NotAllowed, match="that agency's evidence"):
        transitions.cite(
            evidence(assessment, posts), grades=[grade(other)], by=posts["board_manager"],
            on=TODAY,
        )  # fmt: skip


def test_a_grade_carried_forward_counts_only_once_it_is_confirmed(edition, assessment, posts):
    claim(assessment, posts)
    policy = evidence(assessment, posts, expires_on=None)
    transitions.cite(policy, grades=[grade(assessment)], by=posts["board_manager"], on=TODAY)
    later = world.assessment(posts, edition, label="2013/14")
    carried = transitions.carry_forward(
        later, source=assessment, by=posts["board_manager"], on=TODAY
    )
    row = extracts.grade_rows([later], on=TODAY)[0]
    assert (carried, row.to_confirm, row.colour, row.evidence) == (1, True, None, 1)
    transitions.confirm_still_true(grade(later), by=posts["board_manager"], on=TODAY)
    assert extracts.grade_rows([later], on=TODAY)[0].colour == "G"
    with pytest.raises(NotAllowed, match="Nothing is waiting"):
        transitions.confirm_still_true(grade(later), by=posts["board_manager"], on=TODAY)


def test_many_grades_cost_as_many_queries_as_few(
    edition, assessment, posts, django_assert_num_queries
):
    world.assessment(posts, edition, body="police_member", record=assessment.record)
    with django_assert_num_queries(2):
        extracts.grade_rows([assessment], on=TODAY)
    claim(assessment, posts)
    policy = evidence(assessment, posts)
    transitions.cite(
        policy, grades=assessment.grades.for_page(), by=posts["board_manager"], on=TODAY
    )
    with django_assert_num_queries(2):
        extracts.grade_rows([assessment], on=TODAY)
