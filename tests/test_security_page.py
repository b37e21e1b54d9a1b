"""SECURITY.md names the tests that guard its promises: each of them is there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)
MODULE = re.compile(r"`((?:kernel|engines|config|insight|board|practice|demo)/[\w/.]+)`")
MOST_LINES = 120


@pytest.mark.parametrize(("path", "name"), NAMED, ids=[name for _, name in NAMED])
def test_a_guard_that_is_named_is_there(path: str, name: str) -> None:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    known = {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert name in known, f"{path} has no {name}: name another guard, or write it."


@pytest.mark.parametrize("module", sorted(set(MODULE.findall(PAGE))))
def test_a_module_that_is_named_is_there(module: str) -> None:
    assert (ROOT / "holdfast" / module).exists()


def test_every_promise_has_a_guard() -> None:
    promises = PAGE.split("## Known limits")[0].split("\n**")[1:]
    assert len(promises) > 8
    for promise in promises:
        assert re.search(r"\n- `[\w/]+\.py::test_\w+`", promise), promise[:80]


def test_the_page_is_short_enough_to_be_read_and_names_no_address() -> None:
    assert len(PAGE.splitlines()) <= MOST_LINES
    assert not re.search(r"https?://|@", PAGE)
