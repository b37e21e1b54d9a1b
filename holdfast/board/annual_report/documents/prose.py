"""The marks that an outline may use in its sentences: `[[figure]]` and `**strong**`."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from holdfast.board.annual_report.documents.model import Inline, Parts, Ref, Strong

MARK: Final = re.compile(r"\*\*(?P<strong>.+?)\*\*|\[\[(?P<figure>[a-z0-9.-]+)\]\]")
Cite = Callable[[str, bool], Ref]


def parts(words: str, cite: Cite) -> Parts:
    """
    Read the marks in one paragraph.

    >>> parts("It has **two [[cin]]**.", lambda name, strong: Ref(name, "3", strong))
    ('It has ', Strong(words='two '), Ref(figure='cin', shown='3', strong=True), '.')
    """
    return tuple(_parts(" ".join(words.split()), cite, strong=False))


def _parts(words: str, cite: Cite, *, strong: bool) -> Iterator[Inline]:
    end = 0
    for mark in MARK.finditer(words):
        yield from _plain(words[end : mark.start()], strong=strong)
        end = mark.end()
        if mark["figure"]:
            yield cite(mark["figure"], strong)
        else:
            yield from _parts(mark["strong"], cite, strong=True)
    yield from _plain(words[end:], strong=strong)


def _plain(words: str, *, strong: bool) -> Iterator[Inline]:
    if words:
        yield Strong(words) if strong else words
