"""What the verbs are told, as plain values."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from holdfast.kernel.records.models import Record
from holdfast.practice.early_help.rules import words


@dataclass(frozen=True)
class FamilyChildTold:
    """A child of the family, as told. `child` is the child's own record, where it is known."""

    known_as: str
    born_on: date | None = None
    school: str = ""
    child: Record | None = None

    def as_told(self) -> dict[str, Any]:
        born = self.born_on.isoformat() if self.born_on else ""
        return {"known_as": self.known_as, "born_on": born, "school": self.school}


@dataclass(frozen=True)
class RelativeTold:
    known_as: str
    part: words.Part = words.Part.MOTHER
    responsible: bool = True


@dataclass(frozen=True)
class OfferTold:
    """What is told when early help is offered to a family."""

    children: tuple[FamilyChildTold, ...]
    worry: str
    reason: words.Reason
    source: words.Source = words.Source.AGENCY
    relatives: tuple[RelativeTold, ...] = ()

    @property
    def known_as(self) -> str:
        """The children as lists print them: "Nia and Theo Harcastle".

        >>> child = FamilyChildTold("Nia Harcastle")
        >>> OfferTold((child, FamilyChildTold("Theo Harcastle")), "", words.Reason.OTHER).known_as
        'Nia and Theo Harcastle'
        """
        named = [child.known_as.strip() for child in self.children]
        surnames = {name.rpartition(" ")[2] for name in named}
        if len(named) > 1 and len(surnames) == 1 and all(" " in name for name in named):
            named = [name.rpartition(" ")[0] for name in named[:-1]] + [named[-1]]
        joined = " and ".join([", ".join(named[:-1]), named[-1]]) if len(named) > 1 else named[0]
        return joined[:160]
