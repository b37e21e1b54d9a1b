"""The ways into a record, each as a condition that a query can ask. `gate` puts them together."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from holdfast.kernel.access.models import BreakGlass, Grant, Member, ShutOut, ShutOutLift
from holdfast.kernel.access.words import KINDS, Can
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record


@dataclass(frozen=True)
class Wish:
    """What a post wants to do, at a moment of the server's own time.

    `granted` is what a grant must allow: the same, except for a record's log, which somebody may
    be granted to read who may not work there.
    """

    to: Post
    can: Can
    section: str
    at: datetime
    granted: Can


def let_in(wish: Wish) -> Q:
    """(at home | granted | break-glass) & (member, if sealed) & not shut out."""
    held = Exists(_holders(wish))
    return Q(held) & ~Q(Exists(shut_out(wish))) & (home(wish) | granted(wish) | broken(wish))


def home(wish: Wish) -> Q:
    """At home and, where the record is sealed, in its circle.

    Whom a grant brought into the circle is let in by that grant alone, however much their role
    could do at home.
    """
    own = Exists(_members(wish).filter(grant=None))
    return _at_home(wish) & (Q(sealed=False) | Q(own))


def granted(wish: Wish) -> Q:
    member = Exists(_members(wish))
    return Q(Exists(grants(wish))) & (Q(sealed=False) | Q(member))


def broken(wish: Wish) -> Q:
    """Break-glass, which no sealed record has."""
    return Q(Exists(break_glasses(wish))) & Q(sealed=False)


def grants(wish: Wish) -> QuerySet[Grant]:
    """A grant lets its post read or add to its sections. No grant lets anybody decide or open."""
    live = Grant.objects.live(at=wish.at).filter(post=wish.to.pk, record=OuterRef("pk"))
    return _fitting(live, wish)


def grants_of(wish: Wish, record: Record) -> QuerySet[Grant]:
    """Return the live grants of one record that answer a wish, oldest first."""
    live = Grant.objects.live(at=wish.at).filter(post=wish.to.pk, record=record)
    return _fitting(live, wish).order_by("pk")


def break_glasses(wish: Wish) -> QuerySet[BreakGlass]:
    live = BreakGlass.objects.filter(
        holding__in=_holders(wish),
        record=OuterRef("pk"),
        began_at__lte=wish.at,
        ends_at__gt=wish.at,
    )
    return live if wish.can is Can.SEE else live.none()


def shut_out(wish: Wish) -> QuerySet[ShutOut]:
    """Whoever holds the post is shut out as a person, in whatever post."""
    return ShutOut.objects.filter(
        ~Exists(ShutOutLift.objects.filter(shut_out=OuterRef("pk"))),
        record=OuterRef("pk"),
        person__in=_holders(wish).values("person"),
    )


def _fitting(live: QuerySet[Grant], wish: Wish) -> QuerySet[Grant]:
    if wish.granted is Can.WORK:
        live = live.filter(level=Grant.Level.WORK)
    elif wish.granted is not Can.SEE:
        return live.none()
    return live.filter(sections__contains=f"|{wish.section}|") if wish.section else live


def _at_home(wish: Wish) -> Q:
    """The role may, within the owning agency, or within the record's area."""
    role = Role(wish.to.role)
    agency = [k.name for k in KINDS.values() if wish.can in k.at_home.get(role, ())]
    area = [k.name for k in KINDS.values() if wish.can in k.in_area.get(role, ())]
    own = Q(kind__in=agency, owner=wish.to.agency_id)
    return own | Q(kind__in=area, area=wish.to.agency.area_id)


def _members(wish: Wish) -> QuerySet[Member]:
    return Member.objects.live(at=wish.at).filter(post=wish.to.pk, record=OuterRef("pk"))


def _holders(wish: Wish) -> QuerySet[Holding]:
    return Holding.objects.current(at=wish.at).filter(post=wish.to.pk)
