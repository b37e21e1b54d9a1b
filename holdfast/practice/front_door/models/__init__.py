"""The front door's rows."""

from holdfast.practice.front_door.models.contact import (
    Batch,
    Contact,
    ContactChild,
    Grading,
    Repeat,
)
from holdfast.practice.front_door.models.heard import Disagreement, Letter

__all__ = [
    "Batch",
    "Contact",
    "ContactChild",
    "Disagreement",
    "Grading",
    "Letter",
    "Repeat",
]
