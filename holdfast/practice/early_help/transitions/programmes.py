"""Programmes and groups: begun, planned, places given, and the register taken in one go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import PLAN, PROGRAMME
from holdfast.practice.early_help.models import EarlyHelp, MarkGiven, Place, Programme, Session
from holdfast.practice.early_help.rules import law, registers, states, words
from holdfast.practice.early_help.transitions import moves


@dataclass(frozen=True)
class ProgrammeTold:
    name: str
    kind: words.Kind
    audience: str
    provider: str
    led_by: str
    starts_on: date
    led_by_parents: bool = False
    room_for: int | None = None


@dataclass(frozen=True)
class SessionTold:
    on: date
    topic: str
    led_by: str = ""


@transaction.atomic
def start_programme(told: ProgrammeTold, *, area: Area, by: Post, on: date) -> Programme:
    """Begin a programme. Its register names people, so it has a record with a door of its own."""
    if told.kind not in words.GROUPS:
        raise NotAllowed("That is help for one family. Offer it on the family’s own plan.")
    record = gate.open_record(kind=PROGRAMME, area=area, owner=by.agency, by=by, on=on)
    programme = Programme.objects.create(
        record=record,
        name=told.name,
        kind=told.kind,
        audience=told.audience,
        provider=told.provider,
        led_by=told.led_by,
        led_by_parents=told.led_by_parents,
        starts_on=told.starts_on,
        room_for=told.room_for,
    )
    story.write_step(record=record, move="start_programme", by=by, on=on, note=told.name)
    return programme


@transaction.atomic
def plan_sessions(
    programme: Programme, sessions: Sequence[SessionTold], *, by: Post, on: date
) -> list[Session]:
    """Plan sessions, each with its day and topic."""
    _require(programme, by=by)
    first = programme.sessions.count() + 1
    made = Session.objects.bulk_create(
        Session(programme=programme, number=n, on=one.on, topic=one.topic, led_by=one.led_by)
        for n, one in enumerate(sessions, first)
    )
    note = "; ".join(f"{one.on:%-d %B %Y}: {one.topic}" for one in sessions)
    story.write_step(record=programme.record, move="plan_sessions", by=by, on=on, note=note)
    return made


@transaction.atomic
def give_place(
    programme: Programme,
    family: EarlyHelp,
    *,
    subject: str,
    by: Post,
    on: date,
    basis: law.Basis = law.Basis.VOLUNTARY,
    basis_words: str = "",
) -> Place:
    """Give somebody of a family a place. The register learns a first name and nothing more."""
    _require(programme, by=by)
    states.require_agreement(family.state)
    who = family.people().get(subject)
    if who is None:
        raise NotAllowed("Choose somebody of this family.")
    if basis is not law.Basis.VOLUNTARY and not basis_words.strip():
        raise NotAllowed("Say which disposal or order makes it a condition, and whose it is.")
    taken = programme.places.filter(left_on__isnull=True)
    if taken.filter(early_help=family, subject=subject).exists():
        raise NotAllowed(f"{who} has a place in this programme already.")
    if programme.room_for is not None and taken.count() >= programme.room_for:
        raise NotAllowed(f"All {programme.room_for} places are taken.")
    note = f"{who}: a place in “{programme.name}”. {law.BASIS_WORDS[basis]}."
    moves.write_in(family, "give_place", by=by, on=on, note=note, section=PLAN)
    story.write_step(
        record=programme.record, move="give_place", by=by, on=on, note=registers.first_name(who)
    )
    return Place.objects.create(
        programme=programme,
        early_help=family,
        subject=subject,
        who=registers.first_name(who),
        basis=basis,
        basis_words=basis_words,
        joined_on=on,
        by=by,
    )


@transaction.atomic
def take_register(
    session: Session, marks: Mapping[int, registers.Mark], *, by: Post, on: date
) -> None:
    """Take a session's register in one go. Taking it again corrects it.

    `marks` is by place. Everybody with a place on the day has a line; nobody is left out.
    """
    programme = session.programme
    _require(programme, by=by)
    if session.on > on:
        raise NotAllowed(f"This session is on {session.on:%-d %B %Y}. It has not been held yet.")
    expected = {place.pk for place in session.due()}
    if not expected:
        raise NotAllowed("Nobody has a place in this programme yet. Give places first.")
    if set(marks) != expected:
        raise NotAllowed("Mark everybody who has a place, and nobody else.")
    session.marks.all().delete()
    MarkGiven.objects.bulk_create(
        MarkGiven(session=session, place_id=place, mark=mark) for place, mark in marks.items()
    )
    Session.objects.filter(pk=session.pk).update(held=True)
    session.refresh_from_db(fields=["held"])
    came = sum(mark is registers.Mark.CAME for mark in marks.values())
    note = f"Session {session.number}, {session.topic}: {came} of {len(marks)} came."
    story.write_step(record=programme.record, move="take_register", by=by, on=on, note=note)


@transaction.atomic
def end_place(place: Place, *, completed: bool, why: str, by: Post, on: date) -> None:
    """Somebody has completed a programme, or has left it. The family's story says so."""
    _require(place.programme, by=by)
    if place.left_on is not None:
        raise NotAllowed("This place has been given up already.")
    if not completed and not why.strip():
        raise NotAllowed("Say why they left before the end.")
    seen = place.attended()
    Place.objects.filter(pk=place.pk).update(
        left_on=max(on, place.joined_on), completed=completed, left_because=why
    )
    place.refresh_from_db(fields=["left_on", "completed", "left_because"])
    ended = "completed" if completed else "left"
    note = f"{place.who} {ended} “{place.programme.name}”: came to {seen.words}. {why}".strip()
    if place.early_help.ended_on is None:
        moves.write_in(place.early_help, "end_place", by=by, on=on, note=note, section=PLAN)
    story.write_step(
        record=place.programme.record, move="end_place", by=by, on=on, note=f"{place.who} {ended}"
    )


@transaction.atomic
def end_programme(programme: Programme, *, by: Post, on: date) -> None:
    """End a programme once every place has been ended, completed or not."""
    _require(programme, by=by)
    left = programme.places.filter(left_on__isnull=True).count()
    if left:
        raise NotAllowed(f"Say first how it ended for everybody: {left} still have a place.")
    if on < programme.starts_on:
        raise NotAllowed("It has not begun yet. Give the day it ended.")
    Programme.objects.filter(pk=programme.pk).update(ended_on=on)
    programme.refresh_from_db(fields=["ended_on"])
    story.write_step(record=programme.record, move="end_programme", by=by, on=on)
    story.close_record(programme.record, on=on)


def _require(programme: Programme, *, by: Post) -> None:
    gate.require(by, Can.WORK, programme.record)
    if programme.ended_on is not None:
        raise NotAllowed("This programme has ended. Its register stays as it is.")
