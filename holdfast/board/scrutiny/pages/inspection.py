"""An inspection with its findings, and one finding as a claim, year by year."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.scrutiny.extracts import ActionRow, FindingRow, InspectionRow, inspection_row
from holdfast.board.scrutiny.models import ClaimEvidence, Finding, Inspection
from holdfast.board.scrutiny.pages import marks
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.board.scrutiny.rules.words import SURE, FindingKind
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import in_words
from holdfast.kernel.ui.parts import Fact, Link, Status
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

FINDINGS = TableSpec(
    "Findings, in our own words",
    [
        Column("topic", "Finding", header=True),
        Column("kind", "Kind"),
        Column("where", "Paragraph"),
        Column("now", "Shown this year?"),
        Column("actions", "Actions"),
    ],
)
YEARS = TableSpec(
    "Shown again, by board year (April to March)",
    [
        Column("year", "Board year", header=True),
        Column("state", "Shown?"),
        Column("what", "What shows it"),
        Column("by", "Written by"),
    ],
)


@dataclass(frozen=True)
class InspectionPage:
    title: str
    caption: str
    facts: tuple[Fact, ...]
    grades: tuple[Fact, ...]
    scales: tuple[str, ...]
    to_improve: Table
    strengths: Table

    @classmethod
    def of(cls, inspection: Inspection, *, on: date) -> "InspectionPage":
        row = inspection_row(inspection, on=on)
        good = [one for one in row.findings if one.kind is FindingKind.STRENGTH]
        improve = TableSpec("What is to improve", FINDINGS.columns, nothing="Nothing is named.")
        strong = TableSpec("Strengths", FINDINGS.columns, nothing="None is named.")
        return cls(
            title=row.title,
            caption=f"Inspection {row.reference}",
            facts=_facts(row),
            grades=tuple(Fact(name, grade) for name, grade, _ in row.grades),
            scales=tuple(dict.fromkeys(scale for *_, scale in row.grades)),
            to_improve=plain_table(improve, [_finding(row, one) for one in row.to_improve]),
            strengths=plain_table(strong, [_finding(row, one) for one in good]),
        )


def _facts(row: InspectionRow) -> tuple[Fact, ...]:
    until = f" to {on_day(row.held_to)}" if row.held_to else ""
    published = row.published.words if row.published else "Not known from our sources"
    return (
        Fact("By", row.body),
        Fact("Framework", row.framework),
        Fact("Held", f"{row.held.words}{until}"),
        Fact("Published", published),
        Fact("Source", row.source),
        Fact("How sure", SURE[row.status]),
    )


def _finding(row: InspectionRow, one: FindingRow) -> Row:
    url = reverse("scrutiny:finding", args=[row.reference, one.number])
    actions = "; ".join(f"{a.colour}: {a.what}" for a in one.actions)
    return Row(
        {
            "topic": Cell(f"{one.number} {one.topic}", url, note=one.text),
            "kind": in_words(one.kind.value),
            "where": one.paragraph or "not known",
            "now": Cell(status=_now(one)),
            "actions": actions or "None agreed",
        }
    )


def _now(one: FindingRow) -> Status:
    latest = one.years[0]
    return marks.shown(not latest.evidence, latest.words)


@dataclass(frozen=True)
class ActionBlock:
    """An action with the forms that would be taken now."""

    row: ActionRow
    forms: tuple[Link, ...]


@dataclass(frozen=True)
class FindingPage:
    title: str
    caption: str
    back: Link
    text: str
    now: Status
    facts: tuple[Fact, ...]
    tested_by: str
    years: Table
    actions: tuple[ActionBlock, ...]
    forms: tuple[Link, ...]
    threads: tuple[Link, ...]

    @classmethod
    def of(
        cls, inspection: Inspection, finding: Finding, *, may_work: bool, on: date
    ) -> "FindingPage":
        whole = inspection_row(inspection, on=on)
        row = next(one for one in whole.findings if one.number == finding.number)
        evidence = [e for e in finding.evidence.all() if e.given_on <= on]
        here: list[str | int] = [whole.reference, finding.number]
        return cls(
            title=row.topic,
            caption=f"Finding {row.number} of {whole.title}",
            back=Link(whole.title, reverse("scrutiny:inspection", args=[whole.reference])),
            text=row.text,
            now=_now(row),
            facts=_about(whole, row),
            tested_by=row.tested_by,
            years=plain_table(YEARS, _years(row, evidence)),
            actions=tuple(_action(one, here, may_work=may_work) for one in row.actions),
            forms=(
                Link("Show it for a year", reverse("scrutiny:claim", args=here)),
                Link("Agree an action", reverse("scrutiny:agree", args=here)),
                Link("Join a challenge", reverse("scrutiny:thread", args=here)),
            )
            if may_work
            else (),
            threads=tuple(_thread(one.challenge) for one in finding.threads.all()),
        )


def _thread(challenge: Challenge) -> Link:
    return Link(str(challenge), reverse("workplan:challenge", args=[challenge.record.reference]))


def _about(whole: InspectionRow, row: FindingRow) -> tuple[Fact, ...]:
    return (
        Fact("Kind", in_words(row.kind.value)),
        Fact("Paragraph", row.paragraph or "not known"),
        Fact("Source", whole.source),
        Fact("How sure", SURE[row.status]),
    )


def _years(row: FindingRow, evidence: Sequence[ClaimEvidence]) -> list[Row]:
    found = []
    for year in row.years:
        mine = [one for one in evidence if one.year == year.year]
        told = [f"{e.what}{f' ({e.figure})' if e.figure else ''}, {e.dated.words}" for e in mine]
        said = sorted({_by(one.by, one.given_on) for one in mine})
        found.append(
            Row(
                {
                    "year": year.year,
                    "state": Cell(status=marks.shown(not year.evidence, year.words)),
                    "what": ". ".join(told) or "Nothing",
                    "by": "; ".join(said) or "nobody",
                }
            )
        )
    return found


def _by(post: Post, day: date) -> str:
    return f"the {post.title}, {day_words(day)}"


OFFERED = {
    "agreed": {"done": "Say that it is done"},
    "done": {"shown": "Show that it is done"},
    "evidenced": {
        "retest_day": "Set a day for a re-test",
        "retest": "Test again, as somebody else",
    },
    "effective": {"retest": "Test again, as somebody else"},
}


def _action(row: ActionRow, here: list[str | int], *, may_work: bool) -> ActionBlock:
    offered = OFFERED[row.state] if may_work else {}
    return ActionBlock(
        row,
        tuple(
            Link(words, reverse(f"scrutiny:{name}", args=[*here, row.pk]))
            for name, words in offered.items()
        ),
    )
