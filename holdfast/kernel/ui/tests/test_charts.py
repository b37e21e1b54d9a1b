import math
import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from holdfast.kernel.ui import charts
from holdfast.kernel.ui.charts import line_chart
from holdfast.kernel.ui.charts.svg import tag, ticks, wrapped

SVG = "{http://www.w3.org/2000/svg}"
values = st.integers(0, 10**7) | st.floats(0, 10**7, allow_nan=False)
labels = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))
known_or_not = st.none() | values


def _parsed(svg: str) -> etree._Element:
    return etree.fromstring(svg)


def _points(numbers: Sequence[float | None]) -> list[charts.Point]:
    return [charts.Point(str(2000 + at), value) for at, value in enumerate(numbers)]


def _bars(items: Sequence[charts.Bar]) -> charts.Chart:
    return charts.bars("T", items, finding="F", caption="C")


@given(st.lists(values, min_size=1, max_size=12))
def test_the_bars_are_as_long_as_their_values(numbers: list[float]) -> None:
    chart = _bars([charts.Bar(str(at), value) for at, value in enumerate(numbers)])
    widths = [float(rect.get("width")) for rect in _parsed(chart.svg).iter("rect")]
    assert len(widths) == len(numbers)
    assert min(widths) >= 0
    largest, widest = max(numbers), max(widths)
    for value, width in zip(numbers, widths, strict=True):
        assert width == pytest.approx(value / largest * widest if largest else 0, abs=0.11)


@given(st.lists(st.tuples(labels, known_or_not), max_size=6), labels)
def test_any_label_is_escaped_and_any_list_can_be_drawn(
    items: list[tuple[str, float | None]], finding: str
) -> None:
    hostile = [*items, ("<script>\"&'", 1.0)]
    bars = [charts.Bar(label, value) for label, value in hostile]
    pairs = [charts.Change(label, value, value) for label, value in hostile]
    drawn = [
        charts.bars("T", bars, finding=finding, caption="C").svg,
        charts.changes(
            "T", pairs, before_label="a", now_label="b", finding=finding, caption="C"
        ).svg,
    ]
    for svg in drawn:
        root = _parsed(svg)
        assert root.get("role") == "img"
        assert not list(root.iter("script"))


def test_a_missing_bar_says_why_and_has_no_length() -> None:
    chart = _bars([charts.Bar("Known", 3), charts.Bar("Low income", None, why="suppressed")])
    assert len(list(_parsed(chart.svg).iter("rect"))) == 1
    assert "suppressed" in chart.svg
    assert chart.rows[1] == ("Low income", "suppressed")
    assert chart.csv_rows[0] == ("Known", 3)


def test_a_value_below_zero_is_refused_in_words() -> None:
    with pytest.raises(charts.CannotDraw, match="starts at zero"):
        _bars([charts.Bar("Odd", -1)])


@given(st.lists(known_or_not, min_size=1, max_size=20))
def test_a_line_breaks_at_each_gap_and_never_falls_to_zero(numbers: list[float | None]) -> None:
    points = _points(numbers)
    runs = list(line_chart.runs(points))
    chart = charts.lines("T", [charts.Series("S", points, True)], finding="F", caption="C")
    drawn = next(iter(_parsed(chart.svg).iter("path"))).get("d") or ""
    assert drawn.count("M") == len(runs)
    assert len(re.findall("[ML]", drawn)) == sum(value is not None for value in numbers)
    assert [point for run in runs for point in run] == [p for p in points if p.value is not None]


def test_a_single_known_year_between_gaps_is_still_a_dot() -> None:
    points = _points([None, 4.3, None])
    chart = charts.lines("T", [charts.Series("S", points, True)], finding="F", caption="C")
    assert len(list(_parsed(chart.svg).iter("circle"))) == 1


def test_a_gap_is_marked_with_its_official_letter_and_named_in_the_table() -> None:
    points = [charts.Point("2012", None, why="suppressed"), charts.Point("2013", 16.4)]
    chart = charts.lines("T", [charts.Series("S", points, True)], finding="F", caption="C")
    assert ">c</text>" in chart.svg
    assert chart.rows[0] == ("2012", "suppressed")


def test_a_year_that_no_other_line_has_is_refused_in_words() -> None:
    series = [charts.Series("A", _points([1, 2])), charts.Series("B", [charts.Point("1999", 1)])]
    with pytest.raises(charts.CannotDraw, match="B has 1999"):
        charts.lines("T", series, finding="F", caption="C")


@given(st.lists(values, max_size=8))
def test_labels_at_the_ends_never_overlap_and_keep_their_order(heights: list[float]) -> None:
    moved = line_chart.spread(heights)
    order = sorted(range(len(heights)), key=lambda at: heights[at])
    placed = [moved[at] for at in order]
    assert all(
        b - a >= line_chart.NEAREST - 0.01 for a, b in zip(placed, placed[1:], strict=False)
    )


@given(st.floats(1e-6, 1e9))
def test_the_axis_begins_at_zero_and_reaches_the_largest_value(largest: float) -> None:
    steps = ticks(largest)
    assert steps[0] == 0
    assert steps[-1] >= largest * 0.99999
    assert len(steps) <= 12
    gaps = [b - a for a, b in zip(steps, steps[1:], strict=False)]
    assert all(math.isclose(gap, gaps[0], rel_tol=1e-3) for gap in gaps)


def test_the_dots_of_a_change_are_hollow_before_and_filled_now() -> None:
    chart = charts.changes(
        "T",
        [charts.Change("Full care order", 42.4, 39.6)],
        before_label="2011",
        now_label="2012",
        finding="F",
        caption="C",
        unit="%",
    )
    before, now = _parsed(chart.svg).iter("circle")
    assert before.get("fill") == "#fff"
    assert now.get("fill") != "#fff"
    assert float(before.get("cx") or 0) > float(now.get("cx") or 0)
    assert chart.rows == [("Full care order", "42.4%", "39.6%")]


def test_the_finding_is_the_name_of_the_drawing() -> None:
    assert _parsed(_bars([charts.Bar("A", 1)]).svg).get("aria-label") == "F"
    assert 'aria-label="Up"' in charts.sparkline(_points([1, 2]), finding="Up")


def test_a_style_attribute_cannot_be_written() -> None:
    with pytest.raises(ValueError, match="content security policy"):
        tag("rect", style="fill: red")


@given(labels, st.integers(1, 40))
def test_wrapping_loses_no_word(words: str, most: int) -> None:
    assert " ".join(wrapped(words, most)).split() == words.split()
