"""What is added to a child's record and what is corrected in it. Nothing that was so is lost."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.children.access import SHARED
from holdfast.practice.children.models import (
    Address,
    Child,
    Identifier,
    Marker,
    Name,
    SearchKey,
    looking,
)
from holdfast.practice.children.rules.identifiers import WORDS, Scheme, checked
from holdfast.practice.children.rules.keys import normal_postcode
from holdfast.practice.children.rules.words import (
    DISABILITY,
    ETHNICITY,
    MARKER_WORDS,
    MarkerKind,
    NameKind,
    Sex,
)


@dataclass(frozen=True)
class Corrected:
    """The facts of a child that stand in its own row, as somebody now gives them."""

    born_on: date | None
    born_about: bool
    due_on: date | None
    sex: str
    ethnicity: str
    language: str
    disabilities: tuple[str, ...]
    school: str
    about: str


@transaction.atomic
def correct(child: Child, facts: Corrected, *, seen: int, by: Post, on: date) -> None:
    """Change what is known of a child. The story keeps what was there before."""
    gate.require(by, Can.WORK, child.record)
    _can_be(facts, on=on)
    story.move_on(child.record, version=seen)
    changed = []
    for field in facts.__dataclass_fields__:
        before, now = getattr(child, field), getattr(facts, field)
        now = list(now) if isinstance(now, tuple) else now
        if before != now:
            changed.append(
                f"{field.replace('_', ' ')}: {before or 'nothing'} → {now or 'nothing'}"
            )
            setattr(child, field, now)
    if child.born_on:
        child.due_on = None
    child.save()
    _index(child)
    if changed:
        _write(child, "correct", "; ".join(changed), by=by, on=on)


def _can_be(facts: Corrected, *, on: date) -> None:
    if facts.born_on and facts.born_on > on:
        raise NotAllowed("The day of birth has not come yet. Give the day the child is due.")
    if facts.ethnicity not in ETHNICITY:
        raise NotAllowed(f"“{facts.ethnicity}” is no ethnicity code of the CIN census.")
    if facts.sex not in set(Sex):
        raise NotAllowed("Say girl, boy or not known.")
    unknown = [code for code in facts.disabilities if code not in DISABILITY]
    if unknown:
        raise NotAllowed(f"“{unknown[0]}” is no disability code of the CIN census.")
    if "NONE" in facts.disabilities and len(facts.disabilities) > 1:
        raise NotAllowed("A child has no disability, or has those named. Not both.")


@transaction.atomic
def add_name(
    child: Child,
    *,
    kind: NameKind,
    forename: str,
    surname: str,
    by: Post,
    on: date,
    from_on: date | None = None,
) -> Name:
    """Add a name. A new current name ends the one before, which stays findable."""
    gate.require(by, Can.WORK, child.record)
    if not forename.strip() and not surname.strip():
        raise NotAllowed("Give a forename or a surname.")
    if kind is NameKind.CURRENT:
        before = child.names.filter(kind=NameKind.CURRENT.value, until_on=None)
        before.update(until_on=from_on or on)
        child.forename, child.surname = forename.strip(), surname.strip()
        child.known_as = f"{child.forename} {child.surname}".strip()
        child.save(update_fields=["forename", "surname", "known_as"])
    made = Name.objects.create(
        child=child, kind=kind.value, forename=forename.strip(), surname=surname.strip(),
        from_on=from_on, source=by.agency, subjects=["child"],
    )  # fmt: skip
    _index(child)
    _write(child, "add_name", f"{made.words}", by=by, on=on)
    return made


@transaction.atomic
def add_address(
    child: Child,
    *,
    lines: str,
    postcode: str,
    by: Post,
    on: date,
    from_on: date | None = None,
    kept_from: str = "",
) -> Address:
    """Add where a child lives now; the address before ends on that day."""
    gate.require(by, Can.WORK, child.record)
    if not lines.strip() and not postcode.strip():
        raise NotAllowed("Give an address or a postcode.")
    began = from_on or on
    child.addresses.filter(until_on=None).update(until_on=began)
    made = Address.objects.create(
        child=child, lines=lines.strip(), postcode=normal_postcode(postcode), from_on=began,
        kept_from=kept_from.strip(), source=by.agency, subjects=["child"],
    )  # fmt: skip
    _index(child)
    _write(child, "add_address", "Lives at another address.", by=by, on=on)
    return made


@transaction.atomic
def keep_from(
    address: Address, *, whom: str, why: str, review_on: date, by: Post, on: date
) -> Marker:
    """Keep an address from a named person: in no copy for them, and marked on the record."""
    gate.require(by, Can.WORK, address.child.record)
    if not whom.strip():
        raise NotAllowed("Name who must not have the address.")
    address.kept_from = whom.strip()
    address.save(update_fields=["kept_from"])
    return mark(
        address.child, kind=MarkerKind.ADDRESS_KEPT, about=whom, note=why, review_on=review_on,
        by=by, on=on,
    )  # fmt: skip


@transaction.atomic
def add_identifier(child: Child, *, scheme: Scheme, value: str, by: Post, on: date) -> Identifier:
    """Add a number whose check fits. One that another child has is told, and is no error."""
    gate.require(by, Can.WORK, child.record)
    found = checked(scheme, value)
    if child.identifiers.filter(scheme=scheme.value, value=found).exists():
        raise NotAllowed(f"This {WORDS[scheme]} is on the record already.")
    made = Identifier.objects.create(
        child=child, scheme=scheme.value, value=found, source=by.agency, subjects=["child"]
    )
    _index(child)
    _write(child, "add_identifier", WORDS[scheme], by=by, on=on)
    return made


@transaction.atomic
def mark(
    child: Child,
    *,
    kind: MarkerKind,
    review_on: date,
    by: Post,
    on: date,
    about: str = "",
    note: str = "",
) -> Marker:
    """Mark what a reader must know first, and when somebody looks at it again."""
    gate.require(by, Can.WORK, child.record)
    if review_on <= on:
        raise NotAllowed("A marker is looked at again on a later day. Give one.")
    made = Marker.objects.create(
        child=child, kind=kind.value, about=about.strip(), note=note.strip(), from_on=on,
        review_on=review_on, by=by, source=by.agency, subjects=["child"],
    )  # fmt: skip
    _write(child, "mark", MARKER_WORDS[kind], by=by, on=on)
    return made


@transaction.atomic
def review_marker(marker: Marker, *, review_on: date, by: Post, on: date) -> None:
    """Say that a marker still holds, and when somebody looks again."""
    gate.require(by, Can.WORK, marker.child.record)
    if review_on <= on:
        raise NotAllowed("A marker is looked at again on a later day. Give one.")
    marker.review_on, marker.reviewed_on = review_on, on
    marker.save(update_fields=["review_on", "reviewed_on"])
    _write(marker.child, "review_marker", f"Still so: {_said(marker)}", by=by, on=on)


@transaction.atomic
def end_marker(marker: Marker, *, why: str, by: Post, on: date) -> None:
    """End a marker for a reason. An address that it kept back may be given again."""
    gate.require(by, Can.WORK, marker.child.record)
    if not why.strip():
        raise NotAllowed("Say why the marker no longer holds.")
    marker.until_on, marker.ended_why = on, why.strip()
    marker.save(update_fields=["until_on", "ended_why"])
    if marker.kind == MarkerKind.ADDRESS_KEPT.value:
        marker.child.addresses.filter(kept_from=marker.about).update(kept_from="")
    _write(marker.child, "end_marker", f"Ended: {_said(marker)}. {why}", by=by, on=on)


def _index(child: Child) -> None:
    SearchKey.objects.filter(child=child).delete()
    SearchKey.objects.bulk_create(looking.keys_for([child]))


def _said(marker: Marker) -> str:
    return MARKER_WORDS[MarkerKind(marker.kind)]


def _write(child: Child, move: str, note: str, *, by: Post, on: date) -> None:
    story.write_step(
        record=child.record, move=move, by=by, on=on, note=note, section=SHARED,
        subjects=["child"],
    )  # fmt: skip
