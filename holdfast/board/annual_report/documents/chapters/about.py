"""About this report: what it rests on and how to read a figure."""

from holdfast.board.annual_report.documents.chapters.pieces import said
from holdfast.board.annual_report.documents.model import Block, Chapter, ListBlock, Section, Strong
from holdfast.board.annual_report.documents.outline import Outline


def chapter(outline: Outline, *, partnership: str, place: int) -> Chapter:
    return Chapter(
        slug="about",
        number=place,
        title="About this report",
        opening=(
            said(
                f"This is the report of the {partnership} on {outline.year.replace('-', '/')}. "
                "Every number in it is regenerated from what was published or recorded, and says "
                "where it stands."
            ),
        ),
        sections=(
            Section("How to read a figure", "how-to-read", _reading(outline)),
            Section("What is not in it", "not-in-it", _left_out()),
        ),
    )


def _reading(outline: Outline) -> tuple[Block, ...]:
    count = len(outline.doubts)
    return (
        ListBlock(
            (
                (Strong("A source. "), "Each figure leads to one row and one column of one "
                 "release, with the date it stands for."),
                (Strong("A rank with its number. "), "“5th highest of 31” counts only the London "
                 "boroughs that returned a figure. A suppressed value is not a nought."),
                (Strong("Two kinds of change. "), "A change in a count and a change in a rate "
                 "are different figures. Rates from two releases may rest on two populations."),
                (Strong("Disagreements stay. "), "The report as first printed differs from the "
                 f"releases in {count} places. Each stands in a box beside its sentence, with "
                 "the post that holds it, and stays there after it is settled."),
            )
        ),
    )  # fmt: skip


def _left_out() -> tuple[Block, ...]:
    return (
        said(
            "No child, no adult and no case is in this report. Counts from 1 to 5 about "
            "allegations are suppressed, and so is any other count from which one of them "
            "could be worked out."
        ),
    )
