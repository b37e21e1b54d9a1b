"""A sub-group's own page: its lines, actions, risks, challenges and figures."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.text import slugify

from holdfast.board.workplan.extracts.challenges import ChallengeRow
from holdfast.board.workplan.extracts.plan import ReportRow
from holdfast.board.workplan.extracts.risks import RiskRow
from holdfast.board.workplan.models import Line, Plan
from holdfast.board.workplan.pages import challenge, risk
from holdfast.board.workplan.pages.figures import figure_words
from holdfast.board.workplan.pages.sections import (
    Section,
    TablesPage,
    Turned,
    back_to,
    line_cell,
    section,
)
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import Cell, Table

EVERY = {"All sub-groups", "Each sub-group"}
"""What the plan prints where a line is every sub-group's."""


def groups_of(
    rows: Sequence[ReportRow], risks: Sequence[RiskRow], challenges: Sequence[ChallengeRow]
) -> dict[str, str]:
    """Return the sub-groups that the plan and the registers name, by their address."""
    named = {group for row in rows for group in row.groups} - EVERY
    named |= {one.group for one in risks if one.group} | {c.group for c in challenges if c.group}
    return {slugify(name): name for name in sorted(named)}


def groups_page(
    plan: Plan, groups: dict[str, str], rows: Sequence[ReportRow], params: Mapping[str, Any]
) -> TablesPage:
    found = []
    for slug, name in groups.items():
        url = reverse("workplan:group", args=[plan.record.reference, slug])
        mine = _mine(rows, name)
        late = sum(1 for row in mine if row.colour == "R")
        still = sum(1 for row in mine if row.not_moving)
        found.append((Cell(name, url=url), str(len(mine)), str(late), str(still)))
    return TablesPage(
        title="Sub-groups",
        text="Each sub-group sees its own lines, risks, challenges and figures.",
        sections=(
            section(
                "Sub-groups", ("Sub-group", "Lines", "Past their date", "Not moving"), found,
                nothing="The plan names no sub-group.", turned=Turned(params),
            ),
        ),
        back=back_to(plan),
    )  # fmt: skip


def group_page(
    plan: Plan,
    name: str,
    lines: Sequence[Line],
    rows: Sequence[ReportRow],
    *,
    risks: Sequence[RiskRow],
    challenges: Sequence[ChallengeRow],
    params: Mapping[str, Any],
    on: date,
) -> TablesPage:
    """Return what one sub-group holds, on one page."""
    mine = _mine(rows, name)
    watched = [one for one in risks if one.group == name]
    asked = [one for one in challenges if one.group == name]
    numbers = {row.number for row in mine}
    linked = _linked([one for one in lines if one.number in numbers], watched)
    reference = plan.record.reference
    return TablesPage(
        title=name,
        text=f"What this sub-group holds, as at {day_words(on)}.",
        sections=(
            section(
                "Its lines", ("Line", "State, worked out", "Date", "Whose move"),
                [(line_cell(plan, row.number, row.title), f"{row.colour}: {row.why}",
                  day_words(row.due_on) if row.due_on else "none", row.whose_move)
                 for row in mine],
                nothing="No line of the plan names it.", turned=Turned(params, "lines"),
            ),
            Section("Its risks", _risks(watched, params)),
            Section("Its challenges", _challenges(asked, params)),
            _actions(watched, asked, Turned(params, "actions")),
            section(
                "Its figures", ("Figure", "Latest published value", "Period", "Release"),
                [(Cell(one.name, url=one.url), one.said, one.period, one.source)
                 for one in figure_words(linked, place=plan.record.area.code, on=on)],
                nothing="No figure is linked to its lines or risks. Link one on a line's page.",
                turned=Turned(params, "figures"),
            ),
        ),
        back=Link("Sub-groups", reverse("workplan:groups", args=[reference])),
    )  # fmt: skip


def _mine(rows: Sequence[ReportRow], name: str) -> list[ReportRow]:
    return [row for row in rows if name in row.groups or EVERY & set(row.groups)]


def _linked(lines: Sequence[Line], risks: Sequence[RiskRow]) -> list[tuple[str, str]]:
    on_lines = [(e.indicator, e.item) for one in lines for e in one.evidencelinks.all()]
    on_risks = [tuple(f"{i} ".split(" ", 1)) for one in risks for i in one.indicators]
    pairs = [*on_lines, *((one[0], one[1].strip()) for one in on_risks)]
    return list(dict.fromkeys(pair for pair in pairs if pair[0]))


def _risks(rows: Sequence[RiskRow], params: Mapping[str, Any]) -> Table:
    return risk.table_of(rows, params, caption="Its risks", name="risks")


def _challenges(rows: Sequence[ChallengeRow], params: Mapping[str, Any]) -> Table:
    return challenge.table_of(rows, params, caption="Its challenges", name="challenges")


def _actions(
    risks: Sequence[RiskRow], challenges: Sequence[ChallengeRow], turned: Turned
) -> Section:
    promised = [p for risk_ in risks for p in risk_.promised]
    promised += [p for asked in challenges for p in asked.promised]
    return section(
        "Actions on its risks and challenges", ("Action", "Owner", "By", "State"),
        [(one.what, one.owner, day_words(one.due_on) if one.due_on else "no date",
          f"{one.colour}: {one.why}") for one in promised],
        nothing="No action was agreed on them.", turned=turned,
    )  # fmt: skip
