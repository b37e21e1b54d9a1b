"""The verbs of the directory: who is made, who is appointed, who stands down."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import (
    Account,
    Agency,
    Area,
    Holding,
    Partnership,
    Person,
    Post,
    Team,
)
from holdfast.kernel.directory.words import Role, Sector


class CannotAppoint(Exception):
    """The appointment cannot be made. The message is fit to show to a user."""


@transaction.atomic
def found_partnership(
    *, name: str, short_name: str, area: Area, demo: bool = False
) -> Partnership:
    """Make this database the partnership's own. It is done once, and `demo` never changes."""
    if Partnership.objects.exists():
        raise CannotAppoint("This database has its partnership already.")
    moment.forget()
    return Partnership.objects.create(pk=1, name=name, short_name=short_name, area=area, demo=demo)


def name_area(*, code: str, name: str, dfe_code: str = "", kind: str = "borough") -> Area:
    return Area.objects.create(code=code, name=name, dfe_code=dfe_code, kind=kind)


def name_agency(*, name: str, sector: Sector, area: Area | None) -> Agency:
    return Agency.objects.create(name=name, sector=sector, area=area)


def make_post(*, title: str, agency: Agency, role: Role, team: Team | None = None) -> Post:
    return Post.objects.create(title=title, agency=agency, role=role, team=team)


@transaction.atomic
def open_account(*, name: str, email: str) -> Account:
    """Make a person and their account. It has no password, and it opens nothing by itself."""
    if Account.objects.filter(email__iexact=email).exists():
        raise CannotAppoint("There is an account with that e-mail address already.")
    return Account.objects.create_user(email, person=Person.objects.create(name=name))


@transaction.atomic
def appoint(person: Person, post: Post, *, at: datetime | None = None) -> Holding:
    """Give a post its holder from a moment on (now, unless a story says otherwise)."""
    starts_at = at or moment.now()
    if Holding.objects.current(at=starts_at).filter(post=post).exists():
        raise CannotAppoint(f"{post.title} is held already. Stand the holder down first.")
    return Holding.objects.create(post=post, person=person, starts_at=starts_at)


@transaction.atomic
def appoint_all(seats: Sequence[tuple[Person, Post, datetime]]) -> list[Holding]:
    """Give many posts their holders, each from a moment on, in two queries."""
    made = [Holding(post=post, person=person, starts_at=at) for person, post, at in seats]
    held = Holding.objects.filter(post__in=[post for _, post, _ in seats], ends_at__isnull=True)
    taken = held.select_related("post").first()
    if taken is not None:
        raise CannotAppoint(f"{taken.post.title} is held already. Stand the holder down first.")
    return Holding.objects.bulk_create(made)


@transaction.atomic
def stand_down(holding: Holding, *, at: datetime | None = None) -> None:
    """End a holding (now, unless a story says otherwise). What the post holds stays with it."""
    held = Holding.objects.filter(pk=holding.pk, ends_at__isnull=True)
    ended = held.update(ends_at=at or moment.now())
    if not ended:
        raise CannotAppoint("This holding has ended already.")
