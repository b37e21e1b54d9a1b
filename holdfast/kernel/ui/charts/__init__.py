"""Charts drawn on the server. Each is an SVG, a finding in words, and the same as a table."""

from holdfast.kernel.ui.charts.bars import Bar, bars
from holdfast.kernel.ui.charts.changes import Change, changes
from holdfast.kernel.ui.charts.chart import CannotDraw, Chart
from holdfast.kernel.ui.charts.lines import Point, Series, lines, sparkline

__all__ = [
    "Bar",
    "CannotDraw",
    "Change",
    "Chart",
    "Point",
    "Series",
    "bars",
    "changes",
    "lines",
    "sparkline",
]
