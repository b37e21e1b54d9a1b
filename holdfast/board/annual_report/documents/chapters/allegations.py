"""Allegations against people who work with children: counts that may leave the sealed room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Figure,
    Group,
    ListBlock,
    Note,
    Ref,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.insight.indicators.disclosure import Table as Protected
from holdfast.insight.indicators.lado import AIMS_SOURCE, AllegationFigures, Within
from holdfast.kernel.ui.filters import number

RECEIVED: Final = "allegations-received"
CONCLUDED: Final = "allegations-concluded"
SUPPRESSED: Final = "suppressed"


def figures(found: AllegationFigures, *, on: date) -> Mapping[str, Figure]:
    """The two totals of the chapter, each with what it carries."""
    received = _figure(found, found.received.total, on=on)
    concluded = replace(
        _figure(found, found.by_outcome.total, on=on),
        id=CONCLUDED,
        indicator="LD05",
        name="Allegations concluded",
        means="allegations concluded in the year with an outcome",
    )
    return {each.id: each for each in (received, concluded)}


def chapter(found: AllegationFigures, held: Mapping[str, Figure], *, place: int) -> Chapter:
    return Chapter(
        slug="allegations",
        number=place,
        title="Allegations against people who work with children",
        opening=(_opening(found, held), _rule()),
        sections=(
            Section("Who told the designated officer", "sectors", (_sectors(found),)),
            Section("How long it took, and how it ended", "time", _time(found, held)),
            Section("What is not known", "not-known", _not_known(found)),
        ),
    )


def _opening(found: AllegationFigures, held: Mapping[str, Figure]) -> Block:
    until = f"{found.until.day} {found.until:%B %Y}"
    if found.received.total == 0:
        return said(f"No notification was recorded in the year to {until}: ", _ref(held[RECEIVED]))
    if found.received.total is None:
        return said(
            f"The number of notifications in the year to {until} is ",
            _ref(held[RECEIVED]),
            ": it is too small to be shown.",
        )
    kinds = found.by_kind.counts
    return said(
        f"In the year to {until} the designated officer had ",
        _ref(held[RECEIVED]),
        " notifications: allegations ", _count(kinds.get("Allegation")),
        ", requests for advice ", _count(kinds.get("Advice")), ".",
    )  # fmt: skip


def _rule() -> Note:
    return Note(
        (
            Strong("Small counts are not shown. "),
            "A count from 1 to 5 is suppressed, and so is any other from which it could be "
            "worked out. Nought is shown. This is the board’s own rule; it follows the one the "
            "Department for Education uses.",
        )
    )


def _sectors(found: AllegationFigures) -> Table:
    columns = (
        Column("Sector"),
        Column("Told the designated officer", numeric=True),
        Column("Where the adult works", numeric=True),
    )
    rows = tuple(
        Row(name, (cell(_count(count)), cell(_count(found.by_employer.counts.get(name)))))
        for name, count in found.by_referrer.counts.items()
    )
    note = (
        "Few from a sector may mean few allegations, or that they are not reported. The "
        "inspection of 2012 asked about police, health and the voluntary sector.",
    )
    return Table("Notifications by sector", columns, (Group("", rows),), note)


def _time(found: AllegationFigures, held: Mapping[str, Figure]) -> tuple[Block, ...]:
    concluded = _ref(held[CONCLUDED])
    if found.by_outcome.total == 0:
        return (said("No allegation was concluded in the year: ", concluded, "."),)
    columns = (Column("Concluded within"), Column("Share", numeric=True), Column("Aim"))
    rows = tuple(_within(each) for each in found.within)
    edition = ", ".join(found.editions) or "not recorded"
    note = (
        f"Aims for the year’s cases together, not deadlines for one. Source: {AIMS_SOURCE}. "
        f"Outcome lists in force: {edition}.",
    )
    return (
        said("Allegations concluded in the year: ", concluded, "."),
        Table("Time from notification to outcome", columns, (Group("", rows),), note),
        _outcomes(found.by_outcome),
    )


def _within(each: Within) -> Row:
    months = "1 month" if each.months == 1 else f"{each.months} months"
    aim = f"{each.aim}%" if each.aim else "all but the exceptional"
    return Row(months, (cell(each.share), cell(aim)))


def _outcomes(table: Protected) -> Table:
    columns = (Column("Outcome"), Column("Allegations", numeric=True))
    rows = tuple(Row(name, (cell(_count(count)),)) for name, count in table.counts.items())
    return Table("Allegations concluded, by outcome", columns, (Group("", rows),))


def _not_known(found: AllegationFigures) -> tuple[Block, ...]:
    lines = [
        "Nobody publishes these counts nationally, so there is no rank and no comparison.",
        "The report as printed for 2012/13 gives no count of notifications and no change in them.",
        "An allegation that nobody reported is in no count here.",
    ]
    if found.received.withheld or found.by_outcome.withheld:
        lines.append("Whole tables are withheld this year, because their totals are too small.")
    return (ListBlock(tuple((line,) for line in lines)),)


def _ref(figure: Figure) -> Ref:
    return Ref(figure.id, figure.shown, strong=True)


def _count(count: int | None) -> str:
    return SUPPRESSED if count is None else number(count)


def _figure(found: AllegationFigures, total: int | None, *, on: date) -> Figure:
    until = f"{found.until.day} {found.until:%B %Y}"
    return Figure(
        id=RECEIVED,
        indicator="LD01",
        item="",
        year=found.until.year,
        name="Notifications received",
        means="allegations and requests for advice received in the year",
        shown=_count(total),
        value="" if total is None else str(total),
        state="number" if total is not None else SUPPRESSED,
        as_at=f"year to {until}",
        release="Allegations register",
        release_title="this partnership’s own register, counts from 1 to 5 suppressed",
        published_on=f"{on.day} {on:%B %Y}",
        status="local",
        file="",
        row="",
        column="",
        original="",
    )
