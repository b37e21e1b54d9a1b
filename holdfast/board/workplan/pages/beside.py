"""What stands beside the plan: what does not move, what each line lacks, what is coming."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.extracts.challenges import ChallengeRow
from holdfast.board.workplan.extracts.horizon import PolicyRow
from holdfast.board.workplan.extracts.plan import ReportRow
from holdfast.board.workplan.extracts.risks import RiskRow
from holdfast.board.workplan.models import Commitment, Line, Plan, Strategy
from holdfast.board.workplan.pages.sections import (
    Section,
    TablesPage,
    back_to,
    line_cell,
    section,
)
from holdfast.board.workplan.rules import moving, specific, standing_still
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.states import State
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Badge, Link
from holdfast.kernel.ui.tables import Cell

FINISHED = {State.EVIDENCED, State.EFFECTIVE}


def not_moving_page(
    plan: Plan,
    rows: Sequence[ReportRow],
    risks: Sequence[RiskRow],
    challenges: Sequence[ChallengeRow],
    *,
    on: date,
) -> TablesPage:
    """Everything of the board's that stands still, with whose move it is, for the chair."""
    lines = section(
        "Lines that are not moving", ("Line", "Last dated progress", "Whose move"),
        [
            (line_cell(plan, row.number, row.title),
             row.last_dated.words if row.last_dated else "nothing dated at all", row.whose_move)
            for row in rows if row.not_moving
        ],
        nothing="Every line that is not done has a date ahead or recent progress.",
    )  # fmt: skip
    return TablesPage(
        title="Not moving",
        text=f"As at {day_words(on)}. Found by rule, not typed.",
        sections=(
            _still_challenges(challenges),
            lines,
            _still_priorities(plan, rows),
            _still_risks(risks, on=on),
        ),
        back=back_to(plan),
        rule=f"{moving.RULE} {standing_still.RULES} These limits are local, not law.",
    )


def _still_priorities(plan: Plan, rows: Sequence[ReportRow]) -> Section:
    found = []
    for one in plan.priorities.all():
        mine = [row for row in rows if one.code in row.priorities]
        why = standing_still.priority_stands(
            [(row.state not in FINISHED, row.not_moving) for row in mine]
        )
        if why:
            numbers = ", ".join(str(row.number) for row in mine) or "none"
            found.append((f"{one.code} {one.text}", why, numbers))
    return section(
        "Priorities that stand still", ("Priority", "Why", "Lines"), found,
        nothing="Every priority has a line that moves or is done.",
    )  # fmt: skip


def _still_risks(risks: Sequence[RiskRow], *, on: date) -> Section:
    still = [
        (row, standing_still.risk_stands(row.now.on if row.now else None, on=on))
        for row in risks
        if row.is_open
    ]
    return section(
        "Risks that stand still", ("Risk", "Why", "Owner"),
        [(Cell(row.title, url=reverse("workplan:risk", args=[row.reference])), why, row.owner)
         for row, why in still if why],
        nothing="Every open risk was scored in the last three months.",
    )  # fmt: skip


def _still_challenges(rows: Sequence[ChallengeRow]) -> Section:
    still = [
        (row, standing_still.challenge_stands(open_=row.is_open, days=row.days, late=row.late))
        for row in rows
    ]
    return section(
        "Challenges that stand still", ("Challenge", "Why", "Whose move"),
        [(Cell(row.title, url=reverse("workplan:challenge", args=[row.reference])), why,
          row.whose_move) for row, why in still if why],
        nothing="Every open challenge was moved in the last four weeks.",
    )  # fmt: skip


def line_facts(line: Line, row: ReportRow) -> specific.LineFacts:
    """Return what there is to test of a line. What is done needs no date any more."""
    action = line.action
    owners = tuple(owner.role for owner in row.owners if owner.resolved)
    single = (action.owner_words,) if action.owner_words else ()
    return specific.LineFacts(
        number=row.number,
        owners=single or owners,
        has_date=row.due_on is not None,
        finished=row.state is not State.AGREED,
        shown=len(line.evidencelinks.all()) + len(action.evidence.all()),
        printed_timescale=row.printed_timescale,
    )


def specific_page(
    plan: Plan, lines: Sequence[Line], rows: Sequence[ReportRow], *, on: date
) -> TablesPage:
    """Which lines are not specific, measurable and time-limited, and what each lacks."""
    titles = {row.number: row.title for row in rows}
    moves = {row.number: row.whose_move for row in rows}
    found = specific.failings([line_facts(one, row) for one, row in zip(lines, rows, strict=True)])
    return TablesPage(
        title="Is each line specific, measurable and time-limited?",
        text=f"{plural(len(rows) - len(found), 'line')} of {len(rows)} pass, as at "
        f"{day_words(on)}.",
        sections=(
            section(
                "Lines that fail, and what each lacks", ("Line", "It lacks", "Whose move"),
                [(line_cell(plan, one.number, titles[one.number]), "; ".join(one.lacks),
                  moves[one.number]) for one in found],
                nothing="Every line has an owner, a date and something that measures it.",
            ),
        ),
        back=back_to(plan),
        rule="What inspectors asked of this board in 2017 (recommendation 106). "
        "How it is tested here is local, not law.",
    )  # fmt: skip


def horizon_page(plan: Plan, rows: Sequence[PolicyRow], *, may_work: bool, on: date) -> TablesPage:
    """What is coming, what it means for us, who sees to it, and when it is looked at again."""
    reference = plan.record.reference
    add = Link("Add an item", reverse("workplan:policy", args=[reference]))
    return TablesPage(
        title="What is coming",
        text=f"As at {day_words(on)}. {sum(1 for row in rows if row.due)} to look at again.",
        sections=(
            section(
                "Policy and change", ("Item", "What it means for us", "Who and what", "State"),
                [_policy(row, reference, may_work=may_work) for row in rows],
                nothing="Nothing is on the horizon. Add what is coming, with its source.",
            ),
        ),
        back=back_to(plan),
        forms=(add,) if may_work else (),
    )  # fmt: skip


def _policy(row: PolicyRow, reference: str, *, may_work: bool) -> tuple[Cell | str, ...]:
    open_ = may_work and row.done_on is None
    name = "workplan:policy_settle" if row.implication else "workplan:policy_meaning"
    url = reverse(name, args=[reference, row.pk]) if open_ else ""
    how = f"{row.source}. {row.dated}. {Badge(row.known).words}"
    who = f"{row.owner}: {row.action}" if row.action else row.owner
    return (
        Cell(row.title, url=url, note=how),
        row.implication or "not said yet",
        who,
        Cell(status=_policy_status(row)),
    )


def _policy_status(row: PolicyRow) -> parts.Status:
    if row.done_on:
        return parts.met(f"Done {day_words(row.done_on)}: {row.done_how}")
    if row.review_on is None:
        return parts.nothing("No review date: set one")
    day = day_words(row.review_on)
    return parts.over(f"Review was due {day}") if row.due else parts.running(f"Review {day}")


def strategies_page(plan: Plan, strategies: Sequence[Strategy]) -> TablesPage:
    """Other partnerships' plans beside ours: each commitment, its results, the lines for it."""
    found = [
        section(
            f"{one.title}{', draft' if one.draft else ''}",
            ("Commitment", "Results it names", "Our lines"),
            [_commitment(plan, held) for held in one.commitments.all()],
            nothing="No commitment is held.",
            text=_counted(one),
        )
        for one in strategies
    ]
    return TablesPage(
        title="The children's plan, and what we do for it",
        text="" if found else "No other partnership's plan is held beside this one.",
        sections=tuple(found),
        back=back_to(plan),
        rule="Which line answers which commitment is our reading, not printed in either plan.",
    )


def _counted(one: Strategy) -> str:
    held = list(one.commitments.all())
    areas = len({c.area_code for c in held})
    gaps = sum(1 for c in held if not c.lines.all())
    results = sum(len(c.results) for c in held)
    return (
        f"{one.owner}, {one.period}: {plural(areas, 'area')}, {plural(len(held), 'commitment')}, "
        f"{plural(results, 'result')}. {gaps} without a line of ours. Source: {one.source}."
    )


def _commitment(plan: Plan, one: Commitment) -> tuple[Cell | str, ...]:
    mine = ", ".join(str(line.number) for line in one.lines.all())
    flag = Cell(mine) if mine else Cell(status=parts.soon("Gap: no line of ours answers it"))
    url = reverse("workplan:commitment", args=[plan.record.reference, one.strategy.code, one.code])
    title = Cell(f"{one.code} {one.text}", url=url, note=one.area_name)
    return (title, "; ".join(one.results), flag)
