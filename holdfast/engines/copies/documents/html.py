"""A copy as one HTML file that fetches nothing: its style is inside it."""

from functools import cache
from pathlib import Path
from typing import Final

from django.template.loader import render_to_string
from markupsafe import Markup

from holdfast.engines.copies.rules.paper import Letter

SHEET: Final = Path(__file__).with_name("letter.css")


def write(letter: Letter) -> bytes:
    context = {"letter": letter, "sheet": _sheet()}
    return render_to_string("copies/alone.html", context, using="jinja2").strip().encode()


@cache
def _sheet() -> Markup:
    """The style sheet within its element. The file is ours, so nothing in it needs escaping."""
    return Markup("<style>\n") + Markup(SHEET.read_text("utf-8")) + Markup("</style>")  # noqa: S704
