"""The cast, as the demo's first page shows them."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.demo.cast import AGENCIES, CAST, Member
from holdfast.kernel.directory.models import Account


@dataclass(frozen=True)
class Seat:
    """One of the cast who is there to be signed in as."""

    key: str
    title: str
    name: str
    words: str


@dataclass(frozen=True)
class Table:
    """One agency and those who sit there."""

    agency: str
    seats: tuple[Seat, ...]


def tables() -> list[Table]:
    """Return the cast by agency, as far as this database has accounts for them."""
    there = set(Account.objects.filter(is_active=True).values_list("email", flat=True))
    present = [member for member in CAST if member.email in there]
    return [
        Table(AGENCIES[agency][0], tuple(_seats(agency, present)))
        for agency in dict.fromkeys(member.agency for member in present)
    ]


def _seats(agency: str, present: list[Member]) -> Iterable[Seat]:
    for member in present:
        if member.agency == agency:
            yield Seat(member.key, member.title, member.name, member.words)
