"""Reading the files of inspections and sittings. Pure: text in, what they tell out, or BadFile."""

from functools import lru_cache

from holdfast.board.scrutiny import data
from holdfast.board.scrutiny.rules.told import (
    ToldFinding,
    ToldGrade,
    ToldInspection,
    ToldQuestion,
    ToldResolution,
    ToldSitting,
)
from holdfast.board.scrutiny.rules.words import CommitteeKind, FindingKind, Status
from holdfast.kernel.actions.reading import Field, open_text

INSPECTIONS = "holdfast inspections 1"
SITTING = "holdfast committee sitting 1"


@lru_cache(maxsize=1)
def shipped_inspections() -> dict[str, ToldInspection]:
    """Return the inspections that the product ships, by code, oldest first."""
    return read_inspections(data.text_of(data.INSPECTIONS), file=data.INSPECTIONS)


@lru_cache(maxsize=1)
def shipped_sitting() -> ToldSitting:
    """Return the scrutiny committee's sitting of 23 April 2012."""
    return read_sitting(data.text_of(data.SITTING_2012), file=data.SITTING_2012)


def read_inspections(text: str, *, file: str) -> dict[str, ToldInspection]:
    """Read a file of inspections. Raises BadFile."""
    top = open_text(text, file=file, form=INSPECTIONS).group(must={"form", "inspections"})
    found = [_inspection(item) for item in top["inspections"].items()]
    return {one.code: one for one in found}


def read_sitting(text: str, *, file: str) -> ToldSitting:
    """Read a file about one sitting. Raises BadFile."""
    row = open_text(text, file=file, form=SITTING).group(
        must={
            "form", "committee", "name", "held_on", "item", "source", "status", "resolutions",
            "questions", "copies_year", "copies",
        }
    )  # fmt: skip
    return ToldSitting(
        committee=CommitteeKind(row["committee"].one_of(_values(CommitteeKind), "a committee")),
        name=row["name"].text(most=160),
        held_on=row["held_on"].day(),
        item=row["item"].text(most=160),
        source=row["source"].text(most=200),
        status=_status(row["status"]),
        resolutions=tuple(_resolution(item) for item in row["resolutions"].items()),
        questions=tuple(_question(item) for item in row["questions"].items()),
        copies_year=row["copies_year"].text(most=7),
        copies=tuple(_copies(item) for item in row["copies"].items()),
    )


def _inspection(item: Field) -> ToldInspection:
    must = {
        "code", "body", "title", "framework", "held", "source", "status", "grades",
        "findings",
    }  # fmt: skip
    row = item.group(must=must, may={"held_to", "published"})
    return ToldInspection(
        code=row["code"].text(most=20),
        body=row["body"].text(most=120),
        title=row["title"].text(most=160),
        framework=row["framework"].text(most=160),
        held=row["held"].dated(),
        held_to=row["held_to"].day() if "held_to" in row else None,
        published=row["published"].dated() if "published" in row else None,
        source=row["source"].text(),
        status=_status(row["status"]),
        grades=tuple(_grade(one) for one in row["grades"].items()),
        findings=tuple(_finding(one) for one in row["findings"].items()),
    )


def _grade(item: Field) -> ToldGrade:
    row = item.group(must={"name", "grade", "scale"})
    return ToldGrade(row["name"].text(), row["grade"].text(most=60), row["scale"].text(most=160))


def _finding(item: Field) -> ToldFinding:
    row = item.group(must={"topic", "text", "kind"}, may={"paragraph", "status", "tested_by"})
    return ToldFinding(
        topic=row["topic"].text(most=80),
        text=row["text"].text(most=400),
        kind=FindingKind(row["kind"].one_of(_values(FindingKind), "a kind")),
        paragraph=row["paragraph"].text(most=80) if "paragraph" in row else "",
        status=_status(row["status"]) if "status" in row else Status.READ,
        tested_by=row["tested_by"].text() if "tested_by" in row else "",
    )


def _resolution(item: Field) -> ToldResolution:
    row = item.group(must={"text", "owner", "parts", "paragraph"})
    parts = row["parts"].texts(most=200)
    if not parts:
        row["parts"].fail("Name at least one thing that the resolution asks for.")
    return ToldResolution(
        row["text"].text(), row["owner"].text(most=120), parts, row["paragraph"].text(most=80)
    )


def _question(item: Field) -> ToldQuestion:
    row = item.group(must={"asked_by", "text", "paragraph"}, may={"answered_by", "answer"})
    return ToldQuestion(
        asked_by=row["asked_by"].text(most=80),
        text=row["text"].text(),
        answered_by=row["answered_by"].text(most=80) if "answered_by" in row else "",
        answer=row["answer"].text(most=400) if "answer" in row else "",
        paragraph=row["paragraph"].text(most=80),
    )


def _copies(item: Field) -> tuple[str, int]:
    row = item.group(must={"readers", "number"})
    return row["readers"].text(most=120), row["number"].number(least=1, most=999)


def _status(field: Field) -> Status:
    return Status(field.one_of(_values(Status), "a status"))


def _values(words: type[Status] | type[FindingKind] | type[CommitteeKind]) -> set[str]:
    return {one.value for one in words}
