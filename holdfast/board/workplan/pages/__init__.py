"""What the work plan's pages say. Plain values, so that a template cannot reach the database."""

from holdfast.board.workplan.pages.choosing import Asked
from holdfast.board.workplan.pages.line import LinePage
from holdfast.board.workplan.pages.plan import PlanPage
from holdfast.board.workplan.pages.plans import PlansPage

__all__ = ["Asked", "LinePage", "PlanPage", "PlansPage"]
