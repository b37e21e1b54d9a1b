"""The scorecard: exceptions first, each with its question and reply; then panels, a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.local_data.extracts import Asked, Measure, Scorecard
from holdfast.board.local_data.pages.panel import Panel
from holdfast.board.local_data.pages.table import table
from holdfast.board.local_data.rules.exceptions import RULE
from holdfast.insight.benchmarking.releases import Release, Unit
from holdfast.insight.indicators.catalogue import Indicator
from holdfast.kernel.ui.parts import Filter, Link
from holdfast.kernel.ui.tables import Table

NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True)
class ExceptionWords:
    """One exception: figure at the left, question and reply, holder and clock at the right."""

    number: int
    identity: str
    name: str
    url: str
    value: str
    made_of: str
    beside: str
    why: tuple[str, ...]
    thread: Asked | None
    thread_url: str
    ask: Link | None


@dataclass(frozen=True)
class ScorecardPage:
    heading: str
    lead: str
    years: Filter
    count: str
    rule: str
    exceptions: tuple[ExceptionWords, ...]
    panels: tuple[Panel, ...]
    table: Table
    csv: str
    unseen: str
    releases: tuple[str, ...]

    @classmethod
    def of(
        cls, card: Scorecard, threads: Mapping[str, Asked], *, may_ask: bool
    ) -> "ScorecardPage":
        number = len(card.exceptions)
        word = NUMBERS[number] if number < len(NUMBERS) else str(number)
        return cls(
            heading=f"Scorecard, year to 31 March {card.year}",
            lead=f"{card.area.name} beside London: what was published by the day of this page. "
            "Boroughs are compared only inside one release.",
            years=_years(card),
            count=f"{word} exception{'' if number == 1 else 's'} first",
            rule=RULE,
            exceptions=tuple(
                _exception(nth, one, threads.get(one.listed.id), may_ask=may_ask)
                for nth, one in enumerate(card.exceptions, start=1)
            ),
            panels=tuple(Panel.of(one) for one in card.panels),
            table=table(card),
            csv=f"{reverse('local_data:csv')}?year={card.year}",
            unseen=_unseen(card),
            releases=tuple(_release(one) for one in card.releases),
        )


def figure_url(one: Measure) -> str:
    return f"{reverse('indicators:figure', args=[one.listed.id])}?year={one.figure.year}"


def beside(one: Measure) -> str:
    """Return the year before and London, each where there is one, or why there is none."""
    before = f"Year before {one.before.shown}." if one.before else "No figure of the year before."
    if one.change.caution:
        before = f"No fair year before: {one.change.caution}."
    if one.london is None or one.figure.indicator.unit is Unit.COUNT:
        return before
    return f"{before} London {one.london.shown}."


def about(one: Measure) -> str:
    """Return what stands beside a figure when it is asked about."""
    return " ".join(
        [f"{one.figure.made_of}." * bool(one.figure.made_of), beside(one)]
        + [reason.sentence for reason in one.reasons]
    ).strip()


def _exception(
    number: int, one: Measure, thread: Asked | None, *, may_ask: bool
) -> ExceptionWords:
    ask = Link(f"Ask about {one.listed.name}", reverse("local_data:ask", args=[one.listed.id]))
    opened = reverse("workplan:challenge", args=[thread.reference]) if thread else ""
    return ExceptionWords(
        number=number,
        identity=one.listed.id,
        name=one.listed.name,
        url=figure_url(one),
        value=one.figure.shown,
        made_of=one.figure.made_of,
        beside=beside(one),
        why=tuple(reason.sentence for reason in one.reasons),
        thread=thread,
        thread_url=opened,
        ask=ask if may_ask and thread is None else None,
    )


def _years(card: Scorecard) -> Filter:
    options = [(str(year), f"{year - 1}\u2013{year % 100:02}") for year in reversed(card.years)]
    return Filter("year", "Year to 31 March", options, str(card.year))


def _unseen(card: Scorecard) -> str:
    """Say where no London figure was out by the day: a line that is absent must say why."""
    without = [one for one in card.panels if not _compared(one.figure.indicator) or not one.london]
    if not without:
        return ""
    return (
        f"{len(without)} of {len(card.panels)} measures have no London line: none was published "
        "by the day of this page in the releases held, or the measure is a count."
    )


def _compared(one: Indicator) -> bool:
    return one.unit is not Unit.COUNT


def _release(release: Release) -> str:
    memory = " (day from memory)" * (release.published_status == "M")
    return (
        f"{release.id}, {release.title}, published {release.published}{memory}, {release.status}"
    )
