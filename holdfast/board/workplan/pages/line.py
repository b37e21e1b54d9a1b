"""One line: where it stands, what it needs, every date it had, everything noted about it."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.extracts import ReportRow, row_of
from holdfast.board.workplan.models import Line
from holdfast.board.workplan.pages.priorities import evidence_links, impact_words, line_forms
from holdfast.board.workplan.pages.rows import DateWords, date_words
from holdfast.board.workplan.rules import offers
from holdfast.board.workplan.rules.next_step import next_step
from holdfast.kernel.actions.dated import Dated, day_words
from holdfast.kernel.actions.models import Action, DateChange
from holdfast.kernel.actions.standing import standing
from holdfast.kernel.ui.parts import Fact, Link


@dataclass(frozen=True)
class DateRow:
    old: str
    new: str
    counts: bool
    reason: str
    asked: str
    answer: str


@dataclass(frozen=True)
class Noted:
    """A line of progress, evidence or a re-test. `printed` is the date as the paper has it."""

    when: str
    what: str
    sort: str
    printed: str
    by: str


@dataclass(frozen=True)
class LinePage:
    number: int
    title: str
    what: str
    caption: str
    back: Link
    letter: str
    why: str
    whose_move: str
    dates_now: DateWords
    step: str
    step_link: Link | None
    facts: tuple[Fact, ...]
    parts: tuple[str, ...]
    part_open: str
    part_open_said: str
    dates: tuple[DateRow, ...]
    notes: tuple[Noted, ...]
    evidence: tuple[Noted, ...]
    links: tuple[Link, ...]
    impact: tuple[str, ...]
    forms: tuple[Link, ...]

    @classmethod
    def of(cls, line: Line, *, may_work: bool, may_decide: bool, on: date) -> "LinePage":
        action, row = line.action, row_of(line, area="", since=None, on=on)
        waiting = any(c.answer == DateChange.Answer.ASKED for c in action.date_changes.all())
        forms = _forms(line, row, waiting=waiting, may_work=may_work, may_decide=may_decide)
        step = next_step(
            action.facts(),
            standing(action.facts(), on=on),
            owned=bool(action.owner_words),
            asked=waiting,
            evidenced=bool(action.evidence.all()),
        )
        return cls(
            number=line.number,
            title=line.title,
            what=row.text,
            caption=f"{line.plan.title}, line {line.number}. {line.theme.name}",
            back=Link(line.plan.title, reverse("workplan:plan", args=[row.reference])),
            letter=row.colour,
            why=row.why,
            whose_move=row.whose_move,
            dates_now=date_words(row),
            step=step.words,
            step_link=forms.get(step.move),
            facts=_facts(line, row),
            parts=tuple(line.parts),
            part_open=action.part_open,
            part_open_said=_part_open_said(action),
            dates=tuple(_date_row(change) for change in action.date_changes.all()),
            notes=_notes(action),
            evidence=_evidence(action),
            links=evidence_links(
                line.evidencelinks.all(), place=line.plan.record.area.code, at=row.reference, on=on
            ),
            impact=impact_words(line.impactstatements.all()),
            forms=(*forms.values(), *(line_forms(row.reference, line.number) if may_work else ())),
        )


def _forms(
    line: Line, row: ReportRow, *, waiting: bool, may_work: bool, may_decide: bool
) -> dict[str, Link]:
    def link(form: str, words: str) -> Link:
        return Link(words, reverse(f"workplan:{form}", args=[row.reference, line.number]))

    found = {}
    if may_decide and waiting:
        found["answer"] = link("answer", "Answer the new date")
    if may_work:
        names = offers.offered(kind=row.kind, state=row.state, asked=waiting)
        found |= {name: link(name, offers.FORMS[name]) for name in names}
    return found


def _facts(line: Line, row: ReportRow) -> tuple[Fact, ...]:
    owners = [owner.role for owner in row.owners]
    priorities = [f"{p.code} {p.text}" for p in line.priorities.all()]
    return (
        Fact("Kind", {"duty": "Standing duty"}.get(row.kind, row.kind.value.capitalize())),
        Fact("Owners, as printed", "; ".join(owners)),
        Fact("Reviewer", line.action.reviewer_words or "none named"),
        Fact("Sub-groups", "; ".join(row.groups) or "none printed"),
        Fact("Priorities", "; ".join(priorities) or "none linked", note="Our reading"),
        Fact("Timescale, as printed", row.printed_timescale or "left blank"),
    )


def _part_open_said(action: Action) -> str:
    if action.part_open_confirmed_by and action.part_open_confirmed_on:
        day = day_words(action.part_open_confirmed_on)
        return f"Confirmed by the {action.part_open_confirmed_by.title} on {day}."
    return "This is a reading of the paper's own notes. Ask the owner, then confirm it."


def _date_row(change: DateChange) -> DateRow:
    answer = change.get_answer_display()
    if change.approved_by and change.approved_on:
        answer = f"{answer} by the {change.approved_by.title}, {day_words(change.approved_on)}"
    printed = change.answer == DateChange.Answer.PRINTED
    asked = f"the {change.asked_by.title}, {day_words(change.asked_on)}"
    return DateRow(
        old=change.old_in_words,
        new=day_words(change.new_on),
        counts=change.counts,
        reason=change.reason,
        asked="not recorded" if printed else asked,
        answer=answer,
    )


def _notes(action: Action) -> tuple[Noted, ...]:
    """Newest first; what has no date stands at the end, in the paper's order."""
    notes = sorted(action.progress.all(), key=lambda note: _newest_first(note.dated))
    return tuple(
        Noted(
            when=note.dated.words if note.dated else "undated",
            what=note.text,
            sort=note.get_sort_display(),
            printed=note.printed_date,
            by=f"the {note.by.title}, {day_words(note.noted_on)}",
        )
        for note in notes
    )


def _newest_first(dated: Dated | None) -> int:
    return -dated.last.toordinal() if dated else 0


def _evidence(action: Action) -> tuple[Noted, ...]:
    shown = [
        Noted(
            when=piece.dated.words if piece.dated else "undated",
            what=piece.what,
            sort="Evidence" if piece.round == action.round else "Evidence, before it was reopened",
            printed="",
            by=f"the {piece.by.title}, {day_words(piece.given_on)}",
        )
        for piece in action.evidence.all()
    ]
    tested = [
        Noted(
            when=day_words(test.on),
            what=test.finding,
            sort="Re-test: it held" if test.held else "Re-test: it did not hold",
            printed="",
            by=f"the {test.by.title}",
        )
        for test in action.retests.all()
    ]
    return (*shown, *tested)
