"""The one shape in which every room tells what it knows of a child."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from holdfast.kernel.actions.models import Action
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.parts import Link
from holdfast.practice.children.models import Child


@dataclass(frozen=True)
class Reader:
    """Who reads, and on which day."""

    post: Post
    on: date


@dataclass(frozen=True)
class Happened:
    """One dated step. `at` is when it was written down; `milestone` puts it on the line."""

    on: date
    what: str
    text: str = ""
    source: str = ""
    at: datetime | None = None
    url: str = ""
    milestone: bool = False


@dataclass(frozen=True)
class Seen:
    """Somebody saw the child, alone or not."""

    on: date
    who: str
    where: str
    alone: str


@dataclass(frozen=True)
class Said:
    """The child's own words, or what a drawing shows."""

    on: date
    words: str
    to_whom: str
    url: str = ""


@dataclass(frozen=True)
class Weighed:
    """A worry, or something that goes well: in whose words, since when."""

    on: date
    text: str
    source: str
    url: str = ""


@dataclass(frozen=True)
class Clocked:
    """A clock that runs, and the record it runs on."""

    clock: Deadline
    on: Link


@dataclass(frozen=True)
class Planned:
    """A meeting or review on a day that has not come yet."""

    on: date
    what: str
    whose: str
    url: str = ""


@dataclass(frozen=True)
class Told:
    """All that one room tells, or all rooms together."""

    happened: Sequence[Happened] = ()
    seen: Sequence[Seen] = ()
    said: Sequence[Said] = ()
    worries: Sequence[Weighed] = ()
    good: Sequence[Weighed] = ()
    clocks: Sequence[Clocked] = ()
    promises: Sequence[Action] = ()
    planned: Sequence[Planned] = ()


Room = Callable[[Child, Reader], Told]


def together(parts: Iterable[Told]) -> Told:
    """Put what the rooms tell into one, each kind in the order of its days."""
    told = list(parts)
    return Told(
        happened=sorted((h for one in told for h in one.happened), key=lambda h: h.on),
        seen=sorted((s for one in told for s in one.seen), key=lambda s: s.on, reverse=True),
        said=sorted((s for one in told for s in one.said), key=lambda s: s.on, reverse=True),
        worries=sorted((w for one in told for w in one.worries), key=lambda w: w.on)[::-1],
        good=sorted((w for one in told for w in one.good), key=lambda w: w.on)[::-1],
        clocks=[c for one in told for c in one.clocks if c.clock.is_open],
        promises=[a for one in told for a in one.promises],
        planned=sorted((p for one in told for p in one.planned), key=lambda p: p.on),
    )


def written(steps: Iterable[Step], move: str) -> datetime | None:
    """Return when the first step of a kind was written. `steps` are prefetched."""
    return min((step.written_at for step in steps if step.move == move), default=None)
