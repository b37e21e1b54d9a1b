"""Break-glass: asking for it, and a second person's review of what was opened under it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import NoReverseMatch, reverse

from holdfast.kernel.access import reading
from holdfast.kernel.access.grants import BREAK_GLASS_LASTS
from holdfast.kernel.access.models import BreakGlass, Entry
from holdfast.kernel.access.pages.entries import page_words
from holdfast.kernel.access.pages.log import left
from holdfast.kernel.access.words import Can
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.filters import at
from holdfast.kernel.ui.parts import Fact, met
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table

REVIEWS = TableSpec(
    caption="Break-glasses, those that wait first",
    columns=(
        Column("began", "Began"),
        Column("who", "Who"),
        Column("record", "Record"),
        Column("reason", "Reason, as typed"),
        Column("now", "Now"),
    ),
    nothing="Nobody has used break-glass.",
)
MOST = 200


@dataclass(frozen=True)
class AskPage:
    """What somebody reads before they break the glass."""

    reference: str
    hours: int
    reviewers: str
    days: int

    @classmethod
    def of(cls, record: Record, *, post: Post, now: datetime) -> "AskPage":
        held = Holding.objects.current(at=now).filter(post__role=Role.RECORDS_GUARDIAN)
        others = held.exclude(post=post).select_related("post__agency").order_by("pk")
        named = " or ".join(str(one.post) for one in others) or "a records guardian"
        hours = int(BREAK_GLASS_LASTS.total_seconds() // 3600)
        return cls(record.reference, hours, named, reading.REVIEW_WITHIN.days)


@dataclass(frozen=True)
class ReviewPage:
    title: str
    url: str
    facts: Sequence[Fact]
    reviewed: Sequence[Fact]
    why_not: str

    @classmethod
    def of(cls, broken: BreakGlass, *, by: Holding, now: datetime) -> "ReviewPage":
        ended = "ended by itself" if broken.ends_at <= now else "ends by itself"
        opened, closed = opened_under(broken)
        facts = [
            Fact("Who", str(broken.holding.post)),
            Fact("Record", broken.record.reference),
            Fact("Reason, as typed", f"“{broken.reason}”"),
            Fact("Began, ended", f"{at(broken.began_at)}; {ended} {at(broken.ends_at)}"),
            Fact("What was opened", ", ".join(opened) or "Nothing"),
            Fact("Not opened", ", ".join(closed) or "Nothing: every page was opened"),
        ]
        own = by.person_id == broken.holding.person_id or by.post_id == broken.holding.post_id
        why_not = "This was your own. Another person must review it." if own else ""
        url = reverse("access:review", args=[broken.pk])
        return cls(f"Break-glass {broken.pk}", url, facts, _finding(broken), why_not)


def opened_under(broken: BreakGlass) -> tuple[list[str], list[str]]:
    """Return the pages of the record read under a break-glass, and those that were not."""
    entries = Entry.objects.filter(
        holding=broken.holding_id,
        record_id=broken.record_id,
        right=f"break-glass {broken.pk}",
        let_in=True,
    )
    read = list(entries.order_by("pk").values_list("page", flat=True))
    opened = list(dict.fromkeys(page for page in read if page))
    offered = reading.pages_of(broken.record.kind, can=Can.SEE)
    rest = [page for page in offered if page not in opened and is_about_one(page)]
    return [page_words(page) for page in opened], [page_words(page) for page in rest]


def is_about_one(page: str) -> bool:
    """Say whether a page's address names a record and nothing else."""
    try:
        return bool(reverse(page, args=["AA-2000-0001"]))
    except NoReverseMatch:
        return False


def entrance(record: Record) -> str:
    """Return the address of the first page of a record, or of one's own first page."""
    pages = [p for p in reading.pages_of(record.kind, can=Can.SEE) if is_about_one(p)]
    return reverse(pages[0], args=[record.reference]) if pages else reverse("access:home")


def _done(broken: BreakGlass) -> bool:
    return hasattr(broken, "review")


def _finding(broken: BreakGlass) -> Sequence[Fact]:
    if not _done(broken):
        return []
    review = broken.review
    return [
        Fact("Finding", review.get_finding_display()),
        Fact("Why", review.why),
        Fact("Reviewed", at(review.at, year=True), note=str(review.reviewed_by.post)),
    ]


def reviews_table(*, now: datetime) -> Table:
    """Return the newest break-glasses, those that wait first."""
    found = list(reading.break_glasses().order_by("-began_at", "-pk")[:MOST])
    found.sort(key=_done)
    return plain_table(REVIEWS, [_row(one, now) for one in found])


def _row(broken: BreakGlass, now: datetime) -> Row:
    waits = not _done(broken)
    status = left(broken.began_at + reading.REVIEW_WITHIN, now) if waits else met("Reviewed")
    return Row(
        {
            "began": Cell(
                at(broken.began_at, year=True), url=reverse("access:review", args=[broken.pk])
            ),
            "who": str(broken.holding.post),
            "record": broken.record.reference,
            "reason": broken.reason,
            "now": Cell(status=status, note="" if waits else broken.review.get_finding_display()),
        },
        marked=waits,
    )
