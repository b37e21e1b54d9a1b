"""
The timescales in force on a day, for an authority: the reviewed data, read once.
Pure: no Django, no today().
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from holdfast.kernel.clock.almanac import almanac
from holdfast.kernel.clock.drafting import Editions, Shelf, draft, read_dispensation
from holdfast.kernel.clock.law import (
    BadData,
    Disapplied,
    Dispensation,
    Edition,
    NotInForce,
    Rule,
    Status,
)
from holdfast.kernel.clock.reading import DATA, Fields, read_file, rows


@dataclass(frozen=True)
class Section:
    """One data file of rules, as the reference page groups them."""

    slug: str
    title: str
    rules: tuple[Rule, ...]

    @property
    def short(self) -> str:
        """A name that fits a phone: `Looked after`."""
        return self.slug.replace("-", " ").capitalize()


@dataclass(frozen=True)
class Book:
    """Every edition and every version of every rule."""

    editions: Editions
    sections: tuple[Section, ...]
    versions: Mapping[str, tuple[Rule, ...]]

    def __iter__(self) -> Iterator[Rule]:
        return (rule for section in self.sections for rule in section.rules)


@lru_cache(maxsize=1)
def book() -> Book:
    """The shipped book of timescales."""
    return read_book(DATA)


def edition_in_force(on: date, *, family: str = "WT") -> Edition:
    """
    The edition of that family in force on that day.

    >>> edition_in_force(date(2013, 6, 28)).id
    'WT2013'
    """
    found = next(
        (e for e in book().editions.values() if e.family == family and e.covers(on)), None
    )
    if found is None:
        raise NotInForce(f"No edition of {family} is known to be in force on {on}.")
    return found


def rule_in_force(rule_id: str, on: date, *, authority: str | None = None) -> Rule | Disapplied:
    """
    The version of the rule that binds a clock starting that day, or why it did not bind there.

    >>> rule_in_force("ASMT.INITIAL.10", date(2012, 5, 1), authority="E09000028").limit.words
    '10 working days'
    >>> type(rule_in_force("ASMT.INITIAL.10", date(2012, 5, 1), authority="E09000012")).__name__
    'Disapplied'
    """
    versions = book().versions.get(rule_id)
    if versions is None:
        raise NotInForce(f"No timescale is called {rule_id}. The reference page lists them all.")
    rule = next((version for version in versions if version.covers(on)), None)
    if rule is None:
        spans = "; ".join(span_words(version.valid_from, version.valid_to) for version in versions)
        raise NotInForce(f"{rule_id} was not in force on {on.day} {on:%B %Y}. It runs {spans}.")
    for dispensation in rule.dispensations:
        if dispensation.covers(on, authority):
            return Disapplied(rule=rule, dispensation=dispensation)
    return rule


def edition_of(rule: Rule, on: date) -> str:
    """Which of the rule's own editions was in force that day; empty for law without editions."""
    return next((name for name in rule.editions if book().editions[name].covers(on)), "")


def span_words(starts_on: date | None, ends_on: date | None) -> str:
    """
    >>> span_words(None, date(2013, 4, 14))
    'until 14 April 2013'
    """
    start = f"from {starts_on.day} {starts_on:%B %Y}" if starts_on else ""
    end = f"until {ends_on.day} {ends_on:%B %Y}" if ends_on else ""
    return f"{start} {end}".strip() or "always"


def read_book(folder: Path) -> Book:
    """Read a folder of data files, or raise BadData naming the file, the rule and the field."""
    editions = read_editions(read_file(folder / "editions.yaml"), where="editions.yaml")
    files = sorted((folder / "rules").glob("*.yaml"))
    sections = tuple(
        read_section(read_file(path), where=path.name, editions=editions) for path in files
    )
    versions: dict[str, tuple[Rule, ...]] = {}
    for section in sections:
        for rule in section.rules:
            versions[rule.id] = (*versions.get(rule.id, ()), rule)
    _require_successors(sections, versions)
    return Book(editions=editions, sections=sections, versions=versions)


def read_section(raw: dict[str, Any], *, where: str, editions: Editions) -> Section:
    top = Fields(raw, where=where)
    dispensations: dict[str, Dispensation] = {}
    if top.has("dispensations"):
        for name, row in top.inner("dispensations").raw.items():
            dispensations[name] = read_dispensation(row, where=f"{where}, {name}")
    slug = top.text("slug")
    shelf = Shelf(where, slug, editions, almanac().specs, dispensations)
    drafted: list[Rule] = []
    seen: set[str] = set()
    for row in rows(top.take("rules"), where=f"{where}, rules"):
        made = draft(row, shelf=shelf)
        if made[0].id in seen:
            raise BadData(f"{where}: {made[0].id} is there twice. Use versions instead.")
        seen.add(made[0].id)
        drafted += made
    section = Section(slug=slug, title=top.text("title"), rules=tuple(drafted))
    top.finish()
    return section


def read_editions(raw: dict[str, Any], *, where: str) -> dict[str, Edition]:
    found: dict[str, Edition] = {}
    top = Fields(raw, where=where)
    for row in top.each("editions"):
        edition = Edition(
            id=row.text("id"),
            family=row.text("family"),
            name=row.text("name"),
            starts_on=row.day("starts_on"),
            ends_on=row.day("ends_on"),
            dated=row.text("dated"),
            source=row.text("source"),
            status=row.choice("status", Status),
            inherits=row.text("inherits", default=""),
            notes=row.text("notes", default=""),
        )
        row.finish()
        if edition.id in found or (edition.inherits and edition.inherits not in found):
            raise BadData(f"{row.where}: {edition.id} is there twice, or inherits what is not.")
        found[edition.id] = edition
    top.finish()
    if not found:
        raise BadData(f"{where} should list at least one edition.")
    return found


def _require_successors(sections: tuple[Section, ...], versions: Mapping[str, object]) -> None:
    ids = [rule_id for section in sections for rule_id in {rule.id for rule in section.rules}]
    if len(ids) != len(versions):
        doubled = next(name for name in ids if ids.count(name) > 1)
        raise BadData(f"{doubled} is in two files. A rule belongs to one section.")
    for section in sections:
        for rule in section.rules:
            for transition in rule.transitions:
                if transition.successor and transition.successor not in versions:
                    raise BadData(f"{rule.id}, transitions: no rule is {transition.successor!r}.")
