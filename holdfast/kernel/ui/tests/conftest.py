"""The gallery, and a way to draw a piece of template."""

from collections.abc import Callable
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory

from holdfast.kernel.ui.tests.gallery import gallery


@pytest.fixture
def gallery_html(settings: Any, rf: RequestFactory) -> str:
    """Every component on one page, for tests, for axe and for the eye."""
    settings.ROOT_URLCONF = "holdfast.kernel.ui.tests.urls"
    return gallery(rf.get("/"))


@pytest.fixture
def draw() -> Callable[..., str]:
    """`draw("{{ ui.status(s) }}", s=…)` is what that piece becomes."""

    def drawn(source: str, **values: Any) -> str:
        start = '{% import "ui/components.html" as ui %}'
        return str(engines["jinja2"].from_string(start + source).render(values))

    return drawn
