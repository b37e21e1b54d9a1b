"""One contact: its clock, the worry, what agencies know, the decision and its consequence."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from holdfast.engines.asks.models import Check
from holdfast.engines.standards.extracts import threshold_on
from holdfast.engines.standards.rules.planned import PlannedStandard
from holdfast.kernel.access.door import Visit
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.directory.models import Area
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import at as moment_words
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Clock, Entry, Fact, Link, NowCell, Status, gap_words
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.pages import standing
from holdfast.practice.front_door.rules import deciding, law, states

MOVES = {
    "receive": "It came.", "grade": "Graded.", "ask_agencies": "Agencies asked.",
    "ask_more": "More agencies asked.", "say_family": "The family.", "say_basis": "Lawful basis.",
    "match_child": "The child found.", "say_same": "Household.", "decide": "Decided.",
    "tell_referrer": "The referrer was told.", "send_to_strategy": "To a strategy discussion.",
    "send_to_worker": "To the child’s worker.", "open_again": "Looked at again.",
    "disagree": "The referrer disagrees.", "go_up": "The disagreement went up.",
    "settle": "The disagreement is settled.", "withdraw_agreement": "Agreement withdrawn.",
    "demand_release": "Release asked for.", "note": "Note.", "explain_lateness": "Why it is late.",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One agency's column. `closed` are facts kept in the hub: said to be there, and not what."""

    agency: str
    post: str
    status: Status
    words: str
    facts: Sequence[str]
    closed: Sequence[tuple[str, Link, str]]
    next: str = ""


@dataclass(frozen=True)
class ContactPage:
    """Everything the contact's page prints."""

    reference: str
    caption: str
    heading: str
    grade: Status
    now: Sequence[NowCell]
    worry: str
    facts: Sequence[Fact]
    children: Sequence[Fact]
    answers: Sequence[Answer]
    answered: str
    clocks: Sequence[Clock]
    story: Sequence[Entry]
    decided: Sequence[Fact]
    menu: Sequence[Link]
    repeats: str
    compare: str
    is_open: bool
    may_decide: bool
    why_not: str
    strategy_url: str
    worker_url: str

    @classmethod
    def of(cls, contact: Contact, checks: Sequence[Check], *, visit: Visit) -> "ContactPage":
        reference, at = contact.record.reference, visit.now
        manager = visit.post.role == "mash_manager"
        mine = contact.written_by_id == visit.post.pk
        steps = contact.record.steps.all()
        source = reverse("clock:timescales")
        lines = clock_lines(contact.record.deadlines.all(), now=at, reader=visit.post)
        replied = [one for one in checks if one.replied_at]
        open_repeats = [one for one in contact.repeats.all() if one.same is not False]
        return cls(
            reference=reference,
            caption=_caption(contact),
            heading=standing.children_words(contact, on=visit.today),
            grade=standing.grade_status(contact),
            now=_now(contact, checks, visit=visit),
            worry=contact.worry,
            facts=_facts(contact),
            children=_children(contact, on=visit.today),
            answers=[_answer(one, reference, at=at) for one in checks],
            answered=f"{len(replied)} of {len(checks)} answered" if checks else "nobody is asked",
            clocks=[line.part(source) for line in lines],
            story=[_entry(step) for step in steps],
            decided=_decided(contact),
            menu=_menu(contact, manager=manager),
            repeats=_repeats(open_repeats),
            compare=reverse("front_door:compare", args=[reference]) if open_repeats else "",
            is_open=contact.is_open,
            may_decide=manager and contact.is_open and not mine,
            why_not=_why_not(contact, manager=manager, mine=mine),
            strategy_url=reverse("journey:start_discussion", args=[reference])
            if manager and contact.is_open else "",
            worker_url=reverse("front_door:worker", args=[reference])
            if contact.is_open and standing.worker_of(contact) else "",
        )  # fmt: skip


def _caption(contact: Contact) -> str:
    writer = f" · written by the {contact.written_by.title}" if contact.written_by else ""
    return f"Contact {standing.origin(contact)}{writer}"


WROTE_IT = "You wrote it, so another manager decides. Red may still go to a discussion."


def _why_not(contact: Contact, *, manager: bool, mine: bool) -> str:
    if not contact.is_open:
        return ""
    if not manager:
        return "A manager who did not write it decides. You may grade, ask and write."
    return (
        "You wrote it, so another manager decides. Red may still go to a discussion."
        if mine
        else ""
    )


def _now(contact: Contact, checks: Sequence[Check], *, visit: Visit) -> list[NowCell]:
    move = standing.whose_move(contact, checks, at=visit.now, reader=visit.post)
    by = standing.decide_by(contact)
    why = Link("Why this number", reverse("clock:timescales"))
    first = (
        NowCell("Decide by", by.removeprefix("Decide by "), "One working day from receipt.",
                links=(why,))
        if by
        else NowCell("State", states.WORDS[states.State(contact.state)],
                     law.DECISION_WORDS.get(law.Decision(contact.decision), "")
                     if contact.decision else "")
    )  # fmt: skip
    found = deciding.suggestion(
        grade=contact.grade, allocated=standing.worker_of(contact) is not None,
        repeats=len(contact.repeats.all()), agreement=contact.agreement,
    )  # fmt: skip
    what, because = found if found and contact.is_open else _usual(contact)
    note = Link(
        "say why not", reverse("front_door:write", args=[contact.record.reference, "note"])
    )
    return [first, NowCell("Whose move", move.who, move.what),
            NowCell("What next", what, because, links=(note,) if found else ())]  # fmt: skip


def _usual(contact: Contact) -> tuple[str, str]:
    if not contact.is_open:
        owed = contact.told_by is not None and contact.heard_at is None
        return ("Tell the referrer", "They have not heard.") if owed else ("Nothing", "")
    if contact.told_by is not None:
        return "Decide, then the referrer hears", "With a reason and the next step."
    return "Decide", "With a reason and the next step."


def _facts(contact: Contact) -> list[Fact]:
    told = law.TOLD_FAMILY[law.Told(contact.told)] if contact.told else "Not asked yet"
    pairs = [
        ("Safe now?", contact.safe or "Not said"),
        ("They hope for", contact.wants or "Not said"),
        ("Address", ", ".join(p for p in (contact.address, contact.postcode) if p) or "Not said"),
        ("Does the family know?", f"{told} {contact.told_how or contact.why_not_told}".strip()),
        ("Agreement to help", law.AGREEMENT_WORDS[law.Agreement(contact.agreement)]),
        ("Lawful basis", law.BASIS_WORDS[law.Basis(contact.basis)] if contact.basis
         else "Not said yet"),
    ]  # fmt: skip
    return [Fact(key, value) for key, value in pairs]


def _children(contact: Contact, *, on: date) -> list[Fact]:
    found = []
    for one in contact.children.all():
        url = reverse("front_door:match", args=[contact.record.reference, one.number])
        if one.child is None:
            known, link = "Not looked for yet.", Link(f"Look for {one.known_as}", url)
            found.append(Fact(f"{one.known_as}, {one.age_words(on=on)}", known, link=link))
            continue
        worker = one.child.worker.title if one.child.worker else "no worker"
        words = f"{one.child.known_as}, {one.child.record.reference}"
        found.append(Fact(f"{one.known_as}, {one.age_words(on=on)}", words, worker))
    return found


def _answer(check: Check, reference: str, *, at: datetime) -> Answer:
    last = next(reversed(check.replies.all()), None)
    words = ""
    if last is not None and last.said == "nothing held":
        words = f"Looked in: {last.searched}, {day_words(last.since)} to {day_words(last.until)}."
    elif last is not None and last.said == "refused":
        words = f"“{last.reason}”"
    elif last is not None:
        words = last.words
    else:
        words = f"Asked {moment_words(check.asked_at)}, by {moment_words(check.due_at)}."
    closed = [
        (f"Fact {one.number}", Link(f"Read fact {one.number}", _fact(reference, one.pk)),
         _asked_for(one))
        for one in check.findings.all() if one.hub_only
    ]  # fmt: skip
    late = last is None and at > check.due_at
    return Answer(
        agency=check.asked.agency.name,
        post=check.asked.title,
        status=standing.LOOKS[check.look(at=at)](check.words(at=at)),
        words=words,
        facts=[one.text for one in check.findings.all() if not one.hub_only],
        closed=closed,
        next="You may decide without it. Say below what you did not know." if late
        else (f"Next: {check.guardian}" if last and last.reason and check.guardian else ""),
    )  # fmt: skip


def _asked_for(finding: object) -> str:
    asks = list(finding.release_asks.all())  # type: ignore[attr-defined]
    if not asks:
        return ""
    last = asks[-1]
    return f"{last.get_answer_display()}, by {moment_words(last.due_at)}"


def _fact(reference: str, number: int) -> str:
    return reverse("front_door:fact", args=[reference, number])


def _entry(step: Step) -> Entry:
    return Entry(
        happened=step.on, written=step.written_at, head=MOVES.get(step.move, "Clock."),
        text=step.note, by=f"{step.by.title}, {step.by.agency.name}",
        gap=gap_words(step.on, step.written_at),
    )  # fmt: skip


def _decided(contact: Contact) -> list[Fact]:
    if not contact.decision or contact.decided_by is None:
        return []
    who = f"{contact.decided_by.title}, {moment_words(contact.decided_at)}"
    found = [
        Fact("Decision", law.DECISION_WORDS[law.Decision(contact.decision)], who),
        Fact("Why", contact.why),
    ]
    if contact.not_known:
        found.append(Fact("Not known then", contact.not_known))
    if contact.next_step:
        found.append(Fact("Next step", contact.next_step))
    if contact.told_by is not None:
        found.append(Fact("The referrer", f"Told {moment_words(contact.heard_at)}"
                          if contact.heard_at else "Not told yet"))  # fmt: skip
    return found


MENU = (
    ("grade", "Grade", True), ("basis", "Lawful basis", True), ("ask", "Ask agencies", True),
    ("family", "The family: told, agrees", True), ("note", "Write a note", False),
    ("late", "Why it is late", False),
)  # fmt: skip


def _menu(contact: Contact, *, manager: bool) -> list[Link]:
    reference = contact.record.reference
    found = [
        Link(words, reverse("front_door:write", args=[reference, name]))
        for name, words, only_open in MENU
        if contact.is_open or not only_open
    ]
    more = []
    if not contact.is_open:
        more.append(("again", "Look at it again"))
        if contact.told_by is not None and contact.heard_at is None:
            more.append(("tell", "Tell the referrer"))
    if contact.agreement == law.Agreement.GIVEN:
        more.append(("withdrawn", "Agreement withdrawn"))
    links = [Link(w, reverse("front_door:write", args=[reference, name])) for name, w in more]
    return found + links


def _repeats(found: Sequence[object]) -> str:
    if not found:
        return ""
    first = found[0]
    reasons = ", ".join(first.reasons)  # type: ignore[attr-defined]
    return f"Report {len(found) + 1} on one household, likely: {reasons}."


def levels(area: Area, *, on: date) -> Sequence[PlannedStandard]:
    """The levels of the board's threshold document as it stands on a day."""
    found = threshold_on(on, area=area)
    return found.standards if found else ()
