"""What is kept about an allegation. Everything hangs on its record; nothing hangs on a person."""

from holdfast.practice.allegations.models.asked import Question
from holdfast.practice.allegations.models.case import (
    Adult,
    Allegation,
    AllegationQuerySet,
    ChildConcerned,
    Concern,
    Job,
    OutcomeGiven,
)
from holdfast.practice.allegations.models.said import Advice, Copy, Told, Update
from holdfast.practice.allegations.models.seeking import (
    DutyTurn,
    PreviousLook,
    Resemblance,
    Transfer,
)
from holdfast.practice.allegations.models.work import (
    Invitation,
    Meeting,
    MeetingItem,
    RegulatorReferral,
    Strand,
    Suspension,
)

__all__ = [
    "Adult",
    "Advice",
    "Allegation",
    "AllegationQuerySet",
    "ChildConcerned",
    "Concern",
    "Copy",
    "DutyTurn",
    "Invitation",
    "Job",
    "Meeting",
    "MeetingItem",
    "OutcomeGiven",
    "PreviousLook",
    "Question",
    "RegulatorReferral",
    "Resemblance",
    "Strand",
    "Suspension",
    "Told",
    "Transfer",
    "Update",
]
