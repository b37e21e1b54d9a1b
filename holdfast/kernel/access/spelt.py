"""The rule as SQL, spelt once for each shape of wish and after that only asked with other numbers.

Django takes ten times as long to spell the rule as a database to answer it, and every page and
every verb asks it. What is asked here of one record is what `gate.allowed` filters lists by:
`test_one_rule` holds the two against each other.
"""

import uuid
from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

from holdfast.kernel.access.ways import Wish
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records.models import Record

Build = Callable[[Wish, Any], QuerySet[Record, Any]]
"""Spells a question about one record, which is named by its key or by its reference."""

POST, AGENCY, AREA = -7_000_001, -7_000_002, -7_000_003
AT = datetime(1900, 1, 1, 1, 1, 1, tzinfo=UTC)
RECORD = uuid.UUID(int=7_000_004)
REFERENCE = "a stand-in reference"
"""What stands in for the numbers while a question is spelt. Nothing real is called so."""

_spelt: dict[Hashable, tuple[str, tuple[Any, ...]] | None] = {}


def first(name: str, build: Build, wish: Wish, record: uuid.UUID | str) -> tuple[Any, ...] | None:
    """Return the first row of the question of this name, or None. One query."""
    by_key = isinstance(record, uuid.UUID)
    agency = wish.to.agency
    shape = (
        *(connection.vendor, name, by_key, wish.to.role, wish.can, wish.granted, wish.section),
        *(agency.area_id is None, len(KINDS)),
    )
    if shape not in _spelt:
        _spelt[shape] = _spell(build, wish, RECORD if by_key else REFERENCE)
    question = _spelt[shape]
    if question is None:
        return None
    sql, asked = question
    said = {
        POST: wish.to.pk,
        AGENCY: agency.pk,
        AREA: agency.area_id,
        _moment(AT): _moment(wish.at),
        _key(RECORD): _key(record) if isinstance(record, uuid.UUID) else None,
        REFERENCE: record,
    }
    with connection.cursor() as cursor:
        cursor.execute(sql, [said.get(one, one) for one in asked])
        row: tuple[Any, ...] | None = cursor.fetchone()
    return row


def _spell(
    build: Build, wish: Wish, record: uuid.UUID | str
) -> tuple[str, tuple[Any, ...]] | None:
    """Return the SQL of a question and what it is asked with; None if nothing can answer it."""
    area = None if wish.to.agency.area_id is None else AREA
    stand_in = Post(pk=POST, role=wish.to.role, agency=Agency(pk=AGENCY, area_id=area))
    asked = build(replace(wish, to=stand_in, at=AT), record)
    try:
        sql, given = asked.query.get_compiler(connection=connection).as_sql()
    except EmptyResultSet:
        return None
    return sql, tuple(given)


def _moment(at: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(at)


def _key(record: uuid.UUID) -> Any:
    return Record._meta.pk.get_db_prep_value(record, connection)
