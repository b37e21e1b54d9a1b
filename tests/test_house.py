"""The house rules: what keeps every line in its room. Each rule says why in its message."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.urls import URLPattern, URLResolver, get_resolver

import holdfast
from holdfast.config.doorless import DOORLESS
from holdfast.kernel.directory.models import Person

ROOT = Path(holdfast.__file__).parent
FLOORS = ["kernel", "engines", "practice", "insight", "board", "demo", "config"]
MOST_LINES, MOST_FUNCTION_LINES, MOST_TEMPLATE_LINES, MOST_README_LINES = 300, 50, 150, 20

KERNEL_WRITERS = {
    "kernel/directory": {"appointments", "moment", "models", "adapters"},
    "kernel/records": {"story"},
    "kernel/access": {"grants", "log", "chain", "disposal", "parcels"},
    "kernel/clock": {"running"},
    "kernel/actions": {"tracker"},
}
"""The kernel's own writers: every other write is a room's verb."""

WRITES = {
    "save",
    "create",
    "delete",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
}


def sources(*, tests: bool = False) -> list[Path]:
    found = [p for p in sorted(ROOT.rglob("*.py")) if "migrations" not in p.parts]
    return found if tests else [p for p in found if "tests" not in p.parts]


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))


def rooms() -> list[Path]:
    return [p.parent for p in sorted(ROOT.glob("*/*/apps.py"))]


def calls(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield every method call of a file as (owner, method, line)."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node.lineno


@pytest.mark.parametrize("path", sources(tests=True), ids=named)
def test_a_file_fits_on_a_few_screens(path: Path) -> None:
    lines = len(path.read_text().splitlines())
    assert lines <= MOST_LINES, f"{lines} lines. Make it a package of the same name."


@pytest.mark.parametrize("path", sources(tests=True), ids=named)
def test_a_function_fits_on_one_screen(path: Path) -> None:
    long = [
        node.name
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert long == [], "Longer than a screen: give its parts names."


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.html")), ids=named)
def test_a_template_fits_and_obeys_the_strict_policy(path: Path) -> None:
    text = path.read_text()
    assert len(text.splitlines()) <= MOST_TEMPLATE_LINES, "Split it into macros."
    assert not re.search(r"\sstyle=", text), "No inline style: the policy forbids it."
    assert not re.search(r"<script(?![^>]*nonce)", text), "No inline script without its nonce."
    assert not re.search(r"https?://", text), "A page asks no other machine for anything."


@pytest.mark.parametrize("room", rooms(), ids=named)
def test_a_room_has_a_door_plate(room: Path) -> None:
    plate = room / "README.md"
    assert plate.exists(), "Say whose room it is, which words, which law."
    assert len(plate.read_text().splitlines()) <= MOST_README_LINES


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    odd = [named(p) for p in sources() if p.stem in {"utils", "helpers", "misc", "common"}]
    assert odd == [], "Find the idea behind it and the room it belongs to."


def is_writer(path: Path) -> bool:
    inside = path.relative_to(ROOT)
    room = "/".join(inside.parts[:2])
    owners = {path.stem, *inside.parts[2:-1]}
    return bool(owners & ({"transitions"} | KERNEL_WRITERS.get(room, set())))


@pytest.mark.parametrize("path", [p for p in sources() if not is_writer(p)], ids=named)
def test_only_the_verbs_write(path: Path) -> None:
    wrote = [
        f"{owner}.{method} on line {line}"
        for owner, method, line in calls(path)
        if ("objects" in owner and method in {*WRITES, "update"})
        or (method == "save" and owner in {"self", "record", "entry", "model"})
    ]
    allowed = {"demo/cast.py", "config/management/commands/begin.py"}
    assert wrote == [] or named(path) in allowed, "Move it to transitions.py."


READS_THE_CLOCK = {"views", "door", "framing", "moment", "management", "feeds", "tasks"}


@pytest.mark.parametrize("path", sources(), ids=named)
def test_only_the_kernel_function_asks_the_server_for_the_time(path: Path) -> None:
    asked = [
        f"{owner}.{method} on line {line}"
        for owner, method, line in calls(path)
        if method in {"now", "today", "utcnow"} and owner in {"datetime", "date", "timezone"}
    ]
    assert asked == [] or named(path) == "kernel/directory/moment.py", "Ask moment.now()."


@pytest.mark.parametrize(
    "path", [p for p in sources() if p.parts[-2] == "rules" or p.stem == "rules"], ids=named
)
def test_rules_do_not_read_the_clock_on_the_wall(path: Path) -> None:
    assert "moment" not in path.read_text(), "A rule is told the day."


def verbs() -> list[tuple[Path, ast.FunctionDef]]:
    found = [p for p in sources() if "transitions" in {p.stem, *p.parts}]
    return [
        (path, node)
        for path in found
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


@pytest.mark.parametrize(("path", "verb"), verbs(), ids=lambda v: getattr(v, "name", ""))
def test_every_verb_is_atomic_and_says_who_and_when(path: Path, verb: ast.FunctionDef) -> None:
    decorators = {ast.unparse(d) for d in verb.decorator_list}
    assert "transaction.atomic" in decorators, f"{verb.name} in {named(path)} is not atomic."
    words = {argument.arg for argument in verb.args.kwonlyargs}
    assert {"by", "on"} <= words, f"{verb.name} in {named(path)} must take by= and on=."


@pytest.mark.parametrize("path", sources(), ids=named)
def test_nothing_reaches_round_the_floors_by_name(path: Path) -> None:
    tree = ast.parse(path.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ast.unparse(node.func).rsplit(".", 1)[-1]
            assert called not in {"get_model", "import_module", "import_string"}, node.lineno
        assert (
            "django.dispatch" not in ast.unparse(node)
            if isinstance(node, ast.ImportFrom)
            else True
        ), "No signals: a later room pulls what an earlier one decided."
        if isinstance(node, ast.ImportFrom) and node.module:
            assert not node.module.startswith("django.contrib.contenttypes"), "No generic keys."


def floor_of(model: type) -> int:
    parts = model.__module__.split(".")
    return FLOORS.index(parts[1]) if parts[0] == "holdfast" else -1


OURS = [m for m in apps.get_models() if m.__module__.startswith("holdfast.")]


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_relations_point_downwards(model: type) -> None:
    for field in model._meta.get_fields():  # type: ignore[attr-defined]
        if field.is_relation and not field.auto_created and field.related_model:
            assert floor_of(field.related_model) <= floor_of(model), field.name


@pytest.mark.parametrize("model", OURS, ids=lambda m: m._meta.label)
def test_a_person_does_not_know_why_we_know_them(model: type) -> None:
    for field in model._meta.get_fields():  # type: ignore[attr-defined]
        if field.is_relation and field.related_model is Person and not field.auto_created:
            assert field.remote_field.related_name == "+", "Nobody walks from a name to a case."


TEMPLATE_NAMES = re.compile(r"""{%[-\s]*(?:extends|import|from|include)\s+["'](\w+)/""")
ROOM_FLOOR = {room.name: FLOORS.index(named(room).split("/")[0]) for room in rooms()}


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.html")), ids=named)
def test_templates_point_downwards_too(path: Path) -> None:
    floor = FLOORS.index(path.relative_to(ROOT).parts[0])
    for room in TEMPLATE_NAMES.findall(path.read_text()):
        assert ROOM_FLOOR.get(room, 0) <= floor, f"{room} is above this template"


def every_page(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from every_page(entry, inner)
        else:
            yield f"{space}{entry.name}", entry


PAGES = list(every_page(get_resolver()))


@pytest.mark.parametrize(("name", "page"), PAGES, ids=[name for name, _ in PAGES])
def test_every_page_has_a_door(name: str, page: URLPattern) -> None:
    assert hasattr(page.callback, "door") or DOORLESS.get(name), (
        f"{name} is behind no door, and doorless.py gives no reason."
    )


def test_the_list_of_pages_without_a_door_names_only_pages() -> None:
    assert set(DOORLESS) <= {name for name, _ in PAGES}


@pytest.mark.parametrize("path", sorted(ROOT.rglob("migrations/0*.py")), ids=named)
def test_migrations_do_not_import_the_product(path: Path) -> None:
    assert not re.search(r"^(import|from) holdfast", path.read_text(), re.M)


REPOSITORY = ROOT.parent
LOCKS = [*REPOSITORY.glob("requirements/*.txt"), REPOSITORY / "package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_file_carries_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text()
    assert "sha256:" in text or "sha512-" in text
    assert not re.search(r"https?://", text)
