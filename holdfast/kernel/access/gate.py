"""The one rule for who may do what to which records.

    (at home | granted | break-glass) & (member, if sealed) & not shut out

`allowed` filters a list by it and `may` asks it of one record: they are the same query. It reads
the server's time and never a verb's `on`, so a backdated verb gains nothing. Nobody acts for a
post that nobody holds.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Cast, Concat

from holdfast.kernel.access.models import BreakGlass, Grant, Member, ShutOut, ShutOutLift
from holdfast.kernel.access.words import KINDS, Can, Kind, Refused, Rights, declare
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


def allowed(
    records: QuerySet[Record], *, to: Post, can: Can = Can.SEE, section: str = ""
) -> QuerySet[Record]:
    """Return the records among these that the post may see, work or decide, in one query."""
    return records.filter(_rule(to=to, can=can, section=section, at=moment.now()))


def may(post: Post, can: Can, record: Record, *, section: str = "") -> bool:
    mine = Record.objects.filter(pk=record.pk)
    return allowed(mine, to=post, can=can, section=section).exists()


def require(post: Post, can: Can, record: Record, *, section: str = "") -> None:
    """Raise Refused unless the post may. Every verb about a record begins here."""
    if not may(post, can, record, section=section):
        raise Refused("This post may not do this to this record.")


def may_open(post: Post, kind: str) -> bool:
    """Say whether the post may open a record of this kind in its own area."""
    held = Holding.objects.current(at=moment.now()).filter(post=post).exists()
    rights = [KINDS[kind].at_home, KINDS[kind].in_area]
    return held and any(Can.OPEN in right.get(_role(post), ()) for right in rights)


def open_record(*, kind: str, area: Area, owner: Agency, by: Post, on: date) -> Record:
    """Open a record of a kind, if the post may. Raises Refused."""
    in_area = by.agency.area_id == area.pk
    at_home = by.agency_id == owner.pk
    declared = KINDS[kind]
    role = _role(by)
    here = (at_home and Can.OPEN in declared.at_home.get(role, ())) or (
        in_area and Can.OPEN in declared.in_area.get(role, ())
    )
    if not (here and may_open(by, kind)):
        raise Refused(f"The post of {by.title} may not open this kind of record here.")
    return story.open_record(
        kind=kind,
        prefix=declared.prefix,
        area=area,
        owner=owner,
        sealed=declared.sealed,
        retention=declared.retention,
        on=on,
    )


def look_up(
    reference: str, *, kind: str, to: Post | None, can: Can = Can.SEE, section: str = ""
) -> Answer:
    """Ask about one reference. One query, the same for a sealed, foreign or absent record."""
    if to is None:
        return Answer(None, False, "no post", frozenset())
    at = moment.now()
    records = Record.objects.filter(reference=reference, kind=kind).annotate(
        let_in=Case(
            When(_rule(to=to, can=can, section=section, at=at), then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        ),
        shut=Exists(_shut_out(to, at)),
        home=Case(When(_at_home(to, can), then=Value(True)), default=Value(False)),
        granted=Subquery(
            _grants(to, can, section, at)
            .annotate(said=Concat(Cast("pk", CharField()), Value(":"), F("sections")))
            .order_by("pk")
            .values("said")[:1]
        ),
        broken=Subquery(_broken(to, can, at).values("pk")[:1]),
    )
    found = records.select_related("area", "owner").first()
    if found is None:
        return Answer(None, False, "no such record", frozenset())
    return _answer(found)


def _answer(found: Record) -> Answer:
    """Say by what right, from what `look_up` annotated."""
    let_in = bool(getattr(found, "let_in"))  # noqa: B009  annotated, not a field
    home, granted, broken, shut = (
        getattr(found, name) for name in ("home", "granted", "broken", "shut")
    )
    if not let_in:
        right = "shut out" if shut else "not a member" if home or granted else "no right"
        return Answer(found, False, right, frozenset())
    if home:
        return Answer(found, True, "at home", frozenset({EVERYTHING}))
    if granted:
        number, sections = str(granted).split(":", 1)
        return Answer(found, True, f"grant {number}", frozenset(sections.strip("|").split("|")))
    return Answer(found, True, f"break-glass {broken}", frozenset({EVERYTHING}))


def _rule(*, to: Post, can: Can, section: str, at: datetime) -> Q:
    held = Exists(Holding.objects.current(at=at).filter(post=to.pk))
    member = Exists(Member.objects.live(at=at).filter(post=to.pk, record=OuterRef("pk")))
    way_in = (
        _at_home(to, can)
        | Q(Exists(_grants(to, can, section, at)))
        | Q(Exists(_broken(to, can, at)))
    )
    return way_in & Q(held) & (Q(sealed=False) | Q(member)) & ~Q(Exists(_shut_out(to, at)))


def _at_home(to: Post, can: Can) -> Q:
    """At home: the role may, within the owning agency, or within the record's area."""

    def kinds(rights: str) -> list[str]:
        role = _role(to)
        return [k.name for k in KINDS.values() if can in _rights(k, rights).get(role, ())]

    own = Q(kind__in=kinds("at_home"), owner=to.agency_id)
    return own | Q(kind__in=kinds("in_area"), area=to.agency.area_id)


def _rights(kind: Kind, name: str) -> Rights:
    return kind.at_home if name == "at_home" else kind.in_area


def _grants(to: Post, can: Can, section: str, at: datetime) -> QuerySet[Grant]:
    """A grant lets its post read or add to its sections. No grant lets anybody decide or open."""
    live = Grant.objects.live(at=at).filter(post=to.pk, record=OuterRef("pk"))
    if can is Can.WORK:
        live = live.filter(level=Grant.Level.WORK)
    elif can is not Can.SEE:
        return live.none()
    return live.filter(sections__contains=f"|{section}|") if section else live


def _broken(to: Post, can: Can, at: datetime) -> QuerySet[BreakGlass]:
    live = BreakGlass.objects.filter(
        holding__post=to.pk, record=OuterRef("pk"), began_at__lte=at, ends_at__gt=at
    )
    holders = Holding.objects.current(at=at).filter(post=to.pk)
    return live.filter(holding__in=holders) if can is Can.SEE else live.none()


def _shut_out(to: Post, at: datetime) -> QuerySet[ShutOut]:
    holders = Holding.objects.current(at=at).filter(post=to.pk)
    return ShutOut.objects.filter(
        ~Exists(ShutOutLift.objects.filter(shut_out=OuterRef("pk"))),
        record=OuterRef("pk"),
        person__in=holders.values("person"),
    )


def _role(post: Post) -> Role:
    return Role(post.role)
