"""One priority or one commitment: the lines that answer it, what it stands on, what changed."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.workplan.models import Commitment, Line, Priority
from holdfast.board.workplan.pages.priorities import evidence_links, impact_words
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.parts import Link


def home_of(one: Line | Priority | Commitment, record: Record) -> Link:
    """Return the page on which its evidence is shown."""
    at = record.reference
    if isinstance(one, Line):
        return Link(f"Line {one.number}", reverse("workplan:line", args=[at, one.number]))
    if isinstance(one, Priority):
        return Link(f"Priority {one.code}", reverse("workplan:priority", args=[at, one.code]))
    url = reverse("workplan:commitment", args=[at, one.strategy.code, one.code])
    return Link(f"Commitment {one.code}", url)


@dataclass(frozen=True)
class StandsPage:
    """`links` are pieces of evidence; one whose paper is kept here leads to it."""

    title: str
    caption: str
    back: Link
    lines: tuple[Link, ...]
    gap: str
    results: tuple[str, ...]
    links: tuple[Link, ...]
    impact: tuple[str, ...]
    forms: tuple[Link, ...]

    @classmethod
    def of(
        cls, one: Priority | Commitment, record: Record, *, may_work: bool, on: date
    ) -> "StandsPage":
        ours = isinstance(one, Priority)
        return cls(
            title=one.text,
            caption=_caption(one),
            back=_back(one, record),
            lines=tuple(
                Link(str(line), home_of(line, record).url)
                for line in sorted(one.lines.all(), key=lambda line: line.number)
            ),
            gap="Gap: no line answers it." if ours else "Gap: no line of ours answers it.",
            results=() if isinstance(one, Priority) else tuple(one.results),
            links=evidence_links(
                one.evidencelinks.all(), place=record.area.code, at=record.reference, on=on
            ),
            impact=impact_words(one.impactstatements.all()),
            forms=_forms(one, record) if may_work else (),
        )


def _caption(one: Priority | Commitment) -> str:
    if isinstance(one, Priority):
        return f"{one.plan.title}, priority {one.code}"
    return f"{one.strategy.title}, {one.area_name}, commitment {one.code}"


def _back(one: Priority | Commitment, record: Record) -> Link:
    name, words = (
        ("priorities", "Priorities, and what changed")
        if isinstance(one, Priority)
        else ("strategies", "The children's plan")
    )
    return Link(words, reverse(f"workplan:{name}", args=[record.reference]))


def _forms(one: Priority | Commitment, record: Record) -> tuple[Link, ...]:
    ours = isinstance(one, Priority)
    kind, args = (
        ("priority", [one.code])
        if isinstance(one, Priority)
        else ("commitment", [one.strategy.code, one.code])
    )
    named = {} if ours else {"line": "Link a line of ours"}
    named |= {"link": "Link evidence, or keep a paper", "impact": "Say what changed"}
    return tuple(
        Link(words, reverse(f"workplan:{kind}_{name}", args=[record.reference, *args]))
        for name, words in named.items()
    )
