"""Beginning: on a referral, or after an assessment that calls for another."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from holdfast.kernel.access.asking import Asking, ask, typed
from holdfast.kernel.access.door import Visit, door, room_door
from holdfast.kernel.access.gate import Can
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.practice.assessments import transitions as verbs
from holdfast.practice.assessments.access import KIND, STORY, single_from
from holdfast.practice.assessments.forms.beginning import BeginForm, FollowForm
from holdfast.practice.assessments.models import Assessment, AssessmentChild, waiting_at
from holdfast.practice.assessments.rules import editions, outcomes, states
from holdfast.practice.assessments.rules.editions import Kind
from holdfast.practice.assessments.views.shared import asking, home
from holdfast.practice.children.models import Child
from holdfast.practice.front_door.models import Contact

GET_AND_POST = ["GET", "HEAD", "POST"]


@require_http_methods(GET_AND_POST)
@room_door(KIND, Can.OPEN)
def begin(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The manager begins one on a referral. The edition of that day says which kind it is."""
    contact = _contact(request, visit)
    begun = _begun(contact) if contact else {"children": "\n".join(request.GET.getlist("child"))}
    form = BeginForm(typed(request), today=visit.today, post=visit.post, initial=begun)
    note = (
        f"A referral from {day_words(editions.FIRST_SINGLE)} on has a single assessment; one "
        "before that day has an initial assessment. The clock runs from the day of the referral."
    )
    back = Link("My assessments", reverse("assessments:mine"))
    page = Asking("Begin an assessment", "", back, submit="Begin it", note=note)

    def act(told: dict[str, Any]) -> str:
        kind = editions.offered(told["received_on"], single_from=single_from()).kinds[0]
        told["contact_record"] = contact.record if contact else None
        return home(
            verbs.start(told.pop("children"), kind=kind, by=visit.post, on=visit.today, **told)
        )

    return ask(request, form, page, act)


def _contact(request: HttpRequest, visit: Visit) -> Contact | None:
    """The waiting contact that the address names. One that does not wait here is not found."""
    reference = request.GET.get("contact", "")
    if not reference:
        return None
    found = waiting_at(visit.post.agency).filter(record__reference=reference).first()
    if found is None:
        raise Http404
    return found


def _begun(contact: Contact) -> dict[str, Any]:
    """What the contact says already: nobody types it again."""
    lines = []
    for one in contact.children.all():
        told = one.told
        day = one.born_on or told.due_on
        due = "due " if day and not one.born_on else ""
        said = f"{one.known_as}, {due}{day:%-d %B %Y}" if day else f"{one.known_as}, "
        lines.append(one.child.record.reference if one.child else said)
    return {"children": "\n".join(lines), "received_on": contact.received_on}


@require_http_methods(GET_AND_POST)
@door(Can.DECIDE, kind=KIND, section=STORY)
def follow(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Begin what follows a signed assessment, for the children it names, with what is known."""
    found = Assessment.objects.for_page().get(record=visit.record)
    rows = {str(row.number): row for row in found.children.all()}
    form = FollowForm(
        typed(request),
        own=visit.post.agency_id,
        children=[(number, row.known_as) for number, row in rows.items()],
        initial={"children": _called_for(found), "worker": found.worker_id},
    )
    kind, counted = _next_of(found, on=visit.today)
    note = f"It is a {editions.WORDS[kind].lower()}, counted from {day_words(counted)}."
    page = asking(found, "Begin the next assessment", submit="Begin it", note=note)

    def act(told: dict[str, Any]) -> str:
        chosen = [rows[number] for number in told.pop("children")]
        children = [_again(one) for one in chosen]
        return home(
            verbs.start(
                children, kind=kind, received_on=found.received_on, counted_from=counted,
                contact_record=found.contact_record, follows=found, by=visit.post,
                on=visit.today, **told,
            )
        )  # fmt: skip

    return ask(request, form, page, act)


def _again(row: AssessmentChild) -> verbs.AssessedTold:
    """A child as its own record says today, or as the last assessment knew it."""
    if row.child_record is None:
        return verbs.AssessedTold(row.known_as, row.born_on, row.due_on)
    return verbs.AssessedTold.of(Child.objects.get(record=row.child_record))


def _called_for(found: Assessment) -> list[str]:
    """The children for whom the assessment said that another one follows; or all of them."""
    rows = found.children.all()
    named = [str(row.number) for row in rows if row.outcome == outcomes.Outcome.CORE]
    return named or [str(row.number) for row in rows]


def _next_of(found: Assessment, *, on: date) -> tuple[Kind, date]:
    """A core assessment counts from the day that the initial one ended; anything else is new, and
    counts from today. The edition in force that day says which kind it is (local reading: V2).
    """
    went_on = found.kind == Kind.INITIAL and found.state == states.State.AUTHORISED
    counted = (found.authorised_on or on) if went_on else on
    kinds = editions.offered(counted, single_from=single_from()).kinds
    return kinds[-1] if went_on else kinds[0], counted
