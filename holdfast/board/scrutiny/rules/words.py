"""The words of this room: how sure a source is, kinds of finding and committee, what an answer is.

Pure. All of it is the partnership's own (L); what inspectors and committees said is in `data`.
"""

from enum import StrEnum


class Status(StrEnum):
    """How sure Holdfast is of what a source says."""

    READ = "V"
    RESTATED = "V2"
    MEMORY = "M"
    LOCAL = "L"


class FindingKind(StrEnum):
    STRENGTH = "strength"
    IMPROVEMENT = "area_for_improvement"
    RECOMMENDATION = "recommendation"


class CommitteeKind(StrEnum):
    SCRUTINY = "scrutiny"
    CABINET = "cabinet"
    HEALTH_AND_WELLBEING = "health_and_wellbeing_board"
    CORPORATE_PARENTING = "corporate_parenting_committee"


class Extent(StrEnum):
    """How far an answer goes. A committee that got no answer is not given one of these."""

    ANSWERED = "answered"
    PARTLY = "partly"


class Standing(StrEnum):
    """Where a resolution, or a part of one, stands: worked out from its answers, never typed."""

    ANSWERED = "answered"
    PARTLY = "partly"
    NOT_AT_ALL = "not_at_all"


STANDING_WORDS = {
    Standing.ANSWERED: "Answered",
    Standing.PARTLY: "Partly answered",
    Standing.NOT_AT_ALL: "Not answered at all",
}

SURE = {
    Status.READ: "Read in the source (V)",
    Status.RESTATED: "Restated by others; the source was not read (V2)",
    Status.MEMORY: "From memory, to be checked (M)",
    Status.LOCAL: "Local, and no law (L)",
}
