"""A state table: which moves a kind of case allows. Data, so that it can be drawn and tested."""

from collections.abc import Mapping
from dataclasses import dataclass


class NotAllowed(Exception):
    """The move is known but cannot be made from here. The message is fit to show to a user."""


@dataclass(frozen=True)
class Move:
    sources: frozenset[str]
    target: str
    why: str
    """The duty or procedure that the move answers to: document and paragraph."""


@dataclass(frozen=True)
class StateTable:
    start: str
    moves: Mapping[str, Move]

    def target(self, *, state: str, move: str) -> str:
        """Return the state the move leads to, or raise NotAllowed."""
        rule = self.moves[move]
        if state not in rule.sources:
            raise NotAllowed(
                f"Cannot {move.replace('_', ' ')} while {state.replace('_', ' ')}. "
                "Open the record again to see what can be done now."
            )
        return rule.target

    def available(self, state: str) -> list[str]:
        """Return the moves that can be made from a state, in the table's order."""
        return [name for name, rule in self.moves.items() if state in rule.sources]

    def as_mermaid(self) -> str:
        """Return the table as a Mermaid state diagram, for the drawing beside each room."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.start}"]
        for name, rule in self.moves.items():
            lines += [f"    {source} --> {rule.target}: {name}" for source in sorted(rule.sources)]
        return "\n".join(lines)
