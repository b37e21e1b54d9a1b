"""What the seat has to know: priorities, inspections, risks, money, and the rule in force."""

from collections.abc import Iterable

from django.urls import reverse

from holdfast.board.desk.pages.briefing.links import link_to
from holdfast.board.desk.pages.briefing.parts import Known, Reader, Rule
from holdfast.board.partnership import extracts as partnership
from holdfast.board.partnership.models import Body, BudgetYear
from holdfast.board.partnership.rules.money import pounds
from holdfast.board.partnership.rules.words import BodyKind
from holdfast.board.scrutiny.extracts import InspectionRow, inspection_rows
from holdfast.board.workplan.extracts import risk_rows
from holdfast.board.workplan.models import Plan
from holdfast.kernel.clock.timescales import edition_in_force
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.lists import joined
from holdfast.kernel.ui.parts import Link

INSPECTIONS, RISKS = 2, 3


def knows(reader: Reader, plan: Plan | None) -> tuple[Known, ...]:
    """Return what is known, each with where it is written. What nobody wrote is left out."""
    return (
        *_priorities(plan),
        *_inspections(reader),
        *_risks(reader),
        *_money(reader),
    )


def _priorities(plan: Plan | None) -> Iterable[Known]:
    if plan is None:
        return
    priorities = list(plan.priorities.all())
    lead = [one for one in priorities if one.lead] or priorities
    if lead:
        yield Known(
            f"Priorities, {plan.year}:",
            f"{joined([one.text.rstrip('.') for one in lead])}.",
            Link("The work plan", reverse("workplan:plan", args=[plan.record.reference])),
        )


def _inspections(reader: Reader) -> Iterable[Known]:
    rows = [row for row in inspection_rows(on=reader.on) if reader.may_see(row.reference)]
    for row in rows[:INSPECTIONS]:
        graded = joined([f"{name} {grade}".lower() for name, grade, _ in row.grades])
        improve = joined(list(dict.fromkeys(one.topic for one in row.to_improve)))
        words = [f"{graded.capitalize()}."] if graded else []
        words += [f"To improve: {improve}."] if improve else []
        yield Known(
            f"{_titled(row)}:",
            " ".join(words) or "no grade and no finding is held.",
            link_to("The inspection", "scrutiny:inspection", row.reference),
        )


def _titled(row: InspectionRow) -> str:
    """Name an inspection with its date, once: many titles end with it."""
    said = row.title.endswith((row.held.words, f"{row.held.first:%B %Y}"))
    return row.title if said else f"{row.title}, {row.held.words}"


def _risks(reader: Reader) -> Iterable[Known]:
    rows = risk_rows(area=reader.area, on=reader.on)
    open_ = [row for row in rows if row.is_open and reader.may_see(row.reference)]
    for row in open_[:RISKS]:
        scored = f"score {row.score} of 25" if row.score else "not scored"
        yield Known(
            f"Risk, {scored}:",
            f"{row.title}. Owner: {row.owner}.",
            link_to("The risk", "workplan:risk", row.reference),
        )
    if len(open_) > RISKS:
        yield Known("And", f"{plural(len(open_) - RISKS, 'other open risk')}.")


def _money(reader: Reader) -> Iterable[Known]:
    boards = Body.objects.visible_to(reader.post).of(reader.area)
    board = boards.filter(kind=BodyKind.BOARD).select_related("record").first()
    latest = BudgetYear.objects.filter(body=board).order_by("-year").first() if board else None
    found = partnership.money_in(reader.area, latest.year) if latest else None
    if found is None or board is None:
        return
    known = [row for row in found.given if row.pence is not None]
    unknown = found.given_total.unknown
    words = [f"{row.words} gives {pounds(row.pence)}, {row.change}" for row in known]
    if unknown:
        words.append(f"what {plural(unknown, 'agency gives', 'agencies give')} is not known")
    yield Known(
        f"Money, {found.year}:",
        f"{'; '.join(words)}.",
        Link("The money", reverse("partnership:money", args=[board.record.reference])),
    )


def rule_in_force(reader: Reader) -> Rule:
    found = partnership.regime_on(reader.on)
    return Rule(edition_in_force(reader.on).name, found.name, found.what)
