"""Which law a board stands under on a day. The date decides, not what the body is called."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Regime:
    """A legal form, from a day until a day. `status`: V read, V2 restated, M memory, L local."""

    code: str
    name: str
    short: str
    starts_on: date | None
    ends_on: date | None
    basis: str
    what: str
    source: str
    status: str


LSCB_FROM = date(2006, 4, 1)
PARTNERS_AT_LATEST = date(2019, 9, 29)
"""The last day by which published arrangements had to be in force."""

BEFORE = Regime(
    code="ACPC",
    name="Area child protection committee",
    short="committee",
    starts_on=None,
    ends_on=LSCB_FROM - timedelta(days=1),
    basis="Guidance, no statute",
    what="Agencies met under guidance. No board stood under a statute yet.",
    source="Working Together 1999",
    status="M",
)
LSCB = Regime(
    code="LSCB",
    name="Local safeguarding children board",
    short="board",
    starts_on=LSCB_FROM,
    ends_on=PARTNERS_AT_LATEST - timedelta(days=1),
    basis="Children Act 2004, sections 13 to 16",
    what=(
        "The local authority establishes a board of named partners under an independent chair. "
        "The board co-ordinates what its members do and sees that it works; it directs no agency."
    ),
    source="Children Act 2004, sections 13 and 14; the annual report of 2012/13 restates both",
    status="V2",
)
MASA = Regime(
    code="MASA",
    name="Multi-agency safeguarding arrangements",
    short="partnership",
    starts_on=PARTNERS_AT_LATEST,
    ends_on=None,
    basis=(
        "Children Act 2004, sections 16E to 16K, put in by the Children and Social Work Act 2017"
    ),
    what=(
        "Three safeguarding partners, equal and jointly responsible: the local authority, the "
        "health commissioner and the police. They publish their arrangements and name who "
        "scrutinises them independently."
    ),
    source=(
        "Children and Social Work Act 2017, sections 16 to 24; Working Together 2018 on the last "
        "day, as a board's announcement restates it"
    ),
    status="V2",
)


def on(day: date, *, arrangements_from: date | None = None) -> Regime:
    """Return the legal form in force on a day.

    `arrangements_from` is the day on which an area's own published arrangements began, where that
    is known. Later than the last lawful day it changes nothing. Source: Children and Social Work
    Act 2017 and the transitional dates as Working Together 2018 restates them (V2).

    >>> on(date(2012, 5, 1)).code, on(date(2022, 5, 1)).code
    ('LSCB', 'MASA')
    """
    if day < LSCB_FROM:
        return BEFORE
    change = min(arrangements_from or PARTNERS_AT_LATEST, PARTNERS_AT_LATEST)
    return LSCB if day < change else MASA
