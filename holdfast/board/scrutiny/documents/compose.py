"""A version's paper: as it would stand today while it is a draft, as it was frozen afterwards."""

from datetime import date

from holdfast.board.scrutiny.documents import pulled
from holdfast.board.scrutiny.documents.model import (
    Asked,
    Block,
    Grid,
    Items,
    Pair,
    Paper,
    Section,
    Words,
    from_json,
)
from holdfast.board.scrutiny.models import CoverReport, CoverVersion
from holdfast.board.scrutiny.rules import covering
from holdfast.board.scrutiny.rules.covering import CONSULTED, MISSING, Kind, Layout, Part, Slot
from holdfast.board.scrutiny.rules.wording import on_day
from holdfast.kernel.directory.models import this_partnership

DEMO = "Published figures are real; people and cases are invented."
SENT = "sent"


def paper_of(version: CoverVersion, *, on: date) -> Paper:
    """Return the paper of a version: frozen if it is finished, written now if it is a draft."""
    return from_json(version.content) if version.content else composed(version, on=on)


def composed(version: CoverVersion, *, on: date, final: bool = False) -> Paper:
    """Write a version's paper as it stands on a day. What nobody wrote is marked as missing.

    `final` is for the paper that is about to be frozen.
    """
    report = version.report
    layout = covering.layouts()[report.layout]
    given = _given(version, final=final)
    partnership = this_partnership()
    return Paper(
        title=report.title,
        body=partnership.name,
        layout=layout.name,
        state=given["version"],
        head=tuple(_pair(slot, version, given) for slot in layout.of(Part.HEAD)),
        sections=tuple(_section(slot, version, on=on) for slot in layout.of(Part.BODY)),
        audit=tuple(
            _pair(slot, version, given) for slot in layout.of(Part.AUDIT) if slot.key != SENT
        ),
        consulted=tuple(_asked(slot, version) for slot in layout.of(Part.CONSULTED)),
        sent=_sent(layout, version),
        missing=tuple(slot.label for slot in covering.missing(layout, version.words)),
        foot=f"{partnership.name}. {DEMO}" if partnership.demo else partnership.name,
    )


def _given(version: CoverVersion, *, final: bool) -> dict[str, str]:
    report: CoverReport = version.report
    return {
        "date": on_day(report.sitting.held_on),
        "meeting": report.sitting.name,
        "title": report.title,
        "version": f"{'Final' if final else 'Draft'}, version {version.number}",
    }


def _pair(slot: Slot, version: CoverVersion, given: dict[str, str]) -> Pair:
    if slot.kind is Kind.GIVEN:
        return Pair(slot.label, given[slot.key])
    said = covering.written(version.words, slot.key)
    if said.missing:
        return Pair(slot.label, MISSING, missing=True)
    if said.because:
        return Pair(slot.label, _not_applicable(said.because))
    return Pair(slot.label, _day(said.text) if slot.kind is Kind.DAY else said.text)


def _sent(layout: Layout, version: CoverVersion) -> Pair:
    slot = next(one for one in layout.of(Part.AUDIT) if one.key == SENT)
    return _pair(slot, version, {})


def _asked(slot: Slot, version: CoverVersion) -> Asked:
    said = covering.written(version.words, slot.key)
    if said.missing:
        return Asked(slot.label, MISSING, MISSING, missing=True)
    if said.because:
        return Asked(slot.label, _not_applicable(said.because), "")
    return Asked(slot.label, *CONSULTED[said.text])


def _section(slot: Slot, version: CoverVersion, *, on: date) -> Section:
    if slot.kind is Kind.GIVEN:
        return Section(slot.label, pulled.PULLS[slot.key](version.report, on))
    said = covering.written(version.words, slot.key)
    if said.missing:
        return Section(slot.label, (Words(f"{MISSING}: {slot.label}", missing=True),))
    if said.because:
        return Section(slot.label, (Words(_not_applicable(said.because)),))
    return Section(slot.label, _body(slot, said.text, version, on=on))


def _body(slot: Slot, text: str, version: CoverVersion, *, on: date) -> tuple[Block, ...]:
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if slot.kind is Kind.LINES:
        return (Items(lines, numbered=True),)
    if slot.kind is Kind.TABLE:
        return (Grid(slot.label, slot.columns, covering.cells(text, columns=len(slot.columns))),)
    if slot.kind is Kind.FIGURES:
        area = version.report.record.area.code
        return pulled.figures(covering.figure_lines(text), area=area, on=on)
    return tuple(Words(line) for line in lines)


def _not_applicable(because: str) -> str:
    return f"Not applicable because {because[:1].lower()}{because[1:]}"


def _day(text: str) -> str:
    return on_day(date.fromisoformat(text))
