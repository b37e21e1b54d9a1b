"""The files of bodies: those that are shipped, and every way in which one can be wrong."""

from io import StringIO

import pytest
import yaml
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from holdfast.board.partnership import data
from holdfast.board.partnership.models import Body
from holdfast.board.partnership.rules.set_file import FORM, read_set
from holdfast.board.partnership.rules.words import BodyKind, Capacity
from holdfast.kernel.actions.reading import BadFile

SETS = {name: read_set(data.text_of(name), file=file) for name, file in data.SETS.items()}
SMALL = {
    "form": FORM,
    "title": "A small board",
    "starts": "2013-01-01",
    "source": "Invented",
    "bodies": [
        {"code": "B", "name": "Board", "kind": "board", "purpose": "Agrees"},
        {"code": "G", "name": "Group", "kind": "sub_group", "purpose": "Works", "reports_to": "B"},
    ],
}


def read(**changed):
    return read_set(yaml.safe_dump({**SMALL, **changed}, sort_keys=False), file="bodies.yaml")


def group(**changed):
    return [SMALL["bodies"][0], {**SMALL["bodies"][1], **changed}]


@pytest.mark.parametrize(("name", "count"), [("board-2012-13", 11), ("board-april-2013", 3)])
def test_the_shipped_boards_have_their_bodies(name, count):
    assert len(SETS[name].bodies) == count


def test_the_partnership_of_2023_has_three_partners_and_four_groups():
    found = SETS["partnership-2023"]
    assert [b.code for b in found.bodies if b.kind is BodyKind.SUB_GROUP] == [
        "LN", "ARS", "QE", "CSPR",
    ]  # fmt: skip
    executive = next(b for b in found.bodies if b.kind is BodyKind.PARTNERSHIP_EXECUTIVE)
    assert executive.meets_a_year == 12
    assert sorted(s.sector for s in executive.seats if s.partner) == [
        "health", "police", "social_care",
    ]  # fmt: skip
    strategic = next(b for b in found.bodies if b.code == "ARS")
    assert [s.capacity for s in strategic.seats] == [Capacity.CHAIR, Capacity.CHAIR]


def test_the_quality_group_of_2023_has_its_six_duties():
    assert len(next(b for b in SETS["partnership-2023"].bodies if b.code == "QE").duties) == 6


@pytest.mark.parametrize("name", SETS)
def test_a_shipped_set_leaves_nothing_to_put_right(name):
    found = SETS[name]
    told = {b.code: b.findings(on=found.starts_on) for b in found.bodies}
    assert {code: words for code, words in told.items() if words} == {}


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"starts": "2013"}, "line 3, the file, starts: found “2013”. Write the whole day"),
        ({"bodies": []}, "A set has at least one body."),
        ({"bodies": group(kind="committee")}, "found “committee”. Write a kind of body"),
        ({"bodies": group(code="B")}, "B stands more than once"),
        ({"bodies": group(reports_to="X")}, "G reports to X, which is not in this file"),
        ({"bodies": group(reports_to="G")}, "G reports to itself, by way of G"),
        ({"bodies": group(kind="task_and_finish")}, "has an end. Add `ends`"),
        ({"bodies": group(starts="2013-02-01", ends="2013-01-01")}, "ends after it starts"),
        ({"bodies": group(meets_a_year="often")}, "found “often”. Write a whole number."),
        ({"bodies": group(purpose="x" * 501)}, "Shorten it to 500 characters; it has 501."),
        ({"bodies": group(colour="red")}, "found “colour”. Write a known name"),
        ({"form": "holdfast work plan 1"}, "Its first line says “form: holdfast bodies 1”"),
        ({"links": [{"name": "Cabinet"}]}, "Add what is missing: what."),
    ],
)
def test_a_mistake_is_told_by_file_line_field_and_value(changed, sentence):
    with pytest.raises(BadFile) as wrong:
        read(**changed)
    assert sentence in str(wrong.value) and str(wrong.value).startswith("bodies.yaml, line ")


def test_a_body_may_report_to_one_that_carries_on():
    found = read(bodies=[group(reports_to="EXEC")[1]], carries_on=["EXEC"])
    assert [body.code for body in found.in_order()] == ["G"]


def test_the_bodies_are_opened_from_the_top_whatever_their_order():
    found = read(bodies=list(reversed(SMALL["bodies"])))
    assert [body.code for body in found.in_order()] == ["B", "G"]


@given(st.text(max_size=200))
def test_any_text_is_a_set_or_one_sentence(text):
    with pytest.raises(BadFile, match=r"\.$"):
        read_set(text, file="bodies.yaml")


TEXT = data.text_of("board-april-2013")


@given(st.integers(0, len(TEXT)), st.integers(0, 40), st.text(max_size=10))
def test_a_shipped_file_that_is_damaged_is_read_or_told_in_one_sentence(at, gone, put):
    damaged = TEXT[:at] + put + TEXT[at + gone :]
    try:
        assert read_set(damaged, file="bodies.yaml").bodies
    except BadFile as wrong:
        assert str(wrong).startswith("bodies.yaml")


def test_the_command_adopts_a_file_whole_or_not_at_all(posts, friday, tmp_path):
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text(data.text_of("board-2012-13"))
    bad.write_text(data.text_of("board-2012-13").replace("sector: probation", "sector: police!"))
    with pytest.raises(CommandError, match=r"bad\.yaml, line \d+.*found “police!”"):
        call_command("adopt_bodies", str(bad))
    assert not Body.objects.exists()
    said = StringIO()
    call_command("adopt_bodies", str(good), stdout=said)
    assert said.getvalue().startswith("11 bodies: SSCB, EXEC, MAIN")
    chair = Body.objects.get(code="SSCB").seats.get(capacity="chair")
    assert chair.post == posts["board_chair"]
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("adopt_bodies", str(tmp_path / "absent.yaml"))
