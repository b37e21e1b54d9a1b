"""A question to the duty officer, in place of break-glass: asked outside, answered in the room."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.records.story import holder
from holdfast.practice.allegations.access import ROOM
from holdfast.practice.allegations.models import Allegation, Question
from holdfast.practice.allegations.rules import asking, letters


@transaction.atomic
def ask(*, who: str, what: str, why: str, by_when: date, by: Post, on: date) -> Question:
    """Ask the LADO's duty officer. The question hangs on no record, and names none."""
    _of_here(by)
    if not (who.strip() and what.strip() and why.strip()):
        raise NotAllowed("Say who you are, what you need to know, and why.")
    if any(asking.names_a_record(text) for text in (who, what, why)):
        raise NotAllowed("Leave references out: ask about what you need to know and do.")
    if by_when < on:
        raise NotAllowed("That day is over. Say by when you need the answer, today or later.")
    return Question.objects.create(
        asker=holder(by), who=who, what=what, why=why, by_when=by_when, asked_at=moment.now()
    )


@transaction.atomic
def answer(question: Question, *, text: str, by: Post, on: date) -> None:
    """Answer once. What is sent holds no reference, and no name that only the room knows."""
    _of_here(by)
    if by.role not in ROOM:
        raise gate.Refused("Only the LADO and duty cover answer questions.")
    if holder(by).person_id == question.asker.person_id:
        raise NotAllowed("Nobody answers their own question. Ask another of the room.")
    if not text.strip():
        raise NotAllowed("Write the answer. It says what to do, not what is held.")
    own = (question.who, question.what, question.why)
    room = Allegation.objects.visible_to(by).select_related("record", "adult")
    secrets = [one.secret() for one in room.prefetch_related("children")]
    found = letters.leaks(text, own="", secrets=secrets, own_names=own)
    if found:
        raise NotAllowed(asking.answer_sentence(found))
    waiting = Question.objects.waiting().filter(pk=question.pk)
    if not waiting.update(answer=text, answered_at=moment.now(), answered_by=by):
        raise NotAllowed("Somebody of the room has answered this already. Nothing was changed.")


def _of_here(by: Post) -> None:
    if by.agency.area_id != this_partnership().area_id:
        raise gate.Refused("This room answers posts of its own area.")
