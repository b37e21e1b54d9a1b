"""Inspections with their findings: what was shown of each, year by year, and its actions."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from holdfast.board.scrutiny.models import Finding, Inspection
from holdfast.board.scrutiny.rules.claims import ClaimYear, claim_years, not_evidenced
from holdfast.board.scrutiny.rules.words import FindingKind, Status
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action


@dataclass(frozen=True)
class ActionRow:
    """A promise that answers a finding, as it stood on a day."""

    pk: int
    what: str
    owner: str
    state: str
    colour: str
    why: str
    whose_move: str
    due_on: date | None
    shown: str


@dataclass(frozen=True)
class FindingRow:
    """A finding as a claim. `missing` are the board years in which nobody showed anything."""

    number: int
    topic: str
    text: str
    kind: FindingKind
    paragraph: str
    status: Status
    tested_by: str
    years: tuple[ClaimYear, ...]
    missing: tuple[str, ...]
    actions: tuple[ActionRow, ...]


@dataclass(frozen=True)
class InspectionRow:
    """An inspection as it stood on a day: its grades, each with its scale, and its findings."""

    area: str
    reference: str
    code: str
    title: str
    body: str
    framework: str
    held: Dated
    held_to: date | None
    published: Dated | None
    source: str
    status: Status
    grades: tuple[tuple[str, str, str], ...]
    findings: tuple[FindingRow, ...]

    @property
    def to_improve(self) -> tuple[FindingRow, ...]:
        return tuple(f for f in self.findings if f.kind is not FindingKind.STRENGTH)


def inspection_rows(*, on: date) -> tuple[InspectionRow, ...]:
    """Return every inspection registered by a day, latest first. Fixed queries."""
    found = Inspection.objects.filter(record__opened_on__lte=on).for_page().latest_first()
    return tuple(inspection_row(one, on=on) for one in found)


def inspection_row(one: Inspection, *, on: date) -> InspectionRow:
    """Return the row of an inspection that was fetched for a page."""
    return InspectionRow(
        area=one.record.area.code,
        reference=one.record.reference,
        code=one.code,
        title=one.title,
        body=one.body,
        framework=one.framework,
        held=one.held,
        held_to=one.held_to,
        published=one.published,
        source=one.source,
        status=Status(one.status),
        grades=tuple((grade.name, grade.grade, grade.scale) for grade in one.grades.all()),
        findings=tuple(
            _finding(finding, claimed_from=one.claimed_from, on=on)
            for finding in one.findings.all()
        ),
    )


def _finding(finding: Finding, *, claimed_from: date, on: date) -> FindingRow:
    shown = Counter(e.year for e in finding.evidence.all() if e.given_on <= on)
    years = claim_years(claimed_from, shown, on=on)
    return FindingRow(
        number=finding.number,
        topic=finding.topic,
        text=finding.text,
        kind=FindingKind(finding.kind),
        paragraph=finding.paragraph,
        status=Status(finding.status),
        tested_by=finding.tested_by,
        years=years,
        missing=not_evidenced(years),
        actions=tuple(action_row(one.action, on=on) for one in finding.actions.all()),
    )


def action_row(action: Action, *, on: date) -> ActionRow:
    stands = action.standing(on=on)
    shown = [e for e in action.evidence.all() if e.dated and e.round == action.round]
    return ActionRow(
        pk=action.pk,
        what=action.what,
        owner=action.owner_words,
        state=action.state,
        colour=stands.colour.value,
        why=stands.why,
        whose_move=action.whose_move(on=on),
        due_on=stands.due_on,
        shown=shown[-1].what if shown else "",
    )
