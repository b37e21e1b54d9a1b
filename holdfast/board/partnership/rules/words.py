"""The words of this room: what kinds of body there are, and in what capacity one sits."""

from enum import StrEnum


class BodyKind(StrEnum):
    BOARD = "board"
    EXECUTIVE = "executive"
    MAIN = "main"
    PARTNERSHIP_EXECUTIVE = "partnership_executive"
    SUB_GROUP = "sub_group"
    TASK_AND_FINISH = "task_and_finish"
    PANEL = "panel"


KIND_WORDS = {
    BodyKind.BOARD: "Board or partnership",
    BodyKind.EXECUTIVE: "Executive board",
    BodyKind.MAIN: "Main board",
    BodyKind.PARTNERSHIP_EXECUTIVE: "Partnership executive",
    BodyKind.SUB_GROUP: "Sub-group",
    BodyKind.TASK_AND_FINISH: "Task and finish group",
    BodyKind.PANEL: "Panel",
}


class Capacity(StrEnum):
    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    LAY_MEMBER = "lay_member"
    SCRUTINEER = "scrutineer"
    OBSERVER = "observer"
    ADVISER = "adviser"
    IN_ATTENDANCE = "in_attendance"


CAPACITY_WORDS = {
    Capacity.CHAIR: "Chair",
    Capacity.VICE_CHAIR: "Vice-chair",
    Capacity.MEMBER: "Member",
    Capacity.LAY_MEMBER: "Lay member",
    Capacity.SCRUTINEER: "Independent scrutineer",
    Capacity.OBSERVER: "Participant observer",
    Capacity.ADVISER: "Adviser",
    Capacity.IN_ATTENDANCE: "In attendance",
}

ANSWERS_FOR_AN_AGENCY = frozenset(
    {Capacity.CHAIR, Capacity.VICE_CHAIR, Capacity.MEMBER, Capacity.ADVISER}
)
"""Capacities in which a seat speaks for its agency, and so owes that agency's returns."""


class Declared(StrEnum):
    """What a member declared. To declare nothing is an answer; to say nothing is none."""

    INTEREST = "interest"
    MEMBERSHIP = "membership"
    NOTHING = "nothing"


DECLARED_WORDS = {
    Declared.INTEREST: "An interest",
    Declared.MEMBERSHIP: "Sits on another partnership or board",
    Declared.NOTHING: "Nothing to declare",
}


class Head(StrEnum):
    """What a board's money is spent on, as its annual report has to tell it."""

    REVIEWS = "reviews"
    CHILD_DEATHS = "child_deaths"
    TRAINING = "training"
    STAFFING = "staffing"
    OTHER = "other"


HEAD_WORDS = {
    Head.REVIEWS: "Reviews of cases",
    Head.CHILD_DEATHS: "Child death review",
    Head.TRAINING: "Training",
    Head.STAFFING: "Staffing",
    Head.OTHER: "Other",
}
