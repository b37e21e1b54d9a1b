"""A programme's page: its sessions, who has a place, and the register as one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, Status, met, nothing, running, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.early_help.models import Place, Programme, Session
from holdfast.practice.early_help.rules import law, registers
from holdfast.practice.early_help.rules.words import KIND_WORDS, Kind

SESSIONS = TableSpec(
    caption="Sessions",
    columns=(
        Column("session", "Session", header=True),
        Column("day", "Day"),
        Column("led", "Led by"),
        Column("came", "Came"),
        Column("state", "Register"),
    ),
    nothing="No session is planned yet.",
)
PLACES = TableSpec(
    caption="Who has a place",
    columns=(
        Column("who", "Who", header=True),
        Column("family", "Family"),
        Column("basis", "On what basis"),
        Column("came", "Came to"),
        Column("state", "State"),
    ),
    nothing="Nobody has a place yet.",
)


@dataclass(frozen=True)
class ProgrammePage:
    reference: str
    heading: str
    caption: str
    about: str
    sessions: Table
    places: Table
    warning: str
    links: Sequence[Link]

    @classmethod
    def of(cls, programme: Programme, *, on: date) -> "ProgrammePage":
        reference = programme.record.reference
        places, sessions = list(programme.places.all()), list(programme.sessions.all())
        marks: dict[int, list[str]] = {}
        for place in places:
            for mark in place.marks.all():
                marks.setdefault(mark.session_id, []).append(mark.mark)
        parents = " Parents who completed it lead it too." if programme.led_by_parents else ""
        return cls(
            reference=reference,
            heading=programme.name,
            caption=_caption(programme),
            about=f"{programme.audience}. Run by {programme.provider}; led by "
            f"{programme.led_by}.{parents}",
            sessions=plain_table(
                SESSIONS,
                [_session_row(s, marks.get(s.pk, []), reference, programme, on) for s in sessions],
            ),
            places=plain_table(PLACES, [_place_row(p, reference) for p in places]),
            warning=_warning(programme, sessions),
            links=_links(programme, reference, places),
        )


def _caption(programme: Programme) -> str:
    kind = KIND_WORDS[Kind(programme.kind)].lower()
    until = f" · ended {day_words(programme.ended_on)}" if programme.ended_on else ""
    return f"Programme {programme.record.reference} · {kind} · from " + (
        day_words(programme.starts_on) + until
    )


def _warning(programme: Programme, sessions: list[Session]) -> str:
    wanted = programme.kind == Kind.PARENTING and bool(sessions) and programme.ended_on is None
    topics = [f"{session.topic} {session.led_by}" for session in sessions]
    return registers.GANGS_WHY if wanted and registers.runs_without(topics, "gang") else ""


def _session_row(
    session: Session, marks: list[str], reference: str, programme: Programme, on: date
) -> Row:
    came = marks.count(registers.Mark.CAME)
    if session.held:
        state = met("Taken")
    else:
        state = soon("Not taken yet") if session.on <= on else running("Still to come")
    url = reverse("early_help:register", args=[reference, session.number])
    may_take = session.on <= on and programme.ended_on is None
    return Row(
        {
            "session": Cell(f"{session.number}. {session.topic}", url=url if may_take else ""),
            "day": day_words(session.on),
            "led": session.led_by or programme.led_by,
            "came": f"{came} of {len(marks)}" if session.held else "–",
            "state": Cell(status=state),
        }
    )


def _place_row(place: Place, reference: str) -> Row:
    seen = place.attended()
    family = place.early_help.record.reference
    ending = reverse("early_help:end_place", args=[reference, place.pk])
    return Row(
        {
            "who": Cell(place.who, url="" if place.left_on else ending),
            "family": Cell(family, url=reverse("early_help:family", args=[family])),
            "basis": place.basis_words or law.BASIS_WORDS[law.Basis(place.basis)],
            "came": seen.words,
            "state": Cell(status=_standing(place, seen)),
        }
    )


def _standing(place: Place, seen: registers.Attended) -> Status:
    if place.left_on:
        ended = day_words(place.left_on)
        return met(f"Completed {ended}") if place.completed else nothing(f"Left {ended}")
    if seen.held and not seen.enough:
        return soon(f"Below {registers.ENOUGH}% (local)")
    return running("Has a place")


def _links(programme: Programme, reference: str, places: list[Place]) -> list[Link]:
    if programme.ended_on:
        return []
    names = {"plan_sessions": "Plan sessions", "give_place": "Give a place"}
    if all(place.left_on for place in places):
        names["end_programme"] = "End the programme"
    return [Link(text, reverse(f"early_help:{n}", args=[reference])) for n, text in names.items()]
