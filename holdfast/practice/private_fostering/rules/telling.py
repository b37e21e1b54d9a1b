"""Who must tell the authority, of what, and by when. A late notice is recorded; nobody is accused.

Private Fostering Regulations 2005: regulation 3 (a proposal, V), 5 (already fostering, M),
6 (the child has come, M), 9 (a change, M), 10 (the child has left, V2). The numbers of days are
kernel.clock's; here stands which of its rules a notice answers.
"""

from dataclasses import dataclass
from enum import StrEnum

from holdfast.practice.private_fostering.rules import law


class Notice(StrEnum):
    PROPOSED = "proposed"
    EMERGENCY = "emergency"
    EXISTING = "existing"
    ARRIVED = "arrived"
    CHANGE = "change"
    ENDED = "ended"
    AWARE = "aware"


NOTICE_WORDS = {
    Notice.PROPOSED: "A child is to come, in six weeks or later",
    Notice.EMERGENCY: "A child is to come within six weeks, or came in an emergency",
    Notice.EXISTING: "A child lives there already and nobody had told",
    Notice.ARRIVED: "A child has come, as was told before",
    Notice.CHANGE: "Something has changed: address, household, a conviction",
    Notice.ENDED: "The child has left",
    Notice.AWARE: "Somebody noticed",
}
BEGINNINGS = (
    Notice.PROPOSED, Notice.EMERGENCY, Notice.EXISTING, Notice.AWARE,
)  # fmt: skip
"""Notices that open a record. The others are about one that there is."""

LATER = (Notice.ARRIVED, Notice.CHANGE, Notice.ENDED)

FIRST_VISIT = {
    Notice.PROPOSED: "PF.VISIT.PROPOSAL",
    Notice.EMERGENCY: "PF.VISIT.PROPOSAL",
    Notice.EXISTING: "PF.VISIT.EXISTING",
    Notice.AWARE: "PF.VISIT.EXISTING",
    Notice.ARRIVED: "PF.VISIT.EXISTING",
}
"""Which visit answers a notice: seven working days, under regulation 4 or regulation 7."""


class Teller(StrEnum):
    CARER = "carer"
    PARENT = "parent"
    ARRANGER = "arranger"
    SCHOOL = "school"
    HEALTH = "health"
    POLICE = "police"
    HOUSING = "housing"
    SOCIAL_CARE = "social_care"
    FAITH = "faith"
    VOLUNTARY = "voluntary"
    BORDER = "border"
    PUBLIC = "public"
    OTHER = "other"


TELLER_WORDS = {
    Teller.CARER: "The carer",
    Teller.PARENT: "A parent, or somebody with parental responsibility",
    Teller.ARRANGER: "Whoever arranged it",
    Teller.SCHOOL: "A school, a college or an early years setting",
    Teller.HEALTH: "A GP, a hospital or another health service",
    Teller.POLICE: "Police",
    Teller.HOUSING: "Housing",
    Teller.SOCIAL_CARE: "Children’s services",
    Teller.FAITH: "A faith group",
    Teller.VOLUNTARY: "A voluntary or community group",
    Teller.BORDER: "Border or visa officers",
    Teller.PUBLIC: "A neighbour or another member of the public",
    Teller.OTHER: "Somebody else",
}

BY_SECTOR = {
    "education": Teller.SCHOOL,
    "early_years": Teller.SCHOOL,
    "health": Teller.HEALTH,
    "police": Teller.POLICE,
    "housing": Teller.HOUSING,
    "social_care": Teller.SOCIAL_CARE,
    "faith": Teller.FAITH,
    "voluntary": Teller.VOLUNTARY,
}


def teller_of(sector: str) -> Teller:
    """Return who an agency's post is, among those who tell.

    >>> teller_of("education").value, teller_of("transport").value
    ('school', 'other')
    """
    return BY_SECTOR.get(sector, Teller.OTHER)


@dataclass(frozen=True)
class Duty:
    """What one who knows of it must do, in words, and where that is written."""

    who: str
    when: str
    source: law.Source


DUTIES = (
    Duty("The carer", "Six weeks before the child comes, or at once if it is sooner.",
         law.Source("Private Fostering Regulations 2005, regulation 3(1)", "V")),
    Duty("The carer of a child who lives there already", "At once.",
         law.Source("Private Fostering Regulations 2005, regulation 5", "M")),
    Duty("The carer, and a parent who knows of it", "Within 48 hours of the child’s coming.",
         law.Source("Private Fostering Regulations 2005, regulation 6", "M")),
    Duty("A parent, and whoever arranged it", "As soon as possible.",
         law.Source("Private Fostering Regulations 2005, explanatory note", "V")),
    Duty("The carer, when an address, the household or a conviction changes",
         "In advance where possible, else within 48 hours.",
         law.Source("Private Fostering Regulations 2005, regulation 9", "M")),
    Duty("The carer and the parent, when the child leaves",
         "Within 48 hours, unless the child is to be back within 27 days.",
         law.Source("Private Fostering Regulations 2005, regulation 10, as a county restates it",
                    "V2")),
    Duty("A teacher, nurse, doctor, police officer, or anybody else",
         "No date in law. Say to the carer or parent that they must tell; and tell us.",
         law.PROFESSIONALS),
)  # fmt: skip

MUST_BY_LAW = frozenset({Teller.CARER, Teller.PARENT, Teller.ARRANGER})


def telling_rule(notice: Notice, teller: Teller) -> str:
    """Return the clock that a notice answers, where its rule counts days. Empty where none does.

    >>> telling_rule(Notice.PROPOSED, Teller.CARER), telling_rule(Notice.PROPOSED, Teller.SCHOOL)
    ('PF.NOTIFY.ADVANCE', '')
    """
    if notice is Notice.PROPOSED and teller is Teller.CARER:
        return "PF.NOTIFY.ADVANCE"
    if notice is Notice.ENDED and teller in {Teller.CARER, Teller.PARENT}:
        return "PF.END"
    return ""
