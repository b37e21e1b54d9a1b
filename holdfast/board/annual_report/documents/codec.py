"""A report to JSON and back, so that an edition can be frozen. Nothing is lost either way."""

import json
import types
from dataclasses import fields, is_dataclass
from typing import Any, Final, Union, cast, get_args, get_origin, get_type_hints

from holdfast.board.annual_report.documents import model
from holdfast.board.annual_report.documents.model import Report

FORMAT: Final = 2
READS: Final = (1, 2)
"""Every format that was ever frozen. What an older one lacks takes the model's own default."""

_KINDS: Final[dict[str, type]] = {
    name: kind
    for name, kind in vars(model).items()
    if isinstance(kind, type) and is_dataclass(kind)
}


class Unreadable(Exception):
    """A stored edition is not one that this version can read. The message says why."""


def to_json(report: Report) -> str:
    """The report as JSON text: the same report always gives the same text."""
    packed = {"format": FORMAT, "report": pack(report)}
    return json.dumps(packed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(text: str) -> Report:
    try:
        stored = json.loads(text)
        if stored["format"] not in READS:
            raise Unreadable(
                f"This edition was frozen in format {stored['format']}; "
                f"this version reads formats up to {FORMAT}. Update Holdfast to read it."
            )
        return cast(Report, _unpack(stored["report"], Report))
    except (ValueError, KeyError, TypeError) as fault:
        raise Unreadable(f"A frozen edition cannot be read: {fault}.") from fault


def pack(value: object) -> Any:
    """Dataclasses become objects that name their kind; everything else is JSON already."""
    if is_dataclass(value) and not isinstance(value, type):
        packed = {field.name: pack(getattr(value, field.name)) for field in fields(value)}
        return {"kind": type(value).__name__, **packed}
    if isinstance(value, tuple):
        return [pack(item) for item in value]
    return value


def _unpack(value: Any, wanted: Any) -> object:
    if isinstance(value, dict):
        kind = _KINDS[value["kind"]]
        if kind not in _choices(wanted):
            raise TypeError(f"{value['kind']} stands where it may not")
        hints = get_type_hints(kind)
        odd = sorted(value.keys() - hints.keys() - {"kind"})
        if odd:
            raise TypeError(f"{odd[0]!r} is not a part of {value['kind']}")
        held = {name: hint for name, hint in hints.items() if name in value}
        return kind(**{name: _unpack(value[name], hint) for name, hint in held.items()})
    if isinstance(value, list):
        return tuple(_unpack(item, get_args(wanted)[0]) for item in value)
    if type(value) not in _choices(wanted):
        raise TypeError(f"{value!r} stands where it may not")
    return value


def _choices(wanted: Any) -> tuple[Any, ...]:
    if get_origin(wanted) in (Union, types.UnionType):
        return get_args(wanted)
    return (wanted,)
