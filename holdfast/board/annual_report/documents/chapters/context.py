"""Local context: the chapter that the published figures write."""

from typing import Final

from holdfast.board.annual_report.documents.chapters import care
from holdfast.board.annual_report.documents.chapters.pieces import (
    beside,
    cell,
    largest_first,
    marked,
    said,
    share_of,
)
from holdfast.board.annual_report.documents.evidence import Evidence, changed
from holdfast.board.annual_report.documents.model import (
    Bar,
    BarChart,
    Block,
    Chapter,
    Column,
    Group,
    Inline,
    Note,
    Parts,
    Ref,
    Row,
    Section,
    Strong,
    Table,
    plain,
)
from holdfast.board.annual_report.documents.outline import Outline, Printed
from holdfast.kernel.ui.filters import number, percent

MEASURES: Final = ("cin", "referrals", "assessments", "plans", "looked-after")
NEEDS: Final = "need-"


def chapter(outline: Outline, evidence: Evidence, *, place: int) -> Chapter:
    return Chapter(
        slug="local-context",
        number=place,
        title="Local context",
        opening=(_older(outline, evidence),),
        sections=(
            Section(
                "The figures and where each comes from", "figures", _figures(outline, evidence)
            ),
            Section("Children in need", "children-in-need", _need(outline, evidence), "left"),
            Section("Why they were in need", "primary-need", _why(outline, evidence), "left"),
            Section("Referrals", "referrals", _referrals(outline, evidence), "right"),
            Section("Child protection plans", "plans", _plans(outline, evidence), "right"),
            Section(
                "Looked after children", "looked-after", care.blocks(outline, evidence), "right"
            ),
        ),
    )


def _older(outline: Outline, evidence: Evidence) -> Note:
    return Note(marked(outline.older, evidence))


def _figures(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    columns = (
        Column(evidence.place),
        Column("Report prints", numeric=True),
        Column("Published", numeric=True),
        Column("Year before", numeric=True),
        Column("Change", numeric=True),
        Column("In London, by count"),
        Column("As at"),
        Column("Release, column"),
        Column("A year later", numeric=True, pale=True),
    )
    rows = tuple(_figure_row(outline, evidence, name) for name in MEASURES)
    note = (
        "A rank always says of how many: boroughs that sent no return or whose value is "
        "suppressed are not ranked. ",
        *_rank_by_rate(evidence),
    )
    caption = "Each figure with its change, rank, date and release"
    return (Table(caption, columns, (Group("", rows),), note, named_above=True),)


def _rank_by_rate(evidence: Evidence) -> Parts:
    rank = evidence["cin-rate"].figure.rank
    if not rank:
        return ()
    return (f"By rate, children in need are {rank}: ", evidence.ref("cin-rate"), " per 10,000.")


def _figure_row(outline: Outline, evidence: Evidence, name: str) -> Row:
    measure = evidence[name]
    printed = outline.printed.get(name, Printed())
    share = share_of(measure.share)
    differs = bool(printed.shown) and printed.shown != measure.figure.shown
    before = measure.before
    return Row(
        measure.figure.name,
        (
            cell(Strong(printed.shown) if differs else printed.shown, missing="not printed"),
            cell(evidence.ref(name, strong=differs), under=share),
            cell(evidence.beside(name), under=share_of(before.share if before else None)),
            cell(
                plain((evidence.change(name),)),
                under=f"prints\N{NO-BREAK SPACE}{printed.change}" if printed.change else "",
            ),
            cell(measure.figure.rank, missing="not ranked"),
            cell(measure.figure.as_at),
            cell(_source(evidence, name)),
            cell(evidence.beside(name, later=True), missing="not held"),
        ),
    )


def _source(evidence: Evidence, name: str) -> Ref:
    figure = evidence[name].figure
    return Ref(figure.id, f"{figure.release}, {figure.column}")


def _need(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    cin = evidence["cin"]
    return (
        said(
            f"On {cin.figure.as_at} there were ",
            evidence.ref("cin"),
            f" children in need in {evidence.place}, {changed(cin)}. "
            f"That is {cin.figure.rank} London boroughs, by count.",
        ),
        *beside(outline, evidence, "cin"),
    )


def _why(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    names = largest_first(evidence, NEEDS)
    disputed = {"need-abuse", "need-stress"}
    cin = evidence["cin"].figure
    first, second = (evidence[name].figure for name in names[:2])
    bars = tuple(
        Bar(each.name, str(evidence[name].value), each.shown, name in disputed)
        for name in names
        for each in (evidence[name].figure,)
    )
    finding = (
        f"Primary need of {cin.shown} children in need: {first.name.lower()} {first.shown}, "
        f"{second.name.lower()} {second.shown}, and {len(names) - 2} smaller groups. Table below."
    )
    rows = tuple(
        Row(evidence[name].figure.name, (cell(evidence.ref(name)),
                                         cell(plain((evidence.share(name),)))))
        for name in names
    )  # fmt: skip
    columns = (Column("Primary need"), Column("Children", True), Column("Share", True))
    note = (f"{cin.shown} children on {cin.as_at}. {cin.release}, row {cin.row}.",)
    return (
        *beside(outline, evidence, "need"),
        BarChart("Primary need of children in need", finding, "Children", bars),
        Table("Primary need, number and share of children", columns, (Group("", rows),), note),
    )


def _referrals(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    return (
        said(
            "In the year there were ",
            evidence.ref("referrals"),
            f" referrals, {changed(evidence['referrals'])}. ",
            evidence.ref("assessments"),
            f" initial assessments were completed, {number(evidence['assessments'].share, 1)} "
            "for every 100 referrals.",
        ),
        *beside(outline, evidence, "referrals"),
    )


def _plans(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    long, ended = evidence["long-plans"], evidence["plans-ended"]
    blocks: list[Block] = [
        said(
            f"On {evidence['plans'].figure.as_at}, ",
            evidence.ref("plans"),
            f" children were on a child protection plan, {changed(evidence['plans'])}.",
        ),
        said(
            "Of the ",
            evidence.ref("plans-ended"),
            " plans that ended in the year, ",
            evidence.ref("long-plans"),
            f" ({percent(long.share)}) had lasted two years or more.",
        ),  # fmt: skip
    ]
    if long.later and ended.later:
        blocks.append(
            said(
                "A year later: ",
                _later(evidence, "long-plans"),
                " of ",
                _later(evidence, "plans-ended"),
                f" ({percent(long.later.share)}), {long.later.figure.rank}. A low share is "
                "better, with care: ending plans that have gone on too long raises it.",
            )  # fmt: skip
        )
    return (*blocks, *beside(outline, evidence, "plans"))


def _later(evidence: Evidence, name: str) -> Inline:
    return evidence.beside(name, later=True) or "a number not held"
