"""How a contact stands: its grade, its hours, whose move it is, what is missing or already in."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from holdfast.engines.asks.models import Check
from holdfast.engines.asks.rules.standing import Look
from holdfast.kernel.clock.lines import ClockLine, clock_lines
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import at as moment_words
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Status
from holdfast.practice.front_door.models import Contact, ContactChild
from holdfast.practice.front_door.rules import law

GRADE_SHAPES = {
    law.Grade.RED: parts.Shape.OCTAGON,
    law.Grade.AMBER: parts.Shape.TRIANGLE,
    law.Grade.GREEN: parts.Shape.TICK,
}
LOOKS = {
    Look.MET: parts.met,
    Look.NIL: parts.nothing,
    Look.REFUSED: parts.refused,
    Look.SILENT: parts.no_reply,
    Look.RUNNING: parts.running,
}
TRIAGE, MANAGER = "Triage social worker", "MASH manager"

Checks = Mapping[UUID, Sequence[Check]]


def checks_of(contacts: Iterable[Contact], *, to: Post) -> Checks:
    """Return what agencies were asked about each contact, in one query for all of them."""
    ids = [one.record_id for one in contacts]
    found: dict[UUID, list[Check]] = defaultdict(list)
    asked = Check.objects.visible_to(to).filter(about__in=ids).exclude(state="withdrawn")
    for check in asked.select_related("asked__agency").prefetch_related("findings"):
        found[check.about_id].append(check)
    return found


def grade_status(contact: Contact) -> Status:
    if not contact.grade:
        return parts.nothing("Not graded")
    grade = law.Grade(contact.grade)
    return Status(GRADE_SHAPES[grade], grade.value.capitalize())


def children_words(contact: Contact, *, on: date) -> str:
    """Nia Harcastle, 9, and Theo Harcastle, 6."""
    told = [f"{one.known_as}, {one.age_words(on=on)}" for one in contact.children.all()]
    if len(told) < 2:
        return told[0] if told else "A child not named"
    return f"{', '.join(told[:-1])}, and {told[-1]}"


def worker_of(contact: Contact) -> ContactChild | None:
    """The child of a contact that has a worker already, if one was matched."""
    return next((c for c in contact.children.all() if c.child and c.child.worker_id), None)


def check_status(check: Check, *, at: datetime) -> Status:
    who = check.asked.agency.name
    return LOOKS[check.look(at=at)](
        f"{who}: {check.words(at=at)[:1].lower()}{check.words(at=at)[1:]}"
    )


def missing(contact: Contact, checks: Sequence[Check], *, at: datetime) -> list[Status]:
    """What is not there yet, then what agencies said or have not said."""
    found = []
    if not contact.grade:
        found.append(parts.nothing("Grade"))
    if not contact.basis:
        found.append(parts.nothing("Lawful basis to ask agencies"))
    if not contact.told:
        found.append(parts.nothing("Does the family know?"))
    if any(one.child is None for one in contact.children.all()):
        found.append(parts.nothing("Looked for the child: not yet"))
    return found + [check_status(one, at=at) for one in checks]


@dataclass(frozen=True)
class Move:
    """Whose move it is, and what it is."""

    who: str
    what: str


def whose_move(contact: Contact, checks: Sequence[Check], *, at: datetime, reader: Post) -> Move:
    """Red and open children first; then whoever keeps the others waiting; then the manager."""
    if not contact.is_open:
        return Move("Nobody", "It is finished here.")
    who, what = _move(contact, checks, at=at)
    mine = (who == MANAGER and reader.role == "mash_manager") or (
        who == TRIAGE and reader.role == "mash_worker"
    )
    return Move(f"You: {who}" if mine else who, what)


def _move(contact: Contact, checks: Sequence[Check], *, at: datetime) -> tuple[str, str]:
    if contact.grade == law.Grade.RED:
        return MANAGER, "Call the strategy discussion now. Red does not wait for checks."
    if worker_of(contact) is not None:
        return TRIAGE, "Send it to the child’s own worker."
    if not contact.grade:
        return TRIAGE, "Grade it."
    late = [one for one in checks if one.look(at=at) is Look.SILENT]
    if late:
        who = f"{late[0].asked.agency.name}, {late[0].asked.title}"
        return who, "Late. It may be decided without this answer."
    return _next_move(contact, checks, at=at)


def _next_move(contact: Contact, checks: Sequence[Check], *, at: datetime) -> tuple[str, str]:
    if any(one.look(at=at) is Look.RUNNING for one in checks):
        return "The agencies asked", "Their hours run."
    if any(one.same is None for one in contact.repeats.all()):
        return TRIAGE, "Confirm the match, then look at the reports together."
    return MANAGER, "Decide, with a reason."


def clock_of(contact: Contact) -> Deadline | None:
    """The clock a row shows: the partners' hours while they run, else the day of the decision."""
    running = [one for one in contact.record.deadlines.all() if one.is_open]
    hours = next((o for o in running if o.rule_id in law.GRADE_RULE.values()), None)
    return hours or next((one for one in running if one.rule_id == law.DECISION), None)


def lines_of(contacts: Iterable[Contact], *, now: datetime, reader: Post) -> dict[int, ClockLine]:
    """Return each contact's clock in words, in one query for all of them."""
    shown = [(one.pk, clock) for one in contacts if (clock := clock_of(one)) is not None]
    lines = clock_lines([clock for _, clock in shown], now=now, reader=reader)
    return {pk: line for (pk, _), line in zip(shown, lines, strict=True)}


def decide_by(contact: Contact) -> str:
    clock = next((d for d in contact.record.deadlines.all()
                  if d.is_open and d.rule_id == law.DECISION), None)  # fmt: skip
    return f"Decide by 23:59 on {day_words(clock.due_on)}" if clock else ""


def origin(contact: Contact) -> str:
    """Reference, who told it and when, as a row prints it."""
    who = contact.referrer if not contact.public else "A member of the public"
    return f"{contact.record.reference} · {who} · {moment_words(contact.received_at)}"
