import csv
import io
from collections.abc import Iterable

import pytest
from django.http import StreamingHttpResponse
from hypothesis import given
from hypothesis import strategies as st

from holdfast.kernel.ui.exports import csv_response, safe_cell


def _text(response: StreamingHttpResponse) -> str:
    content = response.streaming_content
    assert isinstance(content, Iterable)
    return b"".join(content).decode("utf-8-sig")


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "＝1"])
def test_text_that_a_spreadsheet_would_run_is_disarmed(start: str) -> None:
    assert safe_cell(start) == f"'{start}"


@pytest.mark.parametrize("value", [-5, 3.5, 0, "O’Neill", "1,308", "−9.6%"])
def test_numbers_and_ordinary_words_are_left_alone(value: object) -> None:
    assert safe_cell(value) == value


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_no_cell_of_a_file_begins_a_formula(values: list[str]) -> None:
    rows = list(
        csv.reader(io.StringIO(_text(csv_response("a-list", ["x"], [values])), newline=""))
    )
    cells = [cell for row in rows for cell in row]
    assert not [cell for cell in cells if cell.lstrip()[:1] in {*"=+-@"} and cell.strip()]


def test_a_file_is_neither_kept_nor_named_after_anybody() -> None:
    response = csv_response("allegations-register", ["Reference"], [["AL-2012-0031"]])
    assert response["Cache-Control"] == "no-store"
    assert response["Content-Disposition"] == 'attachment; filename="allegations-register.csv"'
    assert _text(response) == "Reference\r\nAL-2012-0031\r\n"


@pytest.mark.parametrize("stem", ["Desmond Jellicoe", 'a"b', "a\r\nX-Y: z", "../x", "é-list", ""])
def test_a_stem_that_could_carry_a_name_or_a_header_is_refused(stem: str) -> None:
    with pytest.raises(ValueError, match="cannot name a file"):
        csv_response(stem, [], [])
