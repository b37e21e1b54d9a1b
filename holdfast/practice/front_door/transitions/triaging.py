"""Grading, the family, and the three ways on that are no decision of this room's own."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import grants
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.front_door.access import REPORT
from holdfast.practice.front_door.models import Contact, Grading
from holdfast.practice.front_door.rules import law, states
from holdfast.practice.front_door.rules.law import Agreement, Decision, Grade, Told
from holdfast.practice.front_door.transitions import moves

REPORT_DAYS = 400
TALK = "Police, health and children’s social care talk together."
CLOSED = "This contact is decided. Open it again before you change that."


@transaction.atomic
def grade(
    contact: Contact, *, to: Grade, by: Post, on: date, why: str = "", seen: int | None = None
) -> None:
    """Grade a contact, or grade it again with a reason: the partners' hours run from now."""
    _open(contact)
    if contact.grade and not why.strip():
        raise NotAllowed("It has a grade already. Say why it is another one now.")
    note = f"{law.GRADE_WORDS[to]}. {why}".strip()
    moves.write_in(contact, "grade", by=by, on=on, note=note, seen=seen, grade=to.value)
    now = moment.now()
    moves.end_grade_clocks(contact, why=f"Graded {to.value} instead", by=by, on=on)
    whose = "The agencies asked"
    running.start(contact.record, law.GRADE_RULE[to], at=now, whose_move=whose, by=by)
    Grading.objects.create(
        contact=contact, grade=to.value, why=why.strip()[:300], by=by, at=now, **moment.written()
    )


@transaction.atomic
def say_family(
    contact: Contact,
    *,
    told: Told,
    by: Post,
    on: date,
    how: str = "",
    why_not: str = "",
    agreement: str = "",
    seen: int | None = None,
) -> None:
    """Write down whether the family knows, or why not, and whether it agrees to help."""
    if told is Told.NO and not why_not.strip():
        raise NotAllowed("Say why the family is not told, such as a risk to the child.")
    words = how if told is Told.YES else why_not
    note = f"The family knows: {law.TOLD_FAMILY[told].lower()} {words}".strip()
    if agreement:
        note += f" {law.AGREEMENT_WORDS[Agreement(agreement)]}."
    moves.write_in(
        contact, "say_family", by=by, on=on, note=note, seen=seen, told=told.value,
        told_how=how.strip()[:300], why_not_told=why_not.strip()[:300] if told is Told.NO else "",
        agreement=agreement or contact.agreement,
    )  # fmt: skip


@transaction.atomic
def withdraw_agreement(
    contact: Contact, *, words: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The family no longer agrees to early help: the contact comes back to be looked at."""
    if contact.agreement != Agreement.GIVEN:
        raise NotAllowed("Nobody has written down that the family agreed.")
    if not words.strip():
        raise NotAllowed("Say what the family said.")
    note = f"The family no longer agrees. {words}"
    moves.write_in(
        contact, "withdraw_agreement", by=by, on=on, note=note, seen=seen,
        agreement=Agreement.WITHDRAWN.value,
    )  # fmt: skip
    if contact.state == states.State.DECIDED and contact.decision == Decision.EARLY_HELP:
        open_again(contact, why="The family withdrew its agreement to early help.", by=by, on=on)


@transaction.atomic
def say_basis(
    contact: Contact, *, basis: law.Basis, by: Post, on: date, seen: int | None = None
) -> None:
    """Write down by what right agencies are asked."""
    note = law.BASIS_WORDS[basis]
    moves.write_in(contact, "say_basis", by=by, on=on, note=note, seen=seen, basis=basis.value)


@transaction.atomic
def send_to_strategy(
    contact: Contact, *, by: Post, on: date, why: str = "", seen: int | None = None
) -> None:
    """Red does not wait: the manager sends it to a strategy discussion, whoever wrote it.

    A second manager is not waited for (local): the discussion itself is held by several agencies.
    """
    said = why.strip() or "Graded red: harm now, or likely. Nobody waits for checks."
    _finish(contact, "send_to_strategy", Decision.STRATEGY, said, can=Can.DECIDE, by=by, on=on,
            seen=seen, next_step=TALK)  # fmt: skip


@transaction.atomic
def send_to_worker(
    contact: Contact, *, by: Post, on: date, away: bool = False, seen: int | None = None
) -> Post:
    """An open child's report goes to who has the child; `away` or no holder: to a team manager.

    Nothing is decided here: whoever has the child acts on it, and the clock ends.
    """
    worker = next((one.child.worker for one in contact.children.all()
                   if one.child is not None and one.child.worker is not None), None)  # fmt: skip
    if worker is None:
        raise NotAllowed("No child of this contact has a worker. Decide it here.")
    to = _team_manager(worker) if away or not _held(worker) else worker
    note = f"To {to.title}." + (f" {worker.title} is away." if to != worker else "")
    _finish(contact, "send_to_worker", Decision.TO_WORKER, f"The child is open. {note}",
            can=Can.WORK, by=by, on=on, seen=seen, passed_to=to)  # fmt: skip
    grants.give(
        contact.record, to=to, sections=[REPORT], purpose="To act on a report about your child",
        lawful_basis="Children Act 1989, sections 17 and 47",
        expires_at=moment.end_of(on=on, days=REPORT_DAYS), by=by, family_told=False,
        why_not_told="Whether the family knows stands in the contact.",
    )  # fmt: skip
    return to


@transaction.atomic
def open_again(contact: Contact, *, why: str, by: Post, on: date, seen: int | None = None) -> None:
    """Look at a finished contact again: a late answer, a disagreement, an agreement withdrawn."""
    if not why.strip():
        raise NotAllowed("Say why it is looked at again.")
    story.reopen_record(contact.record)
    moves.move_to(
        contact, "open_again", by=by, on=on, note=why, seen=seen, decision="", decided_on=None,
        decided_at=None, decided_by=None, passed_to=None, heard_at=None,
    )  # fmt: skip
    keep = by
    if contact.record.deadlines.running_under(law.DECISION) is None:
        running.start(contact.record, law.DECISION, on=on, whose_move=keep, by=by)


@transaction.atomic
def write_note(
    contact: Contact, *, text: str, by: Post, on: date, seen: int | None = None
) -> None:
    if not text.strip():
        raise NotAllowed("Write the note first.")
    moves.write_in(contact, "note", by=by, on=on, note=text.strip(), seen=seen)


def _finish(
    contact: Contact, move: str, decision: Decision, why: str, *, can: Can, by: Post, on: date,
    seen: int | None, **kept: object,
) -> None:  # fmt: skip
    """End the room's own clocks with a way on that needs no second manager."""
    now = moment.now()
    moves.move_to(
        contact, move, can=can, by=by, on=on, note=why, seen=seen, decision=decision.value,
        why=why, decided_on=on, decided_at=now, decided_by=by, **kept,
    )  # fmt: skip
    moves.meet_clock(contact, law.DECISION, by=by, on=on)
    moves.end_grade_clocks(contact, why="Sent on", by=by, on=on)
    story.close_record(contact.record, on=on)


def _open(contact: Contact) -> None:
    if not contact.is_open:
        raise NotAllowed(CLOSED)


def _held(post: Post) -> bool:
    return Holding.objects.current(at=moment.now()).filter(post=post).exists()


def _team_manager(worker: Post) -> Post:
    """Return the team manager of a worker's agency whom somebody holds now."""
    held = Holding.objects.current(at=moment.now()).values("post")
    same = Post.objects.filter(role=Role.TEAM_MANAGER.value, agency=worker.agency_id, pk__in=held)
    found = same.order_by("pk").first()
    if found is None:
        raise NotAllowed(
            f"{worker.title} is away and no team manager is in post. Ring the duty team."
        )
    return found
