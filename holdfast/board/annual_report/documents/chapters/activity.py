"""What was done in the year. Where nothing shows that it changed anything, the page says so."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import said as paragraph
from holdfast.board.annual_report.documents.model import (
    ActivityBlock,
    Chapter,
    Inline,
    Note,
    Section,
    Shown,
    Strong,
)
from holdfast.board.annual_report.models import Activity
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural

NO_EVIDENCE: Final = "No evidence of impact is held."
TITLE: Final = "What was done, and what changed"


@dataclass(frozen=True)
class Deed:
    """Something done, as the full report and (`plain`) the family edition tell it."""

    theme: str
    plain: str
    block: ActivityBlock


def chapter(deeds: Sequence[Deed], *, place: int) -> Chapter:
    """The chapter of what was done in a year; where nothing is told it says so."""
    if not deeds:
        opening = (paragraph("Nothing is told here yet of what was done in the year."),)
        return Chapter("activity", place, TITLE, opening, (), empty=True)
    without = sum(1 for each in deeds if each.block.mark)
    by_theme = groupby(deeds, key=lambda each: each.theme)
    return Chapter(
        slug="activity",
        number=place,
        title=TITLE,
        opening=(_counts(len(deeds), without),),
        sections=tuple(
            Section(theme, f"activity-{number}", tuple(each.block for each in grouped))
            for number, (theme, grouped) in enumerate(by_theme, start=1)
        ),
    )


def deed(activity: Activity) -> Deed:
    """One activity with what shows its impact, or the mark."""
    shown = tuple(
        Shown(_ended(one.changed), _ended(one.how_known), day_words(one.dated_on), one.source)
        for one in activity.impacts.all()
    )
    when = f"{activity.happened.words}. " if activity.happened else ""
    block = ActivityBlock(
        parts=(f"{when}{_ended(activity.what)}",),
        source=activity.source,
        shown=shown,
        mark="" if shown else NO_EVIDENCE,
    )
    return Deed(activity.theme or "The board", activity.plain, block)


def _counts(count: int, without: int) -> Note:
    told = f"{plural(count, 'thing')} that were done {'is' if count == 1 else 'are'} told here."
    if count == 1:
        told = "One thing that was done is told here."
    parts: tuple[Inline, ...] = (
        Strong(f"{told} "),
        "Each says where it is recorded, what changed, and how that is known. ",
    )
    if without == 0:
        return Note((*parts, "For each there is dated evidence that something changed."))
    said = f"For {without} of {count} no evidence of impact is held. Each of these is marked."
    return Note((*parts, said))


def _ended(words: str) -> str:
    """Words that end with a stop."""
    return words if words.endswith((".", "!", "?")) else f"{words}."
