"""What the hub asks the agencies about the children of a contact, and for release of a fact."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.engines.asks.models import Check, Finding
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.front_door.access import PURPOSE
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law
from holdfast.practice.front_door.transitions import moves

URGENT_HOURS = 2
"""How long an owner has to answer an urgent ask for release (local)."""
QUESTION = "What do you hold of these children, and of adults who live with them or visit?"


@transaction.atomic
def ask_agencies(
    contact: Contact, *, to: Sequence[Post], by: Post, on: date, question: str = QUESTION
) -> list[Check]:
    """Ask some agencies, by the grade's hours. The asked learn names and address, no worry."""
    if not contact.is_open:
        raise NotAllowed("This contact is decided. Open it again before you ask.")
    if not contact.basis:
        raise NotAllowed("Say first by what right the agencies are asked.")
    if not contact.grade:
        raise NotAllowed("Grade it first: the grade says how fast agencies are asked to answer.")
    live = Check.objects.about(contact.record).exclude(state="withdrawn")
    asked = set(live.values_list("asked", flat=True))
    new = [post for post in to if post.pk not in asked]
    if not new:
        raise NotAllowed("They were asked already.")
    made = hub.ask_agencies(
        record=contact.record, to=new, subjects=_subjects(contact), question=question,
        purpose=PURPOSE, lawful_basis=law.BASIS_WORDS[law.Basis(contact.basis)],
        within_hours=law.GRADE_HOURS[law.Grade(contact.grade)], by=by, on=on,
    )  # fmt: skip
    note = ", ".join(f"{post.title}, {post.agency.name}" for post in new)
    move = "ask_agencies" if contact.state == "received" else ""
    if move:
        moves.move_to(contact, move, by=by, on=on, note=note)
    else:
        moves.write_in(contact, "ask_more", by=by, on=on, note=note)
    return made


@transaction.atomic
def demand_release(contact: Contact, *, finding: Finding, why: str, by: Post, on: date) -> None:
    """Ask an owner to release a fact within two hours: whoever decides needs to pass it on."""
    if finding.asked.about_id != contact.record_id:
        raise NotAllowed("That fact belongs to another contact.")
    hub.ask_release(
        finding, to=hub.Release.AGENCIES, why=why, within_hours=URGENT_HOURS, by=by, on=on
    )
    note = f"Release asked of {finding.source.name} within {URGENT_HOURS} hours. {why}"
    moves.write_in(contact, "demand_release", by=by, on=on, note=note)


def _subjects(contact: Contact) -> list[hub.Subject]:
    return [
        hub.Subject(
            key=f"child-{one.number}", name=one.known_as, born_on=one.born_on,
            address=", ".join(part for part in (contact.address, contact.postcode) if part),
        )
        for one in contact.children.all()
    ]  # fmt: skip
