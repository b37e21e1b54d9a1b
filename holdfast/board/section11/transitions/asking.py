"""Putting the questions to a cluster's agencies, and taking in what they sent."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from holdfast.board.section11.access import PURPOSE
from holdfast.board.section11.models import AgencyReturn, Cluster, Cycle, ReviewPoint
from holdfast.board.section11.rules import asking
from holdfast.board.section11.rules.states import CycleState, State
from holdfast.board.section11.transitions.returns import (
    Consent,
    Received,
    Seen,
    answer_review_points,
    keep_consent,
    take_in,
)
from holdfast.board.section11.transitions.writing import move, require_open, say
from holdfast.engines.asks import extracts as asked
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.extracts import Sheet
from holdfast.engines.asks.models import QuestionSet, Round
from holdfast.engines.asks.rules.states import State as RequestState
from holdfast.engines.asks.transitions import Recipient
from holdfast.engines.standards.models import Edition
from holdfast.engines.standards.transitions import Claim
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed

WHY = "The board looks each year at how every agency keeps children safe, and says what it finds."
BASIS = "Children Act 2004, section 11"


@transaction.atomic
def issue_cluster(cluster: Cluster, *, by: Post, on: date) -> Round:
    """Ask every agency of a cluster that is expected and has an author. Last time's answers are
    offered to each, to be confirmed or changed."""
    cycle = cluster.cycle
    require_open(cycle, by=by, on=on)
    waiting = list(
        cluster.returns.filter(state=State.EXPECTED, lead__isnull=False).select_related(
            "agency", "lead__agency", "sign_off__agency"
        )
    )
    if not waiting:
        raise NotAllowed("Nobody is to be asked here. Expect a return, and name its author.")
    issued = asks.issue(
        _question_set(cycle, by=by, on=on),
        to=[
            Recipient(one.lead, one.sign_off, max(one.due_on or cycle.closes_on, on))
            for one in waiting
            if one.lead
        ],
        title=f"Section 11 return {cycle.year}: {cluster.name}"[:120],
        why=WHY,
        lawful_basis=BASIS,
        due_on=max(cycle.closes_on, on),
        about=cycle.record,
        previous=_last_round(cluster),
        by=by,
        on=on,
    )
    for one, request in zip(waiting, issued.requests.order_by("pk"), strict=True):
        one.cycle = cycle
        move(one, "issue", by=by, on=on, request=request, due_on=request.due_on)
    Cycle.objects.filter(pk=cycle.pk, state=CycleState.FRAMED).update(state=CycleState.OPEN)
    cycle.refresh_from_db(fields=["state"])
    return issued


def _question_set(cycle: Cycle, *, by: Post, on: date) -> QuestionSet:
    """Return the cycle's questions, framed once: every cluster is asked the same."""
    there = asked.rounds_about(cycle.record)
    if there:
        return there[0].question_set
    edition = Edition.objects.whole().get(pk=cycle.edition_id)
    points = [asking.Point(one.key, str(one), one.text) for one in cycle.review_points.all()]
    return asks.frame(
        PURPOSE,
        title=f"Section 11 return {cycle.year}",
        questions=asking.questions(edition.planned(), with_voice=cycle.with_voice, points=points),
        area=cycle.record.area,
        by=by,
        on=on,
    )


def _last_round(cluster: Cluster) -> Round | None:
    """Return the round that asked a cluster of this name the time before."""
    before = Cluster.objects.filter(
        name=cluster.name,
        cycle__record__area=cluster.cycle.record.area_id,
        cycle__opens_on__lt=cluster.cycle.opens_on,
    ).order_by("-cycle__opens_on")
    found = AgencyReturn.objects.filter(cluster__in=before, request__isnull=False)
    last = found.order_by("-cycle__opens_on").select_related("request__round").first()
    return last.request.round if last and last.request else None


@transaction.atomic
def take_return(found: AgencyReturn, *, by: Post, on: date) -> None:
    """Accept what an agency sent and take it in: its grades, its evidence and its words."""
    request = found.request
    sheet = asked.answers_of(request) if request else None
    if request is None or sheet is None or request.state not in {
        RequestState.SENT, RequestState.ACCEPTED,
    }:  # fmt: skip
        raise NotAllowed("Nothing has been sent yet. Remind the author, or ask why it is late.")
    if request.state == RequestState.SENT:
        asks.accept(request, by=by, on=on)
    why = [sheet.words] if sheet.words else []
    if request.why_late and sheet.days_late:
        why.append(f"Late: {request.why_late}. {request.why_late_words}".strip())
    received = Received(
        reply=asking.REPLIES[sheet.reply],
        sent_on=sheet.sent_on,
        author=request.sign_off or request.lead,
        claims=_claims(found.cycle, sheet),
        said=_said(sheet),
        evidence=_evidence(found.cycle, sheet),
        reason=" ".join(why)[:300],
    )
    take_in(found, received=received, by=by, on=on)
    keep_consent(found, consent=_consent(sheet, received.author), by=by, on=on)
    points = {one.key: one for one in ReviewPoint.objects.filter(cycle=found.cycle_id)}
    answers = {
        points[key]: (asking.ASSURANCES[given.value.typed], "")
        for key, given in sheet.answers.items()
        if key in points and given.value.typed in asking.ASSURANCES
    }
    if answers:
        answer_review_points(found, answers=answers, by=by, on=on)


def _codes(cycle: Cycle) -> Iterable[str]:
    return cycle.edition.standards.order_by("number").values_list("criteria__code", flat=True)


def _claims(cycle: Cycle, sheet: Sheet) -> tuple[Claim, ...]:
    found = []
    for code in _codes(cycle):
        key = asking.grade_key(code)
        given, why = sheet.answers.get(key), sheet.answers.get(f"{key}-why")
        if given is not None:
            value = given.value.absent or given.value.typed
            found.append(Claim(code, value, why.words if why else ""))
    return tuple(found)


def _evidence(cycle: Cycle, sheet: Sheet) -> tuple[Seen, ...]:
    return tuple(
        Seen(code, line.what, line.dated_on or sheet.sent_on, line.expires_on)
        for code in _codes(cycle)
        if (given := sheet.answers.get(f"{asking.grade_key(code)}-seen"))
        for line in asking.evidence_lines(given.value.typed)
    )


ANY_BOARD = "Any other borough's board that asks for it"


def _consent(sheet: Sheet, author: Post | None) -> Consent | None:
    """Return whom the agency lets have a copy, as its return says: nobody without its yes."""
    given, to = sheet.answers.get(asking.CONSENT), sheet.answers.get(asking.CONSENT_TO)
    if given is None or given.value.typed != "yes":
        return None
    named = to.value.typed.strip() if to else ""
    said_by = author.title if author else "The agency, in its return"
    return Consent(to=(named or ANY_BOARD)[:120], given_by=said_by[:120], given_on=sheet.sent_on)


def _said(sheet: Sheet) -> tuple[tuple[str, str], ...]:
    """Return the answers that are no grade, in the order in which they were asked."""
    kept = {question.key for question in asking.YEAR.questions}
    return tuple(
        (question.text, sheet.answers[question.key].words)
        for question in sheet.questions
        if question.key in kept and question.key in sheet.answers
    )


@transaction.atomic
def send_back(found: AgencyReturn, *, words: str, by: Post, on: date) -> None:
    """Return it to the agency for clarification. What was sent stays beside what comes next."""
    require_open(found.cycle, by=by, on=on)
    request = found.request
    if request is None:
        raise NotAllowed("This return did not come by Holdfast. Ask its agency directly.")
    if request.state == RequestState.SENT:
        asks.send_back(request, words=words, by=by, on=on)
        say(found.cycle, "send_back", by=by, on=on, note=f"{found.name}. {words.strip()}")
        return
    asks.reopen(request, reason=words, by=by, on=on)
    move(found, "send_back", by=by, on=on, note=words.strip())
