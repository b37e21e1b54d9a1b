"""Rules that every template of the house keeps; they read the files of all rooms."""

import re
from pathlib import Path

import pytest

import holdfast

HOUSE = Path(holdfast.__file__).parent
TEMPLATES = sorted([*HOUSE.glob("**/jinja2/**/*.html"), *HOUSE.glob("**/templates/**/*.html")])
STYLES = sorted(HOUSE.glob("**/static/**/*.css"))
SCRIPTS = sorted(HOUSE.glob("**/static/**/*.js"))
OUR_CLASS = re.compile(r"\bhf-[a-z][a-z0-9_-]*")
ELSEWHERE = re.compile(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}", re.IGNORECASE)


def _name(path: Path) -> str:
    return str(path.relative_to(HOUSE))


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_has_no_inline_style_or_script(path: Path) -> None:
    source = path.read_text()
    assert not re.search(r"\sstyle\s*=", source), "Use a class in a stylesheet."
    assert "<style" not in source
    assert not re.search(r"<script(?![^>]*\ssrc=)", source), "Put the script into a static file."
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", source), "No event attributes."


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_a_template_neither_escapes_the_escaping_nor_runs_long(path: Path) -> None:
    source = path.read_text()
    assert not re.search(r"\|\s*safe\b|autoescape\s+false", source)
    assert len(source.splitlines()) <= 150


@pytest.mark.parametrize("path", [*TEMPLATES, *STYLES, *SCRIPTS], ids=_name)
def test_nothing_is_fetched_from_another_place(path: Path) -> None:
    source = path.read_text().replace("http://www.w3.org/2000/svg", "")
    assert not ELSEWHERE.search(re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE))


@pytest.mark.parametrize("path", TEMPLATES, ids=_name)
def test_every_class_of_ours_that_a_template_uses_is_in_a_stylesheet(path: Path) -> None:
    defined = {name for style in STYLES for name in OUR_CLASS.findall(style.read_text())}
    values = re.findall(r'\bclass="([^"]*)"', path.read_text())
    whole = [re.sub(r"hf-[\w-]*\{\{.*?\}\}|\{\{.*?\}\}|\{%.*?%\}", " ", value) for value in values]
    used = {name for value in whole for name in OUR_CLASS.findall(value)}
    assert used <= defined, f"No stylesheet has {', '.join(sorted(used - defined))}."


@pytest.mark.parametrize("path", STYLES, ids=_name)
def test_a_stylesheet_names_no_typeface_of_gov_uk(path: Path) -> None:
    assert "GDS" not in path.read_text()
