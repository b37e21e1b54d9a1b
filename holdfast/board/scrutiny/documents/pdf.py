"""The report as tagged PDF (PDF/UA-1): set by the engine of copies, in the council's layout."""

from datetime import date
from pathlib import Path
from typing import Final

from holdfast.board.scrutiny.documents.model import Paper, packed
from holdfast.engines.copies.documents.pdf import typeset

TEMPLATE: Final = Path(__file__).with_name("paper.typ")


def write(paper: Paper, *, on: date) -> bytes:
    """The whole report. The same report and day give the same bytes."""
    return typeset(TEMPLATE, paper.sections, packed(paper), on=on)
