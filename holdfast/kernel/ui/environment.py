"""The Jinja environment: strict about what is missing, escaping everything."""

from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, StrictUndefined

from holdfast.kernel.ui.filters import FILTERS
from holdfast.kernel.ui.forms import error_summary, field
from holdfast.kernel.ui.govuk import govuk

GOVUK_CSS = "govuk/govuk-frontend.min.css"
GOVUK_JS = "govuk/govuk-frontend.min.js"


@cache
def has_asset(path: str) -> bool:
    """Is this built file here? Without it a page falls back on Holdfast's own stylesheet."""
    return finders.find(path) is not None or staticfiles_storage.exists(path)


def url(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a named page; `query` is not offered, because names never go into a URL."""
    return reverse(name, args=args, kwargs=kwargs)


def nonce(request: HttpRequest) -> str:
    """This answer's nonce for its one script; empty where no policy is in force."""
    return str(getattr(request, "csp_nonce", ""))


def environment(**options: Any) -> Environment:
    """Called by Django's Jinja backend (settings, TEMPLATES)."""
    strict = {
        **options,
        "undefined": StrictUndefined,
        "autoescape": True,
        "trim_blocks": True,
        "lstrip_blocks": True,
    }
    env = Environment(**strict)  # noqa: S701  autoescape is set just above
    env.filters.update(FILTERS)
    env.globals.update(
        static=static,
        url=url,
        has_asset=has_asset,
        GOVUK_CSS=GOVUK_CSS,
        GOVUK_JS=GOVUK_JS,
        govuk=govuk,
        nonce=nonce,
        field=field,
        error_summary=error_summary,
    )
    return env
