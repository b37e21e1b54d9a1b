"""The queue: red first, then the soonest clock; then what nobody has looked at; then open ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models import Case, Exists, F, IntegerField, OuterRef, Subquery, Value, When
from django.urls import reverse

from holdfast.kernel.clock.lines import ClockLine
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Clock, Link, Status
from holdfast.kernel.ui.tables import Pager, one_page
from holdfast.practice.front_door.models import Contact, ContactChild
from holdfast.practice.front_door.models.contact import ContactQuerySet
from holdfast.practice.front_door.pages import standing
from holdfast.practice.front_door.rules import law

GRADED, WAITING, OPEN_ALREADY = 0, 1, 2
HEADINGS = {
    GRADED: "Graded: red first, then the soonest clock",
    WAITING: "Waiting for a first look",
    OPEN_ALREADY: "Already open: to their own worker",
}
PER_PAGE = 25


@dataclass(frozen=True)
class QueueRow:
    """One contact in the queue, with what can be done from here."""

    group: int
    title: str
    url: str
    reference: str
    worry: str
    origin: str
    grade: Status
    line: ClockLine | None
    clock: Clock | None
    decide_by: str
    move: standing.Move
    missing: Sequence[Status]
    repeat: str
    compare: str
    grade_url: str
    strategy_url: str
    worker_url: str
    worker: str


@dataclass(frozen=True)
class QueuePage:
    heading: str
    caption: str
    groups: Sequence[tuple[str, Sequence[QueueRow]]]
    pager: Pager
    keys: bool
    links: Sequence[Link]


def ordered(contacts: ContactQuerySet) -> Any:
    """Return undecided contacts in the queue's order, each with its group."""
    has_worker = ContactChild.objects.filter(contact=OuterRef("pk"), child__worker__isnull=False)
    hours = Deadline.objects.open().filter(
        record=OuterRef("record"), rule_id__in=list(law.GRADE_RULE.values())
    )
    return (
        contacts.undecided()
        .annotate(
            group=Case(
                When(grade="red", then=Value(GRADED)),
                When(Exists(has_worker), then=Value(OPEN_ALREADY)),
                When(grade="", then=Value(WAITING)),
                default=Value(GRADED),
                output_field=IntegerField(),
            ),
            rank=Case(
                When(grade="red", then=Value(0)), default=Value(1), output_field=IntegerField()
            ),
            hours_due=Subquery(hours.values("due_at")[:1]),
        )
        .order_by("group", "rank", F("hours_due").asc(nulls_last=True), "received_at", "pk")
    )


def queue_page(
    contacts: ContactQuerySet,
    params: Mapping[str, Any],
    *,
    now: datetime,
    reader: Post,
    keys: bool,
) -> QueuePage:
    found = ordered(contacts)
    counts = {group: 0 for group in HEADINGS}
    for group in found.values_list("group", flat=True):
        counts[group] += 1
    page, pager = one_page(found.for_list(), params, caption="Queue", per_page=PER_PAGE)
    rows = _rows(list(page), now=now, reader=reader)
    groups = [
        (f"{words}: {counts[group]}", [row for row in rows if row.group == group])
        for group, words in HEADINGS.items()
    ]
    decide, pass_on = counts[GRADED] + counts[WAITING], counts[OPEN_ALREADY]
    return QueuePage(
        heading=f"Queue: {decide} to decide, {pass_on} to pass on",
        caption=f"{plural(decide + pass_on, 'contact waits', 'contacts wait')}. "
        "It refreshes when you ask, not under your hands.",
        groups=[(words, mine) for words, mine in groups if mine],
        pager=pager,
        keys=keys,
        links=(
            Link("Write a contact", reverse("front_door:refer")),
            Link("Weekend handover", reverse("front_door:handover")),
        ),
    )


def _rows(contacts: Sequence[Contact], *, now: datetime, reader: Post) -> list[QueueRow]:
    checks = standing.checks_of(contacts, to=reader)
    lines = standing.lines_of(contacts, now=now, reader=reader)
    source = reverse("clock:timescales")
    rows = []
    for one in contacts:
        asked, line = checks.get(one.record_id, ()), lines.get(one.pk)
        clock = line.part(source) if line else None
        rows.append(_row(one, asked, line, clock, now=now, reader=reader))
    return rows


def _row(
    one: Contact, asked: Any, line: ClockLine | None, clock: Clock | None, *, now: datetime,
    reader: Post,
) -> QueueRow:  # fmt: skip
    reference = one.record.reference
    manager = reader.role == "mash_manager"
    worker = standing.worker_of(one)
    undecided = [r for r in one.repeats.all() if r.same is not False]
    row = QueueRow(
        group=one.group,  # type: ignore[attr-defined]
        title=standing.children_words(one, on=now.date()),
        url=reverse("front_door:contact", args=[reference]),
        reference=reference,
        worry=_short(one.worry),
        origin=standing.origin(one),
        grade=standing.grade_status(one),
        line=line,
        clock=clock,
        decide_by=standing.decide_by(one),
        move=standing.whose_move(one, asked, at=now, reader=reader),
        missing=standing.missing(one, asked, at=now),
        repeat="",
        compare="",
        grade_url=reverse("front_door:write", args=[reference, "grade"]),
        strategy_url="",
        worker_url="",
        worker="",
    )
    if undecided:
        said = ", ".join(undecided[0].reasons)
        row = replace(row, repeat=f"Report {len(undecided) + 1} on one household, likely: {said}.",
                      compare=reverse("front_door:compare", args=[reference]))  # fmt: skip
    if manager:
        row = replace(row, strategy_url=reverse("journey:start_discussion", args=[reference]))
    if worker is not None and worker.child is not None and worker.child.worker is not None:
        to = worker.child.worker
        row = replace(row, worker_url=reverse("front_door:worker", args=[reference]),
                      worker=f"{to.title}, {to.agency.name}")  # fmt: skip
    return row


def _short(text: str, most: int = 220) -> str:
    return text if len(text) <= most else f"{text[: most - 1].rsplit(' ', 1)[0]}…"
