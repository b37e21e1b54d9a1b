"""The room's lists of words: how help comes, why, what is done, how it ends. All local (L)."""

from enum import StrEnum


class Source(StrEnum):
    """How early help came to be offered."""

    AGENCY = "agency"
    FAMILY = "family"
    FRONT_DOOR = "front_door"
    STEP_DOWN = "step_down"


SOURCE_WORDS = {
    Source.AGENCY: "An agency offered it",
    Source.FAMILY: "The family asked for it",
    Source.FRONT_DOOR: "The front door decided for early help",
    Source.STEP_DOWN: "Stepped down from children’s social care",
}


class Reason(StrEnum):
    """Why help is given, for counting. The worry itself is written in words."""

    PARENTING = "parenting"
    SCHOOL = "school"
    BEHAVIOUR = "behaviour"
    HURT_AT_HOME = "violence_at_home"
    PARENT_HEALTH = "parent_mental_health"
    CHILD_HEALTH = "child_mental_health"
    SUBSTANCES = "substance_misuse"
    DISABILITY = "disability"
    BULLYING = "bullying"
    HOUSING_MONEY = "housing_or_money"
    OTHER = "other"


REASON_WORDS = {
    Reason.PARENTING: "Parenting",
    Reason.SCHOOL: "School: attendance, or a risk of exclusion",
    Reason.BEHAVIOUR: "A child’s behaviour",
    Reason.HURT_AT_HOME: "Violence at home",
    Reason.PARENT_HEALTH: "A parent’s mental health",
    Reason.CHILD_HEALTH: "A child’s mental health",
    Reason.SUBSTANCES: "Drugs or alcohol",
    Reason.DISABILITY: "Disability, or a special educational need",
    Reason.BULLYING: "Bullying",
    Reason.HOUSING_MONEY: "Housing or money",
    Reason.OTHER: "Something else",
}


class EndReason(StrEnum):
    """Why early help ended."""

    MET = "outcomes_met"
    PARTLY = "outcomes_partly_met"
    DECLINED = "declined"
    WITHDREW = "agreement_withdrawn"
    STEPPED_UP = "stepped_up"
    MOVED = "moved_away"
    OTHER_SERVICE = "other_service"


END_WORDS = {
    EndReason.MET: "What was hoped for was reached",
    EndReason.PARTLY: "Reached in part; universal services go on",
    EndReason.DECLINED: "The family did not want it",
    EndReason.WITHDREW: "The family no longer agreed",
    EndReason.STEPPED_UP: "Children’s social care has taken over",
    EndReason.MOVED: "The family moved away",
    EndReason.OTHER_SERVICE: "Another service goes on alone",
}
HELP_WAS_GIVEN = frozenset({EndReason.MET, EndReason.PARTLY, EndReason.OTHER_SERVICE})
"""Ends after which it can be said what changed."""


class Kind(StrEnum):
    """What help is: for one family, or a programme with a group."""

    PARENTING = "parenting"
    GIRLS = "girls"
    BOYS = "boys"
    VIOLENCE = "young_people_using_violence"
    SURVIVORS = "support_group"
    NETWORK = "network_meeting"
    MEDIATION = "mediation"
    OUTREACH = "outreach"
    DIRECT = "direct_work"
    THERAPY = "therapy"
    COMMUNITY = "community"


KIND_WORDS = {
    Kind.PARENTING: "Parenting programme",
    Kind.GIRLS: "Girls’ group",
    Kind.BOYS: "Young men’s group",
    Kind.VIOLENCE: "Young people using violence at home",
    Kind.SURVIVORS: "Support group for those who were hurt",
    Kind.NETWORK: "Network meeting",
    Kind.MEDIATION: "Mediation",
    Kind.OUTREACH: "Outreach and advocacy",
    Kind.DIRECT: "Direct work with the family",
    Kind.THERAPY: "Therapy, by direct referral",
    Kind.COMMUNITY: "Community group",
}
GROUPS = (Kind.PARENTING, Kind.GIRLS, Kind.BOYS, Kind.VIOLENCE, Kind.SURVIVORS, Kind.COMMUNITY)
"""The kinds that are programmes: sessions with a register."""


class Taken(StrEnum):
    """How an offer of help went."""

    OFFERED = "offered"
    TAKEN_UP = "taken_up"
    DECLINED = "declined"
    FELL_AWAY = "fell_away"
    FINISHED = "finished"


TAKEN_WORDS = {
    Taken.OFFERED: "Offered",
    Taken.TAKEN_UP: "Taken up",
    Taken.DECLINED: "Not taken up",
    Taken.FELL_AWAY: "Began, then fell away",
    Taken.FINISHED: "Finished",
}
TAKEN_ON = {
    Taken.OFFERED: (Taken.TAKEN_UP, Taken.DECLINED),
    Taken.TAKEN_UP: (Taken.FINISHED, Taken.FELL_AWAY),
    Taken.DECLINED: (Taken.TAKEN_UP,),
    Taken.FELL_AWAY: (Taken.TAKEN_UP,),
    Taken.FINISHED: (),
}
"""What may follow what. Help that fell away can be taken up again."""


class Part(StrEnum):
    """Who somebody is in the family."""

    MOTHER = "mother"
    FATHER = "father"
    CARER = "carer"
    PARTNER = "partner"
    GRANDPARENT = "grandparent"
    RELATIVE = "relative"
    OTHER = "other"
