"""The report for families: short sentences, few numbers, the same figures as in the full one."""

from collections.abc import Sequence
from typing import Final

from holdfast.board.annual_report.documents.chapters.activity import Deed
from holdfast.board.annual_report.documents.chapters.pieces import marked, said
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import (
    Block,
    Brief,
    ListBlock,
    Parts,
    Section,
    words_in,
)
from holdfast.board.annual_report.documents.outline import Outline
from holdfast.board.annual_report.rules.easy_words import Reading
from holdfast.board.annual_report.rules.easy_words import reading as read

FORM: Final = "family"


def brief(
    outline: Outline,
    evidence: Evidence,
    *,
    deeds: Sequence[Deed],
    heard: Sequence[str],
    next_topics: Sequence[str],
) -> Brief:
    """The family edition. `heard` are sentences on what changed after young people spoke."""
    return Brief(
        form=FORM,
        title=f"Keeping children safe in {evidence.place}",
        lead=f"What we did in {outline.year.replace('-', '/')}. Written for families.",
        sections=(
            Section("Who we are", "who", (said(_WHO),)),
            Section("Some numbers", "numbers", _numbers(outline, evidence)),
            Section("What we did", "did", _did(deeds)),
            Section("You said, we did", "heard", _heard(heard)),
            Section("What we will do next", "next", _next(next_topics)),
        ),
    )


def reading(brief: Brief) -> Reading:
    """How easily a family edition reads, sentence by sentence."""
    return read(words for block in brief.blocks() for words in words_in(block))


_WHO: Final = (
    "We are a board. The police, health, schools and the council sit on it. "
    "We check how well they keep children safe. We are not in charge of any one child."
)


def _numbers(outline: Outline, evidence: Evidence) -> tuple[Block, ...]:
    return tuple(said(*marked(words, evidence)) for words in outline.told.values())


def _did(deeds: Sequence[Deed]) -> tuple[Block, ...]:
    plain = [each for each in deeds if each.plain]
    if not plain:
        return (said("We have not yet told this part in plain words."),)
    told: tuple[Parts, ...] = tuple((each.plain,) for each in plain)
    unsure = sum(1 for each in plain if each.block.mark)
    if not unsure:
        return (ListBlock(told),)
    honest = f"We cannot yet show that {unsure} of these made things better."
    if len(plain) == 1:
        honest = "We cannot yet show that this made things better."
    return (ListBlock(told), said(honest))


def _heard(heard: Sequence[str]) -> tuple[Block, ...]:
    if not heard:
        return (said("We hold no note of what young people told us. We must do better."),)
    return (ListBlock(tuple((words,) for words in heard)),)


def _next(topics: Sequence[str]) -> tuple[Block, ...]:
    if not topics:
        return (said("We have not yet set out what comes next."),)
    listed: tuple[Parts, ...] = tuple((topic,) for topic in topics)
    return (said("We will look hard at:"), ListBlock(listed))
