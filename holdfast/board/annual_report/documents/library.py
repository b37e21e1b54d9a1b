"""Where a report is found: written now from what is held, or read from a frozen edition."""

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Final

from django.conf import settings

from holdfast.board.annual_report import rules
from holdfast.board.annual_report.documents import compose, gather
from holdfast.board.annual_report.documents.codec import Unreadable, from_json
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import Figure, Report, Settled
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.annual_report.documents.rooms import contents
from holdfast.board.annual_report.models import Edition, Settlement
from holdfast.insight.benchmarking import figures
from holdfast.insight.benchmarking.faults import BadFile
from holdfast.kernel.directory.models import Partnership, this_partnership

CannotShow: Final = (gather.FiguresMissing, BadFile, Unreadable)
"""Why a report cannot be shown: each says so in a sentence."""

DEMO: Final = "Published figures are real; people and cases are invented."


def live(year: str, *, on: date, edition: Edition | None = None) -> Report:
    """
    The report of a year as it would be written today, with what an edition tells of the year.

    Raises UnknownYear, FiguresMissing.
    """
    outline = outline_of(year)
    partnership = this_partnership()
    area = partnership.area
    store = figures.open_store(settings.VAR_DIR / "figures")
    evidence = gather.evidence(outline, store, area_code=area.code, area_name=area.name)
    held = contents(outline, evidence, partnership=partnership, edition=edition, on=on)
    return compose.bound(
        title=outline.title,
        partnership=partnership.name,
        year=outline.year,
        foot=_foot(partnership),
        chapters=held.chapters,
        held={**_figures(evidence), **held.counted},
        briefs=held.briefs,
    )


def report_of(edition: Edition, *, on: date) -> Report:
    """An edition as it is read today: frozen content stays, what came later is a new line."""
    outline = outline_of(edition.year)
    return compose.dressed(
        _content(edition, on=on),
        edition=f"{edition.name()}, {outline.for_meeting}",
        prepared_on=day(edition.frozen_on or on),
        settled=_settled(edition),
    )


def approved(edition: Edition) -> Report:
    """
    An edition as it stands once it is approved, without what was revised since.

    It is made of stored content alone. Raises Unreadable.
    """
    name = rules.name_of(edition.number, state=rules.APPROVED)
    return compose.dressed(
        _unaltered(edition),
        edition=f"{name}, {outline_of(edition.year).for_meeting}",
        prepared_on=day(edition.frozen_on) if edition.frozen_on else "",
        settled=_settled(edition),
    )


def _unaltered(edition: Edition) -> Report:
    """The frozen content, if it is still what was frozen. Raises Unreadable."""
    if hashlib.sha256(edition.content.encode()).hexdigest() != edition.sha256:
        raise Unreadable(
            f"The content of {edition.record.reference} is not what was frozen. "
            "Tell the records guardian; do not use this edition."
        )
    return from_json(edition.content)


def newest(year: str, *, on: date) -> Report:
    """The newest edition of a year; where none was begun, the report as it would be today."""
    edition = Edition.objects.filter(year=year).for_page().newest_first().first()
    if edition:
        return report_of(edition, on=on)
    return compose.dressed(
        live(year, on=on), edition="No edition begun yet", prepared_on=day(on), settled={}
    )


def _content(edition: Edition, *, on: date) -> Report:
    if edition.state == rules.DRAFT:
        return live(edition.year, on=on, edition=edition)
    frozen = _unaltered(edition)
    try:
        return compose.with_revisions(frozen, live(edition.year, on=on, edition=edition))
    except gather.FiguresMissing:
        return frozen


def day(when: date) -> str:
    """A date in full: 28 June 2013."""
    return f"{when.day} {when:%B %Y}"


def _settled(edition: Edition) -> Mapping[str, Settled]:
    """The settlements of this edition and, where it has none, of the year's earlier ones."""
    rows = (
        Settlement.objects.filter(edition__year=edition.year, edition__number__lte=edition.number)
        .select_related("by")
        .order_by("edition__number")
    )
    return {
        row.disagreement: Settled(row.words, row.reason, row.by.title, day(row.on)) for row in rows
    }


def _figures(evidence: Evidence) -> Mapping[str, Figure]:
    measures = evidence.measures.values()
    everything = [each for m in measures for each in (m, m.before, m.later) if each]
    return {each.figure.id: each.figure for each in everything}


def _foot(partnership: Partnership) -> str:
    return f"{partnership.name}. {DEMO}" if partnership.demo else partnership.name
