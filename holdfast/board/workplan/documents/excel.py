"""The plan as an Excel workbook. No cell is a formula; nobody's name is in its properties."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from holdfast.board.workplan.documents.columns import HEADER, cells
from holdfast.board.workplan.extracts import ReportRow
from holdfast.kernel.ui.exports import safe_cell

WIDTHS = (6, 26, 34, 60, 34, 28, 12, 12, 14, 20, 20, 8, 34, 26, 16, 12)


def workbook(rows: Sequence[ReportRow], *, title: str, body: str, made_at: datetime) -> bytes:
    book = Workbook()
    book.properties.creator = body
    book.properties.lastModifiedBy = body
    book.properties.title = title
    book.properties.created = book.properties.modified = made_at.replace(tzinfo=None)
    sheet = book.worksheets[0]
    sheet.title = "Work plan"
    sheet.append(HEADER)
    for row in rows:
        sheet.append([safe_cell(value) for value in cells(row)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, width in enumerate(WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "D2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    held = BytesIO()
    book.save(held)
    return held.getvalue()
