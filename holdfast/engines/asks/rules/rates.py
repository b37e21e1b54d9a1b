"""How many of the returns that were due came. Counted, never claimed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from holdfast.engines.asks.rules.states import Reply, State


@dataclass(frozen=True)
class Asked:
    """One recipient: when it was due, when it was first sent, what its last sending was."""

    who: str
    state: State
    due_on: date
    sent_on: date | None
    reply: Reply | None


@dataclass(frozen=True)
class Rate:
    """Counts on a day. `due` leaves out what is not due yet and what was withdrawn.

    A refusal is a reply and not a return. `late` is among the returned ones.
    """

    due: int
    full: int
    partial: int
    nil: int
    late: int
    refused: tuple[str, ...]
    missing: tuple[str, ...]
    not_due_yet: int
    withdrawn: int

    @property
    def returned(self) -> int:
        return self.full + self.partial + self.nil

    @property
    def per_cent(self) -> Decimal | None:
        """Return returned / due in per cent, to one place and never rounded up; None of none."""
        if not self.due:
            return None
        exact = Decimal(100) * self.returned / self.due
        return exact.quantize(Decimal("0.1"), rounding=ROUND_DOWN)

    @property
    def words(self) -> str:
        if self.per_cent is None:
            return "No return is due yet"
        share = f"{self.per_cent:f}".removesuffix(".0")
        return f"{self.returned} of {self.due} returns due ({share}%)"


def rate(asked: Sequence[Asked], *, on: date) -> Rate:
    """Count the returns of a round as they stood on a day."""
    live = [one for one in asked if one.state is not State.WITHDRAWN]
    came = [one for one in live if one.sent_on is not None and one.sent_on <= on]
    awaited = [one for one in live if one not in came]
    missing = [one for one in awaited if one.due_on < on]
    replies = [one.reply for one in came]
    refused = tuple(one.who for one in came if one.reply is Reply.REFUSED)
    return Rate(
        due=len(came) + len(missing),
        full=replies.count(Reply.FULL),
        partial=replies.count(Reply.PARTIAL),
        nil=replies.count(Reply.NIL),
        late=sum(_was_late(one) for one in came),
        refused=refused,
        missing=tuple(one.who for one in missing),
        not_due_yet=len(awaited) - len(missing),
        withdrawn=len(asked) - len(live),
    )


def _was_late(one: Asked) -> bool:
    late = one.sent_on is not None and one.sent_on > one.due_on
    return late and one.reply is not Reply.REFUSED
