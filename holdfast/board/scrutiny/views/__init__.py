"""HTTP in, one call, HTTP out: by what a page is about."""

from holdfast.board.scrutiny.views import committees, covers, escalations, home, inspections

__all__ = ["committees", "covers", "escalations", "home", "inspections"]
