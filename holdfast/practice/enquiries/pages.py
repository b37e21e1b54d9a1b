"""A discussion as a page says it: state first, who took part, what was decided, who does what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils import timezone

from holdfast.kernel.access.door import Visit
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.parts import Clock, Entry, Fact, Link, NowCell, Status
from holdfast.practice.enquiries import rules
from holdfast.practice.enquiries.access import STORY
from holdfast.practice.enquiries.models import Part, StrategyDiscussion
from holdfast.practice.enquiries.rules import Decision, Present, State

DRAWN = {
    State.CALLED: parts.running,
    State.HELD: parts.soon,
    State.SENT_ROUND: parts.met,
    State.CANCELLED: parts.nothing,
}
STATE_WORDS = {
    State.CALLED: "Called, not held yet",
    State.HELD: "Held; its record is to be sent round",
    State.SENT_ROUND: "Held, and its record sent round",
    State.CANCELLED: "Not held",
}
TOOK = {
    Present.THERE: parts.met,
    Present.PHONE: parts.met,
    Present.WROTE: parts.soon,
    Present.ABSENT: parts.nothing,
}
MOVES = {
    "call": "Called.",
    "invite": "Partners invited.",
    "hold": "Held and decided.",
    "send_round": "Record sent round.",
    "say_begun": "Enquiry begun, child seen.",
    "cancel": "Not held.",
    "agree_action": "Action agreed.",
}


@dataclass(frozen=True)
class Line:
    """One discussion in a list."""

    link: Link
    reference: str
    status: Status
    called: str
    decided: str
    whose: str

    @classmethod
    def of(cls, one: StrategyDiscussion, *, visit: Visit) -> "Line":
        running = [c for c in one.record.deadlines.all() if c.is_open]
        whose = running[0].whose_move if running else "–"
        names = ", ".join(member.child.known_as for member in one.children.all())
        return cls(
            link=Link(names, reverse("enquiries:discussion", args=[one.record.reference])),
            reference=one.record.reference,
            status=status_of(one),
            called=minute(one.called_at),
            decided=decision_words(one) or "Not yet",
            whose=whose,
        )


@dataclass(frozen=True)
class PartLine:
    agency: str
    who: str
    took: Status
    brought: str
    limit: str


@dataclass(frozen=True)
class DiscussionPage:
    reference: str
    heading: str
    caption: str
    cells: tuple[NowCell, ...]
    why: str
    parts: tuple[PartLine, ...]
    quorum: str
    quorate: bool
    decided: tuple[Fact, ...]
    clocks: tuple[Clock, ...]
    actions: tuple[tuple[str, str, str, str], ...]
    story: tuple[Entry, ...]
    acts: tuple[Link, ...]
    contact: str

    @classmethod
    def of(cls, one: StrategyDiscussion, *, visit: Visit, decides: bool) -> "DiscussionPage":
        """`one` comes from `for_page`. A partner let into the meeting sees no story or contact."""
        inside = visit.opens(STORY)
        lines = clock_lines(one.record.deadlines.all(), now=visit.now, reader=visit.post)
        children = [member.child for member in one.children.all()]
        return cls(
            reference=one.record.reference,
            heading=" and ".join(
                f"{c.known_as}, {c.age_words(on=visit.today)}" for c in children
            ),
            caption=f"Strategy discussion {one.record.reference} · "
            f"called {minute(one.called_at)} · {one.edition}",
            cells=_cells(one),
            why=one.why if inside else "",
            parts=tuple(_part(p, reads=inside or _took_part(one, visit)) for p in one.parts.all()),
            quorum=_quorum(one),
            quorate=not one.missing,
            decided=_decided(one),
            clocks=tuple(line.part() for line in lines) if inside else (),
            actions=tuple(
                (a.what, a.owner.title if a.owner else a.owner_role,
                 day_words(a.due_on) if a.due_on else "–", a.state)
                for a in one.record.actions.all()
            ),
            story=_story(one) if inside else (),
            acts=_acts(one, decides=decides) if inside else (),
            contact=one.about_record.reference if inside and one.about_record else "",
        )  # fmt: skip


def minute(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{day_words(local.date())}, {local:%H:%M}"


def status_of(one: StrategyDiscussion) -> Status:
    state = State(one.state)
    return DRAWN[state](STATE_WORDS[state])


def decision_words(one: StrategyDiscussion) -> str:
    return rules.DECISION_WORDS[Decision(one.decision)] if one.decision else ""


def _cells(one: StrategyDiscussion) -> tuple[NowCell, ...]:
    ahead = {
        State.CALLED: ("Hold it", "As soon as possible; the number of days is local."),
        State.HELD: ("Send the record round", "One working day, a local standard."),
        State.SENT_ROUND: ("Nothing more here", "What was promised is below."),
        State.CANCELLED: ("Nothing more here", ""),
    }[State(one.state)]
    if one.s47_on and not one.begun_on and one.state != State.CALLED:
        ahead = ("See the child", "The section 47 enquiry has not begun.")
    return (
        NowCell("State", "", status=status_of(one)),
        NowCell("Whose move", one.chair.title, one.chair.agency.name),
        NowCell("What next", *ahead),
    )


def _took_part(one: StrategyDiscussion, visit: Visit) -> bool:
    """Say whether this post's agency was in the discussion: an absent one reads less."""
    mine = [p for p in one.parts.all() if p.source_id == visit.post.agency_id]
    return any(Present(p.present) in rules.TAKES_PART for p in mine)


def _part(part: Part, *, reads: bool) -> PartLine:
    present = Present(part.present)
    words = present.value.capitalize()
    limit = "For this discussion only" if part.audience == "room" else "For agencies"
    said = part.brought if reads or part.audience != "room" else ""
    return PartLine(
        agency=part.source.name,
        who=part.who,
        took=TOOK[present](words),
        brought=said or "Nothing written down",
        limit=limit if said else "",
    )


def _quorum(one: StrategyDiscussion) -> str:
    gone = one.missing
    if not gone:
        return "Social care, police and health took part: quorate."
    said = f" It did not wait, because: {one.not_quorate_why}" if one.not_quorate_why else ""
    return f"Not quorate without {' and '.join(gone)}.{said}"


def _decided(one: StrategyDiscussion) -> tuple[Fact, ...]:
    if not one.decision or one.held_at is None:
        return ()
    by = f"by {one.decided_by.title}" if one.decided_by else ""
    facts = [
        Fact("Held", minute(one.held_at), note=one.how),
        Fact("Decision", decision_words(one), note=by),
        Fact("Why", one.decision_why),
    ]
    more: Sequence[tuple[str, str | date | None]] = (
        ("Protection at once", one.protection),
        ("Seen otherwise", one.dissent),
        ("Enquiry starts", one.s47_on),
        ("Child first seen for it", one.begun_on),
    )
    for key, value in more:
        if value:
            facts.append(Fact(key, day_words(value) if isinstance(value, date) else value))
    return tuple(facts)


def _story(one: StrategyDiscussion) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            happened=step.on,
            written=step.written_at,
            head=MOVES.get(step.move, f"{step.move.replace('_', ' ').capitalize()}."),
            text=step.note,
            by=step.by.title,
        )
        for step in reversed(one.record.steps.all())
    )


def _acts(one: StrategyDiscussion, *, decides: bool) -> tuple[Link, ...]:
    names = {}
    if one.state == State.CALLED:
        names = {"hold": "Write it down in the room"} if decides else {}
        names |= {"invite": "Invite partners"}
        names |= {"cancel": "Say why none is held"} if decides else {}
    if one.state == State.HELD:
        names["send_round"] = "Send the record round"
    if one.s47_on and not one.begun_on:
        names["begun"] = "Say that the child was seen"
    reference = one.record.reference
    return tuple(
        Link(words, reverse(f"enquiries:{name}", args=[reference]))
        for name, words in names.items()
    )
