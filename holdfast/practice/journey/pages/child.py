"""The child's page: known in a minute, and what to do next before anything else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse

from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.reading import last_looked
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State as ActionState
from holdfast.kernel.clock.lines import ClockLine, clock_lines
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, Status, met, over, running, soon
from holdfast.practice.children.access import NETWORK, PLAN, STORY, WORDS
from holdfast.practice.children.models import Child, Tie
from holdfast.practice.children.pages.network import Network, network_of
from holdfast.practice.children.pages.record import FOR_ALL
from holdfast.practice.children.rules.words import MARKER_WORDS, MarkerKind
from holdfast.practice.journey.pages.everything import everything
from holdfast.practice.journey.pages.line import Stop, line_of
from holdfast.practice.journey.pages.told import (
    Happened,
    Planned,
    Reader,
    Said,
    Seen,
    Told,
    Weighed,
)

SHOWN = 5


@dataclass(frozen=True)
class Next:
    """One thing to come: what, when in words with a shape, whose move it is."""

    what: str
    note: str
    due: Status
    whose: str
    url: str
    on: date


@dataclass(frozen=True)
class Promise:
    what: str
    status: Status
    whose: str
    why: str


@dataclass(frozen=True)
class ChildPage:
    """What the page says. A part that the reader is not let into is empty, and no gap is left."""

    heading: str
    caption: str
    lives: str
    about: str
    facts_url: str
    since: datetime | None
    markers: Sequence[str] = ()
    news: Sequence[Happened] = ()
    said: Said | None = None
    worries: Sequence[Weighed] = ()
    good: Sequence[Weighed] = ()
    promises: Sequence[Promise] = ()
    nexts: Sequence[Next] = ()
    seen: Sequence[Seen] = ()
    seen_words: str = ""
    network: Network | None = None
    line: Sequence[Stop] = ()
    story: bool = False
    plan: bool = False
    words: bool = False


def child_page(child: Child, *, visit: Visit) -> ChildPage:
    """Arrange a child that came `for_page`, with what each room tells this reader."""
    reader = Reader(visit.post, visit.today)
    told = everything(child, reader)
    since = last_looked(visit.record, by=visit.account, page=visit.page)
    story, plan, words = visit.opens(STORY), visit.opens(PLAN), visit.opens(WORDS)
    nexts = sorted(_nexts(told, visit), key=lambda one: one.on) if plan else []
    return ChildPage(
        heading=f"{child.known_as}, {child.age_words(on=visit.today)}",
        caption=_caption(child),
        lives=_lives(child, visit.today) if visit.opens(NETWORK) else "",
        about=child.about,
        facts_url=reverse("children:record", args=[child.record.reference]),
        since=since,
        markers=_markers(child, whole=story),
        news=_news(told, since) if story else (),
        said=next(iter(told.said), None) if words else None,
        worries=told.worries[:2] if story else (),
        good=told.good[:2] if story else (),
        promises=[_promise(one, visit.today) for one in told.promises] if plan else (),
        nexts=nexts,
        seen=told.seen[:SHOWN] if story else (),
        seen_words=_seen_words(told.seen) if story else "",
        network=network_of(child, to=visit.post, on=visit.today) if visit.opens(NETWORK) else None,
        line=line_of(told.happened, [(n.on, n.what) for n in nexts], on=visit.today)
        if story
        else (),
        story=story,
        plan=plan,
        words=words,
    )


def _caption(child: Child) -> str:
    born = f"born {day_words(child.born_on)}" if child.born_on else ""
    parts = [f"Child {child.record.reference}", born, child.language, child.school]
    return " · ".join(part for part in parts if part)


def _markers(child: Child, *, whole: bool) -> list[str]:
    """What to know before a visit. What whoever meets the child must know is for every reader."""
    return [
        f"{MARKER_WORDS[MarkerKind(one.kind)]} {one.about}. {one.note}".replace(" .", ".").strip()
        for one in child.markers.all()
        if one.until_on is None and (whole or MarkerKind(one.kind) in FOR_ALL)
    ]


def _lives(child: Child, on: date) -> str:
    home = [_tie_words(tie) for tie in child.ties.all() if _at_home(tie, on)]
    if not home:
        return ""
    return f"Lives with {' and '.join([', '.join(home[:-1]), home[-1]] if home[1:] else home)}."


def _at_home(tie: Tie, on: date) -> bool:
    """An adult at home now. Brothers and sisters stand in the network, by the gate's own rule."""
    ended = tie.until_on is not None and tie.until_on <= on
    return tie.lives_with and not ended and tie.adult is not None


def _tie_words(tie: Tie) -> str:
    return f"{tie.name} ({tie.get_kind_display().lower()})"


def _news(told: Told, since: datetime | None) -> list[Happened]:
    """What was written since the reader looked last: the newest first."""
    if since is None:
        return []
    new = [one for one in told.happened if one.at is not None and one.at > since]
    return sorted(new, key=lambda one: one.at or since, reverse=True)[:SHOWN]


def _seen_words(seen: Sequence[Seen]) -> str:
    if not seen:
        return ""
    alone = sum(one.alone == "Yes" for one in seen)
    return f"Alone: {alone} of {len(seen)} times that somebody wrote down."


def _nexts(told: Told, visit: Visit) -> Iterator[Next]:
    clocks = clock_lines((c.clock for c in told.clocks), now=visit.now, reader=visit.post)
    for clocked, line in zip(told.clocks, clocks, strict=True):
        if clocked.clock.due_on is not None:
            yield _clock_next(line, clocked.on, clocked.clock.due_on)
    for one in told.planned:
        yield _planned_next(one, visit)
    for promise in told.promises:
        if promise.due_on and promise.state != ActionState.EVIDENCED:
            mine = promise.owner_id == visit.post.pk
            whose = "You" if mine else promise.owner_words
            due = _due(promise.due_on, visit.today)
            yield Next(promise.what, "", due, whose, "", promise.due_on)


def _clock_next(line: ClockLine, link: Link, on: date) -> Next:
    return Next(line.what, line.badge_words, Status(line.shape, line.words), line.whose_move,
                link.url, on)  # fmt: skip


def _planned_next(one: Planned, visit: Visit) -> Next:
    whose = "You" if one.whose == visit.post.title else one.whose
    return Next(one.what, "", _due(one.on, visit.today), whose, one.url, one.on)


def _due(day: date, today: date) -> Status:
    if day < today:
        return over(f"Was due {day_words(day)}")
    return soon("Today") if day == today else running(f"By {day_words(day)}")


def _promise(one: Action, on: date) -> Promise:
    standing = one.standing(on=on)
    done = one.state == ActionState.EVIDENCED
    late = one.due_on is not None and one.due_on < on
    word = "Done" if done else f"Was due {day_words(one.due_on)}" if late else "Under way"
    status = met(word) if done else over(word) if late else running(word)
    return Promise(one.what, status, one.owner_words, standing.why)
