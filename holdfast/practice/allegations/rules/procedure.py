"""The clocks, agendas and cohort targets of the room. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from holdfast.practice.allegations.rules import law

REFER = "LADO.REFER"
TRIAGE_CLEAR = "LADO.TRIAGE.CLEAR"
MEET = "LADO.MEETING"
EMPLOYER_ACT = "LADO.EMPLOYER.ACT"
HEARING = "LADO.HEARING"
REVIEW = "LADO.REVIEW"
DBS = "LADO.DBS"
RECORD = "LADO.RECORD"
"""Rule ids of the clock's data; the limits themselves are not repeated here."""

EMPLOYER_CLOCKS = {
    TRIAGE_CLEAR: "To resolve what is clearly unfounded or malicious",
    EMPLOYER_ACT: "To act, where no formal step is needed",
    HEARING: "To hold a disciplinary hearing",
    DBS: "To refer to the barring service",
}

AGENDA = (
    "Are children safe now, here and in his or her own family?",
    "Police: is there a possible crime?",
    "Social care: is a child at risk of significant harm?",
    "Employer: what is decided for the time being, and what was considered instead?",
    "Earlier concerns: what this room and each agency hold",
    "Barring and regulators: whose duty is it to refer?",
    "Who is told what, by whom, when: child, parent, adult",
    "Support for the child, the family, the adult and colleagues",
    "Who does what next, by when",
)


class Strand(StrEnum):
    POLICE = "police"
    SOCIAL_CARE = "social_care"
    EMPLOYER = "employer"
    REGULATOR = "regulator"


STRAND_WORDS = {
    Strand.POLICE: "Police: possible crime",
    Strand.SOCIAL_CARE: "Social care: section 47 enquiry",
    Strand.EMPLOYER: "Employer: its own inquiry",
    Strand.REGULATOR: "Regulator",
}


class Reader(StrEnum):
    CHILD = "child"
    PARENT = "parent"
    ADULT = "adult"


class Safety(StrEnum):
    """Is the child safe now? Asked in every call."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "not_known"


class View(StrEnum):
    """What the LADO thinks of the threshold at the end of a call."""

    ADVICE = "advice"
    MET = "met"
    LATER = "later"


@dataclass(frozen=True)
class Target:
    """A share of all concluded allegations within some months: a cohort target, no deadline."""

    rule: str
    share: int
    months: int
    source: law.Source


TARGETS = (
    Target("LADO.T80", 80, 1, law.KCSIE_2016_174),
    Target("LADO.T90", 90, 3, law.KCSIE_2016_174),
    Target("LADO.TMAX", 100, 12, law.KCSIE_2016_174),
)


def months_on(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month.

    >>> months_on(date(2013, 1, 31), 1)
    datetime.date(2013, 2, 28)
    """
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))


def concluded_within(received: date, concluded: date, months: int) -> bool:
    return concluded <= months_on(received, months)


def share_within(spans: Iterable[tuple[date, date]], months: int) -> tuple[int, int]:
    """How many (received, concluded) pairs are within the months, of how many."""
    held = list(spans)
    return sum(concluded_within(a, b, months) for a, b in held), len(held)


SMALLEST_SHOWN = 6


def suppressed(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Counts fit to leave the room: 1 to 5 are None, and never just one of them.

    A single hidden cell could be worked out from a total, so the next smallest is hidden too.

    >>> suppressed({"police": 2, "health": 9, "transport": 7})
    {'police': None, 'health': 9, 'transport': None}
    """
    hidden = {name for name, count in counts.items() if 0 < count < SMALLEST_SHOWN}
    if len(hidden) == 1:
        rest = [(count, name) for name, count in counts.items() if count and name not in hidden]
        hidden |= {min(rest)[1]} if rest else set()
    return {name: None if name in hidden else count for name, count in counts.items()}


def financial_year(day: date) -> str:
    """The year from April to March that holds a day.

    >>> financial_year(date(2013, 3, 31))
    '2012-13'
    """
    start = day.year if day.month >= 4 else day.year - 1
    return f"{start}-{(start + 1) % 100:02d}"
