"""The words of the law on private fostering: sources, people, checks, decisions.

Status as everywhere in the product: V read in the source, V2 restated by others, M from memory
and to be checked, L a local standard (never statutory). Every number of days is data in
kernel.clock (`PF.*`); none stands here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


@dataclass(frozen=True)
class Source:
    """Where a rule comes from and how far it has been checked."""

    text: str
    status: str


DEFINITION = Source("Children Act 1989, section 66, as a county's procedures restate it", "V2")
RELATIVE = Source("Children Act 1989, section 105, as a county's procedures restate it", "V2")
EXEMPT = Source("Children Act 1989, schedule 8, paragraphs 1 to 5", "M")
HOLIDAYS = Source("Children Act 1989, schedule 8, paragraph 9, as procedures restate it", "V2")
USUAL_LIMIT = Source("Children Act 1989, schedule 7, paragraphs 2 to 4", "M")
DISQUALIFIED = Source("Children Act 1989, section 68", "V")
PROHIBITED = Source("Children Act 1989, section 69", "V")
REQUIREMENTS = Source("Children Act 1989, schedule 8, paragraph 6", "M")
APPEALS = Source("Children Act 1989, schedule 8, paragraph 8", "M")
PROPOSAL = Source("Private Fostering Regulations 2005, regulation 4(1)", "V")
VISITS = Source("Private Fostering Regulations 2005, regulation 8", "V")
CHECKED = Source("Private Fostering Regulations 2005, schedules 2 and 3", "M")
ANNUAL = Source("Private Fostering Regulations 2005, regulation 12, and the standards", "M")
PROFESSIONALS = Source("National minimum standards for private fostering", "M")
LOCAL = Source("Set by the partnership", "L")


class Relation(StrEnum):
    """Who the carer is to the child. Some words sound like a close relative and are not."""

    PARENT = "parent"
    HAS_PR = "has_pr"
    GRANDPARENT = "grandparent"
    SIBLING = "sibling"
    UNCLE_AUNT = "uncle_aunt"
    STEP_PARENT = "step_parent"
    PARENTS_PARTNER = "parents_partner"
    GREAT_AUNT = "great_aunt"
    COUSIN = "cousin"
    FAMILY_FRIEND = "family_friend"
    FRIENDS_PARENT = "friends_parent"
    HOST_FAMILY = "host_family"
    STRANGER = "stranger"
    NOT_KNOWN = "not_known"


RELATION_WORDS = {
    Relation.PARENT: "Mother or father",
    Relation.HAS_PR: "Somebody else with parental responsibility",
    Relation.GRANDPARENT: "Grandparent",
    Relation.SIBLING: "Brother or sister, full or half",
    Relation.UNCLE_AUNT: "Uncle or aunt, by blood, marriage or civil partnership",
    Relation.STEP_PARENT: "Step-parent, married to or in a civil partnership with a parent",
    Relation.PARENTS_PARTNER: "A parent’s partner, not married and no civil partner",
    Relation.GREAT_AUNT: "Great-uncle or great-aunt",
    Relation.COUSIN: "Cousin",
    Relation.FAMILY_FRIEND: "Friend of the family",
    Relation.FRIENDS_PARENT: "Parent of a friend of the child",
    Relation.HOST_FAMILY: "Host family of a school or an agency",
    Relation.STRANGER: "Somebody the family did not know before",
    Relation.NOT_KNOWN: "Not known yet",
}

NEAR = frozenset({Relation.PARENT, Relation.HAS_PR})
CLOSE = frozenset(
    {Relation.GRANDPARENT, Relation.SIBLING, Relation.UNCLE_AUNT, Relation.STEP_PARENT}
)
"""Close relatives of section 105. A cousin, a great-aunt, a parent's partner are none."""


class Circumstance(StrEnum):
    """Why the child is away from the parents: the code list of the children in need census."""

    RETURNS = "8B"
    STAYS = "8C"
    EDUCATION = "8D"
    FAMILY = "8E"
    OTHER = "8F"


CIRCUMSTANCE_WORDS = {
    Circumstance.RETURNS: "From overseas, means to return",
    Circumstance.STAYS: "From overseas, means to stay",
    Circumstance.EDUCATION: "From the United Kingdom, for education",
    Circumstance.FAMILY: "From the United Kingdom, a family’s own arrangement",
    Circumstance.OTHER: "Another reason",
}
CIRCUMSTANCE_SOURCE = Source("Children in need census, factors at the end of assessment", "V")


class CheckKind(StrEnum):
    """What is looked into before somebody decides whether the arrangement suits."""

    IDENTITY = "identity"
    RECORDS = "records"
    BARRING = "barring"
    HEALTH = "health"
    REFERENCE = "reference"
    SCHOOL = "school"
    SLEEPING = "sleeping"
    SAFETY = "safety"
    WISHES = "wishes"
    CONTACT = "contact"
    MONEY = "money"


CHECK_WORDS = {
    CheckKind.IDENTITY: "Identity, and addresses of the last five years",
    CheckKind.RECORDS: "This authority’s own records, and those of earlier ones",
    CheckKind.BARRING: "Criminal records and barring",
    CheckKind.HEALTH: "The carer’s health",
    CheckKind.REFERENCE: "A person who knows the carer",
    CheckKind.SCHOOL: "The child’s school or early years setting, and doctor",
    CheckKind.SLEEPING: "Where the child sleeps, and how many share the home",
    CheckKind.SAFETY: "Safety of the home: fire, heating, animals, water",
    CheckKind.WISHES: "What the child wishes and feels about it",
    CheckKind.CONTACT: "Contact with parents, brothers and sisters",
    CheckKind.MONEY: "Money, and consent to medical treatment",
}
OF_PEOPLE = (CheckKind.IDENTITY, CheckKind.RECORDS, CheckKind.BARRING)
OF_CARERS = (CheckKind.HEALTH, CheckKind.REFERENCE)
OF_THE_PLACE = (
    CheckKind.SCHOOL, CheckKind.SLEEPING, CheckKind.SAFETY, CheckKind.WISHES, CheckKind.CONTACT,
    CheckKind.MONEY,
)  # fmt: skip
CHECKED_FROM_AGE = 16
"""From what age a member of the household is checked (schedule 2, from memory)."""

BARRING_SERVICE_FROM = date(2012, 12, 1)


def check_words(kind: CheckKind, *, on: date) -> str:
    """Return a check's name on a day: the barring service replaced its bureau in 2012.

    >>> check_words(CheckKind.BARRING, on=date(2012, 11, 30))
    'Criminal records (CRB) and barring'
    """
    if kind is CheckKind.BARRING:
        body = "DBS" if on >= BARRING_SERVICE_FROM else "CRB"
        return f"Criminal records ({body}) and barring"
    return CHECK_WORDS[kind]


class Result(StrEnum):
    CLEAR = "clear"
    CONCERN = "concern"
    NOTHING_HELD = "nothing_held"
    REFUSED = "refused"


RESULT_WORDS = {
    Result.CLEAR: "Seen, no concern",
    Result.CONCERN: "Seen, a concern",
    Result.NOTHING_HELD: "Nothing held",
    Result.REFUSED: "Refused, because",
}


class Missed(StrEnum):
    """Why a visit was not made, or did not count. Staff's and families' reasons stand apart."""

    NOBODY_IN = "nobody_in"
    REFUSED_ENTRY = "refused_entry"
    CHILD_AWAY = "child_away"
    CANCELLED_BY_FAMILY = "cancelled_by_family"
    NO_WORKER = "no_worker"
    CANCELLED_BY_US = "cancelled_by_us"
    NOT_SAFE = "not_safe"


MISSED_WORDS = {
    Missed.NOBODY_IN: "Nobody was in",
    Missed.REFUSED_ENTRY: "We were not let in",
    Missed.CHILD_AWAY: "The child was not there",
    Missed.CANCELLED_BY_FAMILY: "The family called it off",
    Missed.NO_WORKER: "No worker was free",
    Missed.CANCELLED_BY_US: "We called it off",
    Missed.NOT_SAFE: "It was not safe for the worker",
}
OURS = frozenset({Missed.NO_WORKER, Missed.CANCELLED_BY_US, Missed.NOT_SAFE})
