"""A copy on a page: what its reader sees and, for its author alone, what they do not."""

from collections.abc import Iterable
from dataclasses import dataclass

from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.rules.changes import Line, Mark, changes
from holdfast.engines.copies.rules.choosing import Withheld
from holdfast.engines.copies.rules.paper import Letter
from holdfast.engines.copies.transitions import Shown
from holdfast.kernel.directory.models import Post


@dataclass(frozen=True)
class CopyPage:
    """`withheld` and `changed` are empty for everybody but the author."""

    letter: Letter
    withheld: tuple[str, ...] = ()
    changed: tuple[Line, ...] = ()
    leaks: tuple[str, ...] = ()

    @classmethod
    def preview(cls, shown: Shown, *, last: Copy | None) -> "CopyPage":
        """Before it is sent: `last` is the copy that the same reader got before."""
        return cls(
            letter=shown.letter,
            withheld=tuple(_withheld(shown.chosen.named)),
            changed=_changed(last, shown.letter),
            leaks=shown.leaks,
        )

    @classmethod
    def of(cls, copy: Copy, *, to: Post) -> "CopyPage":
        """As it was sent. Only whoever wrote it reads what was held back."""
        if copy.by_id != to.pk:
            return cls(copy.letter)
        return cls(
            letter=copy.letter,
            withheld=tuple(_withheld(copy.withheld)),
            changed=_changed(copy.before, copy.letter),
        )


def _withheld(named: Iterable[Withheld]) -> Iterable[str]:
    return (f"Fact {one.number} of {one.source}: {one.why.value}." for one in named)


def _changed(last: Copy | None, letter: Letter) -> tuple[Line, ...]:
    if last is None:
        return ()
    return tuple(
        line for line in changes(last.letter.lines, letter.lines) if line.mark is not Mark.SAME
    )
