"""One return: how far it is, whose move it is, its team, and what was sent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.engines.asks.extracts import Given, Sheet, rows_of
from holdfast.engines.asks.models import Answer, Author, DelegatedLink, Request
from holdfast.engines.asks.pages.board import drawn
from holdfast.engines.asks.pages.words import move_words
from holdfast.engines.asks.rules.standing import due_words, is_open
from holdfast.engines.asks.rules.states import SENT, WRITABLE, State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.parts import Entry, Fact, Link, NowCell, gap_words


@dataclass(frozen=True)
class SectionRow:
    title: str
    url: str
    done: str
    left: str


@dataclass(frozen=True)
class LinkRow:
    words: str
    state: str
    revoke: str


@dataclass(frozen=True)
class Shown:
    """One answer in the sheet of what was sent."""

    question: str
    words: str
    more: str
    file: str


@dataclass(frozen=True)
class SheetShown:
    head: str
    words: str
    sections: tuple[tuple[str, tuple[Shown, ...]], ...]
    downloads: tuple[Link, ...]


@dataclass(frozen=True)
class Seen:
    """What the views found, for one page."""

    request: Request
    answers: Mapping[str, Answer]
    steps: Sequence[Step]
    authors: Sequence[Author]
    links: Sequence[DelegatedLink]
    sheets: Sequence[Sheet]
    author: bool
    asker: bool
    names: bool
    post: int


@dataclass(frozen=True)
class ReturnPage:
    title: str
    caption: str
    why: str
    cells: tuple[NowCell, ...]
    asked_back: str
    waiting_date: str
    sections: tuple[SectionRow, ...]
    writable: bool
    author: bool
    send: Link | None
    facts: tuple[Fact, ...]
    team: tuple[Fact, ...]
    who_names: str
    acts: tuple[Link, ...]
    links: tuple[LinkRow, ...]
    sheets: tuple[SheetShown, ...]
    addenda: tuple[Fact, ...]
    story: tuple[Entry, ...]

    @classmethod
    def of(cls, seen: Seen, *, on: date) -> "ReturnPage":
        request = seen.request
        state = State(request.state)
        waiting = next((c for c in request.due_changes.all() if c.answer == c.Answer.ASKED), None)
        return cls(
            title=request.round.title,
            caption=f"Information request {request.record.reference} · {request.record.owner}",
            why=request.round.why,
            cells=_cells(request, on=on),
            asked_back=request.asked_back if state not in SENT else "",
            waiting_date=f"{day_words(waiting.new_on)}. {waiting.reason}" if waiting else "",
            sections=tuple(_sections(seen)) if seen.author else (),
            writable=state in WRITABLE,
            author=seen.author,
            send=_send(seen, state),
            facts=_facts(request),
            team=tuple(_member(a, seen) for a in seen.authors if not a.until),
            who_names="" if seen.names else WHO_NAMES,
            acts=tuple(_acts(seen, state, waiting=waiting is not None, on=on)),
            links=tuple(_link(one, request) for one in seen.links) if seen.author else (),
            sheets=tuple(_sheet(one) for one in seen.sheets),
            addenda=tuple(
                Fact(f"{day_words(a.on)}, {a.by.title}", a.text) for a in request.addenda.all()
            ),
            story=tuple(_entry(step) for step in seen.steps),
        )


def _cells(request: Request, *, on: date) -> tuple[NowCell, ...]:
    row = rows_of([request], on=on)[0]
    ahead = f"{due_words(row.due_on, on=on)}. " if is_open(row.state) else ""
    moved = f"Moved {row.times_moved} times. " if row.times_moved else ""
    return (
        NowCell("State", "", status=drawn(row.look, row.words), text=row.why_late),
        NowCell("Due", day_words(row.due_on), text=f"{ahead}{moved}".strip()),
        NowCell("Whose move", row.whose_move, text=f"{row.answered} of {row.asked} answered."),
    )


def _sections(seen: Seen) -> Iterable[SectionRow]:
    for section in seen.request.round.question_set.questions.sections:
        answers = [seen.answers[q.key] for q in section.questions if q.key in seen.answers]
        given = [a for a in answers if not a.value.empty]
        carried = sum(a.carried for a in given)
        wrong = sum(bool(a.problem) for a in given)
        left = []
        if carried:
            left.append(f"{carried} from last time: still true?")
        if wrong:
            left.append(f"{wrong} to put right")
        yield SectionRow(
            title=section.title,
            url=reverse("asks:section", args=[seen.request.record.reference, section.key]),
            done=f"{len(given)} of {len(section.questions)}",
            left="; ".join(left),
        )


def _member(author: Author, seen: Seen) -> Fact:
    request = seen.request
    part = str(author.get_part_display())
    stays = author.part in (Author.Part.LEAD, Author.Part.SIGN_OFF)
    if stays or not seen.names or not is_open(State(request.state)):
        return Fact(part, author.post.title)
    leave = reverse("asks:leave", args=[request.record.reference, author.pk])
    return Fact(part, author.post.title, link=Link("Take off the team", leave))


def _facts(request: Request) -> tuple[Fact, ...]:
    signer = request.sign_off.title if request.sign_off else "Nobody named"
    asked = request.round
    return (
        Fact("Asked by", asked.asked_by.title),
        Fact("Lawful basis", asked.lawful_basis),
        Fact("Lead author", request.lead.title),
        Fact("Signs it off", signer),
        Fact("Questions", str(asked.question_set)),
        Fact("Issued", day_words(asked.issued_on)),
    )


def _send(seen: Seen, state: State) -> Link | None:
    """Return the way to send it: for the signer once it is ready, for an author before."""
    request = seen.request
    if not seen.author or state not in WRITABLE | {State.READY}:
        return None
    if state is State.READY and seen.post != request.sign_off_id:
        return None
    words = "Sign and send it" if state is State.READY else "Send it"
    if request.sign_off_id and state is not State.READY:
        words = "Make it ready to sign"
    return Link(words, reverse("asks:send", args=[request.record.reference]))


WHO_NAMES = "The agency’s seat on the board, or whoever asked, names and changes the team."
AUTHORS_ACTS = {
    "more_time": ("Ask for a revised date", WRITABLE),
    "why_late": ("Say why it is late", WRITABLE),
    "take_back": ("Take it back from signing", frozenset({State.READY})),
    "addendum": ("Add a dated addendum", SENT),
}
ASKERS_ACTS = {
    "accept": ("Accept it", frozenset({State.SENT})),
    "send_back": ("Send it back with a question", frozenset({State.SENT})),
    "reopen": ("Open it again", frozenset({State.ACCEPTED})),
    "extend": ("Give a revised date", WRITABLE | {State.READY}),
    "remind": ("Remind whoever has to move", WRITABLE | {State.READY}),
    "escalate": ("Tell the seat’s lead", WRITABLE | {State.READY}),
    "why_late": ("Say why it is late", WRITABLE | {State.READY}),
    "withdraw": ("Stop asking", WRITABLE | {State.READY}),
}
TEAM_ACTS = {
    "author": ("Name an author or substitute", WRITABLE | {State.READY}),
    "sign_off": ("Name who signs it off", WRITABLE),
    "reassign": ("Give it to another lead author", WRITABLE | {State.READY}),
}


def _acts(seen: Seen, state: State, *, waiting: bool, on: date) -> Iterable[Link]:
    reference = seen.request.record.reference
    known: dict[str, tuple[str, frozenset[State]]] = {}
    if seen.author:
        known |= AUTHORS_ACTS
    if seen.asker:
        known |= ASKERS_ACTS
    if seen.names:
        known |= TEAM_ACTS
    if seen.asker and waiting:
        yield Link("Answer the revised date", reverse("asks:answer_date", args=[reference]))
    for name, (words, states) in known.items():
        if state in states and (name != "why_late" or seen.request.due_on < on):
            yield Link(words, reverse(f"asks:{name}", args=[reference]))


def _link(link: DelegatedLink, request: Request) -> LinkRow:
    section = request.round.question_set.questions.section(link.section)
    words = f"{section.title if section else link.section}, for {link.for_whom}"
    if link.spent_at:
        return LinkRow(words, f"handed in, saved {link.saved}×", "")
    if link.revoked_at:
        return LinkRow(words, "taken back", "")
    revoke = reverse("asks:revoke", args=[request.record.reference, link.pk])
    return LinkRow(words, f"open until {day_words(link.expires_at.date())}", revoke)


def _sheet(sheet: Sheet) -> SheetShown:
    head = (
        f"Version {sheet.number}, sent {day_words(sheet.sent_on)} by {sheet.sent_by}: "
        f"{sheet.reply.value} return"
    )
    late = f", {sheet.days_late} days late" if sheet.days_late else ""
    downloads = [
        Link(words, reverse("asks:download", args=[sheet.reference, sheet.number, form]))
        for form, words in (("docx", "Word"), ("csv", "CSV"), ("json", "JSON"))
    ]
    sections = [
        (s.title, tuple(_shown(sheet.answers.get(q.key), q.text, sheet) for q in s.questions))
        for s in sheet.questions.sections
    ]
    shown = tuple(sections) if sheet.answers else ()
    return SheetShown(f"{head}{late}.", sheet.words, shown, tuple(downloads))


def _shown(given: Given | None, question: str, sheet: Sheet) -> Shown:
    if given is None:
        return Shown(question, "Not answered", "", "")
    by = f"By {given.by_link}, by link." if given.by_link else f"By {given.by}."
    by = "" if by == f"By {sheet.sent_by}." else by
    old = given.first_said_on
    aged = f"First said {day_words(old)}. " if old < sheet.sent_on else ""
    file = reverse("asks:file", args=[sheet.reference, given.file]) if given.file else ""
    return Shown(question, given.words, f"{aged}{by}".strip(), file)


def _entry(step: Step) -> Entry:
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=move_words(step.move),
        text=step.note,
        by=step.by.title,
        source=step.by.agency.name,
        gap=gap_words(step.on, step.written_at),
    )
