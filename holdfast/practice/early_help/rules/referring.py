"""What the front door is told when a family steps up: made from what is written, nothing retyped.

Pure. It is frozen as it was on that day, so that both sides read the same.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from holdfast.practice.early_help.rules.assessing import SECTIONS, Section, Written


@dataclass(frozen=True)
class Referral:
    """A referral to the front door, prefilled. `children` and `adults` are as told to us."""

    children: Sequence[Mapping[str, str]]
    adults: Sequence[str]
    worry: str
    strengths: Sequence[str]
    needs: Sequence[str]
    tier: str
    helped: Sequence[str]
    why: str = ""
    family_told: bool = False
    why_not_told: str = ""

    def with_reason(self, why: str, *, family_told: bool, why_not_told: str) -> "Referral":
        """Return it with the one thing that is written anew: why early help is not enough."""
        said = "" if family_told else why_not_told
        return replace(self, why=why, family_told=family_told, why_not_told=said)

    def in_words(self) -> str:
        """Return it as one report, as the front door reads it."""
        parts = (
            ("Why early help is not enough", [self.why]),
            ("Why help was offered", [self.worry]),
            ("What goes well", self.strengths),
            ("What is hard, or missing", self.needs),
            ("Help so far", self.helped),
            ("Adults", self.adults),
        )
        said = [(title, " ".join(one for one in lines if one)) for title, lines in parts]
        return "\n".join(f"{title}: {text}" for title, text in said if text)

    def as_kept(self) -> dict[str, Any]:
        """Return it as the record keeps it."""
        return asdict(self)

    @classmethod
    def from_kept(cls, kept: Mapping[str, Any]) -> "Referral":
        return cls(**kept)


def told_of(sections: Mapping[Section, Written], side: str) -> list[str]:
    """Return what the sections say on one side, strengths or needs, each under its title."""
    found = []
    for name, asks in SECTIONS.items():
        said = getattr(sections.get(name, Written()), side).strip()
        if said:
            found.append(f"{asks.title}: {said}")
    return found
