"""What each page of the room says, as plain values."""

from holdfast.board.local_data.pages.coming import coming_table
from holdfast.board.local_data.pages.local import LocalPage
from holdfast.board.local_data.pages.published import PublishedPage
from holdfast.board.local_data.pages.quarter import QuarterPage
from holdfast.board.local_data.pages.scorecard import ScorecardPage, about

__all__ = ["LocalPage", "PublishedPage", "QuarterPage", "ScorecardPage", "about", "coming_table"]
