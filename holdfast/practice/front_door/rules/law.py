"""The words and codes of the front door: grades, decisions, sources, lawful bases. Pure.

Sources: Working Together 2010 chapter 5 and 2013 chapter 1 (restated, V2); Children Act 1989 (V);
the London hubs' guidance on lawful basis (restated, V2); the CIN census guides (read, V).
"""

from datetime import date
from enum import StrEnum

DECISION, FEEDBACK = "REF.DECISION", "REF.FEEDBACK"
WT2013_FROM = date(2013, 4, 15)
"""From this day guidance itself says that the referrer hears within one working day (V2)."""


class Grade(StrEnum):
    """How fast the partners are asked (local). It never moves the day of the decision."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


GRADE_RULE = {
    Grade.RED: "MASH.RAG.RED",
    Grade.AMBER: "MASH.RAG.AMBER",
    Grade.GREEN: "MASH.RAG.GREEN",
}
GRADE_HOURS = {Grade.RED: 4, Grade.AMBER: 24, Grade.GREEN: 72}
GRADE_WORDS = {
    Grade.RED: "Red: a child may be in danger now",
    Grade.AMBER: "Amber: serious worry, not at once",
    Grade.GREEN: "Green: help may be needed",
}


class Decision(StrEnum):
    ADVICE = "advice"
    EARLY_HELP = "early_help"
    ASSESSMENT = "assessment"
    STRATEGY = "strategy_discussion"
    TO_WORKER = "to_allocated_worker"
    PRIVATE_FOSTERING = "private_fostering"
    OTHER_AREA = "other_area"


DECISION_WORDS = {
    Decision.ADVICE: "Advice, no more from us",
    Decision.EARLY_HELP: "Early help, if the family agrees",
    Decision.ASSESSMENT: "Assessment by children’s social care (section 17)",
    Decision.STRATEGY: "Strategy discussion",
    Decision.TO_WORKER: "To the worker who has the child already",
    Decision.PRIVATE_FOSTERING: "Private fostering: a visit and checks",
    Decision.OTHER_AREA: "Passed to the area where the child lives",
}
"""What was decided, as pages and lists print it."""

TOLD_WORDS = {
    Decision.ADVICE: "No assessment is needed now. What may help is written below.",
    Decision.EARLY_HELP: "The family is offered early help.",
    Decision.ASSESSMENT: "A social worker will assess what help is needed.",
    Decision.STRATEGY: "Agencies are talking together today about what is to be done.",
    Decision.TO_WORKER: "Your report has gone to the person who is to act on it.",
    Decision.PRIVATE_FOSTERING: "Somebody will visit and see how the child is looked after.",
    Decision.OTHER_AREA: "It was passed to the area where the child lives.",
}
"""What was decided, as a professional referrer hears it."""

CHOICES = (
    Decision.ADVICE,
    Decision.EARLY_HELP,
    Decision.ASSESSMENT,
    Decision.PRIVATE_FOSTERING,
    Decision.OTHER_AREA,
)
"""What is chosen on the decision's form. Strategy discussion and worker are moves of their own."""

REFERRALS = frozenset({Decision.ASSESSMENT, Decision.STRATEGY})
"""A contact becomes a referral to social care with one of these (FD06, local reading)."""
BELOW = frozenset({Decision.ADVICE, Decision.EARLY_HELP})

CONTACT_FLAGS = {
    Decision.ADVICE: "ADVICE",
    Decision.EARLY_HELP: "OTHER_OUTCOMES_EXIST",
    Decision.ASSESSMENT: "NEW_REFERRAL",
    Decision.STRATEGY: "CP_ENQUIRY",
    Decision.TO_WORKER: "EXISTING_REFERRAL",
    Decision.PRIVATE_FOSTERING: "PRIVATE_FOSTERING",
    Decision.OTHER_AREA: "OTHER_OUTCOMES_EXIST",
}
"""The outcome flag of the Standard Safeguarding Dataset's contact. It has none for early help."""


class Basis(StrEnum):
    STATUTORY = "statutory"
    VITAL = "vital"
    AGREEMENT = "agreement"


BASIS_WORDS = {
    Basis.STATUTORY: "Statutory function: Children Act 1989, sections 17, 27 and 47",
    Basis.VITAL: "Life or safety at once",
    Basis.AGREEMENT: "Agreement, for early help only",
}


class Told(StrEnum):
    """Whether the family knows. Not telling them needs its reason."""

    YES = "yes"
    NO = "no"
    NOT_YET = "not_yet"


TOLD_FAMILY = {
    Told.YES: "Yes",
    Told.NO: "No, because…",
    Told.NOT_YET: "Not yet: we shall tell them",
}


class Agreement(StrEnum):
    NOT_ASKED = ""
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


AGREEMENT_WORDS = {
    Agreement.NOT_ASKED: "Not asked yet",
    Agreement.GIVEN: "The family agrees",
    Agreement.REFUSED: "The family does not agree",
    Agreement.WITHDRAWN: "The family agreed and no longer does",
}


class Channel(StrEnum):
    """How a contact came."""

    FORM = "form"
    TELEPHONE = "telephone"
    POLICE = "police_notification"
    OUT_OF_HOURS = "out_of_hours"
    PUBLIC = "public_form"


CHANNEL_WORDS = {
    Channel.FORM: "Referral form",
    Channel.TELEPHONE: "Telephone",
    Channel.POLICE: "Police notification",
    Channel.OUT_OF_HOURS: "Out-of-hours handover",
    Channel.PUBLIC: "Public form",
}

SOURCES = {
    "1A": "Individual: family member, relative or carer",
    "1B": "Individual: acquaintance, including neighbours",
    "1C": "Individual: self",
    "1D": "Individual: other",
    "2A": "Schools",
    "2B": "Education services",
    "3A": "Health: GP",
    "3B": "Health: health visitor",
    "3C": "Health: school nurse",
    "3D": "Health: other primary",
    "3E": "Health: accident and emergency",
    "3F": "Health: other",
    "4": "Housing",
    "5A": "Council: social care",
    "5B": "Council: other internal",
    "5C": "Council: external",
    "6": "Police",
    "7": "Other legal agency",
    "8": "Other",
    "9": "Anonymous",
    "10": "Unknown",
}
"""CIN census item N00045, ReferralSource, collected from 2013/14 (V2: guide restated)."""

NEEDS = {
    "N1": "Abuse or neglect",
    "N2": "Child’s disability or illness",
    "N3": "Parent’s disability or illness",
    "N4": "Family in acute stress",
    "N5": "Family dysfunction",
    "N6": "Socially unacceptable behaviour",
    "N7": "Low income",
    "N8": "Absent parenting",
    "N9": "Cases other than children in need",
    "N0": "Not stated",
}
"""CIN census item N00101, PrimaryNeedCode, as in 2013 (V2). N1's words change in 2026."""
N1_2026 = "Abuse, neglect and exploitation"

SOURCE_OF_SECTOR = {
    "education": "2A",
    "early_years": "2B",
    "health": "3F",
    "housing": "4",
    "social_care": "5A",
    "police": "6",
    "probation": "7",
}


def source_of(sector: str, *, public: bool = False, named: bool = True) -> str:
    """Return the census code of a referrer, from what kind of agency it is.

    >>> source_of("education"), source_of("faith"), source_of("", public=True, named=False)
    ('2A', '8', '9')
    """
    if public:
        return "1D" if named else "9"
    return SOURCE_OF_SECTOR.get(sector, "8")


def need_words(code: str, *, year: int) -> str:
    """Return what a primary need code is called in a census year.

    >>> need_words("N1", year=2013), need_words("N1", year=2026)
    ('Abuse or neglect', 'Abuse, neglect and exploitation')
    """
    return N1_2026 if code == "N1" and year >= 2026 else NEEDS.get(code, NEEDS["N0"])


def nfa(decision: str) -> bool:
    """Say whether a referral ended with no further action: CIN ReferralNFA.

    >>> nfa("advice"), nfa("assessment")
    (True, False)
    """
    return decision in {Decision.ADVICE.value, Decision.OTHER_AREA.value}
