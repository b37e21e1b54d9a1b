"""Write answers. A version that nobody has read is never overwritten."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.engines.asks.models import Answer, DelegatedLink, Request
from holdfast.engines.asks.rules.questions import Kind, Section
from holdfast.engines.asks.rules.states import WRITABLE, State
from holdfast.engines.asks.rules.values import Value, value_of
from holdfast.engines.asks.transitions.changing import Sides, change
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed

CLOSED = (
    "This return cannot be written in any more: it was sent, withdrawn or made ready to sign. "
    "What you typed is still in the form. Copy it before you leave."
)


@dataclass(frozen=True)
class Saved:
    """What became of a saving: versions now, and answers that somebody else changed meanwhile.

    `conflicts` are the others' answers, by question; of those nothing was saved.
    """

    versions: Mapping[str, int] = field(default_factory=dict)
    conflicts: Mapping[str, Answer] = field(default_factory=dict)


@transaction.atomic
def answer(
    request: Request,
    *,
    values: Mapping[str, object],
    by: Post,
    on: date,
    seen: Mapping[str, int] | None = None,
) -> Saved:
    """
    Save answers by question key. A value is a text, number, (number, out of), day, bool or Value.

    Only what changed becomes a new version. `seen` are the versions the editor read; an answer
    that somebody else changed since is left as it is and returned among the conflicts. Without
    `seen` the current versions are taken as read. A carried answer is confirmed by saving it.
    Raises NotAllowed for an unknown question, and when the return is not open to writing.
    """
    Sides.require_author(request, by=by)
    return _save(request, values, seen, by=by, on=on, link=None)


@transaction.atomic
def confirm(request: Request, *, keys: Collection[str], by: Post, on: date) -> Saved:
    """Say of carried answers that they are still true. Each becomes a new version as it is."""
    Sides.require_author(request, by=by)
    carried = request.answers.current().filter(question__in=keys, carried=True)
    return _save(request, {a.question: a.value for a in carried}, None, by=by, on=on, link=None)


@transaction.atomic
def answer_by_link(
    link: DelegatedLink,
    *,
    values: Mapping[str, object],
    seen: Mapping[str, int] | None,
    by: Post,
    on: date,
) -> Saved:
    """Save answers of the one section that a link opens. `by` is the post that gave the link."""
    section = link.request.round.question_set.questions.section(link.section)
    live = DelegatedLink.objects.live(at=moment.now()).filter(pk=link.pk)
    if section is None or by != link.given_by or not live.update(saved=F("saved") + 1):
        raise NotAllowed(CLOSED)
    _require_of_section(section, values)
    gate.require(by, Can.WORK, link.request.record)
    return _save(link.request, values, seen, by=by, on=on, link=link)


@transaction.atomic
def attach(
    request: Request,
    *,
    question: str,
    title: str,
    content: bytes,
    content_type: str,
    by: Post,
    on: date,
) -> Answer:
    """Keep a file as the answer to a question that asks for one. It is checked by the kernel."""
    Sides.require_author(request, by=by)
    questions = request.round.question_set.questions
    if question not in questions or questions.question(question).kind is not Kind.FILE:
        raise NotAllowed("This question does not ask for a file.")
    _begin(request, by=by, on=on)
    kept = story.keep_file(
        record=request.record,
        title=title,
        content=content,
        content_type=content_type,
        by=by,
        on=on,
    )
    last = request.answers.current().filter(question=question).first()
    return Answer.objects.create(
        request=request,
        question=question,
        version=last.version + 1 if last else 1,
        typed=title,
        file=kept,
        first_said_on=on,
        by=by,
        **moment.written(),
    )


def _require_of_section(section: Section, values: Mapping[str, object]) -> None:
    strange = set(values) - {question.key for question in section.questions}
    if strange:
        raise NotAllowed("This link opens one section, and this question is not in it.")


def _begin(request: Request, *, by: Post, on: date) -> None:
    """Hold the return's row until the transaction ends, so that two savings come in turn."""
    writable = Request.objects.filter(pk=request.pk, state__in=WRITABLE)
    if not writable.update(version=F("version") + 1):
        raise NotAllowed(CLOSED)
    request.refresh_from_db()
    if request.state == State.TO_DO:
        change(request, move="begin", by=by, on=on)


def _save(
    request: Request,
    values: Mapping[str, object],
    seen: Mapping[str, int] | None,
    *,
    by: Post,
    on: date,
    link: DelegatedLink | None,
) -> Saved:
    questions = request.round.question_set.questions
    unknown = [key for key in values if key not in questions]
    if unknown:
        raise NotAllowed("A question that is not in this return was answered. Nothing was saved.")
    _begin(request, by=by, on=on)
    known = {a.question: a for a in request.answers.current().filter(question__in=values)}
    fresh: list[Answer] = []
    conflicts: dict[str, Answer] = {}
    for key, raw in values.items():
        value, last = value_of(questions.question(key), raw), known.get(key)
        version = last.version if last else 0
        if last is None and value.empty or (last and last.value == value and not last.carried):
            continue
        if last and seen is not None and seen.get(key, 0) != version:
            conflicts[key] = last
            continue
        fresh.append(_version(request, key, value, last, by=by, on=on, link=link))
    Answer.objects.bulk_create(fresh)
    versions = {key: a.version for key, a in known.items()}
    return Saved(versions | {a.question: a.version for a in fresh}, conflicts)


def _version(
    request: Request,
    key: str,
    value: Value,
    last: Answer | None,
    *,
    by: Post,
    on: date,
    link: DelegatedLink | None,
) -> Answer:
    return Answer(
        request=request,
        question=key,
        version=last.version + 1 if last else 1,
        typed=value.typed,
        typed_of=value.typed_of,
        number=value.number,
        of=value.of,
        day=value.day,
        absent=value.absent,
        problem=value.problem,
        file=last.file if last and value.typed == last.typed else None,
        first_said_on=last.first_said_on if last and last.value == value else on,
        by=by,
        link=link,
        **moment.written(),
    )
