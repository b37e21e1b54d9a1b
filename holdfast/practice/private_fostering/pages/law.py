"""The law's tests and duties in words, each with its source and how sure it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from holdfast.kernel.ui.parts import Badge
from holdfast.practice.private_fostering.rules import defining, law, telling


@dataclass(frozen=True)
class Line:
    """One duty or one test: a head, words, and where it is written."""

    head: str
    words: str
    source: str
    badge: Badge


@dataclass(frozen=True)
class VerdictLines:
    words: str
    tests: Sequence[Line]


def _line(head: str, words: str, source: law.Source) -> Line:
    return Line(head, words, source.text, Badge(source.status))


def duties() -> list[Line]:
    return [_line(duty.who, duty.when, duty.source) for duty in telling.DUTIES]


def verdict(found: defining.Verdict | None) -> VerdictLines | None:
    if found is None:
        return None
    tests = [_line(test.asked, test.found, test.source) for test in found.tests]
    return VerdictLines(found.words, tests)
