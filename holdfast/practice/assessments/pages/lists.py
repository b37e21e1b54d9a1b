"""The room's lists: my assessments, and what waits for one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Filter, met, over, running
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page
from holdfast.practice.assessments.models import Assessment, ChildAssessmentQuerySet
from holdfast.practice.assessments.pages import standing, words
from holdfast.practice.assessments.pages.case import status_of
from holdfast.practice.assessments.rules import states
from holdfast.practice.front_door.models import Contact

MINE = TableSpec(
    caption="Assessments, what is due first",
    columns=(
        Column("case", "Assessment", header=True),
        Column("state", "State"),
        Column("move", "Whose move"),
        Column("due", "Due", sort="limit_due_on"),
        Column("seen", "Seen"),
    ),
    default_sort="due",
    nothing="No assessment is open for your post.",
)
SHOW = [("open", "Open"), ("late", "Past their limit"), ("signed", "Authorised"), ("all", "All")]


@dataclass(frozen=True)
class ListPage:
    title: str
    caption: str
    text: str
    table: Table
    filters: Sequence[Filter] = ()
    result: str = ""
    begin: str = ""


def narrowed(
    found: ChildAssessmentQuerySet, params: Mapping[str, Any], *, on: date
) -> ChildAssessmentQuerySet:
    """The list as its filter asks; what nobody offered shows what is open."""
    chosen = params.get("show")
    if chosen == "all":
        return found
    if chosen == "signed":
        return found.authorised()
    return found.open().late(on=on) if chosen == "late" else found.open()


def mine(
    everything: ChildAssessmentQuerySet,
    params: Mapping[str, Any],
    *,
    on: date,
    caption: str,
    may_begin: bool,
) -> ListPage:
    found = narrowed(everything, params, on=on)

    def to_row(assessment: Assessment) -> Row:
        return _row(assessment, on=on)

    table = sort_and_page(found.for_list().with_limit(), params, MINE, to_row)
    total = table.pager.total if table.pager else 0
    late = everything.open().late(on=on).count()
    text = f"{plural(late, 'open assessment')} past a date." if late else "None is past its date."
    chosen = str(params.get("show", "open"))
    return ListPage(
        "My assessments", caption, text, table, [Filter("show", "Show", SHOW, chosen)],
        f"{total} shown", reverse("assessments:begin") if may_begin else "",
    )  # fmt: skip


def _row(assessment: Assessment, *, on: date) -> Row:
    late = standing.is_late(assessment, on=on)
    clock = standing.limit_of(assessment)
    reference = assessment.record.reference
    due = day_words(clock.due_on) if clock else "No limit in law"
    if clock and clock.met_on:
        said = over(f"Late: was due {due}") if late else met(f"In time: was due {due}")
    else:
        said = over(f"Was due {due}") if late else running(due)
    return Row(
        {
            "case": Cell(
                words.title_of(assessment),
                url=reverse("assessments:assessment", args=[reference]),
                note=f"{reference}, begun {day_words(assessment.started_on)}",
            ),
            "state": Cell(status=status_of(assessment)),
            "move": Cell(standing.mover_of(assessment), strong=late),
            "due": Cell(status=said),
            "seen": _seen(assessment, on=on),
        },
        marked=late and assessment.state in states.OPEN,
    )


def _seen(assessment: Assessment, *, on: date) -> str:
    said = (
        f"{row.known_as}: {small(words.seen_status(row, on=on).word)}"
        for row in assessment.children.all()
    )
    return "; ".join(said)


def small(words: str) -> str:
    return words[:1].lower() + words[1:]


WAITING = TableSpec(
    caption="Decided at the front door, and no assessment begun",
    columns=(
        Column("contact", "Referral", header=True),
        Column("children", "Children"),
        Column("received", "Received", sort="received_on"),
        Column("decided", "Decided", sort="decided_on"),
        Column("begin", "Next"),
    ),
    default_sort="received",
    nothing="Nothing waits: every referral that was decided so has its assessment.",
)


def waiting(
    found: QuerySet[Contact], params: Mapping[str, Any], *, on: date, caption: str
) -> ListPage:
    def to_row(contact: Contact) -> Row:
        reference = contact.record.reference
        gone = plural((on - contact.received_on).days, "day")
        url = f"{reverse('assessments:begin')}?contact={reference}"
        return Row(
            {
                "contact": reference,
                "children": contact.known_as,
                "received": Cell(day_words(contact.received_on), note=f"{gone} gone"),
                "decided": Cell(day_words(contact.decided_on), note=_by(contact)),
                "begin": Cell(f"Begin on {reference}", url=url),
            }
        )

    table = sort_and_page(found, params, WAITING, to_row)
    text = "Each was decided at the front door. The clock runs from the day of the referral."
    return ListPage("Waiting for an assessment", caption, text, table)


def _by(contact: Contact) -> str:
    return contact.decided_by.title if contact.decided_by else ""
