"""`holdfast annual-report`: every file or none, and one sentence when it cannot."""

import csv
import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from holdfast.board.annual_report.documents import package
from holdfast.board.annual_report.tests import shipped
from holdfast.kernel.access.models import Entry

FILES = {
    "annual-report-2012-13.html",
    "annual-report-2012-13.pdf",
    "annual-report-2012-13.docx",
    "annual-report-2012-13-one-page.html",
    "annual-report-2012-13-one-page.pdf",
    "annual-report-2012-13-family.html",
    "annual-report-2012-13-family.pdf",
    "figures.csv",
    "sources.json",
}


def run(out: Path, *more: str, year: str = shipped.YEAR) -> tuple[int, str, str]:
    """Run the command; return its exit code and what it said on both streams."""
    said, wrong = io.StringIO(), io.StringIO()
    arguments = ["--year", year, "--out", str(out), *more]
    try:
        call_command("annual_report", *arguments, stdout=said, stderr=wrong)
    except SystemExit as stop:
        return int(stop.code or 0), said.getvalue(), wrong.getvalue()
    return 0, said.getvalue(), wrong.getvalue()


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.django_db
def test_the_command_writes_every_file_and_says_how_far_it_is(friday, tmp_path):
    code, said, wrong = run(tmp_path / "report")
    assert (code, wrong) == (0, "")
    assert names(tmp_path / "report") == FILES
    assert "gathering its figures" in said and "annual-report-2012-13.pdf: " in said
    assert names(tmp_path) == {"report"}


@pytest.mark.django_db
def test_the_csv_and_the_json_carry_each_figure_with_its_row(friday, tmp_path):
    run(tmp_path / "report")
    text = (tmp_path / "report" / "figures.csv").read_text("utf-8-sig")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(text))}
    assert (rows["cin"]["shown"], rows["cin"]["column"]) == ("3,010", "CINAt310312")
    sources = json.loads((tmp_path / "report" / "sources.json").read_text())
    assert len(sources["figures"]) == len(rows)
    assert len(sources["disagreements"]) == 4


@pytest.mark.django_db
def test_taking_a_report_out_is_in_the_access_log(friday, tmp_path):
    run(tmp_path / "report")
    entry = Entry.objects.filter(what="job").get()
    assert entry.via == "operator: annual_report"
    assert entry.detail["format"] == "package"


@pytest.mark.django_db
def test_the_newest_edition_is_the_one_that_is_written(edition, freeze, tmp_path):
    freeze()
    _, said, _ = run(tmp_path / "report")
    assert "Edition 1 (frozen, not yet approved)" in said


def test_an_unknown_year_names_the_years_there_are(tmp_path):
    code, _, wrong = run(tmp_path / "report", year="2031-32")
    assert code == 2
    assert wrong.strip().count("\n") == 0
    assert "no annual report for 2031-32" in wrong and "2012-13" in wrong
    assert names(tmp_path) == set()


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path):
    (tmp_path / "report").write_text("mine")
    code, _, wrong = run(tmp_path / "report")
    assert code == 2
    assert "is not a folder" in wrong
    assert (tmp_path / "report").read_text() == "mine"


def test_a_folder_with_other_files_is_left_alone(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    code, _, wrong = run(tmp_path, "--replace")
    assert code == 2
    assert "holds other files (notes.txt)" in wrong
    assert names(tmp_path) == {"notes.txt"}


@pytest.mark.django_db
def test_the_same_report_is_written_again_only_when_asked(friday, tmp_path):
    run(tmp_path / "report")
    before = (tmp_path / "report" / "sources.json").stat().st_mtime_ns
    code, _, wrong = run(tmp_path / "report")
    assert code == 2
    assert "Add --replace" in wrong
    assert (tmp_path / "report" / "sources.json").stat().st_mtime_ns == before
    assert run(tmp_path / "report", "--replace")[0] == 0
    assert names(tmp_path) == {"report"}


@pytest.mark.django_db
def test_where_nothing_may_be_written_it_says_so_and_writes_nothing(friday):
    code, _, wrong = run(Path("/proc/no-such-place/report"))
    assert code == 2
    assert "Nothing was written" in wrong and "may write to" in wrong


@pytest.mark.django_db
def test_a_database_without_a_partnership_says_what_to_do(tmp_path):
    code, _, wrong = run(tmp_path / "report")
    assert code == 2
    assert "has no partnership yet" in wrong
    assert names(tmp_path) == set()


def test_a_fault_half_way_leaves_the_old_report_whole(tmp_path, monkeypatch):
    """The disk fills up while the third file is written."""
    out = tmp_path / "report"
    package.write(shipped.report(), out, on=shipped.TODAY, replace=False, say=lambda _: None)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    write = Path.write_bytes

    def full(path: Path, made: bytes) -> int:
        if path.suffix == ".docx":
            raise OSError(28, "No space left on device")
        return write(path, made)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(package.InTheWay, match="No space left"):
        package.write(shipped.report(), out, on=shipped.TODAY, replace=True, say=lambda _: None)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert names(tmp_path) == {"report"}
