"""What is kept about an action, and what is added to it."""

from holdfast.kernel.actions.models.action import Action, ActionQuerySet
from holdfast.kernel.actions.models.history import (
    Addition,
    DateChange,
    Evidence,
    Progress,
    Retest,
)

__all__ = ["Action", "ActionQuerySet", "Addition", "DateChange", "Evidence", "Progress", "Retest"]
