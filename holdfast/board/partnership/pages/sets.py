"""The sets of bodies that the product ships: what adopting one would make, and its law."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.partnership.pages.days import RegimeSaid, regime_said
from holdfast.board.partnership.pages.findings import Said, said
from holdfast.board.partnership.rules import regime
from holdfast.board.partnership.rules.planned import PlannedBody, PlannedSet
from holdfast.board.partnership.rules.words import CAPACITY_WORDS, KIND_WORDS
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class SetLine:
    link: Link
    starts: str
    words: str


@dataclass(frozen=True)
class SetsPage:
    back: Link
    sets: tuple[SetLine, ...]

    @classmethod
    def of(cls, sets: Mapping[str, PlannedSet]) -> "SetsPage":
        return cls(
            back=Link("The board", reverse("partnership:bodies")),
            sets=tuple(
                SetLine(
                    Link(one.title, reverse("partnership:set", args=[name])),
                    day_words(one.starts_on),
                    f"{plural(len(one.bodies), 'body', 'bodies')}; "
                    f"{regime.on(one.starts_on).name.lower()}",
                )
                for name, one in sets.items()
            ),
        )


@dataclass(frozen=True)
class PlannedSaid:
    name: str
    kind: str
    purpose: str
    meets: str
    duties: tuple[str, ...]
    seats: tuple[str, ...]
    findings: tuple[Said, ...]


@dataclass(frozen=True)
class SetPage:
    title: str
    starts: str
    source: str
    back: Link
    regime: RegimeSaid
    carries_on: str
    bodies: tuple[PlannedSaid, ...]
    links: tuple[str, ...]
    may_adopt: bool
    not_yet: str

    @classmethod
    def of(cls, found: PlannedSet, *, may_open: bool, today: date) -> "SetPage":
        ahead = found.starts_on > today
        return cls(
            title=found.title,
            starts=day_words(found.starts_on),
            source=found.source,
            back=Link("Sets of bodies", reverse("partnership:sets")),
            regime=regime_said(regime.on(found.starts_on), on=found.starts_on),
            carries_on=", ".join(found.carries_on),
            bodies=tuple(_body(one, on=found.starts_on) for one in found.bodies),
            links=tuple(f"{link.name}: {link.what}" for link in found.links),
            may_adopt=may_open and not ahead,
            not_yet=f"It begins on {day_words(found.starts_on)}; until then it can only be read."
            if ahead
            else "",
        )


def _body(one: PlannedBody, *, on: date) -> PlannedSaid:
    return PlannedSaid(
        name=f"{one.name} ({one.code})",
        kind=KIND_WORDS[one.kind],
        purpose=one.purpose,
        meets=_meets(one),
        duties=one.duties,
        seats=_seats(one),
        findings=said(one.findings(on=on)),
    )


def _meets(one: PlannedBody) -> str:
    words = [f"meets {one.meets_a_year} times a year"] if one.meets_a_year else []
    words += [f"with {one.joint_with}"] if one.joint_with else []
    return "; ".join(words)


def _seats(one: PlannedBody) -> tuple[str, ...]:
    found: Sequence[str] = [
        f"{seat.title}: {CAPACITY_WORDS[seat.capacity].lower()}"
        f"{', safeguarding partner' if seat.partner else ''} ({seat.agency})"
        for seat in one.seats
    ]
    return tuple(found)
