"""What is kept about one child's arrangement. Everything hangs on its record."""

from holdfast.practice.private_fostering.models.arrangement import (
    Arrangement,
    ArrangementQuerySet,
    Notice,
)
from holdfast.practice.private_fostering.models.awareness import (
    Activity,
    SilenceAnswer,
    Statement,
)
from holdfast.practice.private_fostering.models.decided import (
    Appeal,
    Decision,
    Disqualification,
    Requirement,
)
from holdfast.practice.private_fostering.models.home import Check, Member, Parent, Support
from holdfast.practice.private_fostering.models.visits import Visit

__all__ = [
    "Activity",
    "Appeal",
    "Arrangement",
    "ArrangementQuerySet",
    "Check",
    "Decision",
    "Disqualification",
    "Member",
    "Notice",
    "Parent",
    "Requirement",
    "SilenceAnswer",
    "Statement",
    "Support",
    "Visit",
]
