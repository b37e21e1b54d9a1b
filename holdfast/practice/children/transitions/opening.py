"""How a child's record begins: somebody tells of one, and the hub finds none like it."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import KIND, area_of
from holdfast.practice.children.models import (
    Address,
    Child,
    Household,
    Identifier,
    Name,
    SearchKey,
    looking,
)
from holdfast.practice.children.rules.identifiers import Scheme, checked
from holdfast.practice.children.rules.keys import normal_postcode
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import NameKind


@transaction.atomic
def open_child(
    told: ChildTold, *, by: Post, on: date, household: Household | None = None, why_new: str = ""
) -> Child:
    """Open the record of one child. Look first whether there is one (`looking.matches_for`).

    `why_new` is why it is none of those that were found.
    """
    child = open_children([told], by=by, on=on, household=household)[0]
    if why_new:
        story.write_step(
            record=child.record, move="look_first", by=by, on=on, note=why_new, subjects=["child"]
        )
    return child


@transaction.atomic
def open_children(
    told: Sequence[ChildTold], *, by: Post, on: date, household: Household | None = None
) -> list[Child]:
    """Open the records of children told of together, in a fixed number of queries.

    Raises NotAllowed if one has no name and no birth, or a number whose check does not fit.
    """
    for one in told:
        _says_who(one, on=on)
    records = gate.open_records(
        kind=KIND, area=area_of(by), owners=[by.agency for _ in told], by=by, on=on
    )
    children = Child.objects.bulk_create(
        _row(record, one, household) for record, one in zip(records, told, strict=True)
    )
    _keep_facts(list(zip(children, told, strict=True)), by=by)
    SearchKey.objects.bulk_create(looking.keys_for(children))
    story.write_steps(records, move="open_child", to_state="known", by=by, on=on)
    return children


def _row(record: Record, one: ChildTold, household: Household | None) -> Child:
    return Child(
        record=record,
        known_as=one.known_as[:120],
        forename=one.forename.strip(),
        surname=one.surname.strip(),
        born_on=one.born_on,
        due_on=None if one.born_on else one.due_on,
        sex=one.sex,
        ethnicity=one.ethnicity,
        language=one.language,
        school=one.school,
        household=household,
    )


def _keep_facts(pairs: list[tuple[Child, ChildTold]], *, by: Post) -> None:
    shared = {"source": by.agency, "subjects": ["child"]}
    numbers = [(child, _numbers(one)) for child, one in pairs]
    Name.objects.bulk_create(
        Name(child=child, kind=NameKind.CURRENT.value, forename=child.forename,
             surname=child.surname, **shared)
        for child, _ in pairs
    )  # fmt: skip
    Address.objects.bulk_create(
        Address(child=child, lines=one.address.strip(),
                postcode=normal_postcode(one.postcode), **shared)
        for child, one in pairs
        if one.address.strip() or one.postcode.strip()
    )  # fmt: skip
    Identifier.objects.bulk_create(
        Identifier(child=child, scheme=scheme.value, value=value, **shared)
        for child, found in numbers
        for scheme, value in found
    )


def _says_who(one: ChildTold, *, on: date) -> None:
    if not one.forename.strip() and not one.surname.strip():
        raise NotAllowed("Give at least one name of the child, as you heard it.")
    if one.born_on and one.born_on > on:
        raise NotAllowed("The day of birth has not come yet. Give the day the child is due.")


def _numbers(one: ChildTold) -> list[tuple[Scheme, str]]:
    typed = ((Scheme.NHS, one.nhs), (Scheme.UPN, one.upn))
    return [(scheme, checked(scheme, value)) for scheme, value in typed if value.strip()]
