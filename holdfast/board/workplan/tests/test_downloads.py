"""The files open again, carry all 24 lines, and were written in the log before they were sent."""

import csv
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from docx import Document
from openpyxl import load_workbook

from holdfast.board.workplan.documents import HEADER
from holdfast.board.workplan.models import Line
from holdfast.kernel.access.models import Entry

pytestmark = pytest.mark.django_db
NUMBERS = [1, 2, 3, 4, *range(9, 29)]


@pytest.fixture
def fetch(client_for, plan):
    def get(form, who="lay_member"):
        url = reverse("workplan:download", args=[plan.record.reference, form])
        response = client_for(who).get(url, {"show": "past"})
        assert response.status_code == 200
        content = b"".join(response) if response.streaming else response.content
        return response, content

    return get


def test_the_csv_has_24_lines(fetch):
    _, content = fetch("csv")
    rows = list(csv.reader(StringIO(content.decode("utf-8-sig"))))
    assert tuple(rows[0]) == HEADER
    assert [int(row[0]) for row in rows[1:]] == NUMBERS


def test_the_workbook_opens_again_with_24_lines_and_no_formula(fetch, plan):
    Line.objects.filter(plan=plan, number=9).update(title="=HYPERLINK(1)")
    _, content = fetch("xlsx")
    sheet = load_workbook(BytesIO(content)).worksheets[0]
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    assert [row[0] for row in rows] == NUMBERS
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert {row[11] for row in rows} == {"R", "A", "B"}


def test_the_word_paper_opens_again_with_24_lines_under_six_themes(fetch):
    _, content = fetch("docx")
    paper = Document(BytesIO(content))
    numbers = [int(row.cells[0].text) for table in paper.tables for row in table.rows[1:]]
    assert numbers == NUMBERS
    assert len(paper.tables) == 6


@pytest.mark.parametrize("form", ["csv", "xlsx", "docx"])
def test_a_file_is_written_in_the_log_with_its_manifest(fetch, plan, form):
    response, _ = fetch(form)
    entry = Entry.objects.filter(what="export").latest("pk")
    assert entry.record_id == plan.record.pk
    assert entry.detail["form"] == form
    assert entry.detail["lines"] == NUMBERS
    assert response["Content-Disposition"] == f'attachment; filename="work-plan.{form}"'
    assert response["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("form", "opened"), [("xlsx", load_workbook), ("docx", Document)])
def test_the_files_properties_name_the_board_and_nobody(fetch, form, opened, cast):
    _, content = fetch(form, who="board_manager")
    held = opened(BytesIO(content))
    known = held.properties if form == "xlsx" else held.core_properties
    said = [known.creator if form == "xlsx" else known.author]
    assert said == ["Southwark Safeguarding Children Board"]
