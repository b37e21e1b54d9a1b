"""What this room gives to the rooms above it, as frozen rows."""

from holdfast.board.local_data.extracts.asked import (
    AskedRow,
    Coming,
    asked_rows,
    coming,
    figures_of,
)
from holdfast.board.local_data.extracts.exceptions import ExceptionRow, exceptions
from holdfast.board.local_data.extracts.local import (
    LocalCell,
    LocalRow,
    local_rows,
    local_series,
    local_years,
    rows_over,
    talked_about,
)
from holdfast.board.local_data.extracts.published import PublishedRow, published_rows
from holdfast.board.local_data.extracts.questions import Asked, questions
from holdfast.board.local_data.extracts.scorecard import Measure, NoFigures, Scorecard, scorecard

__all__ = [
    "Asked",
    "AskedRow",
    "Coming",
    "ExceptionRow",
    "LocalCell",
    "LocalRow",
    "Measure",
    "NoFigures",
    "PublishedRow",
    "Scorecard",
    "asked_rows",
    "coming",
    "exceptions",
    "figures_of",
    "local_rows",
    "local_series",
    "local_years",
    "published_rows",
    "questions",
    "rows_over",
    "scorecard",
    "talked_about",
]
