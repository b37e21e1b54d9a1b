"""Reading reviewed YAML: every fault becomes one sentence that says where it is. Pure."""

from collections.abc import Collection, Hashable, Iterator
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import yaml

from holdfast.kernel.clock.law import BadData

DATA = Path(__file__).resolve().parent / "data"

Choice = TypeVar("Choice", bound=StrEnum)


class _Loader(yaml.CSafeLoader):
    """Plain YAML, except that a key written twice is a fault instead of a silent overwrite."""

    def construct_document(self, node: yaml.Node) -> Any:
        _refuse_doubles(node, seen=set())
        return super().construct_document(node)


def _refuse_doubles(node: yaml.Node, *, seen: set[int]) -> None:
    if id(node) in seen or isinstance(node, yaml.ScalarNode):
        return
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        keys = [key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode)]
        doubled = next((key for key in keys if keys.count(key) > 1), None)
        if doubled is not None:
            raise BadData(f"line {node.start_mark.line + 1}: {doubled!r} is written twice.")
        for key, value in node.value:
            _refuse_doubles(key, seen=seen)
            _refuse_doubles(value, seen=seen)
    elif isinstance(node, yaml.SequenceNode):
        for child in node.value:
            _refuse_doubles(child, seen=seen)


def read_yaml(text: str, *, where: str) -> dict[str, Any]:
    """Return the file's top mapping, or raise BadData naming `where`."""
    try:
        found = yaml.load(text, Loader=_Loader)  # noqa: S506 - a CSafeLoader, stricter still
    except BadData as fault:
        raise BadData(f"{where}, {fault}") from None
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as fault:
        said = " ".join(str(fault).split())
        raise BadData(f"{where} is not readable YAML: {said}") from None
    return mapping(found, where=where)


def read_file(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise BadData(f"{path.name} cannot be read: {fault}") from None
    return read_yaml(text, where=path.name)


def mapping(value: object, *, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise BadData(f"{where} should be a list of named fields, not {_short(value)}.")
    for key in value:
        if not isinstance(key, str):
            raise BadData(f"{where}: the name {_short(key)} should be text.")
    return value


def rows(value: object, *, where: str) -> list[dict[str, Any]]:
    if not isinstance(value, list):
        raise BadData(f"{where} should be a list, not {_short(value)}.")
    return [mapping(row, where=f"{where}, row {n}") for n, row in enumerate(value, 1)]


def _short(value: object) -> str:
    said = repr(value)
    return said if len(said) <= 60 else f"{said[:57]}..."


class Fields:
    """One row of a data file, read field by field; `finish` refuses a field nobody asked for."""

    def __init__(self, raw: dict[str, Any], *, where: str) -> None:
        self.raw = raw
        self.where = where
        self.read: set[str] = set()

    def wrong(self, name: str, should: str) -> BadData:
        value = _short(self.raw.get(name))
        return BadData(f"{self.where}, {name}: {value} should be {should}.")

    def has(self, name: str) -> bool:
        return name in self.raw

    def take(self, name: str) -> Any:
        self.read.add(name)
        return self.raw.get(name)

    def text(self, name: str, *, default: str | None = None) -> str:
        value = self.take(name)
        if name not in self.raw and default is not None:
            return default
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.wrong(name, "words")
        return value.strip()

    def day(self, name: str, *, needed: bool = False) -> date | None:
        value = self.take(name)
        if value is None and not needed:
            return None
        if not isinstance(value, date) or isinstance(value, datetime):
            raise self.wrong(name, "a day such as 2013-04-15")
        return value

    def must_day(self, name: str) -> date:
        value = self.day(name, needed=True)
        if value is None:
            raise self.wrong(name, "a day such as 2013-04-15")
        return value

    def flag(self, name: str) -> bool:
        value = self.take(name)
        if name not in self.raw:
            return False
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false")
        return value

    def share(self, name: str) -> int | None:
        value = self.take(name)
        if value is None:
            return None
        if not isinstance(value, int) or isinstance(value, bool) or not 0 < value <= 100:
            raise self.wrong(name, "a percentage from 1 to 100")
        return value

    def choice(self, name: str, among: type[Choice], *, default: Choice | None = None) -> Choice:
        value = self.take(name)
        if name not in self.raw and default is not None:
            return default
        try:
            return among(value)
        except (ValueError, TypeError):
            known = ", ".join(among)
            raise self.wrong(name, f"one of: {known}") from None

    def names(self, name: str, *, known: Collection[Hashable]) -> list[str]:
        value = self.take(name)
        if name not in self.raw:
            return []
        if not isinstance(value, list) or any(not isinstance(item, str) for item in value):
            raise self.wrong(name, "a list of names")
        for item in value:
            if item not in known:
                raise BadData(f"{self.where}, {name}: nothing is called {item!r}.")
        return value

    def inner(self, name: str) -> "Fields":
        raw = mapping(self.take(name), where=f"{self.where}, {name}")
        return Fields(raw, where=f"{self.where}, {name}")

    def each(self, name: str) -> Iterator["Fields"]:
        if name not in self.raw:
            return
        for n, raw in enumerate(rows(self.take(name), where=f"{self.where}, {name}"), 1):
            yield Fields(raw, where=f"{self.where}, {name} {n}")

    def finish(self) -> None:
        unread = sorted(set(self.raw) - self.read)
        if unread:
            raise BadData(f"{self.where} has a field nobody knows: {unread[0]!r}.")
