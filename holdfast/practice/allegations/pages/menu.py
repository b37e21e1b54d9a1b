"""What can be written about a record now, in the order a case runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.parts import Link
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.pages import circle, words
from holdfast.practice.allegations.rules import law, states

State = states.State
ONLY_IN = {
    "discussion": frozenset({State.MET}),
    "meeting": frozenset({State.DISCUSSED, State.STRANDS}),
    "strand": states.LIVE,
    "concern": states.TAKES_CONCERNS,
    "child": frozenset(State) - {State.CLOSED},
    "threshold": states.UNDECIDED,
    "close": states.FINISHED,
    "reopen": frozenset({State.CLOSED}),
}


class Titled(Protocol):
    @property
    def title(self) -> str: ...


@dataclass(frozen=True)
class MenuPage:
    reference: str
    heading: str
    write: Sequence[Link]
    decide: Sequence[Link]
    going: Sequence[Link]
    circle: Link
    person: Link


def menu_of(
    allegation: Allegation,
    write: Mapping[str, Titled],
    decide: Mapping[str, Titled],
    *,
    visit: Visit,
) -> MenuPage:
    reference = visit.record.reference
    may_decide = gate.may(visit.post, Can.DECIDE, visit.record, section="story")
    decisions = _links(allegation, "allegations:decide", decide) if may_decide else []
    return MenuPage(
        reference=reference,
        heading=words.title_of(allegation),
        write=_links(allegation, "allegations:write", write),
        decide=[*decisions, *(_outcomes(allegation) if may_decide else [])],
        going=[*_going(allegation), *(_offers(allegation) if may_decide else [])],
        circle=Link("Who may see it, and end it", reverse("allegations:circle", args=[reference])),
        person=Link("This person works with us", reverse("allegations:person", args=[reference])),
    )


def _links(allegation: Allegation, name: str, table: Mapping[str, Titled]) -> list[Link]:
    state = State(allegation.state)
    everywhere = frozenset(State)
    return [
        Link(entry.title, reverse(name, args=[allegation.record.reference, key]))
        for key, entry in table.items()
        if state in ONLY_IN.get(key, everywhere)
    ]


def _outcomes(allegation: Allegation) -> list[Link]:
    found = []
    for concern in allegation.concerns.prefetch_related("outcomes"):
        decided = bool(concern.outcomes.all())
        name = "allegations:appeal" if decided else "allegations:outcome"
        said = "Outcome after an appeal" if decided else "Decide the outcome"
        category = law.CATEGORY_WORDS[law.Category(concern.category)].lower()
        url = reverse(name, args=[allegation.record.reference, concern.number])
        if decided or allegation.state in states.LIVE:
            found.append(Link(f"{said}: concern {concern.number}, {category}", url))
    return found


def _offers(allegation: Allegation) -> list[Link]:
    waiting = allegation.transfers.filter(accepted_on=None, withdrawn_on=None)
    return [
        Link(f"Withdraw the offer to {offer.to.title}", circle.withdraw_url(allegation, offer.pk))
        for offer in waiting.select_related("to")
    ]


def _going(allegation: Allegation) -> list[Link]:
    """What is under way and can be finished: meetings without a record, strands, new dates."""
    reference = allegation.record.reference
    meetings = [
        Link(
            f"Record the {words.meeting_title(one).lower()}",
            reverse("allegations:record_meeting", args=[reference, one.number]),
        )
        for one in allegation.meetings.filter(held=False)
    ]
    strands = [
        Link(
            f"Close the strand: {one.get_kind_display()}",
            reverse("allegations:close_strand", args=[reference, one.number]),
        )
        for one in allegation.strands.filter(closed_on__isnull=True)
    ]
    return [*meetings, *strands]
