"""The challenge day pack: each agency's two pages, in short, with links to its file."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse

from holdfast.board.section11.extracts import Brief
from holdfast.board.section11.models import Cycle
from holdfast.kernel.ui.parts import Link


@dataclass(frozen=True)
class AgencyBlock:
    name: str
    url: str
    questions: tuple[str, ...]
    peer: str
    files: tuple[Link, ...]


@dataclass(frozen=True)
class PackPage:
    title: str
    agencies: tuple[AgencyBlock, ...]

    @classmethod
    def of(cls, cycle: Cycle, found: Iterable[Brief]) -> "PackPage":
        reference = cycle.record.reference
        return cls(
            title=f"Challenge day pack, {cycle.year}",
            agencies=tuple(_block(one, reference) for one in found),
        )


def _block(brief: Brief, reference: str) -> AgencyBlock:
    at = [reference, brief.found.pk]
    return AgencyBlock(
        name=brief.found.name,
        url=reverse("section11:return", args=at),
        questions=tuple(gap.question for gap in brief.questions),
        peer=peer_words(brief),
        files=tuple(
            Link(f"Brief as {words}", reverse("section11:brief", args=[*at, form]))
            for form, words in (("pdf", "PDF"), ("docx", "Word"))
        ),
    )


def peer_words(brief: Brief) -> str:
    if brief.peer is None:
        return "Nobody is ahead of it in any standard."
    numbers = ", ".join(str(number) for number in brief.peer.standards)
    plural = "standards" if len(brief.peer.standards) > 1 else "standard"
    return f"{brief.peer.peer}, which is ahead in {plural} {numbers}."
