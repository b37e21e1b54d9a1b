"""A bad file is told in one sentence that says where; no file breaks the reader."""

import re

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from holdfast.board.workplan import data, feeds
from holdfast.board.workplan.rules.plan_file import read_plan
from holdfast.board.workplan.rules.programme_file import read_programme
from holdfast.kernel.actions.reading import BadFile

TEXT = data.text_of(data.PLAN)
SMALL = """\
form: holdfast work plan 1
title: A plan
year: 2012-13
starts: 2012-04-01
ends: 2013-03-31
source: A paper
meetings: []
priorities: [{code: P1, text: Hear children}]
themes: [{code: T1, name: Protection}]
lines:
  - number: 1
    theme: T1
    kind: task
    title: Audit
    text: Audit twice a year
    owners: [Chair]
    printed_timescale: ""
"""


def change(old, new):
    assert SMALL.count(old) == 1
    return SMALL.replace(old, new)


def test_the_shipped_plan_is_read_whole():
    plan = feeds.shipped_plan()
    assert [line.number for line in plan.lines] == [1, 2, 3, 4, *range(9, 29)]
    assert len(plan.priorities) == 12
    assert len(plan.themes) == 6
    linked = {code for line in plan.lines for code in line.priorities}
    assert linked == {priority.code for priority in plan.priorities}


def test_owners_are_roles_and_what_cannot_be_resolved_says_so():
    owners = {role for line in feeds.shipped_plan().lines for role in line.owners}
    assert not [role for role in owners if re.fullmatch("[A-Z]{2}", role)]
    unresolved = [n.number for n in feeds.shipped_plan().lines if "not resolved" in n.owners]
    assert unresolved == [3, 12, 19]


def test_no_line_says_ongoing_as_a_state():
    assert {line.kind.value for line in feeds.shipped_plan().lines} == {
        "task",
        "improvement",
        "duty",
    }


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "plan.yaml: the file is empty."),
        ("form: something else", "Its first line says"),
        ("- a\n- b", "Its first line says"),
        ("a: [", "plan.yaml, line 1: this is not YAML."),
        (change("theme: T1\n", "theme: T9\n"), "line 12, the file, lines 1, theme: found “T9”"),
        (change("number: 1", "number: one"), "found “one”. Write a whole number."),
        (change("kind: task", "kind: ongoing"), "Write one kind: duty, improvement, task."),
        (change("kind: task", "kind: duty\n    said_done: true"), "A standing duty never ends"),
        (change("kind: task", "kind: task\n    retest: 2013-08-31"), "Only an improvement"),
        (change("kind: task", "kind: task\n    done: 2013-01-29"), "`said_done: true`"),
        (change("kind: task", "kind: task\n    due: 2013-02-30"), "no such day"),
        (change("kind: task", "kind: task\n    due: 2013-03"), "Write the whole day"),
        (change("owners: [Chair]", "owners: []"), "Name an owner"),
        (change("owners: [Chair]", "owners: [Chair]\n    moves_next: Head"), "one of this line's"),
        (change("ends: 2013-03-31", "ends: 2011-03-31"), "A plan ends after it starts."),
        (change("title: Audit\n", "title: Audit\n    title: Audit\n"), "This name stands twice."),
        (change("title: Audit\n", "titel: Audit\n"), "Write a known name"),
        (change("    title: Audit\n", ""), "Add what is missing: title."),
        (change("text: Audit twice a year", f"text: {'x' * 301}"), "Shorten it to 300"),
        (SMALL + SMALL[SMALL.index("  - number") :], "1 stands more than once"),
        (SMALL[: SMALL.index("lines:")] + "lines: []\n", "at least one line"),
    ],
)
def test_a_mistake_is_told_with_its_file_its_place_and_what_to_do(text, said):
    with pytest.raises(BadFile) as told:
        read_plan(text, file="plan.yaml")
    assert said in str(told.value)
    assert str(told.value).startswith("plan.yaml")


def test_a_truncated_file_is_refused_wherever_it_is_cut():
    lines = TEXT.splitlines()
    for end in range(0, len(lines) - 1, 7):
        try:
            plan = read_plan("\n".join(lines[:end]), file="plan.yaml")
        except BadFile as told:
            assert str(told).startswith("plan.yaml")
        else:
            assert len(plan.lines) < 24 or end > len(lines) - 8


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200))
def test_any_text_is_a_plan_or_a_sentence(text):
    for read in (read_plan, read_programme):
        with pytest.raises(BadFile, match=r"^any\.yaml"):
            read(text, file="any.yaml")


@settings(deadline=None, max_examples=150)
@given(
    st.integers(0, SMALL.count("\n") - 1),
    st.sampled_from(
        ["", "  ", "x", "- ", ": ", "[", "{", "null", "'", "&a ", "*a", "\t", "9" * 30]
    ),
)
def test_a_file_spoilt_anywhere_is_a_plan_or_a_sentence(number, spoil):
    lines = SMALL.splitlines()
    for spoilt in (spoil + lines[number], lines[number] + spoil, spoil):
        text = "\n".join([*lines[:number], spoilt, *lines[number + 1 :]])
        try:
            read_plan(text, file="any.yaml")
        except BadFile as told:
            assert str(told).endswith((".", "”."))


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from(sorted(yaml.safe_load(SMALL))), values)
def test_a_field_of_any_shape_is_read_or_told(name, value):
    plan = {**yaml.safe_load(SMALL), name: value}
    text = yaml.safe_dump(plan, sort_keys=False, allow_unicode=True)
    try:
        read_plan(text, file="any.yaml")
    except BadFile as told:
        assert str(told).startswith("any.yaml")


def test_a_file_that_is_not_there_or_not_text_is_told(tmp_path):
    with pytest.raises(BadFile, match="cannot be read"):
        feeds.load_plan(tmp_path / "absent.yaml")
    (tmp_path / "image.yaml").write_bytes(b"\x89PNG\xff\xfe")
    with pytest.raises(BadFile, match="not plain text"):
        feeds.load_plan(tmp_path / "image.yaml")
    (tmp_path / "plan.yaml").write_text(SMALL)
    assert feeds.load_plan(tmp_path / "plan.yaml").lines[0].title == "Audit"
