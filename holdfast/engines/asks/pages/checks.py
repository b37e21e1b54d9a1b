"""A check as its owner sees it, and as the hub does: never the one's page for the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from holdfast.engines.asks.models import Check, CheckReply, Desk, Finding, ReleaseAsk
from holdfast.engines.asks.pages.board import DRAWN
from holdfast.engines.asks.rules.checks import RELEASE_WORDS, TABLE, CheckState, Subject, span
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Fact, Link, NowCell, Status


@dataclass(frozen=True)
class CheckLine:
    """A check in a list."""

    reference: str
    url: str
    agency: str
    who: str
    question: str
    status: Status
    due: str

    @classmethod
    def of(cls, check: Check, *, at: datetime) -> "CheckLine":
        return cls(
            reference=check.record.reference,
            url=reverse("asks:check", args=[check.record.reference]),
            agency=check.asked.agency.name,
            who=", ".join(one.name for one in check.people),
            question=check.question,
            status=status_of(check, at=at),
            due=minute(check.due_at),
        )


@dataclass(frozen=True)
class PersonShown:
    name: str
    born: str
    more: str


@dataclass(frozen=True)
class FactShown:
    """A fact with what can be done with it. `text` is empty where it opens on its own page."""

    number: int
    text: str
    tied: bool
    mark: str
    about: str
    asked: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class CheckPage:
    reference: str
    agency: str
    question: str
    cells: tuple[NowCell, ...]
    people: tuple[PersonShown, ...]
    replies: tuple[str, ...]
    facts: tuple[FactShown, ...]
    right: tuple[Fact, ...]
    acts: tuple[Link, ...]
    owner: bool

    @classmethod
    def of(cls, check: Check, *, owner: bool, at: datetime) -> "CheckPage":
        """`check` comes from `for_list`. The owner's page names nothing of the hub's record."""
        return cls(
            reference=check.record.reference,
            agency=check.asked.agency.name,
            question=check.question,
            cells=_cells(check, owner=owner, at=at),
            people=tuple(_person(one) for one in check.people),
            replies=tuple(_said(one) for one in check.replies.all()),
            facts=tuple(_fact(f, check, owner=owner, at=at) for f in check.findings.all()),
            right=_right(check, owner=owner),
            acts=_acts(check, owner=owner, at=at),
            owner=owner,
        )


def status_of(check: Check, *, at: datetime) -> Status:
    return DRAWN[check.look(at=at)](check.words(at=at))


def minute(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%H:%M}, {day_words(local.date())}"


def _cells(check: Check, *, owner: bool, at: datetime) -> tuple[NowCell, ...]:
    waits = check.state == CheckState.ASKED
    mover = check.asked.title if waits else check.asked_by.title
    chased = check.escalated_at or check.reminded_at
    told = f"Reminded {minute(chased)}." if chased else ""
    if check.escalated_at and check.manager:
        told = f"With {check.manager.title} since {minute(check.escalated_at)}."
    refused = check.state == CheckState.REFUSED
    after = check.guardian or (check.manager.title if check.manager else "")
    ahead = f"Ask next: {after}." if refused and after and not owner else ""
    return (
        NowCell("State", "", status=status_of(check, at=at)),
        NowCell("Answer by", minute(check.due_at), "A local time, set by the hub."),
        NowCell("Whose move", mover, ahead or told),
    )


def _person(one: Subject) -> PersonShown:
    others = f"Also {', '.join(one.other_names)}. " if one.other_names else ""
    born = day_words(one.born_on) if one.born_on else "Not known"
    return PersonShown(one.name, born, f"{others}{one.address}".strip())


def _said(reply: CheckReply) -> str:
    period = ""
    if reply.since and reply.until:
        period = f" from {day_words(reply.since)} to {day_words(reply.until)}"
    looked = f" Looked in: {reply.searched}{period}." if reply.searched else ""
    head = f"{CheckState(reply.said).value.capitalize()}, {minute(reply.at)}."
    words = f" “{reply.reason}”" if reply.reason else f" {reply.words}" if reply.words else ""
    return f"{head}{words}{looked}"


def _fact(finding: Finding, check: Check, *, owner: bool, at: datetime) -> FactShown:
    asks = list(finding.release_asks.all())
    last = asks[-1] if asks else None
    names = {one.key: one.name for one in check.people}
    return FactShown(
        number=finding.number,
        text=finding.text if owner or not finding.hub_only else "",
        tied=finding.hub_only,
        mark=RELEASE_WORDS[finding.release],
        about=", ".join(names.get(key, key) for key in finding.subjects),
        asked=_asked(last, at=at) if last else "",
        links=_links(finding, check, last, owner=owner),
    )


def _asked(ask: ReleaseAsk, *, at: datetime) -> str:
    if ask.answer == ReleaseAsk.Answer.WAITING:
        late = at > ask.due_at
        time = f"{span(at - ask.due_at)} late" if late else f"{span(ask.due_at - at)} left"
        told = " The named manager was told." if ask.escalated_at else ""
        return f"The hub asks for its release: “{ask.why}” {time}.{told}"
    said = f": “{ask.reason}”" if ask.reason else "."
    return f"{ask.get_answer_display()}{said}"


def _links(
    finding: Finding, check: Check, last: ReleaseAsk | None, *, owner: bool
) -> tuple[Link, ...]:
    waits = last is not None and last.answer == ReleaseAsk.Answer.WAITING
    n = finding.number

    def to(name: str, text: str) -> Link:
        return Link(f"{text} {n}", reverse(f"asks:{name}", args=[check.record.reference, n]))

    if owner:
        wide = [to("fact_release", "Release fact")] if finding.hub_only else []
        narrow = [] if finding.hub_only else [to("fact_mark", "Let it go less far: fact")]
        return (*wide, *([to("fact_decline", "Say why not: fact")] if waits else []), *narrow)
    read = [to("fact", "Read fact")] if finding.hub_only else []
    if last is not None and waits:
        return (*read, to("fact_escalate", "Tell their manager about fact"))
    return (*read, *([to("fact_ask", "Ask its owner to release fact")] if read else []))


def _right(check: Check, *, owner: bool) -> tuple[Fact, ...]:
    basis = [Fact("Purpose", check.declared.words), Fact("Lawful basis", check.lawful_basis)]
    asked = Fact("Asked", minute(check.asked_at), note=f"by {check.asked_by.title}")
    if owner:
        return (*basis, asked)
    manager = check.manager.title if check.manager else "Nobody is named"
    return (*basis, asked, Fact("Asked of", check.asked.title), Fact("Named manager", manager),
            Fact("A refusal goes to", check.guardian or manager))  # fmt: skip


OWNERS = {
    "reply": "Say what is held",
    "say_nothing_held": "Say that nothing is held",
    "refuse": "Refuse, because…",
}


def _acts(check: Check, *, owner: bool, at: datetime) -> tuple[Link, ...]:
    may = TABLE.available(check.state)
    reference = check.record.reference
    if owner:
        names = {name: words for name, words in OWNERS.items() if name in may}
    else:
        waits = check.state == CheckState.ASKED
        late = (waits and at > check.due_at) or check.state == CheckState.REFUSED
        names = {"remind": "Remind them"} if waits else {}
        names |= {"escalate": "Tell their named manager"} if late else {}
        names |= {"withdraw": "Stop asking"} if waits else {}
    return tuple(
        Link(words, reverse(f"asks:check_{name}", args=[reference]))
        for name, words in names.items()
    )


@dataclass(frozen=True)
class DeskLine:
    name: str
    post: str
    manager: str
    guardian: str
    searches: str
    end: str

    @classmethod
    def all(cls, desks: Iterable[Desk]) -> tuple["DeskLine", ...]:
        return tuple(
            cls(
                name=str(one),
                post=one.post.title,
                manager=one.manager.title if one.manager else "Nobody is named",
                guardian=one.guardian or "Not named",
                searches=one.searches or "Not said",
                end=reverse("asks:desk_end", args=[one.pk]),
            )
            for one in desks
        )
