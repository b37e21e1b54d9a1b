"""Say what is asked, and put it to many at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.engines.asks.access import KIND, PURPOSES, ROUND
from holdfast.engines.asks.models import Author, QuestionSet, Request, Round
from holdfast.engines.asks.rules import questions as rules
from holdfast.engines.asks.rules.questions import Fault, Questions
from holdfast.engines.asks.rules.states import State
from holdfast.engines.asks.transitions.carrying import carry_forward
from holdfast.engines.asks.transitions.changing import AUTHORS
from holdfast.engines.notices.transitions import Told, notify_all
from holdfast.kernel.access import gate, grants
from holdfast.kernel.access.gate import Refused
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed

SUBJECT = "Holdfast: an information request"


@dataclass(frozen=True)
class Recipient:
    """Who answers: the lead author's post, who signs it off, and a due day of its own."""

    post: Post
    sign_off: Post | None = None
    due_on: date | None = None


@transaction.atomic
def frame(
    purpose: str, *, title: str, questions: Questions, area: Area, by: Post, on: date
) -> QuestionSet:
    """
    Keep the next version of a purpose's question set.

    `questions` is checked by `rules.questions.read`; older versions stay with their returns.
    Raises NotAllowed for an undeclared purpose or a fault in the questions.
    """
    if not gate.may_open(by, ROUND) or by.agency.area_id != area.pk:
        raise Refused("This post does not frame information requests here.")
    if purpose not in PURPOSES:
        raise NotAllowed("No room has declared this purpose.")
    try:
        content = rules.as_json(rules.read(rules.as_json(questions)))
    except Fault as wrong:
        raise NotAllowed(str(wrong)) from None
    last = QuestionSet.objects.filter(purpose=purpose, area=area).order_by("-version").first()
    return QuestionSet.objects.create(
        purpose=purpose,
        area=area,
        version=last.version + 1 if last else 1,
        title=title,
        content=content,
        made_by=by,
        made_on=on,
    )


@transaction.atomic
def issue(
    question_set: QuestionSet,
    *,
    to: Sequence[Recipient],
    title: str,
    why: str,
    lawful_basis: str,
    due_on: date,
    by: Post,
    on: date,
    about: Record | None = None,
    previous: Round | None = None,
    needs_sign_off: bool = False,
) -> Round:
    """
    Put a question set to many recipients, each with its own return, clock and notice.

    The number of queries does not grow with the recipients. The set is locked from now on. Give
    `previous` to offer each agency its own last answers, to be confirmed or changed. Returns the
    round; its returns are `round.requests`, in the order of `to`.
    """
    _require_sense(to, why=why, lawful_basis=lawful_basis, due_on=due_on, on=on)
    area = question_set.area
    record = gate.open_record(kind=ROUND, area=area, owner=by.agency, by=by, on=on)
    QuestionSet.objects.filter(pk=question_set.pk, locked_on=None).update(locked_on=on)
    issued = Round.objects.create(
        record=record,
        about=about,
        question_set=question_set,
        previous=previous,
        title=title,
        why=why,
        lawful_basis=lawful_basis,
        asked_by=by,
        issued_on=on,
        due_on=due_on,
        needs_sign_off=needs_sign_off,
    )
    _ask_each(issued, to, by=by, on=on)
    story.write_steps([record], move="issue", to_state="issued", by=by, on=on)
    if previous is not None:
        carry_forward(issued, by=by, on=on)
    return issued


def _ask_each(issued: Round, to: Sequence[Recipient], *, by: Post, on: date) -> None:
    """Open a return for each recipient, name its team, and tell its lead."""
    owners = [one.post.agency for one in to]
    area = issued.question_set.area
    records = gate.open_records(kind=KIND, area=area, owners=owners, by=by, on=on)
    requests = Request.objects.bulk_create(
        Request(
            record=own,
            round=issued,
            lead=one.post,
            sign_off=one.sign_off,
            due_on=one.due_on or issued.due_on,
        )
        for own, one in zip(records, to, strict=True)
    )
    _make_teams(requests, by=by, on=on)
    story.write_steps(records, move="issue", to_state=State.TO_DO, by=by, on=on)
    _tell(requests, by=by, on=on)


def _require_sense(
    to: Sequence[Recipient], *, why: str, lawful_basis: str, due_on: date, on: date
) -> None:
    if not to:
        raise NotAllowed("Nobody is asked. Name at least one recipient.")
    if len({one.post.pk for one in to}) < len(to):
        raise NotAllowed("One post is asked twice. Ask each recipient once.")
    if not why.strip() or not lawful_basis.strip():
        raise NotAllowed("Say why it is asked, and on what lawful basis.")
    if any((one.due_on or due_on) < on for one in to) or due_on < on:
        raise NotAllowed("A return cannot be due before it is asked for. Give a later day.")


def _make_teams(requests: Sequence[Request], *, by: Post, on: date) -> None:
    """Name each lead and signer, and let in those who have no seat on the board."""
    named = [(one, one.lead, Author.Part.LEAD) for one in requests]
    named += [(one, one.sign_off, Author.Part.SIGN_OFF) for one in requests if one.sign_off]
    Author.objects.bulk_create(
        Author(request=one, post=post, part=part, since=on, named_by=by)
        for one, post, part in named
    )
    pairs = [
        (one.record, post)
        for one, post, _ in named
        if post.role != Role.BOARD_MEMBER or post.agency_id != one.record.owner_id
    ]
    if pairs:
        grants.give_all(pairs, terms=AUTHORS.terms(), by=by)


def _tell(requests: Sequence[Request], *, by: Post, on: date) -> None:
    notify_all(
        [
            Told(
                key=f"asks:{one.record.reference}:issued",
                subject=SUBJECT,
                body=f"A return is due on {one.due_on:%-d %B %Y}. Sign in to Holdfast to see it.",
                post=one.lead,
            )
            for one in requests
        ],
        by=by,
        on=on,
    )
