"""The guardian's page of the access log: what waits, the entries, whether the chain is whole."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from holdfast.kernel.access import reading
from holdfast.kernel.access.models import Entry
from holdfast.kernel.access.pages import entries
from holdfast.kernel.access.pages.chain import ChainPanel
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.ui.filters import at, number, plural
from holdfast.kernel.ui.parts import Filter, Link, NowCell, Status, met, over, running
from holdfast.kernel.ui.tables import Table, sort_and_page

SHOW = {
    "": "Everything",
    "read": "Read",
    "write": "Wrote",
    "search": "Searched",
    "export": "Took out",
    "job": "Jobs",
    "sign_in": "Signed in or out",
    "disposal": "Disposals",
    "refused": "Refused only",
}


@dataclass(frozen=True)
class Narrowing:
    """What the reader asked to see. What nobody offered is ignored."""

    what: str
    who: str
    since: date | None
    spoilt: str = ""

    @classmethod
    def of(cls, params: Mapping[str, str]) -> "Narrowing":
        what, who, typed = (str(params.get(name, "")) for name in ("what", "who", "since"))
        since, spoilt = None, ""
        try:
            since = date.fromisoformat(typed) if typed else None
        except ValueError:
            spoilt = "From must be a real date, such as 2013-06-28. All dates are shown."
        kind, _, key = who.partition("-")
        known = kind in {"post", "agency"} and key.isascii() and key.isdigit() and len(key) < 9
        return cls(what if what in SHOW else "", who if known else "", since, spoilt)

    def of_these(self, found: QuerySet[Entry]) -> QuerySet[Entry]:
        if self.what == "refused":
            found = found.filter(let_in=False)
        elif self.what:
            found = found.filter(what=self.what)
        if self.who:
            kind, _, key = self.who.partition("-")
            found = found.filter(**{"post" if kind == "post" else "post__agency": int(key)})
        if self.since:
            found = found.filter(at__gte=timezone.make_aware(datetime.combine(self.since, time())))
        return found

    def manifest(self) -> dict[str, str]:
        said = {"what": self.what, "who": self.who, "since": str(self.since or "")}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True)
class LogPage:
    summary: str
    now: Sequence[NowCell]
    filters: Sequence[Filter]
    since: str
    spoilt: str
    table: Table
    result: str
    chain: ChainPanel


def log_page(params: Mapping[str, str], *, now: datetime, chain: ChainPanel) -> LogPage:
    asked = Narrowing.of(params)
    every = reading.entries_for_guardian()
    shown = entries.Lines(asked.of_these(every).order_by("-pk"))
    table = sort_and_page(shown, params, entries.LOG, entries.Line.row)
    return LogPage(
        summary=_summary(now),
        now=_now_line(now),
        filters=_filters(asked),
        since=str(asked.since or ""),
        spoilt=asked.spoilt,
        table=table,
        result=f"{number(len(shown))} of {number(every.count())}",
        chain=chain,
    )


def _summary(now: datetime) -> str:
    since = now - reading.LOOKS_BACK
    recent = reading.entries_for_guardian().filter(at__gte=since)
    posts = recent.exclude(post=None).values("post").distinct().count()
    return (
        f"In 30 days: {plural(recent.count(), 'entry', 'entries')} by {plural(posts, 'post')}. "
        "Sealed rooms keep their own: their entries are shown to their circle only."
    )


def _now_line(now: datetime) -> Sequence[NowCell]:
    waiting = list(reading.waiting()[:50])
    refusals = reading.refusals(since=now - reading.LOOKS_BACK)
    refused = f"{plural(refusals, 'refusal')} in 30 days."
    see = Link("See the refusals", f"{reverse('access:log')}?what=refused")
    if not waiting:
        return (
            NowCell("Waiting", "Nothing to review", refused, links=[see] if refusals else []),
            NowCell("Whose move", "Nobody's", "A break-glass would come to you."),
            NowCell("Due", "", "No review is due.", met("Nothing due")),
        )
    due = waiting[0].began_at + reading.REVIEW_WITHIN
    review = Link("Review it now", reverse("access:review", args=[waiting[0].pk]))
    return (
        NowCell(
            "Waiting",
            f"{plural(len(waiting), 'break-glass', 'break-glasses')} to review",
            refused,
            links=[see] if refusals else [],
        ),
        NowCell("Whose move", "Records guardian", "", links=[review]),
        NowCell("Due", "", f"By {at(due, year=True)}. Local standard: 3 days.", left(due, now)),
    )


def left(due: datetime, now: datetime) -> Status:
    """Say how long there is, in hours under two days, else in days."""
    late = now > due
    hours = int(abs(due - now) / timedelta(hours=1))
    long = plural(hours, "hour") if hours < 48 else plural(hours // 24, "day")
    return over(f"{long} over") if late else running(f"{long} left")


def _filters(asked: Narrowing) -> Sequence[Filter]:
    agencies = [
        (f"agency-{a.pk}", f"{a.name}: every post") for a in Agency.objects.order_by("name")
    ]
    posts = [
        (f"post-{p.pk}", str(p))
        for p in Post.objects.select_related("agency").order_by("agency__name", "title")
    ]
    return (
        Filter("what", "Show", list(SHOW.items()), asked.what),
        Filter("who", "Post or agency", [("", "All"), *agencies, *posts], asked.who),
    )


def record_table(found: QuerySet[Entry], params: Mapping[str, str]) -> Table:
    """Return one page of the entries about one record."""
    shown = entries.Lines(found.order_by("-pk"))
    return sort_and_page(shown, params, entries.RECORD_LOG, entries.Line.row)
