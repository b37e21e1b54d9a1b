"""Turning one row of a rules file into versions of a rule, or saying what is wrong. Pure."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from holdfast.kernel.clock.law import (
    COUNTS_FOR,
    USUAL_COUNT,
    BadData,
    Count,
    Dispensation,
    Edition,
    Kind,
    Limit,
    Rule,
    Severity,
    Source,
    Status,
    Transition,
    Unit,
)
from holdfast.kernel.clock.reading import Fields, mapping

RULE_ID = re.compile(r"[A-Z0-9]+(\.[A-Z0-9_]+)*")
LIMIT = re.compile(r"(\d{1,4}) (H|WD|CD|W|Mo)( before)?")

Editions = Mapping[str, Edition]


@dataclass(frozen=True)
class Shelf:
    """What a rule's row may refer to: its file, its section, and the names known there."""

    where: str
    section: str
    editions: Editions
    calendars: Collection[str]
    dispensations: Mapping[str, Dispensation]


def draft(raw: dict[str, Any], *, shelf: Shelf) -> list[Rule]:
    """Every version of one rule, oldest first, with those inherited unread by a later edition."""
    name = raw.get("id")
    if not isinstance(name, str) or not RULE_ID.fullmatch(name):
        raise BadData(f"{shelf.where}: {name!r} should be a rule's id, such as LADO.REFER.")
    where = f"{shelf.where}, rule {name}"
    base = {key: value for key, value in raw.items() if key != "versions"}
    drafted: list[Rule] = []
    for changes in _versions(raw, where=where):
        number = len(drafted) + 1
        row = Fields({**base, **changes}, where=f"{where}, version {number}")
        rule = _one(row, number, shelf)
        drafted += [rule, *_inherited(rule, row, shelf.editions)]
    _require_order(drafted, where=where)
    return drafted


def read_dispensation(raw: object, *, where: str) -> Dispensation:
    row = Fields(mapping(raw, where=where), where=where)
    named = row.inner("authorities").raw
    for code, authority in named.items():
        if not re.fullmatch(r"E\d{8}", code) or not isinstance(authority, str):
            raise BadData(f"{where}, authorities: {code!r} should be a code such as E09000028.")
    made = Dispensation(
        reason=row.text("reason"),
        starts_on=row.must_day("starts_on"),
        ends_on=row.must_day("ends_on"),
        authorities=named,
        dated=row.text("dated"),
        complete=row.flag("complete"),
        status=row.choice("status", Status),
    )
    row.finish()
    return made


def _versions(raw: dict[str, Any], *, where: str) -> Iterator[dict[str, Any]]:
    if "versions" not in raw:
        yield {}
        return
    changes = [row.raw for row in Fields(raw, where=where).each("versions")]
    if not changes:
        raise BadData(f"{where}, versions: an empty list has no rule in it.")
    yield from changes


def _one(row: Fields, version: int, shelf: Shelf) -> Rule:
    named = _editions(row, shelf.editions)
    limit = _limit(row)
    rule = Rule(
        id=row.text("id"),
        version=version,
        section=shelf.section,
        duty=row.text("duty"),
        starts=row.text("starts", default=""),
        stops=row.text("stops", default=""),
        limit=limit,
        limit_words=row.text("limit_words", default="") or (limit.words if limit else ""),
        calendar=_calendar(row, limit, shelf.calendars),
        responsible=row.text("responsible"),
        editions=tuple(edition.id for edition in named),
        valid_from=_bound(row, "valid_from", [edition.starts_on for edition in named[:1]]),
        valid_to=_bound(row, "valid_to", [edition.ends_on for edition in named[-1:]]),
        kind=row.choice("kind", Kind),
        severity=row.choice("severity", Severity),
        source=_source(row.inner("source")),
        status=row.choice("status", Status),
        overdue=row.text("overdue", default=""),
        notes=row.text("notes", default=""),
        share_percent=row.share("share_percent"),
        may_pause=row.flag("may_pause"),
        unconfirmed=row.flag("unconfirmed"),
        held_back=row.flag("held_back"),
        dispensations=tuple(
            shelf.dispensations[name]
            for name in row.names("dispensations", known=shelf.dispensations)
        ),
        transitions=tuple(_transition(item) for item in row.each("transitions")),
    )
    row.finish()
    _require_sense(rule, row)
    return rule


def _bound(row: Fields, name: str, of_editions: Sequence[date | None]) -> date | None:
    """The day written in the row, else the edge of its editions, else open."""
    if row.has(name):
        return row.day(name)
    return of_editions[0] if of_editions else None


def _limit(row: Fields) -> Limit | None:
    said = row.take("limit")
    count = row.choice("count", Count) if row.has("count") else None
    if said == "none":
        if count is not None:
            raise row.wrong("count", "left out where there is no limit")
        if not row.text("limit_words", default=""):
            raise row.wrong("limit_words", "words, where the limit has no number")
        return None
    found = LIMIT.fullmatch(said) if isinstance(said, str) else None
    if found is None:
        raise row.wrong("limit", "a limit such as 15 WD, 6 W before, or none")
    unit = Unit(found[2])
    count = count or USUAL_COUNT[unit]
    if count not in COUNTS_FOR[unit]:
        raise row.wrong("count", f"a way of counting {unit}")
    amount = int(found[1])
    if amount == 0 and unit is not Unit.CALENDAR_DAYS:
        raise row.wrong("limit", "at least 1, except for the same day, 0 CD")
    return Limit(amount, unit, count, before=bool(found[3]))


def _calendar(row: Fields, limit: Limit | None, known: Collection[str]) -> str:
    working = limit is not None and limit.unit is Unit.WORKING_DAYS
    name = row.text("calendar", default="EW_BFDA" if working else "NONE")
    if name not in known:
        raise row.wrong("calendar", "one of the calendars in calendars.yaml")
    if working and name == "NONE":
        raise row.wrong("calendar", "a calendar of working days")
    return name


def _editions(row: Fields, editions: Editions) -> list[Edition]:
    """A list of ids, or a range such as WT2010..WT2023 within one family."""
    said = row.take("editions")
    if said is None:
        return []
    if isinstance(said, str):
        ends = said.split("..")
        if len(ends) != 2 or any(name not in editions for name in ends):
            raise row.wrong("editions", "a range of known editions such as WT2010..WT2023")
        order = list(editions)
        span = order[order.index(ends[0]) : order.index(ends[1]) + 1]
        if not span or len({editions[name].family for name in span}) != 1:
            raise row.wrong("editions", "a range within one family, the earlier edition first")
        return [editions[name] for name in span]
    return [editions[name] for name in row.names("editions", known=editions)]


def _source(row: Fields) -> Source:
    source = Source(document=row.text("document"), place=row.text("place", default=""))
    row.finish()
    return source


def _transition(row: Fields) -> Transition:
    made = Transition(
        on=row.must_day("day"),
        words=row.text("words"),
        successor=row.text("successor", default=""),
    )
    row.finish()
    return made


def _require_sense(rule: Rule, row: Fields) -> None:
    if rule.valid_from and rule.valid_to and rule.valid_from > rule.valid_to:
        raise row.wrong("valid_to", "on or after valid_from")
    if rule.status is Status.LOCAL and rule.kind is not Kind.LOCAL:
        raise row.wrong("kind", "local, as its status is: a local standard is never statutory")
    if (rule.share_percent is not None) and rule.kind is not Kind.TARGET:
        raise row.wrong("share_percent", "left out, except for a target")
    if rule.may_pause and (rule.limit is None or rule.limit.unit is Unit.HOURS):
        raise row.wrong("may_pause", "left out, except for a limit in days, weeks or months")


def _inherited(rule: Rule, row: Fields, editions: Editions) -> list[Rule]:
    """
    The same rule under an edition that nobody has read yet.

    Its number is carried over and shown as unconfirmed; nothing carried over counts as read.
    """
    if row.has("valid_to"):
        return []
    heirs = [edition for edition in editions.values() if edition.inherits in rule.editions]
    carried = Status.LOCAL if rule.status is Status.LOCAL else Status.MEMORY
    return [
        replace(
            rule,
            version=rule.version + 1,
            editions=(heir.id,),
            valid_from=heir.starts_on,
            valid_to=heir.ends_on,
            status=carried,
            unconfirmed=True,
            notes=_carried_note(editions[heir.inherits], rule),
            transitions=(),
        )
        for heir in heirs
        if heir.inherits
    ]


def _carried_note(edition: Edition, rule: Rule) -> str:
    return f"Carried over from {edition.name}, unconfirmed. {rule.notes}".strip()


def _require_order(drafted: list[Rule], *, where: str) -> None:
    for earlier, later in zip(drafted, drafted[1:], strict=False):
        if (
            earlier.valid_to is None
            or later.valid_from is None
            or earlier.valid_to >= later.valid_from
        ):
            raise BadData(f"{where}: version {later.version} overlaps the one before it.")
