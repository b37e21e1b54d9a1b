"""What posts outside the room see: what they told us, what is theirs to do, and their letters."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Clock, Fact, Link, Status
from holdfast.practice.allegations.models import Allegation, Copy, Meeting
from holdfast.practice.allegations.pages import words
from holdfast.practice.allegations.rules import procedure, states

REPLY = {
    states.State.CONTACT: "The LADO has it and has not decided yet.",
    states.State.ADVICE: "You were given advice. The LADO may come back to you.",
    states.State.BELOW: "It is for you to deal with as the employer. The LADO told you how.",
    states.State.CLOSED: "The LADO has closed the matter.",
}
GOING_ON = "The LADO is dealing with it and will tell you what you need to know."


@dataclass(frozen=True)
class Letter:
    title: str
    sent: str
    paragraphs: Sequence[str]


@dataclass(frozen=True)
class AcknowledgementPage:
    """What you told us, who has it, what you must do. Nothing of the record itself."""

    heading: str
    reference: str
    told: Sequence[Fact]
    who_has_it: str
    reply: str
    clocks: Sequence[Clock]
    letters: Sequence[Letter]
    may_write: bool

    @classmethod
    def of(cls, allegation: Allegation, *, visit: Visit) -> "AcknowledgementPage":
        mine = [d for d in allegation.record.deadlines.all() if d.rule_id == procedure.REFER]
        waiting = [d for d in mine if d.is_open]
        lines = clock_lines(mine, now=visit.now, reader=visit.post)
        letters = [c for c in allegation.copies.all() if c.reader_post_id == visit.post.pk]
        state = states.State(allegation.state)
        return cls(
            heading="What you told the LADO",
            reference=allegation.record.reference,
            told=_told(allegation, visit=visit),
            who_has_it=str(allegation.lead),
            reply=REPLY.get(state, GOING_ON),
            clocks=[line.part(reverse("clock:timescales")) for line in lines],
            letters=[_letter(c) for c in letters],
            may_write=bool(waiting) and allegation.record.closed_on is None,
        )


def _told(allegation: Allegation, *, visit: Visit) -> list[Fact]:
    """The referrer's own words come back to the referrer. Others see only that it was told."""
    received = Fact("Received", day_words(allegation.received_on))
    if allegation.referred_by_id != visit.post.pk:
        return [received]
    accounts = [
        Fact(concern.whose_words, f"“{concern.account}”") for concern in allegation.concerns.all()
    ]
    return [received, *accounts]


def _letter(copy: Copy) -> Letter:
    return Letter(copy.title, day_words(copy.sent_on), copy.text.split("\n\n"))


@dataclass(frozen=True)
class Owed:
    """One action of the employer's, as the employer's own page shows it."""

    pk: int
    what: str
    why: str
    due: str
    status: Status
    may_claim: bool
    may_move: bool
    waiting: bool
    may_show: bool
    sent: Sequence[str]

    @property
    def prefix(self) -> str:
        """What keeps this action's form apart from the others on the page."""
        return f"action-{self.pk}"


def owed(actions: Iterable[Action], *, on: date) -> list[Owed]:
    found = []
    for action in actions:
        asked = any(c.answer == "asked" for c in action.date_changes.all())
        agreed = action.state == "agreed"
        found.append(
            Owed(
                pk=action.pk,
                what=action.what,
                why=action.why,
                due=day_words(action.due_on),
                status=words.action_status(action, on=on),
                may_claim=agreed,
                may_move=agreed and not asked,
                waiting=asked,
                may_show=action.state == "done",
                sent=[p.text for p in action.progress.all() if p.text.startswith("Sent: ")],
            )
        )
    return found


@dataclass(frozen=True)
class OutsidePage:
    """Everything the LADO's room has opened to this post, by kind."""

    told: Sequence[Link]
    meetings: Sequence[Link]
    actions: Sequence[Link]


def outside_page(
    told: Iterable[Allegation], meetings: Iterable[Meeting], actions: Iterable[Action]
) -> OutsidePage:
    return OutsidePage(
        told=[
            Link(
                f"{one.record.reference}, told on {day_words(one.received_on)}",
                reverse("allegations:acknowledgement", args=[one.record.reference]),
            )
            for one in told
        ],
        meetings=[
            Link(
                words.meeting_title(one),
                reverse("allegations:meeting", args=[one.allegation.record.reference, one.number]),
            )
            for one in meetings
        ],
        actions=[
            Link(
                f"{one.what}, due {day_words(one.due_on)}",
                reverse("allegations:owed", args=[one.record.reference]),
            )
            for one in actions
        ],
    )
