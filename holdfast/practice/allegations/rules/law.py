"""Thresholds, outcomes, regulators and what must be kept, by the edition in force on a day.

Status words as everywhere in the product: V read in the source, V2 restated by others,
M from memory and to be checked, L a local standard (never statutory).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Source:
    """Where a rule comes from and how far it has been checked."""

    text: str
    status: str


KCSIE_2016_173 = Source("Keeping Children Safe in Education 2016, paragraph 173", "V")
KCSIE_2016_174 = Source("Keeping Children Safe in Education 2016, paragraph 174", "V")
FIVE_OUTCOMES = Source("A local authority's published list of five outcomes", "V2")
FOUR_OUTCOMES = Source("Working Together 2010 and the schools guidance of 2011 to 2013", "M")
THREE_TESTS = Source("Protocols written under Working Together 2010 and 2013", "V2")
FOUR_TESTS = Source("Keeping Children Safe in Education 2020, part four", "V2")
KEPT = Source("South West child protection procedures, records of allegations", "V2")
BARRING = Source("Safeguarding Vulnerable Groups Act 2006, section 35", "M")
MEETING_NAME = Source("The partnership's own wording", "L")
REGULATOR_NAMES = Source("Dates on which bodies changed", "M")


class Test(StrEnum):
    """The tests of the threshold: one is enough."""

    __test__ = False

    HARMED = "harmed"
    OFFENCE = "offence"
    RISK = "risk"
    SUITABILITY = "suitability"


TEST_WORDS = {
    Test.HARMED: "may have harmed a child",
    Test.OFFENCE: "may have committed a criminal offence against or about a child",
    Test.RISK: "behaved in a way that suggests a risk of harm to children",
    Test.SUITABILITY: "behaved in a way that suggests unsuitability to work with children",
}
FOURTH_TEST_FROM = date(2020, 9, 1)


def tests_in_force(on: date) -> tuple[Test, ...]:
    """Return the threshold tests of the day; the fourth came in September 2020.

    >>> len(tests_in_force(date(2013, 6, 28)))
    3
    """
    tests = (Test.HARMED, Test.OFFENCE, Test.RISK)
    return (*tests, Test.SUITABILITY) if on >= FOURTH_TEST_FROM else tests


class Category(StrEnum):
    PHYSICAL = "physical"
    EMOTIONAL = "emotional"
    SEXUAL = "sexual"
    NEGLECT = "neglect"
    CONDUCT = "conduct"


CATEGORY_WORDS = {
    Category.PHYSICAL: "Physical",
    Category.EMOTIONAL: "Emotional",
    Category.SEXUAL: "Sexual",
    Category.NEGLECT: "Neglect",
    Category.CONDUCT: "Conduct, in or outside work",
}


class Outcome(StrEnum):
    SUBSTANTIATED = "substantiated"
    UNSUBSTANTIATED = "unsubstantiated"
    UNFOUNDED = "unfounded"
    MALICIOUS = "malicious"
    FALSE = "false"


MEANING = {
    Outcome.SUBSTANTIATED: "There is enough evidence to show that it probably happened.",
    Outcome.UNSUBSTANTIATED: (
        "There is not enough evidence either way; it implies neither guilt nor innocence."
    ),
    Outcome.UNFOUNDED: (
        "There is no evidence or proper basis for it; somebody misread or mistook what happened."
    ),
    Outcome.MALICIOUS: "There is enough evidence that it is untrue and was meant to deceive.",
    Outcome.FALSE: "There is enough evidence that it is untrue.",
}


@dataclass(frozen=True)
class OutcomeList:
    """The outcomes one edition offers. `until` is None while it is in force."""

    edition: str
    title: str
    starts: date
    until: date | None
    outcomes: tuple[Outcome, ...]
    source: Source


OUTCOME_LISTS = (
    OutcomeList(
        "WT2010",
        "Working Together 2010",
        date(2010, 3, 1),
        date(2013, 4, 14),
        (
            Outcome.SUBSTANTIATED,
            Outcome.UNSUBSTANTIATED,
            Outcome.UNFOUNDED,
            Outcome.MALICIOUS,
        ),
        FOUR_OUTCOMES,
    ),
    OutcomeList(
        "WT2013",
        "the list in use from Working Together 2013",
        date(2013, 4, 15),
        None,
        tuple(Outcome),
        FIVE_OUTCOMES,
    ),
)


class NoEdition(Exception):
    """No list of outcomes is held for this day. The message may be shown."""


def outcome_list(on: date) -> OutcomeList:
    """Return the list of outcomes in force on a day."""
    for found in OUTCOME_LISTS:
        if found.starts <= on and (found.until is None or on <= found.until):
            return found
    raise NoEdition(
        f"Holdfast has no list of outcomes for {on:%d %B %Y}: "
        "its earliest begins in March 2010. Check the date."
    )


def reference_may_mention(outcome: Outcome) -> tuple[bool, Source]:
    """May an employer's reference mention it? Only what was substantiated."""
    if outcome is Outcome.UNFOUNDED:
        return False, Source("Not named in paragraph 173 of 2016; treated alike", "M")
    return outcome is Outcome.SUBSTANTIATED, KCSIE_2016_173


KEPT_WORDS = "his or her normal pension age, or 10 years from the outcome if that is longer"
PENSION_AGE, KEPT_YEARS = 66, 10


def _years_on(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def kept_until(*, born_on: date | None, decided_on: date) -> date | None:
    """The longer of pension age and ten years; None while the date of birth is not known."""
    if born_on is None:
        return None
    return max(_years_on(born_on, PENSION_AGE), _years_on(decided_on, KEPT_YEARS))


def meeting_word(on: date) -> str:
    """What the meeting is called on a day.

    >>> meeting_word(date(2012, 10, 11))
    'strategy meeting'
    """
    return "strategy meeting" if on < date(2013, 4, 15) else "allegations meeting"


class Body(StrEnum):
    BARRING = "barring"
    TEACHING = "teaching"
    SOCIAL_WORK = "social_work"
    OFSTED = "ofsted"
    PROFESSIONAL = "professional_body"


BODY_NAMES: Mapping[Body, tuple[tuple[date, str], ...]] = {
    Body.BARRING: (
        (date(2009, 1, 20), "Independent Safeguarding Authority"),
        (date(2012, 12, 1), "Disclosure and Barring Service"),
    ),
    Body.TEACHING: (
        (date(2000, 9, 1), "General Teaching Council for England"),
        (date(2012, 4, 1), "Teaching Agency"),
        (date(2013, 4, 1), "National College for Teaching and Leadership"),
        (date(2018, 4, 1), "Teaching Regulation Agency"),
    ),
    Body.SOCIAL_WORK: (
        (date(2001, 10, 1), "General Social Care Council"),
        (date(2012, 8, 1), "Health and Care Professions Council"),
        (date(2019, 12, 2), "Social Work England"),
    ),
    Body.OFSTED: ((date(2001, 9, 1), "Ofsted"),),
    Body.PROFESSIONAL: ((date(1900, 1, 1), "Another professional body"),),
}


def body_name(body: Body, on: date) -> str:
    """The name the body had on a day.

    >>> body_name(Body.BARRING, date(2012, 11, 2))
    'Independent Safeguarding Authority'
    """
    names = [name for start, name in BODY_NAMES[body] if start <= on]
    return names[-1] if names else BODY_NAMES[body][0][1]


def must_refer_to_barring(*, left_or_removed: bool, harm_test_met: bool) -> bool:
    """The employer must refer when both hold: he was removed or left, and the harm test is met.

    >>> must_refer_to_barring(left_or_removed=False, harm_test_met=True)
    False
    """
    return left_or_removed and harm_test_met
