"""Adopting a plan from its file: whole or not at all, and one sentence when it cannot be."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from holdfast.board.workplan import data
from holdfast.board.workplan.models import Line, Plan
from holdfast.kernel.access.models import Entry
from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory import appointments
from holdfast.kernel.records.models import Record


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "plan.yaml"
    path.write_text(data.text_of(data.PLAN))
    return path


def test_a_plan_is_adopted_from_its_file_and_the_log_says_so(friday, posts, plan_file):
    said = StringIO()
    call_command("adopt_work_plan", str(plan_file), stdout=said)
    assert said.getvalue() == "WP-2013-0001: 24 lines adopted.\n"
    assert Line.objects.count() == 24
    assert Line.objects.get(number=16).action.owner == posts["board_chair"], "by the post's title"
    assert Entry.objects.get(what="job").page == "adopt_work_plan"


def test_a_truncated_file_is_one_sentence_and_nothing_half_written(friday, plan_file):
    plan_file.write_text(data.text_of(data.PLAN)[:9000])
    with pytest.raises(CommandError, match=r"^plan\.yaml, line \d+"):
        call_command("adopt_work_plan", str(plan_file))
    assert not (Plan.objects.exists() or Record.objects.exists() or Action.objects.exists())


def test_the_same_year_is_not_adopted_twice(friday, plan_file):
    call_command("adopt_work_plan", str(plan_file), stdout=StringIO())
    with pytest.raises(CommandError, match="already"):
        call_command("adopt_work_plan", str(plan_file))
    assert Plan.objects.count() == Record.objects.count() == 1


def test_without_a_board_manager_nobody_adopts(friday, cast, plan_file):
    appointments.stand_down(cast["board_manager"])
    with pytest.raises(CommandError, match="Appoint somebody first"):
        call_command("adopt_work_plan", str(plan_file))
