"""The verbs of assessments. Nothing else in this room writes to the database."""

from holdfast.practice.assessments.transitions.copies import make_copy
from holdfast.practice.assessments.transitions.deciding import (
    authorise,
    convert,
    explain_lateness,
    review,
    send_back,
    stop,
    submit,
)
from holdfast.practice.assessments.transitions.opening import hand_over, start
from holdfast.practice.assessments.transitions.told import AssessedTold
from holdfast.practice.assessments.transitions.writing import (
    SeenTold,
    WrittenMeanwhile,
    answer_fact,
    find_factors,
    keep_voice,
    note,
    propose_outcome,
    record_visit,
    write_side,
)

__all__ = [
    "AssessedTold",
    "SeenTold",
    "WrittenMeanwhile",
    "answer_fact",
    "authorise",
    "convert",
    "explain_lateness",
    "find_factors",
    "hand_over",
    "keep_voice",
    "make_copy",
    "note",
    "propose_outcome",
    "record_visit",
    "review",
    "send_back",
    "start",
    "stop",
    "submit",
    "write_side",
]
