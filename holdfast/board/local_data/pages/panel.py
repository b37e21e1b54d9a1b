"""One panel of the scorecard: a small line, the middle of the boroughs, London, the value."""

from dataclasses import dataclass

from django.urls import reverse
from markupsafe import Markup

from holdfast.board.local_data.extracts import Measure
from holdfast.insight.benchmarking.compare import Polarity, rounded
from holdfast.insight.benchmarking.releases import Status, Unit
from holdfast.insight.indicators.values import Figure
from holdfast.kernel.ui.charts import Span, Spot, small

SIDES = {
    Polarity.LOW: "low is better",
    Polarity.HIGH: "high is better",
    Polarity.NONE: "no better side",
}


@dataclass(frozen=True)
class Panel:
    name: str
    url: str
    side: str
    value: str
    change: str
    drawing: Markup
    foot: str
    exception: bool

    @classmethod
    def of(cls, one: Measure) -> "Panel":
        figure = one.figure
        return cls(
            name=one.listed.name,
            url=f"{reverse('indicators:figure', args=[one.listed.id])}?year={figure.year}",
            side=_side(one),
            value=figure.shown,
            change=f"{one.change.arrow} {one.change.words}".strip(),
            drawing=_drawing(one),
            foot=f"{london(one)} · {place(one)}",
            exception=bool(one.reasons),
        )


def london(one: Measure) -> str:
    """Return London's value, or that none was out. A count of London compares with nothing."""
    if one.figure.indicator.unit is Unit.COUNT:
        return "A count: no London line"
    return f"London {one.london.shown}" if one.london else "No London figure out"


def place(one: Measure) -> str:
    """Return the place with its number of boroughs, or that there is none."""
    if one.place is None:
        return "no place without a value"
    expected = one.listed.expected
    if expected is not None and one.figure.value == expected and one.place.sharing > 1:
        return f"one of {one.place.sharing} at {one.figure.shown}, of {one.place.of}"
    return one.place.words


def _side(one: Measure) -> str:
    if one.listed.expected is not None:
        return f"{one.listed.expected}% expected"
    return SIDES[one.figure.indicator.polarity]


def _drawing(one: Measure) -> Markup:
    share = one.figure.indicator.unit is not Unit.COUNT
    return small(
        [_spot(str(y.year), y.figure, apart=y.apart) for y in one.years],
        band=[
            Span(str(y.year), float(y.band[0]), float(y.band[1]))
            for y in one.years
            if y.band and not y.apart
        ],
        beside=[_spot(str(y.year), y.london, apart=y.apart) for y in one.years if share],
        beside_name="Ldn",
        finding=_finding(one),
    )


def _spot(label: str, figure: Figure | None, *, apart: bool) -> Spot:
    if figure is None or figure.value is None:
        return Spot(label, None, why=figure.state.value if figure else "not known", apart=apart)
    value = float(rounded(figure.value, figure.indicator.places))
    provisional = figure.release.status is Status.PROVISIONAL
    return Spot(label, value, apart=apart, provisional=provisional)


def _finding(one: Measure) -> str:
    each = ", ".join(
        f"{y.year}: {y.figure.shown if y.figure else 'no figure held'}"
        + (" on another basis" if y.apart else "")
        for y in one.years
    )
    return f"{one.listed.name}. {each}. {london(one)}; {place(one)}."
