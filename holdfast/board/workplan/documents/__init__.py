"""The plan as files to take to a meeting: CSV, Excel and Word. Every line, whatever is shown."""

from holdfast.board.workplan.documents.columns import HEADER, cells
from holdfast.board.workplan.documents.excel import workbook
from holdfast.board.workplan.documents.word import document

__all__ = ["HEADER", "cells", "document", "workbook"]
