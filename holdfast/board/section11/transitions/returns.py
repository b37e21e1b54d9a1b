"""What comes back from an agency, and what is added to it later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from holdfast.board.section11.models import (
    Addendum,
    AgencyReturn,
    Cycle,
    ReviewAnswer,
    ReviewPoint,
)
from holdfast.board.section11.rules.states import Assurance, CycleState, Reply, State
from holdfast.board.section11.transitions.writing import CHANGED, move, require_open, say
from holdfast.engines.asks import transitions as asks
from holdfast.engines.asks.rules.states import OPEN
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Assessment
from holdfast.engines.standards.transitions import Claim, Piece
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Seen:
    """A piece of evidence that a return cites for a criterion."""

    criterion: str
    what: str
    dated_on: date
    expires_on: date | None = None


@dataclass(frozen=True)
class Received:
    """What an agency sent: what sort of answer, when, signed by which post, and what it says.

    `said` are pairs of a question and an answer beside the grades. `reason` is needed for every
    answer but a whole return: who searched what for nil, why a part is missing, why refused.
    """

    reply: Reply
    sent_on: date
    author: Post | None = None
    claims: Sequence[Claim] = ()
    said: Sequence[tuple[str, str]] = ()
    evidence: Sequence[Seen] = ()
    reason: str = ""
    carried_from: str = ""
    annex: str = ""


@transaction.atomic
def take_in(found: AgencyReturn, *, received: Received, by: Post, on: date) -> None:
    """Take in what an agency sent: its grades go beside the panel's, its words are kept."""
    require_open(found.cycle, by=by, on=on)
    if received.sent_on > on:
        raise NotAllowed("A return is taken in once it has come. Correct its day.")
    if received.reply is not Reply.WHOLE and not received.reason.strip():
        raise NotAllowed("Say why: who searched for what, what is missing, or why it is refused.")
    if received.claims:
        _assess(found, received, by=by, on=on)
    move(
        found,
        "take_in",
        by=by,
        on=on,
        note=f"{received.reply.value} return, sent {received.sent_on:%-d %B %Y}",
        reply=received.reply.value,
        sent_on=found.sent_on or received.sent_on,
        reason=received.reason.strip() or found.reason,
        said=[list(pair) for pair in received.said],
        carried_from=received.carried_from,
        carried_annex=received.annex,
    )
    Cycle.objects.filter(pk=found.cycle_id, state=CycleState.FRAMED).update(state=CycleState.OPEN)


def _assess(found: AgencyReturn, received: Received, *, by: Post, on: date) -> None:
    if found.assessment is None:
        AgencyReturn.objects.filter(pk=found.pk).update(assessment=_opened(found, by=by, on=on))
        found.refresh_from_db(fields=["assessment"])
    assessment = found.assessment
    assert assessment is not None  # noqa: S101  it has just been opened
    standards.take_claims(assessment, received.claims, author=received.author, by=by, on=on)
    _cite(assessment, received, by=by, on=on)


def _cite(assessment: Assessment, received: Received, *, by: Post, on: date) -> None:
    """Keep each piece once for the agency, and cite it wherever the return does."""
    grades = {
        grade.criterion.code: grade
        for grade in assessment.grades.select_related("criterion", "assessment")
    }
    pieces: dict[tuple[str, date], Piece] = {}
    for one in received.evidence:
        key = (one.what, min(one.dated_on, on))
        before = pieces[key].grades if key in pieces else ()
        cited = (grades[one.criterion],) if one.criterion in grades else ()
        pieces[key] = Piece(*key, one.expires_on, (*before, *cited))
    if pieces:
        standards.keep_and_cite(
            assessment.record,
            agency=assessment.body,
            pieces=list(pieces.values()),
            owner=received.author,
            owner_words="" if received.author else f"The lead of {assessment.name}"[:120],
            by=by,
            on=on,
        )


def _opened(found: AgencyReturn, *, by: Post, on: date) -> Assessment:
    cycle = found.cycle
    asked = cycle.edition.standards.all()
    if not cycle.with_voice:
        asked = asked.filter(optional=False)
    return standards.open_assessment(
        cycle.record,
        edition=cycle.edition,
        body=found.agency,
        service=found.service,
        label=cycle.year,
        standards=list(asked.values_list("number", flat=True)),
        by=by,
        on=on,
    )


@transaction.atomic
def answer_review_points(
    found: AgencyReturn,
    *,
    answers: Mapping[ReviewPoint, tuple[Assurance, str]],
    by: Post,
    on: date,
) -> None:
    """Keep what the return says of each review point. A later answer takes an earlier one's place,
    and the story keeps both."""
    require_open(found.cycle, by=by, on=on)
    foreign = [point for point in answers if point.cycle_id != found.cycle_id]
    if foreign:
        raise NotAllowed("This review point is not asked in this cycle.")
    ReviewAnswer.objects.bulk_create(
        [
            ReviewAnswer(found=found, point=point, assurance=assurance, words=words)
            for point, (assurance, words) in answers.items()
        ],
        update_conflicts=True,
        unique_fields=["found", "point"],
        update_fields=["assurance", "words"],
    )
    told = "; ".join(f"{point}: {assurance.value}" for point, (assurance, _) in answers.items())
    say(found.cycle, "answer_review_points", by=by, on=on, note=f"{found.name}. {told}")


@transaction.atomic
def withdraw(found: AgencyReturn, *, reason: str, by: Post, on: date) -> None:
    """Expect no return any more: the agency was restructured, or its work moved elsewhere."""
    require_open(found.cycle, by=by, on=on)
    if not reason.strip():
        raise NotAllowed("Say why no return is expected any more, and who has the work now.")
    if found.request and found.request.state in OPEN:
        asks.withdraw(found.request, reason=reason, by=by, on=on)
    move(found, "withdraw", by=by, on=on, note=reason, reason=reason.strip())


@transaction.atomic
def reopen(found: AgencyReturn, *, reason: str, by: Post, on: date) -> None:
    """Put a return before the panel again, with a reason. What was found stays until changed."""
    require_open(found.cycle, by=by, on=on)
    if not reason.strip():
        raise NotAllowed("Say why it is opened again.")
    move(found, "reopen", by=by, on=on, note=reason)


@dataclass(frozen=True)
class Consent:
    """An agency's consent that another borough's board gets a copy, given by one of its posts."""

    to: str
    given_by: str
    given_on: date


@transaction.atomic
def keep_consent(found: AgencyReturn, *, consent: Consent | None, by: Post, on: date) -> None:
    """Keep the consent that a return carries. One that says no takes an earlier consent back."""
    gate.require(by, Can.WORK, found.cycle.record)
    before = found.consent_to
    if consent is None and not before:
        return
    mine = AgencyReturn.objects.filter(pk=found.pk, version=found.version)
    if not mine.update(
        consent_to=consent.to if consent else "",
        consent_by=consent.given_by if consent else "",
        consent_on=consent.given_on if consent else None,
        version=F("version") + 1,
    ):
        raise NotAllowed(CHANGED)
    found.refresh_from_db()
    told = f", to {consent.to}, by {consent.given_by}" if consent else ": no copy may go any more"
    say(found.cycle, "consent_to_copy", by=by, on=on, note=f"{found.name}{told}")


@transaction.atomic
def consent_to_copy(
    found: AgencyReturn, *, to: str, given_by: str, given_on: date, by: Post, on: date
) -> None:
    """Keep the consent to a copy of a return that came on paper, as its agency gave it."""
    if found.request_id:
        raise NotAllowed(
            "This agency says in its own return whether a copy may go. Send the return back to "
            "it, and it can answer that question otherwise."
        )
    if not to.strip() or not given_by.strip():
        raise NotAllowed("Say which board may have the return, and who said so for the agency.")
    if given_on > on or found.state in {State.EXPECTED, State.WITH_AGENCY, State.WITHDRAWN}:
        raise NotAllowed("Consent is to a return that was sent, on a day that has come.")
    keep_consent(found, consent=Consent(to.strip(), given_by.strip(), given_on), by=by, on=on)


@transaction.atomic
def add_addendum(found: AgencyReturn, *, text: str, by: Post, on: date) -> Addendum:
    """Add to a return under its own date, at any time, closed or not. Nothing is rewritten."""
    gate.require(by, Can.WORK, found.cycle.record)
    if not text.strip():
        raise NotAllowed("Write what is to be added.")
    made = Addendum.objects.create(found=found, text=text.strip(), by=by, on=on)
    say(found.cycle, "add_addendum", by=by, on=on, note=f"{found.name}. {text.strip()}"[:500])
    return made
