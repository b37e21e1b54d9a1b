"""The one rule for who may do what to which records.

    (at home | granted | break-glass) & (member, if sealed) & not shut out

`allowed` filters a list by it and `may` asks it of one record: the same rule, spelt once. It reads
the server's time and never a verb's `on`, so a backdated verb gains nothing. Nobody acts for a
post that nobody holds. `ways` spells the conditions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import BooleanField, Case, Exists, Q, QuerySet, Subquery, Value, When

from holdfast.kernel.access import spelt, ways
from holdfast.kernel.access.ways import Wish
from holdfast.kernel.access.words import KINDS, LOG, Can, Kind, Refused, declare
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record

__all__ = ["Answer", "Can", "Kind", "Refused", "allowed", "declare", "look_up", "may", "require"]

EVERYTHING = "*"


@dataclass(frozen=True)
class Answer:
    """What the gate says of one record to one post."""

    record: Record | None
    let_in: bool
    right: str
    sections: frozenset[str]


ABSENT = Answer(None, False, "no such record", frozenset())
NOBODY = Answer(None, False, "no post", frozenset())


def allowed(
    records: QuerySet[Record], *, to: Post, can: Can = Can.SEE, section: str = ""
) -> QuerySet[Record]:
    """Return the records among these that the post may see, work or decide, in one query."""
    return records.filter(ways.let_in(_wish(to, can, section)))


def may(post: Post, can: Can, record: Record, *, section: str = "") -> bool:
    return spelt.first("may", _let_in, _wish(post, can, section), record.pk) is not None


def require(post: Post, can: Can, record: Record, *, section: str = "") -> None:
    """Raise Refused unless the post may. Every verb about a record begins here."""
    if not may(post, can, record, section=section):
        raise Refused("This post may not do this to this record.")


def may_at_home(post: Post, can: Can, record: Record) -> bool:
    """Say whether the post may by its own right, not by a grant: so nobody passes a grant on."""
    return spelt.first("may at home", _let_in_home, _wish(post, can, ""), record.pk) is not None


def at_home(records: QuerySet[Record], *, to: Post, can: Can) -> QuerySet[Record]:
    """Return the records among these where the post may by its own right, not by a grant."""
    wish = _wish(to, can, "")
    return records.filter(ways.let_in(wish), ways.home(wish))


def require_at_home(post: Post, can: Can, record: Record) -> None:
    """Raise Refused unless the post may by its own right. Whoever lets others in begins here."""
    if not may_at_home(post, can, record):
        raise Refused("This post may not say who is let into this record.")


def may_open(post: Post, kind: str) -> bool:
    """Say whether the post may open a record of this kind in its own area."""
    held = Holding.objects.current(at=moment.now()).filter(post=post).exists()
    rights = [KINDS[kind].at_home, KINDS[kind].in_area]
    return held and any(Can.OPEN in right.get(Role(post.role), ()) for right in rights)


def open_record(*, kind: str, area: Area, owner: Agency, by: Post, on: date) -> Record:
    """Open a record of a kind, if the post may. Raises Refused."""
    return open_records(kind=kind, area=area, owners=[owner], by=by, on=on)[0]


def open_records(
    *, kind: str, area: Area, owners: Sequence[Agency], by: Post, on: date
) -> list[Record]:
    """Open a record of a kind for each owner, if the post may, in a fixed number of queries.

    An agency of one area opens nothing in another; one that works everywhere has no area.
    """
    in_area = by.agency.area_id == area.pk
    works_here = by.agency.area_id in {None, area.pk}
    at_home = works_here and all(by.agency_id == owner.pk for owner in owners)
    declared = KINDS[kind]
    role = Role(by.role)
    here = (at_home and Can.OPEN in declared.at_home.get(role, ())) or (
        in_area and Can.OPEN in declared.in_area.get(role, ())
    )
    if not (here and may_open(by, kind)):
        raise Refused(f"The post of {by.title} may not open this kind of record here.")
    return story.open_records(
        kind=kind,
        prefix=declared.prefix,
        area=area,
        owners=owners,
        sealed=declared.sealed,
        retention=declared.retention,
        on=on,
    )


def look_up(
    reference: str, *, kind: str, to: Post | None, can: Can = Can.SEE, section: str = ""
) -> Answer:
    """Ask about one reference. One query, the same for a sealed, foreign or absent record."""
    found = _ask(reference, _wish(to, can, section) if to else None)
    return ABSENT if found.record is not None and found.record.kind != kind else found


def look_up_log(reference: str, *, to: Post | None) -> Answer:
    """Ask who may read who has looked: who works there at home, or was granted just that."""
    return _ask(reference, _wish(to, Can.WORK, LOG, granted=Can.SEE) if to else None)


def look_up_glass(reference: str, *, to: Post | None) -> Answer:
    """Ask whether a post may ask for break-glass.

    It may not where it is shut out, and need not where it is let into everything already.
    """
    asked = _ask(reference, _wish(to, Can.SEE, "") if to else None)
    found = asked.record
    kind = KINDS.get(found.kind) if found else None
    offered = kind is not None and kind.break_glass and not (found and found.sealed)
    partly = asked.let_in and EVERYTHING not in asked.sections
    may_ask = offered and (partly or asked.right == NO_RIGHT)
    if not may_ask:
        return Answer(found, False, asked.right, frozenset())
    whole = Record.objects.select_related("area", "owner").get(pk=found.pk) if found else None
    return Answer(whole, True, "asks for break-glass", frozenset())


NO_RIGHT = "no right"


def _wish(to: Post, can: Can, section: str, *, granted: Can | None = None) -> Wish:
    return Wish(to=to, can=can, section=section, at=moment.now(), granted=granted or can)


def _ask(reference: str, wish: Wish | None) -> Answer:
    if wish is None:
        return NOBODY
    found = spelt.first("look up", _told, wish, reference)
    return ABSENT if found is None else _answer(Told(*found), wish)


class Told(NamedTuple):
    """What the one query tells of a record, refused or not."""

    pk: Any
    kind: str
    sealed: bool
    let_in: bool
    home: bool
    shut: bool
    granted: bool
    broken: int | None


def _let_in(wish: Wish, record: Any) -> QuerySet[Record, Any]:
    return Record.objects.filter(ways.let_in(wish), pk=record).values_list("kind")


def _let_in_home(wish: Wish, record: Any) -> QuerySet[Record, Any]:
    return Record.objects.filter(ways.let_in(wish), ways.home(wish), pk=record).values_list("kind")


def _told(wish: Wish, reference: Any) -> QuerySet[Record, Any]:
    return (
        Record.objects.filter(reference=reference)
        .annotate(
            let_in=_flag(ways.let_in(wish)),
            home=_flag(ways.home(wish)),
            shut=Exists(ways.shut_out(wish)),
            granted=Exists(ways.grants(wish)),
            broken=Subquery(ways.break_glasses(wish).order_by("pk").values("pk")[:1]),
        )
        .values_list(*Told._fields)
    )


def _flag(condition: Q) -> Case:
    return Case(
        When(condition, then=Value(True)), default=Value(False), output_field=BooleanField()
    )


def _answer(told: Told, wish: Wish) -> Answer:
    """Say by what right, from what was told. Grants' sections add up. Whoever is refused is told
    of a record that has a number and nothing else: the log writes it down.
    """
    key = told.pk if isinstance(told.pk, UUID) else UUID(told.pk)
    if not told.let_in:
        right = "shut out" if told.shut else "not a member" if told.granted else NO_RIGHT
        refused = Record(pk=key, kind=told.kind, sealed=bool(told.sealed))
        return Answer(refused, False, right, frozenset())
    found = Record.objects.select_related("area", "owner").filter(pk=key).first()
    if found is None:
        return ABSENT
    if told.home:
        return Answer(found, True, "at home", frozenset({EVERYTHING}))
    if told.broken and not found.sealed:
        return Answer(found, True, f"break-glass {told.broken}", frozenset({EVERYTHING}))
    live = ways.grants_of(wish, found).values_list("pk", "sections")
    numbers = [str(number) for number, _ in live]
    sections = {name for _, named in live for name in named.strip("|").split("|")}
    right = f"grant {numbers[0]}" if len(numbers) == 1 else f"grants {', '.join(numbers)}"
    return Answer(found, True, right, frozenset(sections))
