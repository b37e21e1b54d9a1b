"""The verbs of frameworks, grades and evidence."""

from holdfast.engines.standards.transitions.evidence import (
    Piece,
    cite,
    keep_and_cite,
    keep_evidence,
    renew_evidence,
)
from holdfast.engines.standards.transitions.frameworks import (
    approve_edition,
    load_edition,
    lock_edition,
)
from holdfast.engines.standards.transitions.grades import (
    Claim,
    Finding,
    carry_forward,
    confirm_all,
    confirm_still_true,
    moderate,
    moderate_sheet,
    open_assessment,
    take_claims,
)

__all__ = [
    "Claim",
    "Finding",
    "Piece",
    "approve_edition",
    "carry_forward",
    "cite",
    "confirm_all",
    "confirm_still_true",
    "keep_and_cite",
    "keep_evidence",
    "load_edition",
    "lock_edition",
    "moderate",
    "moderate_sheet",
    "open_assessment",
    "renew_evidence",
    "take_claims",
]
