"""The report as one HTML file that fetches nothing: its style is inside it."""

from functools import cache
from pathlib import Path
from typing import Final

from django.template.loader import render_to_string
from markupsafe import Markup

from holdfast.board.scrutiny.documents.model import Paper

SHEET: Final = Path(__file__).with_name("paper.css")


def write(paper: Paper) -> bytes:
    """The whole report. The same report gives the same bytes."""
    context = {"paper": paper, "sheet": _sheet()}
    return render_to_string("scrutiny/alone.html", context, using="jinja2").strip().encode()


@cache
def _sheet() -> Markup:
    """The style sheet within its element. The file is ours, so nothing in it needs escaping."""
    return Markup("<style>\n") + Markup(SHEET.read_text("utf-8")) + Markup("</style>")  # noqa: S704
