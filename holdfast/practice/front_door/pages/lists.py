"""The room's tables: feedback owed, disagreements, batches, what a referrer hears, a handover."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse

from holdfast.kernel.ui.filters import at as moment_words
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)
from holdfast.practice.front_door.models import Batch, Contact, Disagreement
from holdfast.practice.front_door.models.contact import ContactQuerySet
from holdfast.practice.front_door.pages import standing
from holdfast.practice.front_door.rules import disagreeing, law, states

OWED = TableSpec(
    "Referrers who have not heard",
    (
        Column("contact", "Contact", header=True), Column("who", "Who referred"),
        Column("decided", "Finished", sort="decided_at"), Column("do", "What to do"),
    ),
    nothing="Every professional who referred has heard.",
)  # fmt: skip
HEARD = TableSpec(
    "What this post referred",
    (
        Column("contact", "Referral", header=True), Column("came", "It came", sort="received_at"),
        Column("what", "What became of it"),
    ),
    nothing="This post has referred no child yet.",
)  # fmt: skip
DISAGREED = TableSpec(
    "Disagreements with a decision",
    (
        Column("contact", "Contact", header=True), Column("who", "Who disagrees"),
        Column("reason", "Reason"), Column("stage", "Stage", sort="stage"),
        Column("who_speaks", "Who speaks"), Column("state", "How it stands"),
    ),
    nothing="Nobody disagrees with a decision.",
)  # fmt: skip
BATCHES = TableSpec(
    "Files taken",
    (
        Column("file", "File", header=True), Column("what", "What it was"),
        Column("reports", "Reports", numeric=True), Column("taken", "Taken", sort="taken_at"),
    ),
    nothing="No file was taken yet.",
)  # fmt: skip
SINCE = TableSpec(
    "Since the last evening",
    (Column("what", "How it came", header=True), Column("count", "Reports", numeric=True),
     Column("open", "Still to decide", numeric=True)),
    nothing="Nothing came.",
)  # fmt: skip


def owed_table(contacts: ContactQuerySet, params: Mapping[str, Any], *, on: date) -> Table:
    found = contacts.owed().for_list().order_by("decided_at", "pk")
    return sort_and_page(found, params, OWED, lambda one: _owed(one, on=on))


def _owed(one: Contact, *, on: date) -> Row:
    reference = one.record.reference
    url = reverse("front_door:contact", args=[reference])
    tell = reverse("front_door:write", args=[reference, "tell"])
    return Row({
        "contact": Cell(standing.children_words(one, on=on), url=url, note=reference),
        "who": one.referrer,
        "decided": Cell(moment_words(one.decided_at), note=one.get_decision_display()),
        "do": Cell("Tell them", url=tell),
    })  # fmt: skip


def heard_table(contacts: ContactQuerySet, params: Mapping[str, Any]) -> Table:
    found = contacts.select_related("record").prefetch_related("children")
    return sort_and_page(found.order_by("-received_at", "-pk"), params, HEARD, _heard)


def _heard(one: Contact) -> Row:
    url = reverse("front_door:reply", args=[one.record.reference])
    said = "Decided: read our letter" if one.heard_at else "It came. You hear when it is decided."
    return Row({
        "contact": Cell(one.known_as, url=url, note=one.record.reference),
        "came": moment_words(one.received_at),
        "what": said,
    })  # fmt: skip


def disagreements_table(found: "QuerySet[Disagreement]", params: Mapping[str, Any]) -> Table:
    return sort_and_page(found, params, DISAGREED, _disagreed)


def _disagreed(one: Disagreement) -> Row:
    reference = one.contact.record.reference
    url = reverse("front_door:contact", args=[reference])
    settle = reverse("front_door:disagreed", args=[reference, one.number, "settle"])
    up = reverse("front_door:disagreed", args=[reference, one.number, "up"])
    more = () if one.outcome else (Link("Settle it", settle),
                                   Link("Take it up a stage", up))  # fmt: skip
    clock = next((d for d in one.contact.record.deadlines.all()
                  if d.is_open and d.about == one.key), None)  # fmt: skip
    due = f"To be settled by {day_words(clock.due_on)}" if clock else one.get_outcome_display()
    return Row({
        "contact": Cell(one.contact.known_as, url=url, note=reference),
        "who": Cell(f"{one.raised_by.title}, {one.raised_by.agency.name}",
                    note=day_words(one.raised_on)),
        "reason": Cell(one.get_reason_display(), note=one.words),
        "stage": disagreeing.STAGE_WORDS[one.stage],
        "who_speaks": f"{one.ours.title}; {one.theirs}",
        "state": Cell(due, more=more),
    })  # fmt: skip


def batches_table(found: "QuerySet[Batch]", params: Mapping[str, Any]) -> Table:
    return sort_and_page(found, params, BATCHES, _batch)


def _batch(one: Batch) -> Row:
    return Row({
        "file": one.filename, "what": one.get_channel_display(), "reports": str(one.reports),
        "taken": Cell(moment_words(one.taken_at), note=one.by.title),
    })  # fmt: skip


def since_of(now: datetime) -> datetime:
    """The last evening of a working day: Friday's from Saturday to Monday noon."""
    back = {0: 3, 5: 1, 6: 2}.get(now.weekday(), 1)
    return (now - timedelta(days=back)).replace(hour=17, minute=0, second=0, microsecond=0)


def handover_table(contacts: ContactQuerySet, *, since: datetime) -> Table:
    found = contacts.filter(received_at__gte=since).order_by().values("channel", "state")
    counts: dict[str, list[int]] = {}
    for one in found.annotate(count=Count("pk")):
        both = counts.setdefault(one["channel"], [0, 0])
        both[0] += one["count"]
        both[1] += one["count"] if one["state"] in states.UNDECIDED else 0
    rows = [
        Row({"what": law.CHANNEL_WORDS[law.Channel(channel)], "count": str(all_),
             "open": str(left)})
        for channel, (all_, left) in sorted(counts.items())
    ]  # fmt: skip
    return plain_table(SINCE, rows)


PASSED = TableSpec(
    "Reports passed on to this post",
    (Column("contact", "Report", header=True), Column("who", "Who told the hub"),
     Column("came", "It came", sort="received_at")),
    nothing="Nothing was passed on to this post.",
)  # fmt: skip


def passed_table(contacts: ContactQuerySet, params: Mapping[str, Any]) -> Table:
    found = contacts.select_related("record").prefetch_related("children")
    return sort_and_page(found.order_by("-received_at", "-pk"), params, PASSED, _passed)


def _passed(one: Contact) -> Row:
    url = reverse("front_door:report", args=[one.record.reference])
    return Row({
        "contact": Cell(one.known_as, url=url, note=one.record.reference),
        "who": one.referrer, "came": moment_words(one.received_at),
    })  # fmt: skip
