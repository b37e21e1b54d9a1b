"""The room's lists: arrangements by what is due, and what an agency's post told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Filter, met, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page
from holdfast.practice.private_fostering.models import Arrangement, ArrangementQuerySet
from holdfast.practice.private_fostering.pages import standing
from holdfast.practice.private_fostering.rules import states, telling

ARRANGEMENTS = TableSpec(
    caption="Arrangements, what is due first",
    columns=(
        Column("child", "Child", header=True),
        Column("state", "State"),
        Column("known", "Known since", sort="aware_on"),
        Column("move", "Whose move"),
        Column("next", "What is due", sort="due_next"),
    ),
    default_sort="next",
    nothing="No arrangement here matches.",
)
SHOW = (
    ("live", "Live"), ("late", "Something is late"), ("nobody", "Nobody visits yet"),
    ("over", "Over"), ("all", "All"),
)  # fmt: skip


@dataclass(frozen=True)
class WorkPage:
    table: Table
    filter: Filter
    late: int
    unallocated: int


def work_page(mine: ArrangementQuerySet, params: Mapping[str, Any], *, on: date) -> WorkPage:
    chosen = str(params.get("show", "live"))
    chosen = chosen if chosen in dict(SHOW) else "live"
    shown = _narrowed(mine, chosen, on=on).by_what_is_due().for_list()
    table = sort_and_page(shown, params, ARRANGEMENTS, lambda one: _row(one, on=on))
    return WorkPage(
        table=table,
        filter=Filter("show", "Show", SHOW, chosen),
        late=mine.live().late(on=on).count(),
        unallocated=mine.live().filter(worker=None).count(),
    )


def _narrowed(mine: ArrangementQuerySet, chosen: str, *, on: date) -> ArrangementQuerySet:
    if chosen == "late":
        return mine.live().late(on=on)
    if chosen == "nobody":
        return mine.live().filter(worker=None)
    if chosen == "over":
        return mine.exclude(state__in=[state.value for state in states.LIVE])
    return mine if chosen == "all" else mine.live()


def _row(one: Arrangement, *, on: date) -> Row:
    move = standing.next_move(one, on=on)
    url = reverse("private_fostering:record", args=[one.record.reference])
    return Row(
        {
            "child": Cell(one.known_as, url=url, note=f"{one.record.reference}, with {one.carer}"),
            "state": standing.state_words(one),
            "known": day_words(one.aware_on),
            "move": Cell(move.who if move else "–", strong=bool(move and move.late)),
            "next": Cell(status=move.status) if move else "Nothing is due",
        },
        marked=bool(move and move.late),
    )


TOLD = TableSpec(
    caption="What you told, and what became of it",
    columns=(
        Column("child", "Child", header=True),
        Column("told", "Told on", sort="aware_on"),
        Column("what", "What you told"),
        Column("became", "What became of it"),
    ),
    default_sort="-told",
    nothing="This post has told of no child.",
)


def told_table(mine: ArrangementQuerySet, params: Mapping[str, Any]) -> Table:
    """What a teller hears: that it came, that the child was visited, and whether it goes on."""
    return sort_and_page(mine.for_list(), params, TOLD, _told_row)


def _told_row(one: Arrangement) -> Row:
    return Row(
        {
            "child": Cell(one.known_as, note=one.record.reference),
            "told": day_words(one.aware_on),
            "what": telling.NOTICE_WORDS[telling.Notice(one.notice_kind)],
            "became": Cell(status=BECAME[states.State(one.state)]),
        }
    )


BECAME = {
    states.State.NOTIFIED: running("Received: we visit within seven working days"),
    **dict.fromkeys(
        states.LIVE - {states.State.NOTIFIED}, met("The child has been visited; we go on visiting")
    ),
    states.State.NOT_FOSTERING: met("Looked into: it is not private fostering"),
    states.State.ENDED: met("The child lives there no longer"),
}
