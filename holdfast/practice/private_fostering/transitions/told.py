"""What a verb is told of a child, a home, a visit: plain values, checked by forms before."""

from dataclasses import dataclass
from datetime import date

from holdfast.practice.children.rules.told import years
from holdfast.practice.private_fostering.rules import defining, law, telling, visiting


@dataclass(frozen=True)
class ChildTold:
    """The child as told. Nobody but the hub learns whether we know the child already."""

    forename: str
    surname: str = ""
    born_on: date | None = None
    age: int | None = None
    disabled: bool | None = None
    sex: str = ""
    language: str = ""
    culture: str = ""
    school: str = ""

    def age_on(self, on: date) -> int | None:
        return years(self.born_on, on=on) if self.born_on else self.age


@dataclass(frozen=True)
class HomeTold:
    """With whom and where the child lives or is to live, for how long, and why."""

    carer: str
    relation: law.Relation = law.Relation.NOT_KNOWN
    address: str = ""
    postcode: str = ""
    starts_on: date | None = None
    until: date | None = None
    goes_on: bool | None = None
    why: str = ""
    circumstance: str = ""
    parent: str = ""
    parent_reach: str = ""

    def tests(self, child: ChildTold, *, on: date) -> defining.Verdict:
        """Return what the law's tests say of what was told."""
        days = None
        if self.starts_on and self.until:
            days = defining.days_meant(self.starts_on, self.until)
        elif self.starts_on and self.starts_on <= on:
            days = defining.days_meant(self.starts_on, on)
        return defining.is_private_fostering(
            defining.Told(
                age=child.age_on(on),
                disabled=child.disabled,
                relation=self.relation,
                days=days,
                meant_to_go_on=False if self.until and not self.goes_on else self.goes_on,
            )
        )


@dataclass(frozen=True)
class NoticeTold:
    """Who told, of what kind of thing, on which day, in whose words."""

    kind: telling.Notice
    teller: telling.Teller
    who: str
    told_on: date
    text: str = ""


@dataclass(frozen=True)
class VisitTold:
    """What was done on a visit. What is not said stays empty."""

    child_seen: bool
    alone: bool
    report: str
    why_not_alone: str = ""
    words: str = ""
    language: str = ""
    who_else: str = ""
    parents: str = ""
    home: str = ""
    next_steps: str = ""

    @property
    def seen(self) -> visiting.Seen:
        return visiting.Seen(
            self.child_seen, self.alone, self.why_not_alone, self.report, self.words
        )
