"""What is kept of a board: its bodies, who sits there, what they declared, what it costs."""

from holdfast.board.partnership.models.body import Body, LinkedBody, Terms
from holdfast.board.partnership.models.lay import Declaration, Induction, LayTerm
from holdfast.board.partnership.models.money import BudgetYear, Contribution, Spend
from holdfast.board.partnership.models.seat import Deputy, Seat

__all__ = [
    "Body",
    "BudgetYear",
    "Contribution",
    "Declaration",
    "Deputy",
    "Induction",
    "LayTerm",
    "LinkedBody",
    "Seat",
    "Spend",
    "Terms",
]
