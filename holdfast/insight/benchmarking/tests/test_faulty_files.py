"""Every way a file can be wrong gives one sentence that says where and what to do."""

from pathlib import Path

import pytest

from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.releases import UnknownRelease, release
from holdfast.insight.benchmarking.tests import files

SOUTHWARK = 31
"""The row in which Southwark stands in a file made by `files.lines`."""


def refused(folder: Path, rows: list[str]) -> str:
    with pytest.raises(BadFile) as why:
        files.read(files.write(folder, rows))
    sentence = str(why.value)
    assert sentence.startswith("figures.csv")
    assert "Nothing was imported." in sentence
    assert "\n" not in sentence
    return sentence


def test_a_whole_file_is_read(tmp_path: Path) -> None:
    counts, store = files.read(files.write(tmp_path, files.lines(Southwark="551", Sutton="x")))
    (cell,) = store.cells(["looked_after"], places=["E09000028"])
    assert (cell.value, cell.text, cell.row, cell.column) == (551, "551", SOUTHWARK, "CLA_Mar2012")
    assert counts.places == 35
    assert counts.states["suppressed"] == 1


def test_the_wrong_file_names_the_columns_it_lacks_and_the_release_it_looks_like(
    tmp_path: Path,
) -> None:
    rows = [line.replace("CLA_Mar2012", "CLA_Mar2013") for line in files.lines()]
    sentence = refused(tmp_path, rows)
    assert "is not the file of SFR20-2012" in sentence
    assert "no column called CLA_Mar2012" in sentence
    assert "It looks like SFR36-2013" in sentence


def test_a_picture_is_not_a_figures_file(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    with pytest.raises(BadFile, match=r"row 1: the text is not UTF-8"):
        files.read(path)


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    rows = [f"{line},{'CLA_ICO' if nth == 0 else '9'}" for nth, line in enumerate(files.lines())]
    assert "the heading has “CLA_ICO” more than once" in refused(tmp_path, rows)


def test_a_file_cut_in_the_middle_of_a_row_names_the_row(tmp_path: Path) -> None:
    rows = files.lines()
    path = tmp_path / "figures.csv"
    path.write_bytes("\n".join(rows)[:-12].encode())
    with pytest.raises(BadFile, match=rf"stops in the middle of row {len(rows)}"):
        files.read(path)


def test_a_row_cut_short_within_the_file_names_both_widths(tmp_path: Path) -> None:
    rows = files.lines()
    rows[SOUTHWARK - 1] = rows[SOUTHWARK - 1].rsplit(",", 3)[0]
    assert f"row {SOUTHWARK} has 10 cells where the heading has 13" in refused(tmp_path, rows)


def test_a_file_cut_between_two_rows_names_the_boroughs_it_lacks(tmp_path: Path) -> None:
    sentence = refused(tmp_path, files.lines()[:34])
    assert "has no row for Wandsworth, Westminster in 2012" in sentence


def test_a_file_cut_after_the_last_borough_is_still_cut(tmp_path: Path) -> None:
    sentence = refused(tmp_path, files.lines()[:90])
    assert "has 89 rows beneath its heading where SFR20_CLA2012.csv has 163" in sentence


def test_a_cut_of_our_own_says_which_rows_it_has_and_may_be_shorter(tmp_path: Path) -> None:
    rows = files.lines()[:36]
    numbered = [f"{'source_row' if n == 0 else n + 1},{row}" for n, row in enumerate(rows)]
    counts, _ = files.read(files.write(tmp_path, numbered))
    assert counts.places == 35


def test_a_heading_alone_is_missing_everybody(tmp_path: Path) -> None:
    assert "has no row for England, London" in refused(tmp_path, files.lines()[:1])


def test_an_authority_that_stands_twice_is_refused(tmp_path: Path) -> None:
    rows = files.lines()
    sentence = refused(tmp_path, [*rows, rows[SOUTHWARK - 1]])
    assert f"row {len(rows) + 1}: Southwark stands there a second time for 2012" in sentence


def test_a_name_against_its_number_is_refused(tmp_path: Path) -> None:
    rows = [line.replace("210,Southwark", "210,Lambeth") for line in files.lines()]
    sentence = refused(tmp_path, rows)
    assert f"row {SOUTHWARK}, column geog_n: “Lambeth” stands where" in sentence
    assert "belongs to Southwark" in sentence


def test_a_code_against_its_number_is_refused(tmp_path: Path) -> None:
    rows = [line.replace("E09000028,", "E09000027,") for line in files.lines()]
    assert "column New_geog_code: “E09000027”" in refused(tmp_path, rows)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("3O10", "is neither a number nor a symbol"),
        ("X", "is neither a number nor a symbol"),
        ("-4", "is neither a number nor a symbol"),
        ("1e3", "is neither a number nor a symbol"),
        ("12.5", "is not a whole number"),
        ("369400000", "is more than the number of children in England"),
        ("", "is empty where a number or a symbol is expected"),
    ],
)
def test_a_number_that_is_not_a_number_names_file_row_column_and_value(
    tmp_path: Path, text: str, why: str
) -> None:
    sentence = refused(tmp_path, files.lines(Southwark=text))
    assert f"row {SOUTHWARK}, column CLA_Mar2012: “{text}” {why}" in sentence
    assert "x (suppressed), .. (not returned)" in sentence


def test_wrong_thousands_are_not_guessed_at(tmp_path: Path) -> None:
    assert "“1,23,4” is neither" in refused(tmp_path, files.lines(Southwark='"1,23,4"'))


def test_latin_1_bytes_name_the_row(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    rows = "\n".join(files.lines()).encode().replace(b"Sutton", b"Sutt\xf3n")
    path.write_bytes(rows + b"\n")
    with pytest.raises(BadFile, match=r"row 32: the text is not UTF-8"):
        files.read(path)


def test_an_unknown_year_names_the_years_the_release_covers(tmp_path: Path) -> None:
    which = release("CIN-2024-b1")
    row = "1013,National,,,,,700,9"
    path = files.write(tmp_path, [",".join(which.needed()), row])
    with pytest.raises(BadFile, match=r"row 2, column time_period: “1013” is not a year") as why:
        files.read(path, which)
    assert "(2013 to 2024)" in str(why.value)


def test_an_unknown_release_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownRelease, match="Choose one of: .*SFR27-2012"):
        release("SFR99-2099")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="cannot be read: No such file"):
        files.read(tmp_path / "gone.csv")


def test_an_empty_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="is empty"):
        files.read(files.write(tmp_path, [""]))


def test_a_quotation_mark_without_its_pair_is_found(tmp_path: Path) -> None:
    rows = files.lines(Southwark='"551')
    assert "row" in refused(tmp_path, rows)
