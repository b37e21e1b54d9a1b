"""Is this private fostering? Three tests, each explained; what is not known is said, not guessed.

Under 16, or under 18 if disabled; cared for by somebody who is no parent, has no parental
responsibility and is no close relative; for 28 days or more, or meant to be. Sources: `law`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.practice.private_fostering.rules import law

AGE, AGE_IF_DISABLED, DAYS, HOLIDAY_DAYS = 16, 18, 28, 14


class Exempt(StrEnum):
    """Where a child who lives away from home is not privately fostered."""

    LOOKED_AFTER = "looked_after"
    HOSPITAL = "hospital"
    BOARDING = "boarding"
    ADOPTION = "adoption"
    CUSTODY = "custody"


EXEMPT_WORDS = {
    Exempt.LOOKED_AFTER: "Looked after by a local authority",
    Exempt.HOSPITAL: "In hospital or a care home",
    Exempt.BOARDING: "At boarding school, in term time",
    Exempt.ADOPTION: "Placed for adoption",
    Exempt.CUSTODY: "In custody",
}


@dataclass(frozen=True)
class Told:
    """What is known. None means not known, which is not the same as no."""

    age: int | None = None
    disabled: bool | None = None
    relation: law.Relation = law.Relation.NOT_KNOWN
    days: int | None = None
    meant_to_go_on: bool | None = None
    exempt: Exempt | None = None
    school_holiday: bool = False


class Passes(StrEnum):
    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Test:
    """One test: what is asked, what was found, and whether it points to private fostering."""

    __test__ = False

    asked: str
    found: str
    passes: Passes
    source: law.Source


@dataclass(frozen=True)
class Verdict:
    """The answer with its tests. It is advice to a person, never a decision by itself."""

    answer: Passes
    words: str
    tests: tuple[Test, ...]


def is_private_fostering(told: Told) -> Verdict:
    """Apply the tests. One No decides; otherwise what is not known must be asked."""
    tests = (_age(told), _relation(told), _days(told), _exempt(told))
    if any(test.passes is Passes.NO for test in tests):
        return Verdict(Passes.NO, NOT_SO, tests)
    if any(test.passes is Passes.NOT_KNOWN for test in tests):
        asked = " ".join(t.asked for t in tests if t.passes is Passes.NOT_KNOWN)
        return Verdict(Passes.NOT_KNOWN, f"{ASK} {asked}", tests)
    return Verdict(Passes.YES, SO, tests)


SO = "This is private fostering. The council must be told, and must visit the child."
NOT_SO = (
    "From what you say this is not private fostering. If you are worried, tell us all the same."
)
ASK = "It may be. Tell us now; these things can be asked later:"


def _age(told: Told) -> Test:
    asked = f"Is the child under {AGE}, or under {AGE_IF_DISABLED} and disabled?"
    if told.age is None:
        return Test(asked, "The age is not known.", Passes.NOT_KNOWN, law.DEFINITION)
    if told.age < AGE:
        return Test(asked, f"{told.age}: under {AGE}.", Passes.YES, law.DEFINITION)
    if told.age >= AGE_IF_DISABLED:
        return Test(asked, f"{told.age}: too old.", Passes.NO, law.DEFINITION)
    if told.disabled is None:
        found = f"{told.age}: it depends on whether the child is disabled."
        return Test(asked, found, Passes.NOT_KNOWN, law.DEFINITION)
    found = f"{told.age}, {'disabled' if told.disabled else 'not disabled'}."
    return Test(asked, found, Passes.YES if told.disabled else Passes.NO, law.DEFINITION)


LOOKS_CLOSE = {
    law.Relation.COUSIN, law.Relation.GREAT_AUNT, law.Relation.PARENTS_PARTNER,
}  # fmt: skip


def _relation(told: Told) -> Test:
    asked = "Is the carer neither a parent nor a close relative?"
    words = law.RELATION_WORDS[told.relation]
    if told.relation is law.Relation.NOT_KNOWN:
        found = "Who the carer is to the child is not known."
        return Test(asked, found, Passes.NOT_KNOWN, law.RELATIVE)
    if told.relation in law.NEAR:
        found = f"{words}: has parental responsibility, or is a parent."
        return Test(asked, found, Passes.NO, law.DEFINITION)
    if told.relation in law.CLOSE:
        return Test(asked, f"{words}: a close relative.", Passes.NO, law.RELATIVE)
    more = " It sounds close; the law does not count it." if told.relation in LOOKS_CLOSE else ""
    return Test(asked, f"{words}: no close relative.{more}", Passes.YES, law.RELATIVE)


def _days(told: Told) -> Test:
    if told.school_holiday:
        return _holiday(told)
    asked = f"Does it last {DAYS} days or more, or is it meant to?"
    if told.days is not None and told.days >= DAYS:
        return Test(asked, f"{told.days} days.", Passes.YES, law.DEFINITION)
    if told.meant_to_go_on:
        return Test(asked, "It is meant to go on.", Passes.YES, law.DEFINITION)
    if told.days is None:
        return Test(asked, "How long it lasts is not known.", Passes.NOT_KNOWN, law.DEFINITION)
    if told.meant_to_go_on is None:
        found = f"{told.days} days so far; whether it goes on is not known."
        return Test(asked, found, Passes.NOT_KNOWN, law.DEFINITION)
    return Test(asked, f"{told.days} days, and then it ends.", Passes.NO, law.DEFINITION)


def _holiday(told: Told) -> Test:
    asked = "Does a pupil under 16 stay at the school for more than two weeks of the holidays?"
    if told.days is None:
        return Test(asked, "How long is not known.", Passes.NOT_KNOWN, law.HOLIDAYS)
    stays = told.days > HOLIDAY_DAYS
    found = f"{told.days} days of the holidays."
    return Test(asked, found, Passes.YES if stays else Passes.NO, law.HOLIDAYS)


def _exempt(told: Told) -> Test:
    asked = "Is the child nowhere that the law leaves out?"
    if told.exempt is None or (told.exempt is Exempt.BOARDING and told.school_holiday):
        return Test(asked, "Nothing of the kind was said.", Passes.YES, law.EXEMPT)
    return Test(asked, f"{EXEMPT_WORDS[told.exempt]}.", Passes.NO, law.EXEMPT)


def days_meant(starts_on: date, until: date) -> int:
    """Return how many days an arrangement is meant to last, the first and the last counted.

    >>> days_meant(date(2013, 2, 1), date(2013, 2, 28))
    28
    """
    return (until - starts_on).days + 1


def ends_by_age(born_on: date, *, disabled: bool) -> date:
    """Return the birthday from which the child is too old for it.

    >>> ends_by_age(date(2004, 2, 29), disabled=False)
    datetime.date(2020, 2, 29)
    """
    year = born_on.year + (AGE_IF_DISABLED if disabled else AGE)
    try:
        return born_on.replace(year=year)
    except ValueError:
        return date(year, 3, 1)


def over_the_limit(children: int, *, all_siblings: bool) -> bool:
    """Say whether more than three children are fostered in one home, where not all are siblings.

    Children Act 1989, schedule 7, paragraphs 2 to 4 (M): an exemption must then be decided.
    """
    return children > 3 and not all_siblings


def home_key(postcode: str, address: str) -> str:
    """Return what two addresses of one home have in common: postcode and the first number.

    >>> home_key("se15 4ab", "Flat 2, 14 Bellenden Road"), home_key("", "14 High Street")
    ('SE154AB/2', '')
    """
    code = "".join(postcode.split()).upper()
    number = next(_numbers(address), "")
    return f"{code}/{number}" if code else ""


def _numbers(address: str) -> Iterator[str]:
    yield from (word.strip(",.") for word in address.split() if word[:1].isdigit())
