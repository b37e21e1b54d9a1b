"""Awareness work by setting, and what stands beside it in the notices. Questions, never scores.

"Expected and absent" is a question to a person: a setting that never told may have no such child,
may not know, or may not say. The answer is "do it" or "say why not"; nothing happens by itself.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.practice.private_fostering.rules.telling import Teller


class Setting(StrEnum):
    SCHOOLS = "schools"
    EARLY_YEARS = "early_years"
    LANGUAGE = "language_schools"
    HEALTH = "health"
    POLICE = "police"
    HOUSING = "housing"
    COUNCIL = "council"
    FAITH = "faith"
    COMMUNITY = "community"
    PUBLIC = "public"


SETTING_WORDS = {
    Setting.SCHOOLS: "Schools and colleges",
    Setting.EARLY_YEARS: "Early years",
    Setting.LANGUAGE: "Language schools and host agencies",
    Setting.HEALTH: "GPs and health services",
    Setting.POLICE: "Police",
    Setting.HOUSING: "Housing",
    Setting.COUNCIL: "Council staff and new starters",
    Setting.FAITH: "Faith groups",
    Setting.COMMUNITY: "Community and voluntary groups",
    Setting.PUBLIC: "The public",
}
TELLS_AS = {
    Setting.SCHOOLS: (Teller.SCHOOL,),
    Setting.HEALTH: (Teller.HEALTH,),
    Setting.POLICE: (Teller.POLICE,),
    Setting.HOUSING: (Teller.HOUSING,),
    Setting.COUNCIL: (Teller.SOCIAL_CARE,),
    Setting.FAITH: (Teller.FAITH,),
    Setting.COMMUNITY: (Teller.VOLUNTARY,),
    Setting.PUBLIC: (Teller.PUBLIC, Teller.CARER, Teller.PARENT),
}
"""As whom a setting tells. Early years and language schools tell as schools and arrangers do,
so their silence cannot be told apart, and nothing is asked about it."""


class Activity(StrEnum):
    CAMPAIGN = "campaign"
    TALK = "talk"
    INDUCTION = "induction"
    LEAFLET = "leaflet"
    THEATRE = "theatre"
    AUDIT = "audit"
    SURVEY = "survey"
    OTHER = "other"


ACTIVITY_WORDS = {
    Activity.CAMPAIGN: "Campaign",
    Activity.TALK: "Talk or training",
    Activity.INDUCTION: "Induction of new staff",
    Activity.LEAFLET: "Leaflets or posters",
    Activity.THEATRE: "Theatre",
    Activity.AUDIT: "Audit of a setting’s own lists",
    Activity.SURVEY: "Survey",
    Activity.OTHER: "Other",
}


def quarter_of(day: date) -> str:
    """Return the quarter of the financial year in which a day falls.

    >>> quarter_of(date(2013, 1, 1)), quarter_of(date(2012, 4, 1))
    ('2012/13 Q4', '2012/13 Q1')
    """
    start = day.year if day.month >= 4 else day.year - 1
    return f"{start}/{(start + 1) % 100:02d} Q{(day.month - 4) % 12 // 3 + 1}"


def year_of(day: date) -> str:
    """
    >>> year_of(date(2013, 3, 31))
    '2012/13'
    """
    return quarter_of(day).split()[0]


def quarters(first: date, last: date) -> list[str]:
    """Return every quarter from one day's to another's, in order and without a gap."""
    found: list[str] = []
    year, month = first.year, first.month
    while (year, month) <= (last.year, last.month):
        name = quarter_of(date(year, month, 1))
        if not found or found[-1] != name:
            found.append(name)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return found


@dataclass(frozen=True)
class Done:
    """One piece of awareness work, as plain values."""

    on: date
    setting: Setting
    reached: int | None


@dataclass(frozen=True)
class Silence:
    """A setting that told of nobody in a year, with what was done there: a question."""

    setting: Setting
    done: int
    question: str


def silences(
    told_by: Iterable[str], done: Sequence[Done], *, answered: Iterable[str] = ()
) -> list[Silence]:
    """Return the settings that told of nobody, except those that somebody has answered for."""
    heard, closed = Counter(told_by), set(answered)
    worked = Counter(one.setting for one in done)
    found = []
    for setting, tellers in TELLS_AS.items():
        if setting.value in closed or any(heard[teller.value] for teller in tellers):
            continue
        found.append(Silence(setting, worked[setting], _question(setting, worked[setting])))
    return found


def _question(setting: Setting, done: int) -> str:
    name = SETTING_WORDS[setting]
    if done:
        return f"{name}: we were there, and nobody has told us of a child. Do they know one?"
    return f"{name}: nobody has told us of a child, and we have not been there. Shall we go?"


def change_words(before: int, after: int) -> str:
    """Return how a count changed, with both counts. A share of a small count is not printed.

    >>> change_words(8, 10), change_words(24, 30)
    ('from 8 to 10', 'from 24 to 30, up 25%')
    """
    said = f"from {before} to {after}"
    if before < 20 or before == after:
        return said
    share = round(100 * (after - before) / before)
    return f"{said}, {'up' if share > 0 else 'down'} {abs(share)}%"
