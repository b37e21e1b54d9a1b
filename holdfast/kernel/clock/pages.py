"""What the page of timescales shows, chosen by section, status and day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from holdfast.kernel.clock import reference_page
from holdfast.kernel.clock.calendars import coverage_alert
from holdfast.kernel.clock.law import STATUS_WORDS
from holdfast.kernel.clock.reference_page import ReferenceSection, StatusBadge
from holdfast.kernel.clock.timescales import book
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Filter

EVERY_VERSION = "all"


@dataclass(frozen=True)
class TimescalesPage:
    filters: Sequence[Filter]
    sections: Sequence[ReferenceSection]
    badges: Sequence[StatusBadge]
    result: str
    alert: str


def timescales_page(asked: Mapping[str, str], *, today: date) -> TimescalesPage:
    """Build the page. A choice that nobody offered counts as no choice."""
    offered = _offered(today)
    chosen = {
        name: asked.get(name, "") if asked.get(name, "") in dict(options) else ""
        for name, (_, options) in offered.items()
    }
    sections = reference_page.sections(
        only=chosen["section"],
        status=chosen["status"],
        on=None if chosen["when"] == EVERY_VERSION else today,
    )
    shown = sum(len(section.rows) for section in sections)
    return TimescalesPage(
        filters=[
            Filter(name, label, options, chosen[name])
            for name, (label, options) in offered.items()
        ],
        sections=sections,
        badges=reference_page.badges(),
        result=f"{shown} of {len(list(book()))}",
        alert=coverage_alert(today) or "",
    )


def _offered(today: date) -> dict[str, tuple[str, list[tuple[str, str]]]]:
    sections = [(section.slug, section.short) for section in book().sections]
    statuses = [(status.value, words) for status, words in STATUS_WORDS.items()]
    when = [("", f"In force on {day_words(today)}"), (EVERY_VERSION, "All versions")]
    return {
        "section": ("Section", [("", "All sections"), *sections]),
        "status": ("How sure we are", [("", "Any status"), *statuses]),
        "when": ("Versions", when),
    }
