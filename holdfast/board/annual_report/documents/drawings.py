"""The report's charts, drawn once by the kernel's own chart functions for every format."""

from typing import Final

from holdfast.board.annual_report.documents.model import BarChart, PairChart
from holdfast.kernel.ui import charts

NAMESPACE: Final = "http://www.w3.org/2000/svg"
WIDTHS: Final = {BarChart: 64, PairChart: 64}


def drawn(block: BarChart | PairChart) -> charts.Chart:
    """The drawing with its title, finding and key."""
    if isinstance(block, BarChart):
        return charts.bars(
            block.title,
            [
                charts.Bar(bar.label, float(bar.value), emphasis=bar.strong, shown=bar.shown)
                for bar in block.bars
            ],
            finding=block.finding,
            caption=block.title,
            head=("", block.unit),
        )
    return charts.changes(
        block.title,
        [
            charts.Change(pair.label, before=float(pair.before), now=float(pair.after))
            for pair in block.pairs
        ],
        before_label=block.before,
        now_label=block.after,
        unit=block.unit,
        places=1,
        finding=block.finding,
        caption=block.title,
    )


def svg(block: BarChart | PairChart) -> str:
    """The drawing as a document of its own, which must name its kind and its font."""
    named = f'<svg xmlns="{NAMESPACE}" font-family="Liberation Sans, Arial, sans-serif"'
    return str(drawn(block).svg).replace("<svg", named, 1)


def width_on_paper(block: BarChart | PairChart) -> int:
    """Per cent of the line that the drawing takes on an A4 page."""
    return WIDTHS[type(block)]
