"""From a meeting's rows to its pack, its minutes and its line in a calendar."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Prefetch, QuerySet

from holdfast.engines.meetings.documents.ical import Listed
from holdfast.engines.meetings.documents.minutes import Document, ItemSaid, Said, blocks_of
from holdfast.engines.meetings.documents.pack import Pack, PackItem, PackPaper
from holdfast.engines.meetings.models import AgendaItem, Meeting, Note, Paper, Place
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import Came, State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.directory.models import Post

FIRM = frozenset(State) - {State.PLANNED}


def items_of(meeting: Meeting, *, restricted: bool) -> QuerySet[AgendaItem]:
    """Return one part's items with what their pages print."""
    notes = Note.objects.select_related("owner__agency", "by__agency", "action")
    found = AgendaItem.objects.filter(meeting=meeting, part__isnull=not restricted).for_page()
    return found.prefetch_related(
        Prefetch("notes", queryset=notes), "addenda__by", "minute_text__changed_by"
    )


def papers_of(meeting: Meeting, *, restricted: bool) -> dict[int, list[Paper]]:
    """Return the papers that stand, by item, with their bytes."""
    found = Paper.objects.filter(
        item__meeting=meeting, restricted=restricted, replaced_by__isnull=True
    ).select_related("file")
    by_item: dict[int, list[Paper]] = {}
    for paper in found:
        by_item.setdefault(paper.item_id, []).append(paper)
    return by_item


def pages_before(meeting: Meeting, *, restricted: bool) -> tuple[int, int]:
    """Return how many papers a pack takes in and how many pages they have, before it is made."""
    held = Paper.objects.filter(item__meeting=meeting, replaced_by__isnull=True)
    counts = list(
        (held if restricted else held.filter(restricted=False)).values_list("pages", flat=True)
    )
    return len(counts), sum(max(pages, 1) for pages in counts)


def pack_of(
    meeting: Meeting, *, reader: Post, partnership: str, restricted: bool, on: date
) -> Pack:
    """Gather the pack of a reader: with Part B only for whoever came through its door."""
    items = items_of(meeting, restricted=False)
    papers = papers_of(meeting, restricted=False)
    return Pack(
        title=meeting.title,
        author=partnership,
        facts={
            "When": meeting.when,
            "Where": meeting.place,
            "State": meeting.state_words,
            "Moved": "; ".join(_moves(meeting)),
        },
        stamp=f"{meeting.record.reference}. Copy for: {reader.title}, {day_words(on)}.",
        on=on,
        items=tuple(_pack_item(item, papers.get(item.pk, [])) for item in items),
        restricted=_part_b(meeting, items) if restricted else (),
    )


def _part_b(meeting: Meeting, items: Iterable[AgendaItem]) -> tuple[PackItem, ...]:
    """Restricted papers of open items first, then the items of the restricted part."""
    papers = papers_of(meeting, restricted=True)
    beside = [_pack_item(item, papers[item.pk], bare=True) for item in items if item.pk in papers]
    own = items_of(meeting, restricted=True)
    return (*beside, *(_pack_item(item, papers.get(item.pk, [])) for item in own))


def _moves(meeting: Meeting) -> list[str]:
    return [f"from {move.old_words}, because: {move.reason}" for move in meeting.moves.all()]


def _pack_item(item: AgendaItem, papers: Sequence[Paper], *, bare: bool = False) -> PackItem:
    report = None if bare else getattr(item, "report", None)
    return PackItem(
        label=item.label,
        title=f"{item.title}: restricted papers" if bare else item.title,
        purpose=item.get_purpose_display(),
        minutes=item.minutes,
        by=item.presented_by,
        facts={
            "Theme": item.theme,
            "Fed by": "; ".join(item.inputs),
            "Expert speaker": item.speaker,
            "Presented by": item.presented_by,
        },
        blocks=report.drawn() if report else (),
        held=f"As at {day_words(report.as_at)}. SHA-256 {report.sha256}." if report else "",
        papers=tuple(_pack_paper(one) for one in papers),
    )


def _pack_paper(paper: Paper) -> PackPaper:
    """A paper's pages; of one that is attached, only what is said about it."""
    if not paper.apart:
        return PackPaper(_paper_words(paper), bytes(paper.file.content))
    file = paper.file
    facts = {
        "What it is": paper.apart,
        "File": f"{file.filename}, {max(1, len(file.content) // 1024):,} KB",
        "Kept since": day_words(paper.since),
        "SHA-256": file.sha256,
    }
    return PackPaper(_paper_words(paper), apart=facts)


def _paper_words(paper: Paper) -> str:
    late = "Supplement: " if paper.supplement else ""
    return f"{late}{paper}"


def attendance_of(places: Iterable[Place]) -> dict[str, str]:
    """Return who came as the minutes print it: posts, never names."""
    said: dict[str, list[str]] = {}
    for place in places:
        words = str(place)
        if place.came == Came.DEPUTY and place.deputy:
            words = f"{words} ({place.deputy.title})"
        said.setdefault(place.came, []).append(words)
    return {
        "Present": "; ".join(said.get(Came.PRESENT, [])),
        "Deputies": "; ".join(said.get(Came.DEPUTY, [])),
        "Apologies": "; ".join(said.get(Came.APOLOGIES, [])),
        "Absent": "; ".join(said.get(Came.ABSENT, [])),
    }


def minutes_of(
    meeting: Meeting, items: Iterable[AgendaItem], *, partnership: str, on: date, title: str
) -> Document:
    """Gather one part's minutes. The restricted part's are a document of its own."""
    minutes = meeting.minutes
    approved = (
        f"{day_words(minutes.approved_on)}, by the {minutes.approved_by.title}"
        if minutes.approved_on and minutes.approved_by
        else "not approved: a draft"
    )
    places = meeting.places.select_related("post", "deputy")
    return Document(
        title=title,
        author=partnership,
        facts={
            "Held": meeting.when,
            "Where": meeting.place,
            **attendance_of(places),
            "Drafted": f"{day_words(minutes.drafted_on)}, by the {minutes.drafted_by.title}",
            "Approved": approved,
        },
        blocks=blocks_of(said_on(item) for item in items),
        on=on,
    )


def said_on(item: AgendaItem) -> ItemSaid:
    text = getattr(item, "minute_text", None)
    notes = [note for note in item.notes.all() if not note.struck and note.kind != NoteKind.TEXT]
    return ItemSaid(
        label=item.label,
        title=item.title,
        text=text.text if text else "",
        outcome=item.outcome,
        said=tuple(
            Said(
                kind=note.kind,
                text=note.text,
                who=note.owner.title if note.owner else "",
                due=day_words(note.due_on) if note.due_on else "",
                where=note.taken_up,
            )
            for note in notes
        ),
        addenda=tuple(
            f"{day_words(one.on)}, by the {one.by.title}: {one.text}" for one in item.addenda.all()
        ),
    )


def listed(meetings: Iterable[Meeting]) -> list[Listed]:
    """Return those meetings whose day is known, as a calendar shows them."""
    return [
        Listed(
            uid=str(meeting.record_id),
            title=meeting.title,
            starts_at=meeting.starts_at,
            ends_at=meeting.ends_at,
            place=meeting.place,
            sequence=meeting.sequence,
            cancelled=meeting.state == State.CANCELLED,
            firm=meeting.state in FIRM,
        )
        for meeting in meetings
        if meeting.starts_at and meeting.ends_at
    ]
