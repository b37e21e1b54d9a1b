"""The work plan: how each line of it stood, as the tracker works it out."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from holdfast.board.annual_report.documents.chapters.pieces import cell, said
from holdfast.board.annual_report.documents.model import (
    Block,
    Chapter,
    Column,
    Group,
    ListBlock,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
)
from holdfast.board.annual_report.documents.outline import Outline
from holdfast.board.workplan.extracts import ReportRow
from holdfast.board.workplan.rules.moving import RULE
from holdfast.kernel.actions.dated import day_words

COLOURS: Final = {
    "R": "past its date",
    "A": "no date, no dated evidence, a date moved or a part left open",
    "G": "its date is ahead",
    "B": "done and evidenced",
}


def chapter(outline: Outline, rows: Sequence[ReportRow], *, on: date, place: int) -> Chapter:
    """The chapter of a plan's rows; where no plan is kept it says so."""
    if not rows:
        opening: tuple[Block, ...] = (
            said(f"No work plan for {outline.year.replace('-', '/')} is kept in this database."),
        )
        return Chapter("work-plan", place, "Work plan", opening, (), empty=True)
    return Chapter(
        slug="work-plan",
        number=place,
        title="Work plan",
        opening=(_counts(rows, on),),
        sections=(
            Section("How the lines stand", "states", (_states(rows),)),
            Section("Not moving", "not-moving", _not_moving(rows)),
            Section("Every line", "lines", (_lines(rows, outline),)),
        ),
    )


def _counts(rows: Sequence[ReportRow], on: date) -> Paragraph:
    numbers = [row.number for row in rows]
    return said(
        f"As at {day_words(on)} the plan has ", Strong(f"{len(rows)} lines"),
        f", numbered {_runs(numbers)}. Each state is worked out from dates and evidence; "
        "nobody types it.",
    )  # fmt: skip


def _runs(numbers: Sequence[int]) -> str:
    """The numbers as a reader would say them: 1 to 4 and 9 to 28."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return " and ".join(f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


def _states(rows: Sequence[ReportRow]) -> Table:
    def numbers(letter: str) -> list[str]:
        return [str(row.number) for row in rows if row.colour == letter]

    listed = tuple(
        Row(
            f"{letter}: {words}",
            (
                cell(str(len(numbers(letter)))),
                cell(", ".join(numbers(letter)), missing="none"),
            ),
        )
        for letter, words in COLOURS.items()
    )
    columns = (Column("State"), Column("Lines", numeric=True), Column("Which"))
    return Table(
        "Lines of the work plan by state", columns, (Group("", listed),), named_above=True
    )


def _not_moving(rows: Sequence[ReportRow]) -> tuple[Block, ...]:
    still = [row for row in rows if row.not_moving]
    rule = Paragraph((f"The rule: {RULE}",), small=True)
    if not still:
        return (said("Every line that is not done has moved."), rule)
    return (ListBlock(tuple(_still(row) for row in still)), rule)


def _still(row: ReportRow) -> tuple[str | Strong, ...]:
    last = f"nothing dated since {row.last_dated.words}" if row.last_dated else "nothing dated"
    move = f" {row.whose_move} to move." if row.whose_move else ""
    return (Strong(f"{row.number} {row.title}: "), f"{last}.{move}")


def _lines(rows: Sequence[ReportRow], outline: Outline) -> Table:
    columns = (
        Column("Line"),
        Column("Owner role; sub-group"),
        Column("Date"),
        Column("State, worked out"),
        Column("Last dated"),
    )
    groups = tuple(
        Group(theme, tuple(_line(row) for row in listed))
        for theme, listed in groupby(rows, key=lambda row: row.theme)
    )
    caption = f"The work plan {outline.year.replace('-', '/')}, line by line"
    return Table(caption, columns, groups, named_above=True)


def _line(row: ReportRow) -> Row:
    due = day_words(row.due_on) if row.due_on else ""
    return Row(
        f"{row.number} {row.title}",
        (
            cell(row.owners_in_short, under="; ".join(row.groups), missing="no owner"),
            cell(_unbroken(due), under=f"was {', '.join(row.earlier)}" if row.earlier else "",
                 missing="no date"),
            cell(Strong(f"{row.colour}:"), f" {row.why}"),
            cell(_unbroken(row.last_dated.words) if row.last_dated else "", missing="none"),
        ),
    )  # fmt: skip


def _unbroken(date_in_words: str) -> str:
    """A date that a narrow column does not break."""
    return date_in_words.replace(" ", "\N{NO-BREAK SPACE}")
