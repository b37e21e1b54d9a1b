"""A challenge's thread as it is drawn: entries with their marks, and what came after the day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.models import Entry
from holdfast.board.workplan.rules.challenging import Mark, Sort
from holdfast.board.workplan.rules.hindsight import LaterEvent

MARK_WORDS = {Mark.OPEN: "Open", Mark.DONE: "Done", Mark.DIFFERENCE: "Difference made"}


@dataclass(frozen=True)
class ThreadItem:
    """One entry. `later` is hindsight: it came after the page's date and is drawn dashed."""

    mark: str
    mark_words: str
    when: str
    sort: str
    text: str
    known: str = ""
    said: str = ""
    source: str = ""
    later: bool = False
    paper: str = ""


def thread(
    entries: Iterable[Entry], later: Iterable[LaterEvent], *, reference: str, on: date
) -> tuple[ThreadItem, ...]:
    """Return the thread in the order of what happened, then what nobody could know yet."""
    held = sorted(entries, key=lambda one: (one.dated.last, one.pk))
    return (
        *(_item(one, reference) for one in held),
        *(_later(one) for one in later if one.after(on)),
    )


def _item(entry: Entry, reference: str) -> ThreadItem:
    said = f"{entry.said_for}, written down by the {entry.by.title}"
    return ThreadItem(
        mark=entry.mark.value,
        mark_words=MARK_WORDS[entry.mark],
        when=entry.dated.words,
        sort=Sort(entry.sort).value,
        text=entry.text,
        known=entry.how_we_know,
        said=said if entry.said_for else f"the {entry.by.title}",
        source=entry.source,
        paper=_paper(entry, reference),
    )


def _paper(entry: Entry, reference: str) -> str:
    if entry.file_id is None:
        return ""
    return reverse("workplan:challenge_paper", args=[reference, entry.file_id])


def _later(event: LaterEvent) -> ThreadItem:
    return ThreadItem(
        mark=Mark.OPEN.value,
        mark_words="Not known yet",
        when=event.dated.words,
        sort="after this page's date",
        text=event.text,
        source=event.source,
        later=True,
    )
