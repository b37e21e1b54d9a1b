"""What a paper tells of an inspection or of a committee's sitting, ready to be carried over."""

from dataclasses import dataclass
from datetime import date

from holdfast.board.scrutiny.rules.words import CommitteeKind, FindingKind, Status
from holdfast.kernel.actions.dated import Dated


@dataclass(frozen=True)
class ToldGrade:
    name: str
    grade: str
    scale: str


@dataclass(frozen=True)
class ToldFinding:
    topic: str
    text: str
    kind: FindingKind
    paragraph: str
    status: Status
    tested_by: str


@dataclass(frozen=True)
class ToldInspection:
    """An inspection as its published report tells it, in our words."""

    code: str
    body: str
    title: str
    framework: str
    held: Dated
    held_to: date | None
    published: Dated | None
    source: str
    status: Status
    grades: tuple[ToldGrade, ...]
    findings: tuple[ToldFinding, ...]


@dataclass(frozen=True)
class ToldResolution:
    text: str
    owner: str
    parts: tuple[str, ...]
    paragraph: str


@dataclass(frozen=True)
class ToldQuestion:
    """A question by role, with its reply where the minutes have one."""

    asked_by: str
    text: str
    answered_by: str
    answer: str
    paragraph: str


@dataclass(frozen=True)
class ToldSitting:
    committee: CommitteeKind
    name: str
    held_on: date
    item: str
    source: str
    status: Status
    resolutions: tuple[ToldResolution, ...]
    questions: tuple[ToldQuestion, ...]
    copies_year: str
    copies: tuple[tuple[str, int], ...]
