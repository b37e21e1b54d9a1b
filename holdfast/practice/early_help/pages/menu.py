"""Everything that can be written about a family now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from django.urls import reverse

from holdfast.kernel.ui.parts import Link
from holdfast.practice.early_help.models import EarlyHelp
from holdfast.practice.early_help.rules.states import OPEN, WITH_THE_FAMILY, State

ONLY_IN: Mapping[str, frozenset[State]] = {
    "agreement": OPEN - {State.STEPPED_UP},
    "join": WITH_THE_FAMILY,
    "complete": frozenset({State.ASSESSING}),
    "again": frozenset({State.WORKING}),
    "step_up": OPEN - {State.STEPPED_UP},
    "go_on": frozenset({State.STEPPED_UP}),
    "meeting": WITH_THE_FAMILY,
    "promise": WITH_THE_FAMILY,
    "support": WITH_THE_FAMILY,
}


class Titled(Protocol):
    @property
    def title(self) -> str: ...


@dataclass(frozen=True)
class MenuPage:
    reference: str
    heading: str
    links: Sequence[Link]


def menu_of(
    family: EarlyHelp, write: Mapping[str, Titled], plan: Mapping[str, Titled]
) -> MenuPage:
    reference, state = family.record.reference, State(family.state)
    tables = (("early_help:plan", plan), ("early_help:write", write))
    links = [
        Link(entry.title, reverse(name, args=[reference, key]))
        for name, table in tables
        for key, entry in table.items()
        if state in ONLY_IN.get(key, OPEN)
    ]
    return MenuPage(reference, family.known_as, links)
