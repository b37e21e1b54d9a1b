"""The report as one HTML file that fetches nothing: its style is inside it."""

from pathlib import Path
from typing import Final

from holdfast.board.scrutiny.documents.model import Paper
from holdfast.kernel.ui.alone import alone

SHEET: Final = Path(__file__).with_name("paper.css")


def write(paper: Paper) -> bytes:
    """The whole report. The same report gives the same bytes."""
    return alone("scrutiny/alone.html", {"paper": paper}, sheet=SHEET)
