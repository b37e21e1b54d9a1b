"""Importing and shipping files: whole or not at all, and the same by either road."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from holdfast.insight.benchmarking import figures, shipping
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.releases import release
from holdfast.insight.benchmarking.tests import files

SHIPPED = figures.SHIPPED / "SFR27-2012.csv"


def southwark(folder: Path) -> int:
    store = figures.open_store(folder)
    cells = store.cells(["looked_after"], years=[2012], places=["E09000028"])
    return int(cells[0].value or 0)


def test_what_ships_serves_until_something_is_imported(tmp_path: Path) -> None:
    assert southwark(tmp_path / "none yet") == 551
    path = files.write(tmp_path, files.lines(Southwark="560"))
    figures.import_file(path, release(files.LOOKED_AFTER), into=tmp_path / "figures")
    assert southwark(tmp_path / "figures") == 560
    assert southwark(tmp_path / "none yet") == 551


def test_a_faulty_file_changes_nothing_that_was_imported(tmp_path: Path) -> None:
    kept = tmp_path / "figures"
    good = files.write(tmp_path, files.lines(Southwark="560"))
    figures.import_file(good, release(files.LOOKED_AFTER), into=kept)
    bad = files.write(tmp_path, files.lines(Southwark="56O"))
    with pytest.raises(BadFile):
        figures.import_file(bad, release(files.LOOKED_AFTER), into=kept)
    assert southwark(kept) == 560
    assert [path.name for path in kept.iterdir()] == ["SFR20-2012.parquet"]


def test_a_damaged_store_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "SFR20-2012.parquet").write_bytes(b"not parquet")
    with pytest.raises(BadFile, match="is damaged. Import that release again"):
        figures.open_store(tmp_path)


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    path = files.write(tmp_path, files.lines())
    in_the_way = tmp_path / "figures"
    in_the_way.write_text("a file where the folder should be")
    with pytest.raises(BadFile, match="cannot be written"):
        figures.import_file(path, release(files.LOOKED_AFTER), into=in_the_way)


def test_a_cut_of_a_cut_is_the_same_to_the_letter(tmp_path: Path) -> None:
    shipping.extract(SHIPPED, release("SFR27-2012"), tmp_path)
    assert (tmp_path / "SFR27-2012.csv").read_bytes() == SHIPPED.read_bytes()


def test_a_cut_keeps_the_original_row_and_file(tmp_path: Path) -> None:
    original = files.write(tmp_path, ["".join(line) for line in files.lines(Southwark="551")])
    which = release(files.LOOKED_AFTER)
    shipping.extract(original, which, tmp_path / "cut")
    _, store = files.read(tmp_path / "cut" / "SFR20-2012.csv")
    (cell,) = store.cells(["looked_after"], places=["E09000028"])
    assert (cell.row, cell.file, cell.text) == (31, "SFR20_CLA2012.csv", "551")


def test_the_command_prints_what_it_read(tmp_path: Path, settings: Any) -> None:
    settings.VAR_DIR = tmp_path
    out = io.StringIO()
    call_command("import_figures", str(SHIPPED), "--release", "SFR27-2012", stdout=out)
    assert "1,246 values, 74 suppressed, 108 not returned, for 34 places" in out.getvalue()
    assert (tmp_path / "figures" / "SFR27-2012.parquet").exists()


def test_the_command_answers_bad_input_with_one_sentence_and_code_2(
    tmp_path: Path, settings: Any
) -> None:
    settings.VAR_DIR = tmp_path
    err = io.StringIO()
    with pytest.raises(SystemExit) as stopped:
        call_command("import_figures", str(SHIPPED), "--release", "SFR45-2013", stderr=err)
    assert stopped.value.code == 2
    assert err.getvalue().count("\n") == 1
    assert "is not the file of SFR45-2013" in err.getvalue()
    assert not (tmp_path / "figures").exists()
