"""Charts drawn on the server. Each is an SVG, a finding in words, and the same as a table."""

from holdfast.kernel.ui.charts.bar_chart import Bar, bars
from holdfast.kernel.ui.charts.change_chart import Change, changes
from holdfast.kernel.ui.charts.chart import CannotDraw, Chart
from holdfast.kernel.ui.charts.line_chart import Point, Series, lines, sparkline
from holdfast.kernel.ui.charts.network_chart import Someone, network
from holdfast.kernel.ui.charts.small_chart import Span, Spot, small

__all__ = [
    "Bar",
    "CannotDraw",
    "Change",
    "Chart",
    "Point",
    "Series",
    "Someone",
    "Span",
    "Spot",
    "bars",
    "changes",
    "lines",
    "network",
    "small",
    "sparkline",
]
