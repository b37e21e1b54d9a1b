"""The GOV.UK components, called as functions.

Their macros read keys that may be missing, so they run in an environment of their own with
Jinja's lenient undefined. Holdfast's templates stay under StrictUndefined.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup


@cache
def _environment() -> Environment:
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(loader=loader, autoescape=True, trim_blocks=True, lstrip_blocks=True)


@cache
def _macro(name: str) -> Any:
    path = f"govuk_frontend_jinja/components/{name}/macro.html"
    macro = "govuk" + "".join(word.capitalize() for word in name.split("-"))
    return getattr(_environment().get_template(path).module, macro)


def govuk(name: str, params: Mapping[str, Any]) -> Markup:
    """One GOV.UK component by its folder name (`date-input`), with the documented parameters."""
    return Markup(_macro(name)(params))  # noqa: S704  the macro escapes under autoescape
