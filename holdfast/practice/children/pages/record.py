"""A child's facts: who the child is first, what to know before a visit, then each fact, dated."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.access.door import Visit
from holdfast.kernel.access.gate import Can
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Entry, Fact, Link, Status, gap_words, over, soon
from holdfast.practice.children.access import HEALTH, NETWORK, SECTIONS, STORY
from holdfast.practice.children.models import Address, Child, Marker, Merge
from holdfast.practice.children.pages import menu as menus
from holdfast.practice.children.pages.menu import Menu
from holdfast.practice.children.pages.network import Network, network_of
from holdfast.practice.children.rules.identifiers import WORDS, Scheme
from holdfast.practice.children.rules.words import (
    DISABILITY,
    ETHNICITY,
    MARKER_WORDS,
    NAME_WORDS,
    SEX_WORDS,
    MarkerKind,
    NameKind,
    Sex,
)

SHORT_STORY = 10
FOR_ALL = frozenset({MarkerKind.ALLERGY, MarkerKind.INTERPRETER})
"""Markers that whoever meets the child must know, whatever else was shared."""


@dataclass(frozen=True)
class Marked:
    """A marker as it is read: what, about whom, and when it is looked at again."""

    words: str
    note: str
    due: Status | None
    links: Sequence[Link]


@dataclass(frozen=True)
class ChildPage:
    heading: str
    caption: str
    about: str
    restricted: bool
    markers: Sequence[Marked]
    facts: Sequence[Fact]
    places: Sequence[Fact] = ()
    network: Network | None = None
    doubles: Sequence[tuple[str, Link]] = ()
    joined_into: Link | None = None
    menu: Menu = field(default_factory=Menu)
    story: Sequence[Entry] = ()
    who_sees: Sequence[str] = ()
    edit_url: str = ""


def child_page(child: Child, *, visit: Visit) -> ChildPage:
    """Arrange a child that came `for_page`, section by section as the reader was let in."""
    on, inside = visit.today, visit.opens(STORY)
    may_work = inside and gate.may(visit.post, Can.WORK, child.record, section=STORY)
    home = may_work and gate.may_at_home(visit.post, Can.WORK, child.record)
    decides = home and gate.may_at_home(visit.post, Can.DECIDE, child.record)
    reference = child.record.reference
    return ChildPage(
        heading=f"{child.known_as}, {child.age_words(on=on)}",
        caption=_caption(child),
        about=child.about,
        restricted=child.record.sealed,
        markers=[_marked(m, on, may_work) for m in child.markers.all() if _shown(m, inside)],
        facts=list(_facts(child, inside=inside, health=visit.opens(HEALTH))),
        places=_places(child) if inside else (),
        network=network_of(child, to=visit.post, on=on, may_work=may_work)
        if visit.opens(NETWORK)
        else None,
        doubles=_doubles(child, home) if inside else (),
        joined_into=_joined(child) if inside else None,
        menu=menus.of(reference, may_work=may_work, home=home, decides=decides),
        story=_story(child, visit) if inside else (),
        who_sees=_who_sees(child, visit) if inside else (),
        edit_url=reverse("children:edit", args=[reference]) if may_work else "",
    )


def _caption(child: Child) -> str:
    born = f"born {day_words(child.born_on)}" if child.born_on else "not born, or day not known"
    parts = [child.record.reference, born, child.school]
    return " · ".join(part for part in parts if part)


def _shown(marker: Marker, inside: bool) -> bool:
    return marker.until_on is None and (inside or MarkerKind(marker.kind) in FOR_ALL)


def _marked(marker: Marker, on: date, may_work: bool) -> Marked:
    words = MARKER_WORDS[MarkerKind(marker.kind)]
    day = day_words(marker.review_on)
    late = marker.review_on < on
    due = over(f"To be looked at again since {day}") if late else soon(f"Looked at again {day}")
    args = [marker.child.record.reference, marker.pk]
    links = (
        Link("Still so", reverse("children:review_marker", args=args)),
        Link("No longer so", reverse("children:end_marker", args=args)),
    )
    return Marked(f"{words} {marker.about}".strip(), marker.note, due, links if may_work else ())


def _facts(child: Child, *, inside: bool, health: bool) -> Iterator[Fact]:
    yield Fact("Girl or boy", SEX_WORDS[Sex(child.sex)])
    if child.born_on:
        yield Fact("Day of birth", day_words(child.born_on),
                   note="an estimate" if child.born_about else "")  # fmt: skip
    if child.due_on:
        yield Fact("Due", day_words(child.due_on))
    yield Fact("Language", child.language or "Not known yet")
    yield Fact("School", child.school or "Not known yet")
    worker = child.worker
    said = f"{worker.title}, {worker.agency.name}" if worker else "Nobody yet"
    since = f"since {day_words(child.worker_since)}" if child.worker_since else ""
    yield Fact("Allocated worker", said, note=since)
    if inside:
        yield Fact("Ethnicity", ETHNICITY[child.ethnicity])
    if health:
        known = ", ".join(DISABILITY[code] for code in child.disabilities)
        yield Fact("Disability", known or "Not asked yet")


def _places(child: Child) -> list[Fact]:
    names = [
        Fact(NAME_WORDS[NameKind(name.kind)], name.words, note=_dates(name.from_on, name.until_on))
        for name in child.names.all()
    ]
    homes = [
        Fact("Address" if one.until_on is None else "Address before", one.words, note=_kept(one))
        for one in child.addresses.all()
    ]
    numbers = [Fact(WORDS[Scheme(one.scheme)], one.value) for one in child.identifiers.all()]
    return [*names, *homes, *numbers]


def _kept(one: Address) -> str:
    dates = _dates(one.from_on, one.until_on)
    return f"To be kept from {one.kept_from}. {dates}".strip() if one.kept_from else dates


def _dates(first: date | None, last: date | None) -> str:
    named = (("from", first), ("until", last))
    return " ".join(f"{word} {day_words(day)}" for word, day in named if day)


def _doubles(child: Child, home: bool) -> list[tuple[str, Link]]:
    """The records that were found to be this child too; whoever works here takes them apart."""
    live = {merge.merged_id: merge for merge in child.merges.all() if merge.undone_on is None}
    return [
        (
            f"{other.known_as}, {other.record.reference}, joined {day_words(live[other.pk].on)}",
            _apart(child, live[other.pk]) if home else _open(other),
        )
        for other in child.doubles.all()
        if other.pk in live
    ]


def _apart(child: Child, merge: Merge) -> Link:
    return Link("Take apart", reverse("children:apart", args=[child.record.reference, merge.pk]))


def _open(other: Child) -> Link:
    return Link("Open", reverse("children:record", args=[other.record.reference]))


def _joined(child: Child) -> Link | None:
    into = child.merged_into
    if into is None:
        return None
    reference = into.record.reference
    return Link(f"{into.known_as}, {reference}", reverse("children:record", args=[reference]))


def _who_sees(child: Child, visit: Visit) -> list[str]:
    live = child.record.grants.live(at=visit.now).select_related("post__agency")
    return [
        f"{grant.post.title}, {grant.post.agency.name}, until {day_words(grant.expires_at)}: "
        f"{grant.purpose}"
        for grant in live.order_by("pk")
    ]


def _story(child: Child, visit: Visit) -> list[Entry]:
    steps = steps_for(visit).select_related("by__agency").order_by("-on", "-pk")
    return [entry_of(step, owner=child.record.owner_id) for step in steps[:SHORT_STORY]]


def steps_for(visit: Visit) -> QuerySet[Step]:
    """The steps of the sections that this visit opens."""
    opened = [section for section in sorted(SECTIONS) if visit.opens(section)]
    return visit.record.steps.filter(section__in=opened)


def entry_of(step: Step, *, owner: int) -> Entry:
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=HEADS.get(step.move) or f"{step.move.replace('_', ' ').capitalize()}.",
        text=step.note,
        by=step.by.title,
        source="" if step.by.agency_id == owner else step.by.agency.name,
        gap=gap_words(step.on, step.written_at),
    )


HEADS = {
    "open_child": "Record opened.",
    "correct": "Facts corrected.",
    "add_name": "Name.",
    "add_address": "Address.",
    "add_identifier": "Number.",
    "mark": "Marked.",
    "review_marker": "Marker looked at.",
    "end_marker": "Marker ended.",
    "tie": "Network.",
    "end_tie": "Network.",
    "allocate": "Allocated.",
    "share": "Shared.",
    "end_sharing": "Sharing ended.",
    "merge": "Joined.",
    "unmerge": "Taken apart.",
    "restrict": "Restricted.",
    "keep_out": "Somebody is kept out.",
}
