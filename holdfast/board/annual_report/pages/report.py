"""An edition, its chapters and its disagreements, as pages."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents.briefs import family
from holdfast.board.annual_report.documents.html import Ways
from holdfast.board.annual_report.documents.model import (
    Chapter,
    Disagreement,
    Figure,
    Ref,
    Report,
    refs_in,
)
from holdfast.board.annual_report.documents.shelf import formats_of
from holdfast.board.annual_report.documents.standing import activities
from holdfast.board.annual_report.models import Edition
from holdfast.board.annual_report.pages.now import (
    beside,
    counts,
    due_cell,
    guidance_key,
    move_cell,
    state_cell,
)
from holdfast.board.annual_report.rules.required import Held
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import in_words
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.parts import Entry, Fact, Link, NowCell, gap_words
from holdfast.kernel.ui.tables import Pager, one_page

SAID: Final = {
    "draft": "Drafted",
    "settle": "Disagreement settled",
    "freeze": "Frozen",
    "approve": "Approved",
    "ask_partners": "Partners asked for statements",
    "set_out": "Calendar and list set",
    "charge": "Holder named",
    "hand_over": "Handed over",
    "note_activity": "Told what was done",
    "change_activity": "Written otherwise",
    "withdraw_activity": "Taken out",
    "show_impact": "Evidence of impact",
    "write_by_hand": "Written by hand",
    "list_recipient": "Added to the list",
    "send": "Sent",
    "agree_action": "Milestone agreed",
    "claim_done": "Milestone said to be done",
    "evidence": "Milestone evidenced",
    "ask_new_date": "Revised date asked for",
    "approve_new_date": "Revised date approved",
    "refuse_new_date": "Old date kept",
}
LOCAL: Final = "LD"
"""Indicators counted here, on the page of allegations; every other one has a page of its own."""


@dataclass(frozen=True)
class Standing:
    """One disagreement in the list: how it stands and where it is read."""

    number: int
    title: str
    url: str
    how: str


@dataclass(frozen=True)
class EditionPage:
    """The edition as a whole: its chapters, its disagreements, its files, what can be done now."""

    report: Report
    reference: str
    crumbs: list[Link]
    chapters: list[Link]
    standings: list[Standing]
    files: list[Link]
    entries: list[Entry]
    pager: Pager
    now: list[NowCell]
    beside: list[Link]
    counted: list[Fact]
    may_freeze: bool
    may_approve: bool
    why_not: str

    @classmethod
    def of(
        cls,
        edition: Edition,
        report: Report,
        *,
        held: Sequence[Held],
        unsent: int,
        post: Post,
        on: date,
        params: Mapping[str, Any],
        why_not: str = "",
    ) -> "EditionPage":
        story = edition.record.steps.select_related("by").order_by("-pk")
        steps, pager = one_page(story, params, caption="The edition's story")
        unsettled = sum(1 for box in report.disagreements() if box.settled is None)
        reference = edition.record.reference
        works = gate.may(post, Can.WORK, edition.record)
        decides = gate.may(post, Can.DECIDE, edition.record)
        return cls(
            report=report,
            reference=reference,
            crumbs=[Link("Annual reports", reverse("annual_report:list"))],
            chapters=[
                Link(f"{each.number}. {each.title}", _chapter_url(reference, each))
                for each in report.chapters
            ],
            standings=[_standing(reference, report, each) for each in report.disagreements()],
            files=_files(reference, report),
            entries=[_entry(step) for step in steps],
            pager=pager,
            now=[
                state_cell(edition),
                move_cell(edition, unsettled=unsettled),
                due_cell(edition, guidance=guidance_key(edition), on=on),
            ],
            beside=beside(edition),
            counted=_counted(report, held, unsent),
            may_freeze=works and edition.state == rules.DRAFT,
            may_approve=decides and edition.state == rules.FROZEN,
            why_not=why_not,
        )


def _counted(report: Report, held: Sequence[Held], unsent: int) -> list[Fact]:
    """What an editor looks at first: what is missing, and how the short editions read."""
    told = activities(report)
    bare = sum(1 for each in told if each.mark)
    brief = report.brief(family.FORM)
    easy = family.reading(brief) if brief else None
    return [
        Fact("What it must hold", counts(held)),
        Fact("What was done", f"{len(told)} told, {bare} without evidence of impact"),
        Fact(
            "For families",
            ("Reads easily. " if easy.easy else "Too hard. ") + easy.why if easy else "none",
        ),
        Fact("Approved and not sent", f"{unsent} on the list" if unsent else "nobody"),
    ]


@dataclass(frozen=True)
class ChapterPage:
    report: Report
    chapter: Chapter
    crumbs: list[Link]
    disagreements: list[Link]
    settled: int
    files: list[Link]
    carried: list[Figure]
    carried_links: dict[str, str]
    ways: Ways
    before: Link | None
    after: Link | None

    @classmethod
    def of(
        cls, edition: Edition, report: Report, slug: str, *, post: Post
    ) -> "ChapterPage | None":
        """The page of a chapter, or nothing where the report has no chapter of that name."""
        reference = edition.record.reference
        places = {each.slug: place for place, each in enumerate(report.chapters)}
        if slug not in places:
            return None
        place = places[slug]
        chapter = report.chapters[place]
        links = [
            Link(f"{each.number}. {each.title}", _chapter_url(reference, each))
            for each in report.chapters
        ]
        boxes = [each for each in chapter.blocks() if isinstance(each, Disagreement)]
        cited = {ref.figure for block in chapter.blocks() for ref in refs_in(block)}
        carried = [figure for figure in report.figures if figure.id in cited]
        return cls(
            report=report,
            chapter=chapter,
            crumbs=[
                Link("Annual reports", reverse("annual_report:list")),
                Link(report.title, reverse("annual_report:edition", args=[reference])),
            ],
            disagreements=[Link(str(box.number), f"#disagreement-{box.number}") for box in boxes],
            settled=sum(1 for box in boxes if box.settled),
            files=_files(reference, report),
            carried=carried,
            carried_links={figure.id: figure_url(figure) for figure in carried},
            ways=_ways(edition, report, post=post),
            before=links[place - 1] if place else None,
            after=links[place + 1] if place + 1 < len(links) else None,
        )


@dataclass(frozen=True)
class SettlePage:
    """One disagreement with its form."""

    report: Report
    box: Disagreement
    back: str
    ways: Ways

    @classmethod
    def of(cls, edition: Edition, report: Report, key: str) -> "SettlePage":
        box = next(each for each in report.disagreements() if each.key == key)
        reference = edition.record.reference
        ways = Ways(numbers=report.number_of(), figure_url=_to_figure(report), level=1)
        return cls(report, box, _box_url(reference, report, box), ways)


def figure_url(figure: Figure) -> str:
    """The page of a figure among the figures, or nothing for a figure that has none."""
    if not figure.indicator:
        return ""
    asked = urlencode({"year": figure.year} | ({"item": figure.item} if figure.item else {}))
    if figure.indicator.startswith(LOCAL):
        return f"{reverse('indicators:allegations')}?{asked}"
    return f"{reverse('indicators:figure', args=[figure.indicator])}?{asked}"


def _ways(edition: Edition, report: Report, *, post: Post) -> Ways:
    """A number leads to what it carries, at the foot of the page; a box to its form."""
    may = edition.state != rules.APPROVED and gate.may(post, Can.WORK, edition.record)
    holder = in_words(post.role)
    reference = edition.record.reference

    def settle(box: Disagreement) -> str:
        if not may or box.holder != holder:
            return ""
        return reverse("annual_report:settle", args=[reference, box.key])

    return Ways(
        numbers=report.number_of(),
        figure_url=lambda ref: f"#carries-{ref.figure}",
        settle=settle,
    )


def _to_figure(report: Report) -> Callable[[Ref], str]:
    held = {figure.id: figure for figure in report.figures}
    return lambda ref: figure_url(held[ref.figure])


def _standing(reference: str, report: Report, box: Disagreement) -> Standing:
    how = f"Open. Holder: {box.holder}."
    if box.settled:
        how = f"Settled on {box.settled.on} by {box.settled.post}: {box.settled.words}."
    return Standing(box.number, box.title, _box_url(reference, report, box), how)


def _box_url(reference: str, report: Report, box: Disagreement) -> str:
    chapter = next(each for each in report.chapters if box in each.blocks())
    return f"{_chapter_url(reference, chapter)}#disagreement-{box.number}"


def _chapter_url(reference: str, chapter: Chapter) -> str:
    return reverse("annual_report:chapter", args=[reference, chapter.slug])


def _files(reference: str, report: Report) -> list[Link]:
    return [
        Link(each.label, reverse("annual_report:download", args=[reference, each.kind]))
        for each in formats_of(report)
    ]


def _entry(step: Step) -> Entry:
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=f"{SAID.get(step.move, step.move)}.",
        text=step.note,
        by=step.by.title,
        gap=gap_words(step.on, step.written_at),
    )
