"""Framing a cycle: edition, window, clusters, panel, agencies, review points; closing it."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.section11.access import KIND
from holdfast.board.section11.models import (
    AgencyReturn,
    Cluster,
    Cycle,
    PanelSeat,
    ReviewPoint,
)
from holdfast.board.section11.rules.states import CycleState, State
from holdfast.board.section11.transitions.writing import require_open, say
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Edition
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def frame_cycle(
    *,
    year: str,
    edition: Edition,
    opens_on: date,
    closes_on: date,
    area: Area,
    owner: Agency,
    by: Post,
    on: date,
    with_voice: bool = True,
) -> Cycle:
    """Open a cycle on an approved edition. The edition is locked from then on."""
    if Cycle.objects.filter(year=year, record__area=area).exists():
        raise NotAllowed(f"There is a cycle for {year} already. Open that one.")
    if closes_on <= opens_on:
        raise NotAllowed("The window closes after it opens. Correct one of the days.")
    record = gate.open_record(kind=KIND, area=area, owner=owner, by=by, on=on)
    if edition.framework.record.area_id != area.pk:
        raise NotAllowed("This framework is another board's. Load it for this board first.")
    standards.lock_edition(edition, by=by, on=on)
    cycle = Cycle.objects.create(
        record=record,
        year=year,
        edition=edition,
        opens_on=opens_on,
        closes_on=closes_on,
        with_voice=with_voice,
    )
    say(cycle, "frame_cycle", by=by, on=on, note=str(edition), after=CycleState.FRAMED)
    return cycle


@transaction.atomic
def add_cluster(cycle: Cycle, *, name: str, executive_on: date, by: Post, on: date) -> Cluster:
    """Add a cluster of agencies with its slot at the executive."""
    require_open(cycle, by=by, on=on)
    if cycle.clusters.filter(name=name).exists():
        raise NotAllowed(f"There is a cluster “{name}” already.")
    place = cycle.clusters.count() + 1
    cluster = Cluster.objects.create(
        cycle=cycle, place=place, name=name, executive_on=executive_on
    )
    say(cycle, "add_cluster", by=by, on=on, note=f"{name}: executive of {executive_on:%-d %B %Y}")
    return cluster


@transaction.atomic
def expect(
    cluster: Cluster,
    *,
    agency: Agency,
    by: Post,
    on: date,
    lead: Post | None = None,
    sign_off: Post | None = None,
    service: str = "",
    due_on: date | None = None,
) -> AgencyReturn:
    """Expect a return of an agency. Every agency, or service of one, is in one cluster a year."""
    cycle = cluster.cycle
    require_open(cycle, by=by, on=on)
    there = cycle.returns.filter(agency=agency, service=service).select_related("cluster").first()
    if there:
        raise NotAllowed(f"{there.name} is in the cluster “{there.cluster.name}” already.")
    for post in (lead, sign_off):
        if post and post.agency_id != agency.pk:
            raise NotAllowed(f"{post} is not a post of {agency.name}. Choose one of its own.")
    if lead and sign_off and lead.pk == sign_off.pk:
        raise NotAllowed("Whoever writes the return does not sign it. Name two posts.")
    found = AgencyReturn.objects.create(
        cycle=cycle,
        cluster=cluster,
        agency=agency,
        service=service,
        lead=lead,
        sign_off=sign_off,
        due_on=due_on or cycle.closes_on,
    )
    say(cycle, "expect", by=by, on=on, note=f"{found.name}, {cluster.name}", after=State.EXPECTED)
    return found


@transaction.atomic
def seat_on_panel(cycle: Cycle, *, posts: Iterable[Post], by: Post, on: date) -> None:
    """Let posts moderate in this cycle. They must be able to decide here by their role."""
    require_open(cycle, by=by, on=on)
    chosen = list(posts)
    for post in chosen:
        if not gate.may(post, Can.DECIDE, cycle.record):
            raise NotAllowed(f"{post} has no seat on the board, so cannot sit on its panel.")
    PanelSeat.objects.bulk_create(
        [PanelSeat(cycle=cycle, post=post) for post in chosen], ignore_conflicts=True
    )
    say(cycle, "seat_on_panel", by=by, on=on, note="; ".join(str(post) for post in chosen))


@transaction.atomic
def add_review_points(
    cycle: Cycle, *, case: str, texts: Sequence[str], by: Post, on: date
) -> list[ReviewPoint]:
    """Ask in every return about the action points of a case review. `case` is a neutral number."""
    require_open(cycle, by=by, on=on)
    first = cycle.review_points.filter(case=case).count() + 1
    made = ReviewPoint.objects.bulk_create(
        ReviewPoint(cycle=cycle, case=case, number=number, text=text)
        for number, text in enumerate(texts, first)
    )
    say(cycle, "add_review_points", by=by, on=on, note=f"{case}: {len(made)}")
    return made


@transaction.atomic
def note_claim(cycle: Cycle, *, claimed: str, source: str, by: Post, on: date) -> None:
    """Keep what was published of the cycle, to stand beside what is computed."""
    gate.require(by, Can.WORK, cycle.record)
    Cycle.objects.filter(pk=cycle.pk).update(claimed=claimed, claimed_source=source)
    cycle.refresh_from_db(fields=["claimed", "claimed_source"])
    say(cycle, "note_claim", by=by, on=on, note=f"{claimed} ({source})")


@transaction.atomic
def close_cycle(cycle: Cycle, *, by: Post, on: date) -> None:
    """Close a cycle: it can be read and taken out for ever, and added to under a new date."""
    require_open(cycle, by=by, on=on)
    waiting = cycle.returns.filter(state__in=[State.SUBMITTED, State.CHALLENGED])
    if waiting.exists():
        raise NotAllowed(
            f"{waiting.count()} returns are with the panel or in challenge. Conclude them first."
        )
    mine = Cycle.objects.filter(pk=cycle.pk, closed_on__isnull=True, version=cycle.version)
    if not mine.update(state=CycleState.CLOSED, closed_on=on, version=F("version") + 1):
        raise NotAllowed("Somebody else has just changed this cycle. Open it again.")
    cycle.refresh_from_db()
    story.close_record(cycle.record, on=on)
    say(cycle, "close_cycle", by=by, on=on, before=CycleState.OPEN, after=CycleState.CLOSED)
