"""Which assessment is made, and under which clock: by the edition in force when its clock starts.

Working Together 2010 had an initial and a core assessment; from Working Together 2013 (15 April
2013) there is one. An assessment that is open at the change finishes under its own limit, unless
the authority converts it: then forty-five working days count from the original referral, so that
they may be spent already, and the manager says why. (timescales, section 13; limits V2.)
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from holdfast.kernel.clock.law import NotInForce
from holdfast.kernel.clock.timescales import edition_in_force, rule_in_force


class Kind(StrEnum):
    INITIAL = "initial"
    CORE = "core"
    SINGLE = "single"


WORDS: Mapping[Kind, str] = {
    Kind.INITIAL: "Initial assessment",
    Kind.CORE: "Core assessment",
    Kind.SINGLE: "Single assessment",
}

SINGLE_LIMIT = "ASMT.SINGLE.45"
LIMITS: Mapping[Kind, tuple[str, ...]] = {
    Kind.INITIAL: ("ASMT.INITIAL.7", "ASMT.INITIAL.10", SINGLE_LIMIT),
    Kind.CORE: ("ASMT.CORE.35", SINGLE_LIMIT),
    Kind.SINGLE: (SINGLE_LIMIT,),
}
"""The clocks a kind may run under, in the order in which law had them."""

CHECKPOINTS = ("ASMT.CHECKPOINT.10", "ASMT.CHECKPOINT.25")
"""When the manager looks at a single assessment with its author (local, no law)."""

FIRST_SINGLE = date(2013, 4, 15)
"""Working Together 2013 takes effect (V2)."""

CHANGED = frozenset({Kind.INITIAL, Kind.CORE})
"""Kinds that can be converted once their edition is over."""


@dataclass(frozen=True)
class Offer:
    """What may be begun from a day: the kinds, and the edition that says so."""

    kinds: tuple[Kind, ...]
    edition: str
    why: str


def offered(counted_from: date, *, single_from: date = FIRST_SINGLE) -> Offer:
    """Return what may be begun on a referral of that day. `single_from` is the authority's own
    day of change, which may be later than the edition's and never earlier.

    >>> offered(date(2013, 4, 14)).kinds
    (<Kind.INITIAL: 'initial'>, <Kind.CORE: 'core'>)
    >>> offered(date(2013, 4, 15)).kinds
    (<Kind.SINGLE: 'single'>,)
    """
    edition = edition_in_force(counted_from)
    if counted_from < max(FIRST_SINGLE, single_from):
        kinds: tuple[Kind, ...] = (Kind.INITIAL, Kind.CORE)
    else:
        kinds = (Kind.SINGLE,)
    return Offer(kinds, edition.id, f"{edition.name} is in force for a referral of that day.")


def limit_of(kind: Kind, counted_from: date) -> str:
    """Return the clock that binds a kind counted from a day, or nothing where law had none.

    >>> limit_of(Kind.INITIAL, date(2012, 5, 1)), limit_of(Kind.INITIAL, date(2013, 5, 1))
    ('ASMT.INITIAL.10', 'ASMT.SINGLE.45')
    """
    return next((rule for rule in LIMITS[kind] if _in_force(rule, counted_from)), "")


def _in_force(rule: str, on: date) -> bool:
    try:
        rule_in_force(rule, on)
    except NotInForce:
        return False
    return True


def may_convert(kind: Kind, *, on: date, single_from: date = FIRST_SINGLE) -> bool:
    """Say whether an open assessment of an earlier kind may become a single one on a day."""
    return kind in CHANGED and on >= max(FIRST_SINGLE, single_from)


def census_form(kind: Kind) -> str:
    """Return the name of the census's own module for a kind.

    The census of 2013/14 took both forms (from memory).
    """
    return {Kind.INITIAL: "InitialAssessment", Kind.CORE: "CoreAssessment"}.get(kind, "Assessment")
