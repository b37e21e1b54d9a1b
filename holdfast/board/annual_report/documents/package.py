"""Writes a report's files into a folder, all of them or none of them."""

import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any, Final

from holdfast.board.annual_report.documents.model import Report, plain
from holdfast.board.annual_report.documents.shelf import FORMATS, Format, formats_of, name_of

SOURCES: Final = "sources.json"
Say = Callable[[str], None]


class InTheWay(Exception):
    """The folder cannot take the files. The message says why and what to do."""


def names(year: str) -> tuple[str, ...]:
    """The name of every file that a package of a year has."""
    return (*(_name(each, year) for each in FORMATS.values()), SOURCES)


def _name(chosen: Format, year: str) -> str:
    return "figures.csv" if chosen.kind == "figures" else name_of(chosen, year)


def check(out: Path, year: str, *, replace: bool) -> None:
    """Look before any work is done: may the files be written to this folder?"""
    if out.is_symlink() or (out.exists() and not out.is_dir()):
        raise InTheWay(f"{out} is not a folder. Choose another place with --out.")
    held = sorted(path.name for path in _listed(out)) if out.exists() else []
    others = [name for name in held if name not in names(year)]
    if others:
        raise InTheWay(
            f"{out} holds other files ({others[0]}). Choose an empty folder, or one that is new."
        )
    if held and not replace:
        raise InTheWay(
            f"{out} holds this report already ({held[0]}). Add --replace to write it again."
        )


def write(report: Report, out: Path, *, on: date, replace: bool, say: Say) -> None:
    """
    Write the whole package beside its place, then put it there in one step.

    Raises InTheWay; in that case nothing was changed.
    """
    check(out, report.year, replace=replace)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=out.parent, prefix=".part-") as folder:
            part = Path(folder) / "new"
            part.mkdir()
            _fill(part, report, on=on, say=say)
            _swap(part, out, aside=Path(folder) / "old")
    except OSError as error:
        raise InTheWay(
            f"Nothing was written to {out}: {error.strerror or error}. "
            "Choose a folder that you may write to."
        ) from error


def _listed(out: Path) -> list[Path]:
    try:
        return list(out.iterdir())
    except OSError as error:
        raise InTheWay(
            f"{out} cannot be read: {error.strerror}. Choose a folder that you may write to."
        ) from error


def _fill(part: Path, report: Report, *, on: date, say: Say) -> None:
    for chosen in formats_of(report):
        made, name = chosen.make(report, on), _name(chosen, report.year)
        (part / name).write_bytes(made)
        say(f"  {name}: {len(made):,} bytes")
    sources = json.dumps(_sources(report), ensure_ascii=False, indent=2) + "\n"
    (part / SOURCES).write_text(sources, "utf-8")
    say(f"  {SOURCES}: {len(report.figures)} figures, {len(report.releases())} releases")


def _swap(part: Path, out: Path, *, aside: Path) -> None:
    """Put the new folder in the place of the old one; put the old one back if that fails."""
    part.chmod(0o755)
    if not out.exists():
        part.rename(out)
        return
    out.rename(aside)
    try:
        part.rename(out)
    except OSError:
        shutil.move(aside, out)
        raise


def _sources(report: Report) -> dict[str, Any]:
    """Everything behind the report's numbers, for a machine to read."""
    return {
        "report": report.title,
        "edition": report.edition,
        "prepared_on": report.prepared_on,
        "figures": [
            {"number": number, **asdict(figure)}
            for number, figure in enumerate(report.figures, start=1)
        ],
        "disagreements": [
            {
                "number": box.number,
                "title": box.title,
                "says": plain(box.parts),
                "proposed": box.proposed,
                "holder": box.holder,
                "settled": asdict(box.settled) if box.settled else None,
            }
            for box in report.disagreements()
        ],
    }
