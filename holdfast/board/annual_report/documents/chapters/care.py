"""Looked after children: how many, and the mix of legal statuses."""

from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import (
    beside,
    cell,
    largest_first,
    said,
)
from holdfast.board.annual_report.documents.evidence import Evidence, Measure, changed
from holdfast.board.annual_report.documents.model import (
    Block,
    Column,
    Group,
    Pair,
    PairChart,
    Row,
    Table,
)
from holdfast.board.annual_report.documents.outline import Outline, Printed
from holdfast.kernel.ui.filters import number, percent

STATUSES: Final = "status-"


def blocks(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    names = largest_first(evidence, STATUSES)
    care = evidence["looked-after"]
    return (
        said(
            f"On {care.figure.as_at}, ",
            evidence.ref("looked-after"),
            f" children were looked after, {changed(care)}.",
        ),
        *beside(outline, evidence, "looked-after"),
        _status_chart(evidence, names),
        _status_table(outline, evidence, names),
    )


def _status_chart(evidence: Evidence, names: list[str]) -> PairChart:
    pairs = []
    for name in names:
        measure = evidence[name]
        before = measure.before.share if measure.before else None
        shown = f"{number(before, 1)} → {percent(measure.share)}"
        pairs.append(Pair(measure.figure.name, str(before), str(measure.share), shown))
    care = evidence["looked-after"]
    then = care.before.figure if care.before else care.figure
    finding = "Share of looked after children by legal status. " + " ".join(
        f"{pair.label}: {pair.shown.replace('→', 'to')}." for pair in pairs
    )
    return PairChart(
        title="Legal status, share of all looked after",
        finding=finding,
        unit="%",
        before=f"{then.as_at}, of {then.shown}",
        after=f"{care.figure.as_at}, of {care.figure.shown}",
        pairs=tuple(pairs),
    )


def _status_table(outline: Outline, evidence: Evidence, names: list[str]) -> Table:
    columns = (
        Column("Legal status"),
        Column("Year before", True),
        Column("Published", True),
        Column("Report prints", True),
    )
    rows = []
    for name in names:
        measure = evidence[name]
        before = measure.before
        printed = outline.printed.get(name, Printed()).share
        rows.append(
            Row(measure.figure.name, (
                cell(evidence.beside(name), _bracketed(before)),
                cell(evidence.ref(name), _bracketed(measure)),
                cell(printed, missing="not printed"),
            ))
        )  # fmt: skip
    note = ("These are some of the legal statuses; they do not add up to all.",)
    return Table("Legal status of looked after children", columns, (Group("", tuple(rows)),), note)


def _bracketed(measure: Measure | None) -> str:
    return f" ({percent(measure.share)})" if measure and measure.share is not None else ""
