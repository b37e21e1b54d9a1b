"""The small line: joined only where it may be, and a mark for every gap."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.ui.charts import CannotDraw, Span, Spot, small
from holdfast.kernel.ui.charts.small_chart import joined

VALUES = st.lists(
    st.one_of(st.none(), st.floats(0, 1e6, allow_nan=False)), min_size=1, max_size=12
)


def spots(values: list[float | None], apart: int = 0) -> list[Spot]:
    return [
        Spot(str(2010 + nth), value, why="suppressed", apart=nth < apart)
        for nth, value in enumerate(values)
    ]


@given(VALUES, st.integers(0, 4))
def test_no_line_bridges_a_gap_or_a_change_of_basis(
    values: list[float | None], apart: int
) -> None:
    for one, other in joined(spots(values, apart)):
        assert one.value is not None
        assert other.value is not None
        assert int(other.label) == int(one.label) + 1
        assert not one.apart
        assert not other.apart


@given(VALUES)
def test_every_value_is_a_dot_and_every_gap_a_letter(values: list[float | None]) -> None:
    drawn = small(spots(values), finding="A finding")
    known = sum(1 for value in values if value is not None)
    assert drawn.count("<circle") == known
    assert drawn.count(">c</text>") == len(values) - known


def test_another_basis_is_hollow_and_parted_by_a_dotted_rule() -> None:
    drawn = small(spots([1, 2, 3], apart=1), finding="A finding")
    assert drawn.count('fill="#fff"') == 1
    assert drawn.count('stroke-dasharray="2 3"') == 1


def test_the_band_and_what_stands_beside_keep_to_the_same_times() -> None:
    band = [Span("2010", 1, 2), Span("2011", 1, 3)]
    drawn = small(spots([1, 2]), band=band, beside=spots([2, 2]), beside_name="Ldn", finding="A")
    assert drawn.count(" Z") == 1
    assert drawn.count(">Ldn</text>") == 1
    with pytest.raises(CannotDraw, match="2030 is not among the times"):
        small(spots([1]), band=[Span("2030", 1, 2)], finding="A")
    with pytest.raises(CannotDraw, match="below zero"):
        small([Spot("2010", -1)], finding="A")
