"""What this room publishes: children as rows without names, and, apart and logged, their numbers.

`rows` is for insight inside the product. `identities` is for the writers of statutory returns
alone: it carries what the CIN census must carry of a child (DfE CIN census guide, Child
identifiers and Child characteristics; V2), and its caller commits a manifest first.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings

from holdfast.kernel.directory.models import Area
from holdfast.practice.children.models import Child, ChildQuerySet
from holdfast.practice.children.rules.identifiers import Scheme
from holdfast.practice.children.rules.words import Sex

IN_ONE_GO = 500
SEX_FROM_2025 = {Sex.FEMALE: "F", Sex.MALE: "M", Sex.UNKNOWN: "U"}
GENDER_TO_2024 = {Sex.FEMALE: "2", Sex.MALE: "1", Sex.UNKNOWN: "0"}
"""The census asked for GenderCurrent to 2024 and for Sex from 2025 (its public validator, V2)."""

TOO_YOUNG, NOT_KNOWN = "UN1", "UN4"
SCHOOL_AGE = 5
"""Why a child has no pupil number: UN1 not of school age, UN4 not known when it was asked for.
The codes are the census's; which of them fits whom is from memory (M) and to be checked."""


@dataclass(frozen=True)
class Row:
    """One child, for figures. The key says nothing outside its release."""

    area: str
    key: str
    born_month: str
    sex: str
    ethnicity: str
    disabilities: tuple[str, ...]
    opened_on: date
    allocated: bool
    unborn: bool


@dataclass(frozen=True)
class Identity:
    """One child as the census for a year codes it. Elements that a year has not are empty."""

    area: str
    la_child_id: str
    upn: str
    former_upn: str
    upn_unknown: str
    birth_date: date | None
    expected_birth_date: date | None
    death_date: date | None
    gender_current: str
    sex: str
    ethnicity: str
    disabilities: tuple[str, ...]


def rows(area: Area, *, release: str, until: date) -> Iterator[Row]:
    """Yield a row for each child of an area opened by a day. Restricted children are left out:
    a figure that is published counts them by suppression, not by a row.
    """
    found = _standing(area).filter(record__sealed=False, record__opened_on__lte=until)
    for child in found.iterator(chunk_size=IN_ONE_GO):
        yield Row(
            area=area.code,
            key=_opaque(str(child.record_id), release=release),
            born_month=f"{child.born_on:%Y-%m}" if child.born_on else "",
            sex=child.sex,
            ethnicity=child.ethnicity,
            disabilities=tuple(child.disabilities),
            opened_on=child.record.opened_on,
            allocated=child.worker_id is not None,
            unborn=child.born_on is None and child.due_on is not None,
        )


def identities(area: Area, *, year: int, records: Sequence[UUID]) -> Iterator[Identity]:
    """Yield what a census of a year carries of the children of some records, and of no others."""
    found = _standing(area).filter(record__in=records).prefetch_related("identifiers")
    for child in found.iterator(chunk_size=IN_ONE_GO):
        yield identity_of(child, area=area.code, year=year)


def identity_of(child: Child, *, area: str, year: int) -> Identity:
    numbers = {scheme: "" for scheme in Scheme}
    for one in child.identifiers.all():
        numbers[Scheme(one.scheme)] = one.value
    upn = numbers[Scheme.UPN]
    young = child.born_on is None or year - child.born_on.year < SCHOOL_AGE
    unknown = TOO_YOUNG if young else NOT_KNOWN
    sex = Sex(child.sex)
    return Identity(
        area=area,
        la_child_id=child.record.reference.replace("-", "")[:10],
        upn=upn,
        former_upn=numbers[Scheme.FORMER_UPN],
        upn_unknown="" if upn else unknown,
        birth_date=child.born_on,
        expected_birth_date=None if child.born_on else child.due_on,
        death_date=child.died_on,
        gender_current=GENDER_TO_2024[sex] if year <= 2024 else "",
        sex=SEX_FROM_2025[sex] if year >= 2025 else "",
        ethnicity=child.ethnicity or "NOBT",
        disabilities=tuple(child.disabilities),
    )


def _standing(area: Area) -> ChildQuerySet:
    """The children of an area, each once: a record joined to another is that other's."""
    return Child.objects.standing().filter(record__area=area).select_related("record")


def _opaque(identity: str, *, release: str) -> str:
    key = f"{settings.SECRET_KEY}{release}".encode()
    return hmac.new(key, identity.encode(), hashlib.sha256).hexdigest()[:20]
