"""What is kept about an assessment. Everything hangs on its record."""

from holdfast.practice.assessments.models.case import (
    Assessment,
    AssessmentChild,
    ChildAssessmentQuerySet,
)
from holdfast.practice.assessments.models.waiting import waiting_at
from holdfast.practice.assessments.models.work import (
    CarriedFact,
    FactorFound,
    SidedText,
    Sighting,
    Voice,
)

__all__ = [
    "Assessment",
    "AssessmentChild",
    "ChildAssessmentQuerySet",
    "CarriedFact",
    "FactorFound",
    "SidedText",
    "Sighting",
    "Voice",
    "waiting_at",
]
