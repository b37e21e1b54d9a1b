"""An agency's list, matched under an agreement that is on record: who, for what, until when."""

import hashlib
from collections import defaultdict
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import LIST, area_of
from holdfast.practice.children.models import ListRow, SearchKey, SharedList
from holdfast.practice.children.models.looking import known_of, standing_for
from holdfast.practice.children.rules import list_file
from holdfast.practice.children.rules.keys import ALONE, keys_of
from holdfast.practice.children.rules.matching import Known, ranked
from holdfast.practice.children.rules.told import ChildTold

AT_ONCE = 500


@transaction.atomic
def agree_list(
    *,
    agency: Agency,
    title: str,
    purpose: str,
    lawful_basis: str,
    signed_by: str,
    until_on: date,
    by: Post,
    on: date,
) -> SharedList:
    """Record the agreement under which an agency's list may be matched. No list without one."""
    said = {
        "a title": title,
        "the purpose": purpose,
        "the lawful basis": lawful_basis,
        "who signed": signed_by,
    }
    for what, words in said.items():
        if not words.strip():
            raise NotAllowed(f"Give {what} of the agreement.")
    if until_on < on:
        raise NotAllowed("The agreement has ended already. Make a new one first.")
    record = gate.open_record(kind=LIST, area=area_of(by), owner=by.agency, by=by, on=on)
    made = SharedList.objects.create(
        record=record, agency=agency, title=title.strip(), purpose=purpose.strip(),
        lawful_basis=lawful_basis.strip(), signed_by=signed_by.strip(), agreed_on=on,
        until_on=until_on,
    )  # fmt: skip
    story.write_step(record=record, move="agree_list", by=by, on=on, note=purpose)
    return made


@transaction.atomic
def take_list(
    shared: SharedList, *, content: bytes, filename: str, by: Post, on: date
) -> list[ListRow]:
    """Read a list and match every row, a batch of rows at a time; bad rows are kept and told."""
    gate.require(by, Can.WORK, shared.record)
    if on > shared.until_on:
        raise NotAllowed(f"The agreement ended on {shared.until_on:%-d %B %Y}. Make a new one.")
    if shared.taken_on:
        raise NotAllowed("This agreement has its list. Record another agreement for another list.")
    rows = list_file.read(content, filename=filename)
    made = [
        ListRow(shared_list=shared, number=row.number, told=row.told.to_json(), wrong=row.wrong)
        for row in rows
    ]
    for start in range(0, len(made), AT_ONCE):
        _match(made[start : start + AT_ONCE], [r.told for r in rows[start : start + AT_ONCE]], by)
    ListRow.objects.bulk_create(made)
    shared.filename = filename[:120]
    shared.sha256 = hashlib.sha256(content).hexdigest()
    shared.taken_on = on
    shared.save(update_fields=["filename", "sha256", "taken_on"])
    likely = sum(row.level == "likely" for row in made)
    note = f"{len(made)} rows: {likely} likely, {sum(bool(r.wrong) for r in made)} not read."
    story.write_step(record=shared.record, move="take_list", by=by, on=on, note=note)
    return made


def _match(rows: list[ListRow], told: list[ChildTold], by: Post) -> None:
    """Match a batch of rows in a fixed number of queries."""
    asked = [_asked(one) for one in told]
    keys = [
        {key for key in keys_of(names=one.names, born_on=one.born_on, postcodes=one.postcodes,
                                numbers=one.numbers) if key[0] not in ALONE}
        for one in asked
    ]  # fmt: skip
    sharing: dict[str, set[int]] = defaultdict(set)
    wanted = set().union(*keys) if keys else set()
    for key, child in SearchKey.objects.filter(key__in=wanted).values_list("key", "child"):
        sharing[key].add(child)
    near = {child for children in sharing.values() for child in children}
    held = {child.pk: child for child in standing_for(by, near)}
    for row, one, mine in zip(rows, asked, keys, strict=True):
        found = {child for key in mine for child in sharing[key] if child in held}
        best = ranked(one, ((held[pk], known_of(held[pk])) for pk in sorted(found)), most=1)
        if best and not row.wrong:
            row.child, like = best[0]
            row.level, row.reasons = like.level.value, list(like.reasons)


def _asked(told: ChildTold) -> Known:
    return Known(
        names=((told.forename, told.surname),),
        born_on=told.born_on,
        postcodes=(told.postcode,) if told.postcode else (),
        numbers=tuple(number for number in (told.nhs, told.upn) if number),
        sex=told.sex,
    )


@transaction.atomic
def decide_row(row: ListRow, *, same: bool, by: Post, on: date) -> None:
    """Say whether a row of a list is the child it was matched to."""
    gate.require(by, Can.WORK, row.shared_list.record)
    if row.child is None:
        raise NotAllowed("This row was matched to nobody.")
    row.said = same
    row.save(update_fields=["said"])
    note = f"Row {row.number}: {'the same child' if same else 'another child'}."
    story.write_step(record=row.shared_list.record, move="decide_row", by=by, on=on, note=note)
