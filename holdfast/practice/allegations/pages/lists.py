"""The room's lists: my work, the register, meetings, employers' actions."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.kernel.actions.models import Action
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Sector, choices
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Filter, Status, met, nothing, over, running
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)
from holdfast.practice.allegations.models import (
    Allegation,
    AllegationQuerySet,
    DutyTurn,
    Meeting,
    Transfer,
)
from holdfast.practice.allegations.pages import standing, words
from holdfast.practice.allegations.rules import procedure, states

WORK = TableSpec(
    caption="Open allegations, what is late first",
    columns=(
        Column("case", "Allegation", header=True),
        Column("state", "State"),
        Column("move", "Whose move"),
        Column("next", "What is due"),
    ),
    nothing="Nothing is open in this room for your post.",
)

REGISTER = TableSpec(
    caption="Allegations in the register",
    columns=(
        Column("reference", "Reference", sort="record.reference", header=True),
        Column("received", "Received", sort="received_on"),
        Column("adult", "Adult and work"),
        Column("sector", "Employer’s sector", sort="employer_sector"),
        Column("threshold", "Threshold"),
        Column("state", "State", sort="state"),
        Column("outcome", "Outcome"),
        Column("owner", "LADO"),
    ),
    default_sort="-received",
    csv=True,
    nothing="No record matches these filters.",
)

MEETINGS = TableSpec(
    caption="Meetings",
    columns=(
        Column("day", "Day", sort="on"),
        Column("what", "Meeting", header=True),
        Column("case", "Allegation"),
        Column("chair", "Chair"),
        Column("state", "State"),
    ),
    default_sort="-day",
    nothing="No meeting has been called.",
)

ACTIONS = TableSpec(
    caption="Employers’ actions, the soonest due first",
    columns=(
        Column("what", "Action", header=True),
        Column("case", "Allegation"),
        Column("owner", "Whose"),
        Column("due", "Due", sort="due_on"),
        Column("state", "State"),
    ),
    default_sort="due",
    nothing="No action has been agreed.",
)

CSV_HEAD = (
    "Reference", "Received", "Referrer's sector", "Employer's sector", "Categories",
    "Threshold", "State", "Outcome", "Concluded",
)  # fmt: skip


YEAR, NUMBER = re.compile("[12][0-9]{3}-[0-9]{2}"), re.compile("[0-9]{1,9}")


def record_cell(allegation: Allegation, *, note: bool = True) -> Cell:
    reference = allegation.record.reference
    url = reverse("allegations:record", args=[reference])
    return Cell(reference, url=url, note=words.title_of(allegation) if note else "")


@dataclass(frozen=True)
class WorkPage:
    """My work: what is open, whose move it is, what is late, and who has duty."""

    today: str
    duty: str
    table: Table
    late: int
    offers: Sequence[tuple[str, str]]

    @classmethod
    def of(
        cls,
        found: Iterable[Allegation],
        *,
        on: date,
        duty: DutyTurn | None,
        offers: Iterable[Transfer],
    ) -> "WorkPage":
        moves = [(standing.whose_move(a, on=on), a) for a in found]
        moves.sort(key=lambda pair: (not pair[0].late, pair[1].received_on))
        rows = [_work_row(a, move) for move, a in moves]
        covers = f"{duty.post.title} ({duty.phone})" if duty and duty.phone else ""
        return cls(
            today=day_words(on),
            duty=covers or (duty.post.title if duty else ""),
            table=plain_table(WORK, rows),
            late=sum(move.late for move, _ in moves),
            offers=[_offer(offer) for offer in offers],
        )


def _offer(offer: Transfer) -> tuple[str, str]:
    """What a neighbour's LADO reads before she takes a case: no name, no reference."""
    who = f"{offer.offered_by.title}, {offer.offered_by.agency.name}"
    said = f"{who}, {day_words(offer.offered_on)}: {offer.reason}"
    return said, reverse("allegations:accept", args=[offer.pk])


def _work_row(allegation: Allegation, move: standing.Move) -> Row:
    due = over(move.why) if move.late else running(move.why)
    return Row(
        {
            "case": record_cell(allegation),
            "state": states.WORDS[states.State(allegation.state)],
            "move": Cell(move.who, strong=move.late),
            "next": Cell(status=due) if move.why else "Nothing with a date",
        },
        marked=move.late,
    )


@dataclass(frozen=True)
class RegisterPage:
    table: Table
    filters: Sequence[Filter]
    result: str


def narrowed(
    found: AllegationQuerySet, chosen: Mapping[str, Any], *, on: date
) -> AllegationQuerySet:
    """The register as the filters ask. What nobody offered is ignored."""
    state, sector = str(chosen.get("state", "")), str(chosen.get("sector", ""))
    if state in {s.value for s in states.State}:
        found = found.filter(state=state)
    if sector in {s.value for s in Sector}:
        found = found.filter(employer_sector=sector)
    if chosen.get("threshold") == "met":
        found = found.met()
    if chosen.get("threshold") == "advice":
        found = found.filter(tests=[])
    if YEAR.fullmatch(year := str(chosen.get("year", ""))):
        start = int(year[:4])
        found = found.received(since=date(start, 4, 1), until=date(start + 1, 4, 1))
    if NUMBER.fullmatch(owner := str(chosen.get("owner", ""))):
        found = found.filter(lead=int(owner))
    return found.late(on=on) if chosen.get("late") == "yes" else found


def register_page(
    found: AllegationQuerySet,
    everything: AllegationQuerySet,
    params: Mapping[str, Any],
) -> RegisterPage:
    table = sort_and_page(found.for_list(), params, REGISTER, _register_row)
    shown = table.pager.total if table.pager else 0
    total = everything.count()
    return RegisterPage(table, _filters(everything, params), f"{shown} of {total}")


def _register_row(allegation: Allegation) -> Row:
    return Row(
        {
            "reference": record_cell(allegation, note=False),
            "received": day_words(allegation.received_on),
            "adult": words.title_of(allegation),
            "sector": allegation.get_employer_sector_display(),
            "threshold": threshold_words(allegation),
            "state": states.WORDS[states.State(allegation.state)],
            "outcome": words.outcome_words(allegation).capitalize() or "–",
            "owner": allegation.lead.title,
        }
    )


def threshold_words(allegation: Allegation) -> str:
    if allegation.threshold_on is None:
        return "Not decided"
    return "Met" if allegation.tests else "Not met"


def csv_rows(found: AllegationQuerySet) -> list[list[str]]:
    """The register for a spreadsheet: references, no names."""
    return [
        [
            a.record.reference,
            a.received_on.isoformat(),
            a.get_referrer_sector_display(),
            a.get_employer_sector_display(),
            words.categories_of(a),
            threshold_words(a),
            states.WORDS[states.State(a.state)],
            words.outcome_words(a),
            a.concluded_on.isoformat() if a.concluded_on else "",
        ]
        for a in found.for_list()
    ]


def _filters(everything: AllegationQuerySet, params: Mapping[str, Any]) -> list[Filter]:
    years = {procedure.financial_year(d) for d in everything.values_list("received_on", flat=True)}
    owners = dict(everything.values_list("lead", "lead__title"))
    options = {
        "state": ("State", [(s.value, states.WORDS[s]) for s in states.State]),
        "sector": ("Employer’s sector", choices(Sector)),
        "threshold": ("Threshold", [("met", "Met"), ("advice", "Not met, or advice")]),
        "year": ("Year", [(y, y) for y in sorted(years, reverse=True)]),
        "owner": ("LADO", [(str(pk), str(title)) for pk, title in owners.items()]),
        "late": ("Overdue", [("yes", "Overdue only")]),
    }
    return [
        Filter(name, label, [("", "All"), *offered], str(params.get(name, "")))
        for name, (label, offered) in options.items()
    ]


def meetings_table(meetings: Any, params: Mapping[str, Any]) -> Table:
    return sort_and_page(meetings, params, MEETINGS, _meeting_row)


def _meeting_row(meeting: Meeting) -> Row:
    reference = meeting.allegation.record.reference
    url = reverse("allegations:meeting", args=[reference, meeting.number])
    came = [i for i in meeting.invitations.all() if i.attendance == "present"]
    held = met(f"Held, {len(came)} present") if meeting.held else nothing("No record yet")
    return Row(
        {
            "day": day_words(meeting.on),
            "what": Cell(meeting.word.capitalize(), url=url),
            "case": record_cell(meeting.allegation, note=False),
            "chair": meeting.chair.title,
            "state": Cell(status=held),
        }
    )


def actions_table(actions: Any, params: Mapping[str, Any], *, on: date) -> Table:
    def to_row(action: Action) -> Row:
        reference = action.record.reference
        status: Status = words.action_status(action, on=on)
        return Row(
            {
                "what": Cell(
                    action.what,
                    url=reverse("allegations:action", args=[reference, action.pk, "evidence"]),
                ),
                "case": Cell(reference, url=reverse("allegations:record", args=[reference])),
                "owner": owner_words(action.owner),
                "due": day_words(action.due_on),
                "state": Cell(status=status),
            }
        )

    return sort_and_page(actions, params, ACTIONS, to_row)


def owner_words(post: Post | None) -> str:
    return f"{post.title}, {post.agency.name}" if post else "Nobody named"
