"""Leah and Archie are assessed together, from the manager's start to each child's own copy."""

from datetime import date

import pytest

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.rules import outcomes
from holdfast.practice.assessments.tests.factories import begun, written

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
    with pytest.raises(NotAllowed, match="with the manager"):
        verbs.find_factors(assessment.children.first(), keys=["none"], by=worker, on=DAY)
    verbs.send_back(assessment, why="What does school say?", by=manager, on=DAY)
    verbs.submit(assessment, by=worker, on=DAY)
    verbs.authorise(assessment, why="The analysis holds.", by=manager, on=DAY)
    assessment.refresh_from_db()
    assert assessment.state == "authorised" and assessment.record.closed_on == DAY
    assert not assessment.record.deadlines.open().exists()
    clock.refresh_from_db()
    assert clock.met_on == DAY and clock.late_reason == ""
    with pytest.raises(NotAllowed, match="finished"):
        verbs.propose_outcome(
            assessment.children.first(), outcome=outcomes.Outcome.NO_ACTION, why="x", by=worker,
            on=DAY,
        )  # fmt: skip
