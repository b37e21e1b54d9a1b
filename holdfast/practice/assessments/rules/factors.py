"""Factors found at the end of an assessment: practice's own keys, and the census's code by year.

What practice found is kept as it was found. A year's return carries that year's codes: the mapping
is data (`data/factors.yaml`, each line with its status), and history is never written again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FILE = Path(__file__).parent.parent / "data" / "factors.yaml"
FORM = "holdfast factors 1"
NONE = "none"
LAST_YEAR = 9999


class BadFactors(ValueError):
    """The data file is wrong. The message says which factor and which field."""


@dataclass(frozen=True)
class Code:
    """A census code with the collection years (the year of its 31 March) that take it."""

    code: str
    since: int
    until: int


@dataclass(frozen=True)
class Factor:
    key: str
    group: str
    words: str
    status: str
    years_status: str
    codes: tuple[Code, ...]


@dataclass(frozen=True)
class Catalogue:
    source: str
    first_year: int
    first_year_status: str
    other: str
    factors: Mapping[str, Factor]


@cache
def catalogue() -> Catalogue:
    """Return the shipped list."""
    return read(yaml.safe_load(FILE.read_text("utf-8")))


def read(raw: Any) -> Catalogue:
    """Read a list of factors, or raise BadFactors naming the factor and the field."""
    if not isinstance(raw, dict) or raw.get("form") != FORM:
        raise BadFactors(f"The file of factors should begin with: form: {FORM}")
    first = _number(raw, "first_year", where="the head")
    found: dict[str, Factor] = {}
    for place, row in enumerate(_rows(raw), 1):
        factor = _factor(row, where=f"factor {place}", first=first)
        if factor.key in found:
            raise BadFactors(f"factor {place}: the key {factor.key!r} is there twice.")
        found[factor.key] = factor
    source = raw.get("source")
    said = f"{source.get('document')}, {source.get('place')}" if isinstance(source, dict) else ""
    return Catalogue(
        said, first, str(raw.get("first_year_status", "M")), str(raw.get("other")), found
    )


def _rows(raw: dict[Any, Any]) -> list[Any]:
    rows = raw.get("factors")
    if not isinstance(rows, list) or not rows:
        raise BadFactors("factors: should list at least one factor.")
    return rows


def _factor(row: Any, *, where: str, first: int) -> Factor:
    if not isinstance(row, dict):
        raise BadFactors(f"{where}: should be a set of fields.")
    for field in ("key", "group", "words", "status"):
        if not isinstance(row.get(field), str) or not row[field].strip():
            raise BadFactors(f"{where}, {field}: is missing or is no text.")
    given = row.get("codes")
    if not isinstance(given, list) or not given:
        raise BadFactors(f"{where}, codes: should list at least one code.")
    codes = tuple(_code(one, where=f"{where}, codes", first=first) for one in given)
    for one, following in zip(codes, codes[1:], strict=False):
        if following.since <= one.until:
            raise BadFactors(f"{where}, codes: the years of {following.code} run into another's.")
    return Factor(
        row["key"], row["group"], row["words"], row["status"],
        str(row.get("years_status", row["status"])), codes,
    )  # fmt: skip


def _code(row: Any, *, where: str, first: int) -> Code:
    if not isinstance(row, dict) or not str(row.get("code", "")).strip():
        raise BadFactors(f"{where}: each should have a code.")
    since = _number(row, "since", where=where, default=first)
    until = _number(row, "until", where=where, default=LAST_YEAR)
    if until < since:
        raise BadFactors(f"{where}: {row['code']} ends before it begins.")
    return Code(str(row["code"]), since, until)


def _number(row: Mapping[Any, Any], field: str, *, where: str, default: int | None = None) -> int:
    value = row.get(field, default)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadFactors(f"{where}, {field}: {value!r} is no year.")
    return value


def collection_year(on: date) -> int:
    """Return the census year a day falls in, named by its 31 March.

    >>> collection_year(date(2013, 3, 31)), collection_year(date(2013, 4, 1))
    (2013, 2014)
    """
    return on.year + (on.month >= 4)


def year_words(year: int) -> str:
    """
    >>> year_words(2014)
    '2013/14'
    """
    return f"{year - 1}/{year % 100:02d}"


def code_of(key: str, *, year: int) -> str:
    """Return the census's code for a factor in a collection year; empty before factors were asked.

    A factor that had no code of its own that year is returned as "other".

    >>> code_of("physical_by_adult", year=2014), code_of("physical_by_adult", year=2024)
    ('18A', '18C')
    >>> code_of("genital_mutilation", year=2014), code_of("neglect", year=2012)
    ('20', '')
    """
    known = catalogue()
    if year < known.first_year:
        return ""
    codes = known.factors[key].codes
    return next((one.code for one in codes if one.since <= year <= one.until), known.other)


def census_codes(keys: Iterable[str], *, year: int) -> tuple[str, ...]:
    """Return the codes of a year's return, each once, in the order of the list."""
    order = list(catalogue().factors)
    found = (code_of(key, year=year) for key in sorted(set(keys), key=order.index))
    return tuple(dict.fromkeys(code for code in found if code))


def in_words(key: str) -> str:
    """
    >>> in_words("drugs_parent"), in_words("none")
    ('Drug misuse: a parent or carer', 'No factor was found')
    """
    factor = catalogue().factors[key]
    if factor.group == "Other":
        return factor.words
    return f"{factor.group}: {factor.words[:1].lower()}{factor.words[1:]}"


def wrong_with(keys: Iterable[str]) -> str:
    """Return what the census would refuse, in words, when it is entered; nothing when it is well.

    "No factor" must stand alone (census rule 8897Q and its list, V).

    >>> wrong_with(["none", "neglect"])[:24]
    '“No factor was found” st'
    """
    chosen = set(keys)
    unknown = chosen - set(catalogue().factors)
    if unknown:
        return f"{', '.join(sorted(unknown))} is not in the list of factors. Choose from the list."
    if NONE in chosen and len(chosen) > 1:
        return "“No factor was found” stands alone. Take it away, or take the others away."
    return ""
