"""What the reader keeps is what stands in the file, whatever its order or its dress."""

import csv
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.insight.benchmarking import tables
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.insight.benchmarking.places import boroughs
from holdfast.insight.benchmarking.releases import State, all_releases, measures, release
from holdfast.insight.benchmarking.tests import files

CELL = st.one_of(
    st.integers(min_value=0, max_value=99_999).map(str),
    st.integers(min_value=0, max_value=99_999).map(lambda n: f"{n:,}"),
    st.sampled_from(["x", ".."]),
)
BYTES = st.binary(max_size=400)


def test_columns_are_found_by_name_in_whatever_order(tmp_path: Path) -> None:
    rows = list(csv.reader(files.lines(Southwark="551")))
    turned = [",".join(reversed(row)) for row in rows]
    _, store = files.read(files.write(tmp_path, turned))
    (cell,) = store.cells(["looked_after"], places=["E09000028"])
    assert cell.value == 551


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    path = tmp_path / "figures.csv"
    path.write_bytes(("\ufeff" + "\r\n".join(files.lines(Southwark="551")) + "\r\n").encode())
    _, store = files.read(path)
    (cell,) = store.cells(["looked_after"], places=["E09000028"])
    assert (cell.value, cell.row) == (551, 31)


def test_a_symbol_is_kept_as_what_it_means_and_never_as_nought(tmp_path: Path) -> None:
    rows = files.lines(Sutton="x", Havering="..", Barnet="0")
    _, store = files.read(files.write(tmp_path, rows))
    found = {cell.place: cell for cell in store.cells(["looked_after"])}
    assert (found["E09000029"].state, found["E09000029"].value) == (State.SUPPRESSED, None)
    assert (found["E09000016"].state, found["E09000016"].value) == (State.NOT_RETURNED, None)
    assert (found["E09000003"].state, found["E09000003"].value) == (State.NUMBER, 0)
    assert found["E09000016"].text == ".."


def test_reading_again_puts_the_new_figures_in_place_of_the_old(tmp_path: Path) -> None:
    con = tables.connect()
    which = release(files.LOOKED_AFTER)
    from_first = files.write(tmp_path, files.lines(Southwark="551"), name="first.csv")
    files.readers.read(con, from_first, which)
    again = files.write(tmp_path, files.lines(Southwark="552"), name="again.csv")
    files.readers.read(con, again, which)
    (cell,) = files.Store(con).cells(["looked_after"], places=["E09000028"])
    assert cell.value == 552


def test_a_fault_leaves_what_was_read_before(tmp_path: Path) -> None:
    con = tables.connect()
    which = release(files.LOOKED_AFTER)
    files.readers.read(con, files.write(tmp_path, files.lines(Southwark="551")), which)
    with pytest.raises(BadFile):
        files.readers.read(con, files.write(tmp_path, files.lines(Southwark="?")), which)
    (cell,) = files.Store(con).cells(["looked_after"], places=["E09000028"])
    assert cell.value == 551


def test_the_engine_can_open_no_file_once_it_is_locked(tmp_path: Path) -> None:
    con = tables.connect()
    tables.lock(con)
    path = files.write(tmp_path, files.lines())
    with pytest.raises(Exception, match="disabled"):
        con.execute("SELECT * FROM read_csv(?)", [str(path)])
    with pytest.raises(Exception, match="locked"):
        con.execute("SET enable_external_access = true")


@given(st.lists(CELL, min_size=33, max_size=33))
@settings(max_examples=25, deadline=None)
def test_every_figure_is_read_as_a_plain_reader_would(cells: list[str]) -> None:
    changed = {
        place.name.replace(" ", "_"): f'"{cell}"'
        for place, cell in zip(boroughs(), cells, strict=True)
    }
    with TemporaryDirectory() as folder:
        path = files.write(Path(folder), files.lines(**changed))
        _, store = files.read(path)
        plain = list(csv.DictReader(io.StringIO(path.read_text())))
    read = {cell.place: cell for cell in store.cells(["looked_after"])}
    assert len(read) == 35
    for row in plain[:35]:
        cell = read[row["New_geog_code"]]
        assert cell.text == row["CLA_Mar2012"]
        assert (cell.value is None) == (cell.text in {"x", ".."})
        assert cell.value is None or cell.value == int(cell.text.replace(",", ""))


@given(BYTES, st.integers(min_value=0, max_value=3000), st.integers(min_value=0, max_value=200))
@settings(max_examples=80, deadline=None)
def test_spoilt_bytes_are_read_or_refused_in_a_sentence_and_nothing_else(
    noise: bytes, at: int, cut: int
) -> None:
    whole = ("\n".join(files.lines()) + "\n").encode()
    spoilt = whole[:at] + noise + whole[at + cut :]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "figures.csv"
        path.write_bytes(spoilt)
        try:
            files.read(path)
        except BadFile as why:
            assert str(why).startswith("figures.csv")


@pytest.mark.parametrize("identity", list(all_releases()))
def test_a_release_names_only_measures_we_know_and_no_column_twice(identity: str) -> None:
    which = release(identity)
    names = [column.name for column in which.columns]
    assert len(names) == len(set(names))
    assert all(column.measure.slug in measures() for column in which.columns)
    assert which.years == tuple(sorted(which.years))
