"""What is kept about early help. A family has one record for all its children."""

from holdfast.practice.early_help.models.asked import SurveyAnswer
from holdfast.practice.early_help.models.family import (
    Agreement,
    EarlyHelp,
    EarlyHelpQuerySet,
    FamilyChild,
    Relative,
    TeamMember,
)
from holdfast.practice.early_help.models.groups import (
    MarkGiven,
    Place,
    Programme,
    Session,
)
from holdfast.practice.early_help.models.referring import referral_of
from holdfast.practice.early_help.models.work import (
    Assessment,
    Meeting,
    SectionText,
    StepUp,
    Support,
)

__all__ = [
    "Agreement",
    "Assessment",
    "EarlyHelp",
    "EarlyHelpQuerySet",
    "FamilyChild",
    "MarkGiven",
    "Meeting",
    "Place",
    "Programme",
    "Relative",
    "SectionText",
    "Session",
    "StepUp",
    "Support",
    "SurveyAnswer",
    "TeamMember",
    "referral_of",
]
