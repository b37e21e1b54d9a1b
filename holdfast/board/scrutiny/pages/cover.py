"""A cover report: its paper as it stands, what is missing, its versions and files."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.board.scrutiny.documents import FORMATS, Paper, paper_of
from holdfast.board.scrutiny.models import CoverReport, CoverVersion
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class Written:
    label: str
    state: str
    link: Link


@dataclass(frozen=True)
class VersionLine:
    link: Link
    text: str


@dataclass(frozen=True)
class CoverPage:
    reference: str
    title: str
    caption: str
    back: Link
    state: str
    whose_move: str
    next_step: str
    paper: Paper
    missing: tuple[Link, ...]
    fields: tuple[Written, ...]
    versions: tuple[VersionLine, ...]
    downloads: tuple[Link, ...]
    seen: int
    may_finish: bool
    may_approve: bool
    may_revise: bool
    why_not: str

    @classmethod
    def of(
        cls,
        report: CoverReport,
        version: CoverVersion,
        *,
        may_work: bool,
        may_decide: bool,
        on: date,
        why_not: str = "",
    ) -> "CoverPage":
        draft = version.state == covering.DRAFT
        reference = report.record.reference
        layout = covering.layouts()[report.layout]
        gaps = covering.missing(layout, version.words)
        committee = report.sitting.committee
        versions = list(report.versions.all())
        return cls(
            reference=reference,
            title=report.title,
            caption=f"{layout.name}, {reference}, for {on_day(report.sitting.held_on)}",
            back=Link(
                committee.name, reverse("scrutiny:committee", args=[committee.record.reference])
            ),
            state=f"Version {version.number}, {version.state}",
            whose_move=_whose_move(version),
            next_step=_next_step(version, len(gaps)),
            paper=paper_of(version, on=on),
            missing=tuple(_link(reference, slot) for slot in gaps) if draft else (),
            fields=_fields(reference, layout, version) if draft and may_work else (),
            versions=tuple(_version(reference, one) for one in versions),
            downloads=_downloads(reference, version),
            seen=version.seen,
            may_finish=draft and may_work,
            may_approve=version.state == covering.FINISHED and may_decide,
            may_revise=not draft and may_work and version == versions[-1],
            why_not=why_not,
        )


def _whose_move(version: CoverVersion) -> str:
    if version.state == covering.DRAFT:
        return version.drafted_by.title
    return "The chair" if version.state == covering.FINISHED else "Nobody: it is approved"


def _next_step(version: CoverVersion, gaps: int) -> str:
    if version.state == covering.DRAFT:
        return f"Fill {plural(gaps, 'field')}." if gaps else "Finish it: nothing is missing."
    if version.state == covering.FINISHED:
        return "Approve it. Whoever drafted it cannot."
    return "Send it to the committee's clerk."


def _link(reference: str, slot: covering.Slot) -> Link:
    return Link(slot.label, reverse("scrutiny:write", args=[reference, slot.key]))


def _fields(reference: str, layout: covering.Layout, version: CoverVersion) -> tuple[Written, ...]:
    asked = (slot for slot in layout.slots if slot.kind is not covering.Kind.GIVEN)
    return tuple(
        Written(slot.label, _state(version, slot), _link(reference, slot)) for slot in asked
    )


def _state(version: CoverVersion, slot: covering.Slot) -> str:
    said = covering.written(version.words, slot.key)
    if said.missing:
        return covering.MISSING
    return "not applicable" if said.because else "filled"


def _version(reference: str, one: CoverVersion) -> VersionLine:
    url = f"{reverse('scrutiny:report', args=[reference])}?version={one.number}"
    told = [f"drafted by the {one.drafted_by.title}, {day_words(one.drafted_on)}"]
    if one.finished_on:
        told.append(f"finished {day_words(one.finished_on)}, SHA-256 {one.sha256[:16]}")
    if one.approved_by and one.approved_on:
        told.append(f"approved by the {one.approved_by.title}, {day_words(one.approved_on)}")
    return VersionLine(Link(f"Version {one.number}", url), "; ".join(told))


def _downloads(reference: str, version: CoverVersion) -> tuple[Link, ...]:
    kinds: Sequence[str] = list(FORMATS)
    return tuple(
        Link(
            FORMATS[kind].label,
            reverse("scrutiny:download", args=[reference, version.number, kind]),
        )
        for kind in kinds
    )
