"""The house rules: what keeps every line in its room. Each rule says why in its message."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

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
    "kernel/access": {"grants", "log", "chain", "disposal", "parcels", "drafts"},
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


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def calls(path: Path) -> Iterator[tuple[str, str, int]]:
    """Yield every method call of a file as (owner, method, line)."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield ast.unparse(node.func.value), node.func.attr, node.lineno


def every_page(resolver: URLResolver, space: str = "") -> Iterator[tuple[str, URLPattern]]:
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{space}{entry.namespace}:" if entry.namespace else space
            yield from every_page(entry, inner)
        else:
            yield f"{space}{entry.name}", entry


def test_a_file_fits_on_a_few_screens() -> None:
    lines = {named(p): len(p.read_text().splitlines()) for p in sources(tests=True)}
    assert {p: n for p, n in lines.items() if n > MOST_LINES} == {}, "Make it a package."


def test_a_function_fits_on_one_screen() -> None:
    long = [
        f"{named(path)}: {node.name}"
        for path in sources(tests=True)
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MOST_FUNCTION_LINES
    ]
    assert long == [], "Longer than a screen: give its parts names."


TEMPLATES = sorted(ROOT.rglob("*.html"))


def test_a_template_fits_on_a_few_screens() -> None:
    lines = {named(p): len(p.read_text().splitlines()) for p in TEMPLATES}
    assert {p: n for p, n in lines.items() if n > MOST_TEMPLATE_LINES} == {}, "Split it in macros."


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        (r"\sstyle=", "No inline style: the policy forbids it."),
        (r"<script(?![^>]*nonce)", "No inline script without its nonce."),
        (r"https?://", "A page asks no other machine for anything."),
    ],
)
def test_a_template_obeys_the_strict_policy(wrong: str, why: str) -> None:
    assert [named(p) for p in TEMPLATES if re.search(wrong, p.read_text())] == [], why


def test_a_room_has_a_door_plate() -> None:
    plates = {named(room): room / "README.md" for room in rooms()}
    assert [room for room, plate in plates.items() if not plate.exists()] == [], (
        "Whose room is it?"
    )
    lines = {room: len(plate.read_text().splitlines()) for room, plate in plates.items()}
    assert {room: n for room, n in lines.items() if n > MOST_README_LINES} == {}


def test_there_is_no_drawer_for_odds_and_ends() -> None:
    odd = [named(p) for p in sources() if p.stem in {"utils", "helpers", "misc", "common"}]
    assert odd == [], "Find the idea behind it and the room it belongs to."


def is_writer(path: Path) -> bool:
    inside = path.relative_to(ROOT)
    room = "/".join(inside.parts[:2])
    owners = {path.stem, *inside.parts[2:-1]}
    return bool(owners & ({"transitions"} | KERNEL_WRITERS.get(room, set())))


MAY_WRITE = {"demo/cast.py", "config/signin/accounts.py"}
"""The demo's cast and the operator's own commands, which write accounts."""


def test_only_the_verbs_write() -> None:
    wrote = [
        f"{named(path)}: {owner}.{method} on line {line}"
        for path in sources()
        if not is_writer(path) and named(path) not in MAY_WRITE
        for owner, method, line in calls(path)
        if ("objects" in owner and method in {*WRITES, "update"})
        or (method == "save" and owner in {"self", "record", "entry", "model"})
    ]
    assert wrote == [], "Move it to transitions.py."


def test_only_the_kernel_function_asks_the_server_for_the_time() -> None:
    asked = [
        f"{named(path)}: {owner}.{method} on line {line}"
        for path in sources()
        if named(path) != "kernel/directory/moment.py"
        for owner, method, line in calls(path)
        if method in {"now", "today", "utcnow"} and owner in {"datetime", "date", "timezone"}
    ]
    assert asked == [], "Ask moment.now()."


def test_a_rule_is_told_the_day() -> None:
    rules = [p for p in sources() if "rules" in {p.stem, *p.parts}]
    assert [named(p) for p in rules if "moment" in p.read_text()] == []


def verbs() -> list[tuple[Path, ast.FunctionDef]]:
    found = [p for p in sources() if "transitions" in {p.stem, *p.parts}]
    return [
        (path, node)
        for path in found
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
    ]


def test_every_verb_is_atomic() -> None:
    loose = [
        f"{named(path)}: {verb.name}"
        for path, verb in verbs()
        if "transaction.atomic" not in {ast.unparse(d) for d in verb.decorator_list}
    ]
    assert loose == []


def test_every_verb_says_who_and_when() -> None:
    silent = [
        f"{named(path)}: {verb.name}"
        for path, verb in verbs()
        if not {"by", "on"} <= {argument.arg for argument in verb.args.kwonlyargs}
    ]
    assert silent == [], "A verb takes by= and on=."


BY_NAME = {"get_model", "import_module", "import_string"}


def test_nothing_reaches_round_the_floors_by_name() -> None:
    reached = [
        f"{named(path)} on line {node.lineno}"
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rsplit(".", 1)[-1] in BY_NAME
    ]
    assert reached == []


@pytest.mark.parametrize(
    ("module", "why"),
    [
        ("django.dispatch", "No signals: a later room pulls what an earlier one decided."),
        ("django.db.models.signals", "No signals: a later room pulls what an earlier one did."),
        ("django.contrib.contenttypes", "No generic foreign keys."),
    ],
)
def test_a_tempting_part_of_django_is_left_alone(module: str, why: str) -> None:
    tempted = [
        named(path)
        for path in sources()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(module)
    ]
    assert tempted == [], why


def floor_of(model: type) -> int:
    parts = model.__module__.split(".")
    return FLOORS.index(parts[1]) if parts[0] == "holdfast" else -1


OURS = [m for m in apps.get_models() if m.__module__.startswith("holdfast.")]


def own_relations() -> Iterator[tuple[type, Any]]:
    for model in OURS:
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created and field.related_model:
                yield model, field


def test_relations_point_downwards() -> None:
    upward = [
        f"{model.__name__}.{field.name}"
        for model, field in own_relations()
        if floor_of(field.related_model) > floor_of(model)
    ]
    assert upward == []


def test_a_person_does_not_know_why_we_know_them() -> None:
    told = [
        f"{model.__name__}.{field.name}"
        for model, field in own_relations()
        if field.related_model is Person and field.remote_field.related_name != "+"
    ]
    assert told == [], "Nobody walks from a name to a case."


TEMPLATE_NAMES = re.compile(r"""{%[-\s]*(?:extends|import|from|include)\s+["'](\w+)/""")
ROOM_FLOOR = {room.name: FLOORS.index(named(room).split("/")[0]) for room in rooms()}


def test_templates_point_downwards_too() -> None:
    upward = [
        f"{named(path)}: {room}"
        for path in TEMPLATES
        for room in TEMPLATE_NAMES.findall(path.read_text())
        if ROOM_FLOOR.get(room, 0) > FLOORS.index(path.relative_to(ROOT).parts[0])
    ]
    assert upward == []


PAGES = {name: page for name, page in every_page(get_resolver())}


def test_every_page_has_a_door() -> None:
    open_ = [n for n, p in PAGES.items() if not hasattr(p.callback, "door") and n not in DOORLESS]
    assert open_ == [], "Behind no door, and doorless.py gives no reason."


def test_the_list_of_pages_without_a_door_names_only_pages() -> None:
    assert set(DOORLESS) <= set(PAGES)


def test_migrations_do_not_import_the_product() -> None:
    found = sorted(ROOT.rglob("migrations/0*.py"))
    imported = re.compile(r"^(import|from) holdfast", re.M)
    assert [named(p) for p in found if imported.search(p.read_text())] == []


REPOSITORY = ROOT.parent
LOCKS = [*REPOSITORY.glob("requirements/*.txt"), REPOSITORY / "package-lock.json"]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda p: p.name)
def test_a_lock_file_carries_hashes_and_no_addresses(lock: Path) -> None:
    text = lock.read_text()
    assert "sha256:" in text or "sha512-" in text
    assert not re.search(r"https?://", text)
