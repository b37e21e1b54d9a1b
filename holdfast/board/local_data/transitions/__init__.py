"""The verbs of the partners' figures: open a quarter, ask, take a return in, let a number out."""

from holdfast.board.local_data.transitions.asking import ask_partners, take_in_return
from holdfast.board.local_data.transitions.keeping import (
    open_quarter,
    release_small_number,
    take_in,
)
from holdfast.board.local_data.transitions.questioning import ask_about_figure
from holdfast.board.local_data.transitions.typing_in import keep_typed, take_typed

__all__ = [
    "ask_about_figure",
    "ask_partners",
    "keep_typed",
    "open_quarter",
    "release_small_number",
    "take_in",
    "take_in_return",
    "take_typed",
]
