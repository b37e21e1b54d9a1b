"""Makes an approved edition again from what is stored, and compares it with what was approved."""

import hashlib
import io
import zipfile
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from typing import Final

from holdfast.board.annual_report.documents import library
from holdfast.board.annual_report.documents.codec import to_json
from holdfast.board.annual_report.documents.shelf import Format, formats_of
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.rules.printed import Printed, digest

CONTENT: Final = "content"
"""The neutral document as JSON, from which every file is made."""

SET_BY: Final = {"pdf": "typst", "docx": "python-docx"}


@dataclass(frozen=True)
class Compared:
    """One file of an edition, as it was approved and as it is made today."""

    kind: str
    kept: Printed
    made: Printed | None

    @property
    def same(self) -> bool:
        return self.made is not None and self.made.sha256 == self.kept.sha256

    @property
    def words(self) -> str:
        if self.same:
            return "the same"
        if self.made is None:
            return "can no longer be made"
        if self.made.made_with != self.kept.made_with:
            return (
                f"differs, set by {self.made.made_with} instead of {self.kept.made_with}; "
                "compare its content"
            )
        return "differs"


def printed(edition: Edition, *, on: date) -> tuple[Printed, ...]:
    """The digest of every file of a frozen edition, as it stands once approved on a day."""
    if not edition.content:
        return ()
    report = library.approved(edition)
    content = Printed(CONTENT, digest(to_json(report).encode()), "")
    files = [
        Printed(each.kind, content_digest(each, each.make(report, on)), _made_with(each))
        for each in formats_of(report)
    ]
    return (content, *files)


def compare(edition: Edition) -> tuple[Compared, ...]:
    """Every file that was kept of an approved edition, beside the same file made now."""
    kept = [Printed(row.kind, row.sha256, row.made_with) for row in edition.printings.all()]
    if not kept or edition.approved_on is None:
        return ()
    made = {each.kind: each for each in printed(edition, on=edition.approved_on)}
    return tuple(Compared(each.kind, each, made.get(each.kind)) for each in kept)


def content_digest(chosen: Format, made: bytes) -> str:
    """
    The digest of a file's content. A Word file is a package: its parts count, in order of
    name, and not the moment at which they were packed.
    """
    if chosen.ending != "docx":
        return digest(made)
    running = hashlib.sha256()
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        for name in sorted(package.namelist()):
            running.update(name.encode() + b"\0" + package.read(name))
    return running.hexdigest()


def _made_with(chosen: Format) -> str:
    library_name = SET_BY.get(chosen.ending)
    return f"{library_name} {version(library_name)}" if library_name else ""
