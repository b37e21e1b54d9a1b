"""The room's lists: families and programmes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Filter, over, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page
from holdfast.practice.early_help.models import EarlyHelp, EarlyHelpQuerySet, Programme
from holdfast.practice.early_help.pages import standing
from holdfast.practice.early_help.rules import words
from holdfast.practice.early_help.rules.states import OPEN, WORDS, State
from holdfast.practice.front_door.models import Contact

FAMILIES = TableSpec(
    caption="Families",
    columns=(
        Column("family", "Family", sort="known_as", header=True),
        Column("state", "State", sort="state"),
        Column("lead", "Lead professional"),
        Column("move", "Whose move"),
        Column("next", "What is due"),
        Column("offered", "Offered", sort="offered_on"),
    ),
    default_sort="-offered",
    nothing="No family that your post may see matches these filters.",
)

PROGRAMMES = TableSpec(
    caption="Programmes and groups",
    columns=(
        Column("name", "Programme", sort="name", header=True),
        Column("kind", "Kind", sort="kind"),
        Column("audience", "For whom"),
        Column("starts", "From", sort="starts_on"),
        Column("sessions", "Sessions held"),
        Column("places", "Places"),
        Column("state", "State"),
    ),
    default_sort="-starts",
    nothing="No programme has been started yet.",
)

WAITING = TableSpec(
    caption="Decided for early help, and not offered yet",
    columns=(
        Column("children", "Children", header=True),
        Column("decided", "Decided", sort="decided_on"),
        Column("next", "Next step, as decided"),
    ),
    default_sort="decided",
    nothing="Nothing that the front door decided for early help waits to be offered.",
)


@dataclass(frozen=True)
class FamiliesPage:
    table: Table
    filters: Sequence[Filter]
    result: str


def narrowed(
    found: EarlyHelpQuerySet, chosen: Mapping[str, Any], *, to: Post
) -> EarlyHelpQuerySet:
    """The families as the filters ask. What nobody offered is ignored; open ones by default."""
    state = str(chosen.get("state", ""))
    if state in {s.value for s in State}:
        found = found.filter(state=state)
    elif state != "all":
        found = found.filter(state__in=[s.value for s in OPEN])
    if str(chosen.get("reason", "")) in {r.value for r in words.Reason}:
        found = found.filter(reason=str(chosen["reason"]))
    return found.led_by(to) if chosen.get("lead") == "me" else found


def families_page(
    found: EarlyHelpQuerySet, chosen: Mapping[str, Any], *, to: Post, on: date
) -> FamiliesPage:
    shown = narrowed(found, chosen, to=to)

    def to_row(family: EarlyHelp) -> Row:
        return _family_row(family, on=on)

    table = sort_and_page(shown.for_list(), chosen, FAMILIES, to_row)
    total = table.pager.total if table.pager else 0
    return FamiliesPage(table, _filters(chosen), f"{total} of {found.count()}")


def _family_row(family: EarlyHelp, *, on: date) -> Row:
    move = standing.whose_move(family, on=on)
    reference = family.record.reference
    due = over(move.why) if move.late else running(move.why)
    return Row(
        {
            "family": Cell(
                family.known_as,
                url=reverse("early_help:family", args=[reference]),
                note=reference,
            ),
            "state": WORDS[State(family.state)],
            "lead": family.lead.title if family.lead else "Nobody yet",
            "move": Cell(move.who, strong=move.late),
            "next": Cell(status=due) if move.why else "Nothing with a date",
            "offered": day_words(family.offered_on),
        },
        marked=move.late,
    )


def _filters(chosen: Mapping[str, Any]) -> list[Filter]:
    options = {
        "state": (
            "State",
            [("", "Not ended"), ("all", "All"), *((s.value, WORDS[s]) for s in State)],
        ),
        "reason": (
            "Mainly about",
            [("", "All"), *((r.value, words.REASON_WORDS[r]) for r in words.Reason)],
        ),
        "lead": ("Lead professional", [("", "All"), ("me", "My post")]),
    }
    return [
        Filter(name, label, list(offered), str(chosen.get(name, "")))
        for name, (label, offered) in options.items()
    ]


def programmes_table(found: Any, params: Mapping[str, Any], *, on: date) -> Table:
    def to_row(programme: Programme) -> Row:
        sessions = list(programme.sessions.all())
        live = [p for p in programme.places.all() if p.left_on is None]
        held = sum(s.held for s in sessions)
        of = f" of {programme.room_for}" if programme.room_for else ""
        if programme.ended_on:
            state = f"Ended {day_words(programme.ended_on)}"
        else:
            state = "Runs" if programme.starts_on <= on else "Begins later"
        url = reverse("early_help:programme", args=[programme.record.reference])
        return Row(
            {
                "name": Cell(programme.name, url=url, note=programme.record.reference),
                "kind": words.KIND_WORDS[words.Kind(programme.kind)],
                "audience": programme.audience,
                "starts": day_words(programme.starts_on),
                "sessions": f"{held} of {len(sessions)}",
                "places": f"{len(live)}{of} taken",
                "state": state,
            }
        )

    return sort_and_page(found, params, PROGRAMMES, to_row)


def waiting_table(found: Any, params: Mapping[str, Any]) -> Table:
    def to_row(contact: Contact) -> Row:
        reference = contact.record.reference
        url = reverse("early_help:take", args=[reference])
        return Row(
            {
                "children": Cell(contact.known_as, url=url, note=reference),
                "decided": day_words(contact.decided_on),
                "next": contact.next_step,
            }
        )

    return sort_and_page(found, params, WAITING, to_row)
