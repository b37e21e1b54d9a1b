"""One entry of the log as a line: posts and account numbers, never a person's name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import overload
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone

from holdfast.kernel.access import reading
from holdfast.kernel.access.models import Entry
from holdfast.kernel.directory import moment
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.filters import at, plural
from holdfast.kernel.ui.parts import Status, met, refused, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, TableSpec

COLUMNS = (
    Column("when", "When"),
    Column("who", "Post, and account"),
    Column("did", "What they did"),
    Column("right", "By what right"),
    Column("answer", "Answer"),
)
LOG = TableSpec(
    caption="Entries, newest first",
    columns=COLUMNS,
    per_page=25,
    csv=True,
    nothing="No entry matches. Look further back, or show everything.",
)
RECORD_LOG = replace(LOG, caption="Who has looked, newest first", csv=False)
HEADER = (
    "Entry",
    "When",
    "Post",
    "Agency",
    "Account",
    "What they did",
    "Record",
    "Right",
    "Answer",
)

ROOMS = {room.label: str(room.verbose_name) for room in apps.get_app_configs()}
VERBS = {
    "read": "Read",
    "write": "Wrote",
    "search": "Searched",
    "export": "Took out",
    "job": "Job",
    "sign_in": "Signed in or out",
    "disposal": "Disposed of a record",
}
PAGES = {
    "access:home": "their first page",
    "access:posts": "the choice of post",
    "access:nothing_here": "the page for a post with no room",
    "access:log": "the access log",
    "access:check": "a check of the whole log",
    "access:record_log": "who has looked at a record",
    "access:break_glass": "the request for break-glass",
    "access:reviews": "the reviews",
    "access:review": "the review of a break-glass",
    "access:grants": "grants and ends",
    "access:disposals": "the disposals",
    "access:disposal": "a disposal",
    "access:parcel": "a file made earlier",
}
RIGHTS = {
    "no right": "No right to this",
    "no such record": "There is no such record",
    "no post": "Holds no post",
    "not a member": "Not in the circle",
    "shut out": "Shut out: conflict of interest",
    "role": "By the post's role",
    "room": "At home in the room",
}


@dataclass(frozen=True)
class Line:
    """An entry's words."""

    number: int
    exactly: str
    when: str
    post: str
    agency: str
    account: str
    did: str
    reference: str
    note: str
    right: str
    answer: Status
    under_review: bool

    def row(self) -> Row:
        note = " · ".join(part for part in (self.reference, self.note) if part)
        whose = " · ".join(part for part in (self.agency, self.account) if part)
        return Row(
            {
                "when": self.when,
                "who": Cell(self.post, note=whose, strong=True),
                "did": Cell(self.did, note=note),
                "right": self.right,
                "answer": Cell(status=self.answer),
            },
            marked=self.under_review,
        )

    def values(self) -> Sequence[str | int]:
        """Return the line as `HEADER` heads it."""
        parts = (self.post, self.agency, self.account, self.did, self.reference)
        return (self.number, self.exactly, *parts, self.right, self.answer.word)


def lines(entries: Iterable[Entry]) -> list[Line]:
    """Return the lines of some entries. Two queries more, however many entries."""
    shown = list(entries)
    ids = {UUID(one) for entry in shown for one in _returned(entry)}
    ids |= {entry.record_id for entry in shown if entry.record_id}
    records = Record.objects.in_bulk(list(ids))
    waiting = {f"break-glass {pk}" for pk in reading.waiting().values_list("pk", flat=True)}
    return [_line(one, records, waiting) for one in shown]


class Lines(Sequence[Line]):
    """The lines of a queryset, fetched a slice at a time: a page costs what a page shows."""

    def __init__(self, found: QuerySet[Entry]) -> None:
        self._found = found
        self._count = found.count()

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, place: int) -> Line: ...
    @overload
    def __getitem__(self, place: slice) -> list[Line]: ...
    def __getitem__(self, place: int | slice) -> Line | list[Line]:
        if isinstance(place, slice):
            return lines(self._found[place])
        return lines([self._found[place]])[0]


def _line(entry: Entry, records: dict[UUID, Record], waiting: set[str]) -> Line:
    this_year = moment.today().year
    under_review = entry.right in waiting
    return Line(
        number=entry.pk,
        exactly=timezone.localtime(entry.at).isoformat(timespec="seconds"),
        when=at(entry.at, year=timezone.localtime(entry.at).year != this_year),
        post=_who(entry),
        agency=entry.post.agency.name if entry.post else "",
        account=entry.account.number if entry.account else entry.via or "",
        did=_did(entry),
        reference=str(records.get(entry.record_id, "")) if entry.record_id else "",
        note=_note(entry, records),
        right=_right(entry.right or ""),
        answer=_answer(entry, under_review),
        under_review=under_review,
    )


def _who(entry: Entry) -> str:
    if entry.post:
        return entry.post.title
    return (entry.via or "No post").capitalize()


def _did(entry: Entry) -> str:
    verb = VERBS.get(entry.what or "", "")
    if entry.what in {"sign_in", "disposal"}:
        return verb
    if not entry.let_in and entry.what != "job":
        verb = "Tried to write to" if entry.what == "write" else "Tried to open"
    return f"{verb}: {page_words(entry.page or '')}"


def page_words(page: str) -> str:
    """Return a page's name as a person would say it: the room's own words, and the page's."""
    if page in PAGES:
        return PAGES[page]
    room, _, name = page.replace("_", " ").rpartition(":")
    said = ROOMS.get(room.replace(" ", "_"), room)
    return f"{said}, {name}" if said else name


def _note(entry: Entry, records: dict[UUID, Record]) -> str:
    """Return what else there is to say. A sealed record that a search found is not counted."""
    if not entry.let_in:
        return "They saw “Not found”, as for a record that does not exist"
    if entry.what != "search":
        return ""
    found = [records.get(UUID(one)) for one in _returned(entry)]
    return plural(sum(1 for one in found if one and not one.sealed), "record") + " returned"


def _returned(entry: Entry) -> list[str]:
    return list((entry.detail or {}).get("returned", []))


def _right(said: str) -> str:
    return RIGHTS.get(said, said[:1].upper() + said[1:])


def _answer(entry: Entry, under_review: bool) -> Status:
    if not entry.let_in:
        return refused()
    if under_review:
        return soon("Let in, under review")
    return met("Let out" if entry.what == "export" else "Let in")
