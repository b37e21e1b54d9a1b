"""Beside the plan: who the family is, who helps, what they agreed to, what was assessed."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, Status, met, refused, running
from holdfast.practice.early_help.models import Agreement, EarlyHelp, FamilyChild, TeamMember


@dataclass(frozen=True)
class Line:
    """One line of a side box."""

    head: str
    text: str = ""
    mark: Status | None = None
    url: str = ""


@dataclass(frozen=True)
class Beside:
    children: Sequence[Line]
    family: Sequence[Line]
    team: Sequence[Line]
    agreed: Sequence[Line]
    assessed: Sequence[Line]
    stepped: Sequence[Line]
    survey: str
    earlier: Link | None


def of(family: EarlyHelp, *, whole: bool, may_write: bool, may_link: bool) -> Beside:
    earlier = family.earlier
    return Beside(
        children=[_child(family, c, may_link=may_link) for c in family.children.all()],
        family=[Line(one.known_as, one.part.capitalize()) for one in family.relatives.all()],
        team=[_member(family, m, may_write=may_write) for m in family.team.all()],
        agreed=[_agreed(one) for one in family.agreements.all()],
        assessed=_assessed(family) if whole else [],
        stepped=_stepped(family) if whole else [],
        survey=_survey(family),
        earlier=Link(
            f"Earlier help, {earlier.record.reference}",
            reverse("early_help:family", args=[earlier.record.reference]),
        )
        if earlier
        else None,
    )


def _child(family: EarlyHelp, child: FamilyChild, *, may_link: bool) -> Line:
    """Whether the child's own record is known. Only the hub, which may search, can say which."""
    if child.child_id:
        return Line(child.known_as, _told(child.told), met("Known to the hub"))
    reference = family.record.reference
    url = reverse("early_help:link", args=[reference, child.number]) if may_link else ""
    return Line(child.known_as, _told(child.told), None, url)


def _told(told: dict[str, str]) -> str:
    born = f"born {told['born_on']}" if told.get("born_on") else ""
    return " · ".join(part for part in (born, told.get("school", "")) if part)


def _member(family: EarlyHelp, member: TeamMember, *, may_write: bool) -> Line:
    leads = member.post_id is not None and member.post_id == family.lead_id
    if member.left_on:
        return Line(member.who, f"{member.part}. Left {day_words(member.left_on)}.")
    url = ""
    if may_write and not leads and family.ended_on is None:
        url = reverse("early_help:leave", args=[family.record.reference, member.pk])
    return Line(member.who, member.part, met("Leads") if leads else None, url)


def _agreed(one: Agreement) -> Line:
    shown = {
        Agreement.Said.AGREED: met,
        Agreement.Said.DECLINED: refused,
        Agreement.Said.WITHDREW: refused,
    }[Agreement.Said(one.said)]
    shared = f" May be shared with: {one.shared_with}." if one.shared_with else ""
    children = f" The children: {one.children}" if one.children else ""
    said = f"{one.who}, {day_words(one.on)}.{children}{shared} {one.why}".strip()
    return Line("", said, shown(str(one.get_said_display())))


def _assessed(family: EarlyHelp) -> list[Line]:
    reference = family.record.reference
    return [
        Line(
            one.name,
            f"With {', '.join(one.present)}."
            if one.present
            else "Nobody of the family named yet.",
            met(f"Complete, {day_words(one.completed_on)}")
            if one.completed_on
            else running(f"Under way since {day_words(one.started_on)}"),
            reverse("early_help:assessed", args=[reference, one.number]),
        )
        for one in family.assessments.all()
    ]


def _stepped(family: EarlyHelp) -> list[Line]:
    reference = family.record.reference
    return [
        Line(
            f"Stepped up {day_words(one.on)}",
            one.why,
            url=reverse("early_help:step_up", args=[reference, one.pk]),
        )
        for one in family.step_ups.all()
    ]


def _survey(family: EarlyHelp) -> str:
    if family.survey_given_on:
        return f"Given to the family on {day_words(family.survey_given_on)}."
    return "Not given to the family yet."
