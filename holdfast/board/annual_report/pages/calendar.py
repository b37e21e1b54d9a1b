"""The report's calendar: each milestone with its date, its moves, and whose move it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.annual_report.models import Edition, Milestone
from holdfast.board.annual_report.pages.now import beside, crumbs, due_cell, guidance_key
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.models import DateChange
from holdfast.kernel.actions.standing import Standing
from holdfast.kernel.actions.states import Mover
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link, NowCell


@dataclass(frozen=True)
class Step:
    what: str
    earlier: list[str]
    due: str
    letter: str
    why: str
    whose: str
    asked: str
    links: list[Link]


@dataclass(frozen=True)
class CalendarPage:
    crumbs: list[Link]
    now: list[NowCell]
    steps: list[Step]
    may_set: bool
    reference: str
    beside: list[Link]

    @classmethod
    def of(
        cls,
        edition: Edition,
        milestones: Sequence[Milestone],
        *,
        may_work: bool,
        may_decide: bool,
        on: date,
    ) -> "CalendarPage":
        stood = [(each, each.action.standing(on=on)) for each in milestones]
        open_ = [each for each, stands in stood if stands.mover is not Mover.NOBODY]
        late = [each for each, stands in stood if stands.days_late]
        return cls(
            crumbs=crumbs(edition),
            now=[
                due_cell(edition, guidance=guidance_key(edition), on=on),
                NowCell("Open", f"{len(open_)} of {len(stood)}", _late(late)),
                NowCell("Next", *_next(open_)),
            ],
            steps=[
                _step(edition, each, stands, may_work=may_work, may_decide=may_decide, on=on)
                for each, stands in stood
            ],
            may_set=may_work and not milestones,
            reference=edition.record.reference,
            beside=beside(edition),
        )


def _late(late: Sequence[Milestone]) -> str:
    return f"{plural(len(late), 'milestone')} past the date." if late else "None is past its date."


def _next(open_: Sequence[Milestone]) -> tuple[str, str]:
    dated = [each for each in open_ if each.action.due_on]
    if not dated:
        return "No date ahead", ""
    first = min(dated, key=lambda each: each.action.due_on or date.max)
    due = first.action.due_on
    return first.action.what, f"{day_words(due) if due else ''}, {first.action.owner_words}."


def _step(
    edition: Edition,
    milestone: Milestone,
    stands: Standing,
    *,
    may_work: bool,
    may_decide: bool,
    on: date,
) -> Step:
    action = milestone.action
    waiting = [c for c in action.date_changes.all() if c.answer == DateChange.Answer.ASKED]
    asked = waiting[0] if waiting else None
    return Step(
        what=action.what,
        earlier=[change.old_in_words for change in action.date_changes.all() if change.counts],
        due=day_words(stands.due_on) if stands.due_on else "no date",
        letter=stands.colour.value,
        why=stands.why,
        whose=action.whose_move(on=on),
        asked=f"{day_words(asked.new_on)} asked for: {asked.reason}" if asked else "",
        links=_links(
            edition,
            milestone,
            open_=may_work and stands.mover is not Mover.NOBODY,
            answer=may_decide and asked is not None,
        ),
    )


def _links(edition: Edition, milestone: Milestone, *, open_: bool, answer: bool) -> list[Link]:
    args = [edition.record.reference, milestone.key]
    named = {"done": "Say that it is done", "new-date": "Ask for a revised date"} if open_ else {}
    if answer:
        named["answer"] = "Answer the revised date"
    return [
        Link(words, reverse(f"annual_report:{name}", args=args)) for name, words in named.items()
    ]
