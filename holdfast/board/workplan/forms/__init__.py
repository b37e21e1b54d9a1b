"""What may be typed in, by what it is about."""

from holdfast.board.workplan.forms.lines import DatedField

__all__ = ["DatedField"]
