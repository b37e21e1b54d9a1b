"""Who lives there, what is checked, the parents, and what help is given."""

from datetime import date

from django.db import transaction

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.models import (
    Arrangement,
    Check,
    Member,
    Parent,
    Support,
)
from holdfast.practice.private_fostering.rules import law
from holdfast.practice.private_fostering.transitions import moves


@transaction.atomic
def add_member(
    arrangement: Arrangement,
    *,
    name: str,
    tie: str,
    by: Post,
    on: date,
    age: int | None = None,
    carer: bool = False,
    seen: int | None = None,
) -> Member:
    """Add somebody who lives in the home, from the day we knew."""
    if not name.strip():
        raise NotAllowed("Give a name, as it is known here.")
    note = f"{name} lives there: {tie or 'tie to the child not known'}."
    moves.write_in(arrangement, "add_member", by=by, on=on, note=note, seen=seen)
    number = arrangement.members.count() + 1
    return Member.objects.create(
        arrangement=arrangement,
        number=number,
        name=name.strip(),
        age=age,
        carer=carer,
        tie=tie,
        joined_on=on,
        subjects=[f"member-{number}"],
        source=by.agency,
    )


@transaction.atomic
def say_member_left(member: Member, *, by: Post, on: date, seen: int | None = None) -> None:
    """Somebody has left the home. What was checked stays."""
    note = f"{member.name} lives there no longer."
    moves.write_in(member.arrangement, "member_left", by=by, on=on, note=note, seen=seen)
    if not Member.objects.filter(pk=member.pk, left_on=None).update(left_on=on):
        raise NotAllowed("It is written already that this person left.")
    member.refresh_from_db()


@transaction.atomic
def ask_check(
    arrangement: Arrangement,
    *,
    kind: law.CheckKind,
    member: Member | None,
    of_whom: str = "",
    by: Post,
    on: date,
    seen: int | None = None,
) -> Check:
    """Ask for a check, of one member or of the home and the child."""
    if member is not None and member.arrangement_id != arrangement.pk:
        raise NotAllowed("That person does not live in this home.")
    if kind in law.OF_THE_PLACE and member is not None:
        raise NotAllowed("This check is of the home and the child, not of one person.")
    if kind not in law.OF_THE_PLACE and member is None:
        raise NotAllowed("Say of whom: this check is of one person.")
    if arrangement.checks.filter(kind=kind, member=member, answered_on=None).exists():
        raise NotAllowed("This check has been asked for and is not answered yet.")
    whom = f" of {member.name}" if member else ""
    note = f"{law.check_words(kind, on=on)}{whom}: asked."
    moves.write_in(arrangement, "ask_check", by=by, on=on, note=note, seen=seen)
    return Check.objects.create(
        arrangement=arrangement,
        member=member,
        kind=kind,
        asked_on=on,
        of_whom=of_whom,
        by=by,
        source=by.agency,
        subjects=[f"member-{member.number}" if member else "child"],
    )


@transaction.atomic
def answer_check(
    check: Check,
    *,
    result: law.Result,
    words: str = "",
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Write down what a check found. It is answered once; asked again, it is a new row."""
    if result in {law.Result.CONCERN, law.Result.REFUSED} and not words.strip():
        raise NotAllowed("Say in words what the concern is, or why it was refused.")
    if on < check.asked_on:
        raise NotAllowed("The answer is dated before the question. Give the day it came.")
    kind = law.check_words(law.CheckKind(check.kind), on=on)
    note = f"{kind}: {law.RESULT_WORDS[result].lower()}. {words}".strip()
    moves.write_in(check.arrangement, "answer_check", by=by, on=on, note=note, seen=seen)
    waiting = Check.objects.filter(pk=check.pk, answered_on=None)
    if not waiting.update(answered_on=on, result=result, words=words):
        raise NotAllowed("This check has been answered already.")
    check.refresh_from_db()


@transaction.atomic
def speak_with_parent(
    arrangement: Arrangement,
    *,
    name: str,
    tie: str,
    by: Post,
    on: date,
    has_pr: bool | None = None,
    reach: str = "",
    agrees: bool | None = None,
    contact: str = "",
    spoken: bool = True,
    seen: int | None = None,
) -> Parent:
    """Keep a parent: where, whether they agree to the arrangement, how the child keeps touch."""
    if not name.strip():
        raise NotAllowed("Give the parent's name, as it is known.")
    said = {True: "agrees", False: "does not agree", None: "was not asked"}[agrees]
    note = f"{name}, {tie.lower()}, {said}. {contact}".strip()
    moves.write_in(arrangement, "parent", by=by, on=on, note=note, seen=seen)
    told = {
        "tie": tie, "has_pr": has_pr, "reach": reach, "agrees": agrees, "contact": contact,
        "spoken_on": on if spoken else None,
    }  # fmt: skip
    known = arrangement.parents.filter(name__iexact=name.strip()).first()
    if known is not None:
        Parent.objects.filter(pk=known.pk).update(**told)
        known.refresh_from_db()
        return known
    return Parent.objects.create(
        arrangement=arrangement, name=name.strip(), subjects=["parent"], source=by.agency, **told
    )


@transaction.atomic
def give_support(
    arrangement: Arrangement, *, to: str, what: str, by: Post, on: date, seen: int | None = None
) -> Support:
    """Write down advice or help that was given, to whom."""
    if not to.strip() or not what.strip():
        raise NotAllowed("Say to whom, and what the advice or help was.")
    moves.write_in(arrangement, "support", by=by, on=on, note=f"{to}: {what}", seen=seen)
    return Support.objects.create(
        arrangement=arrangement,
        on=on,
        to=to,
        what=what,
        by=by,
        source=by.agency,
        subjects=["child"],
        **moment.written(),
    )


@transaction.atomic
def write_entry(
    arrangement: Arrangement, *, text: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write down something that happened and has no verb of its own."""
    if not text.strip():
        raise NotAllowed("Write the entry before you keep it.")
    moves.write_in(arrangement, "entry", by=by, on=on, note=text, seen=seen, live=False)
