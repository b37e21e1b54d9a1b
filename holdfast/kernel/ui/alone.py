"""A page that is a file of its own: its style is inside it and no address outside is named."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.template.loader import render_to_string
from markupsafe import Markup


def alone(template: str, context: Mapping[str, Any], *, sheet: Path) -> bytes:
    """Return the file of a template that extends ui/alone.html: the same bytes each time."""
    whole = {**context, "sheet": _sheet(sheet)}
    return render_to_string(template, whole, using="jinja2").strip().encode()


@cache
def _sheet(path: Path) -> Markup:
    """The style sheet within its element. The file is ours, so nothing in it needs escaping."""
    return Markup("<style>\n") + Markup(path.read_text("utf-8")) + Markup("</style>")  # noqa: S704
