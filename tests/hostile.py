"""What every attack stands on: the told story at Friday 16:45, the cast, and cases to attack."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from django.http import HttpResponseBase
from django.test import Client
from django.urls import reverse

from holdfast.demo.story.clock import FRIDAY
from holdfast.kernel.directory import appointments, moment
from holdfast.kernel.directory.models import Account, Holding, Person, Post, this_partnership
from holdfast.kernel.directory.words import Role
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law, procedure
from tests import samples, told

TODAY = date(2013, 6, 28)
OF_THE_ROOM = "allegations:"
METHODS = ("GET", "POST", "HEAD", "OPTIONS", "PUT", "PATCH", "DELETE")
CHANGES_WITH_EVERY_ANSWER = re.compile(
    r'nonce="[^"]*"|nonce-[^\']*|name="csrfmiddlewaretoken" value="[^"]*"'
)


@pytest.fixture(scope="module", autouse=True)
def the_story(django_db_setup: None, django_db_blocker: pytest.FixtureDef) -> Iterator[None]:
    """The demo's story, told once for a whole file and taken back after it."""
    with django_db_blocker.unblock(), told.the_story():  # type: ignore[attr-defined]
        yield


@pytest.fixture(autouse=True)
def it_is_friday(db: None) -> Iterator[None]:
    """Everything here is tried on Friday 28 June 2013 at 16:45, and the clock stands still."""
    with moment.story(FRIDAY):
        yield


def browser(key: str) -> Client:
    """A browser signed in as one of the cast; as nobody for `nobody`."""
    client = Client()
    if key != told.NOBODY:
        client.force_login(told.account(key))
    return client


def holding(key: str) -> Holding:
    """The post somebody came with, however many they hold by now."""
    held = Holding.objects.current(at=moment.now()).filter(person=told.account(key).person_id)
    return held.order_by("pk")[0]


def post(key: str) -> Post:
    return holding(key).post


def words_of(response: HttpResponseBase) -> str:
    """All that an answer says, without what is another with every answer."""
    body = b"".join(response) if response.streaming else response.content  # type: ignore[attr-defined]
    return CHANGES_WITH_EVERY_ANSWER.sub("", body.decode(errors="replace"))


def pages_about_a_record(*rooms: str) -> list[told.Page]:
    """Return every page whose address asks for a reference."""
    found = [page for page in told.guarded() if "reference" in page[1]]
    return [page for page in found if not rooms or page[0].startswith(rooms)]


def address(page: told.Page, reference: str, **kept: object) -> str:
    name, wanted = page
    known = samples.arguments(name, wanted) | {"reference": reference}
    return reverse(name, kwargs={**known, **{k: v for k, v in kept.items() if k in wanted}})


def second_lado() -> Post:
    """Another LADO of the same council, so that the first can be the accused."""
    person = Person.objects.create(name="Ines Varga")
    Account.objects.create_user("second@holdfast.example", person=person)
    made = appointments.make_post(title="Deputy LADO", agency=post("lado").agency, role=Role.LADO)
    appointments.appoint(person, made)
    return made


def a_case(by: str = "nurse", *, concerns: int = 1, person: Person | None = None) -> Allegation:
    """A bare referral from an agency, today."""
    return verbs.refer(
        area=this_partnership().area,
        adult=verbs.AdultTold(
            "Wilfred Oakum", "judo coach", "Marsh Lane Judo", "sport", person=person
        ),
        concerns=[
            verbs.ConcernTold(law.Category.PHYSICAL, f"He twisted an arm, {n}.", "A mother")
            for n in range(concerns)
        ],
        children=[verbs.ChildTold("a boy of 8", 8)],
        known_on=TODAY,
        by=post(by),
        on=TODAY,
    )


def a_whole_case(by: Post, **kept: object) -> Allegation:
    """A case with one of everything that has a number: meeting, strand, copy, action."""
    case = a_case(**{"concerns": 2, **kept})  # type: ignore[arg-type]
    verbs.decide_threshold(case, tests=(law.Test.HARMED,), why="He may have.", by=by, on=TODAY)
    verbs.hold_initial_discussion(
        case, with_whom="the club", agreed="He stays away.", meeting_needed=True, by=by, on=TODAY
    )
    verbs.call_meeting(
        case, meets_on=TODAY, chair=by, invited=[post("police")], days=30, by=by, on=TODAY
    )
    verbs.open_strand(case, kind=procedure.Strand.EMPLOYER, whose_move="The club", by=by, on=TODAY)
    verbs.agree_learning(
        case, what="Coaches go in pairs", why="One was alone.", owner=post("transport_manager"),
        due_on=date(2013, 9, 1), by=by, on=TODAY,
    )  # fmt: skip
    verbs.send_copy(
        case, reader="The club", title="What happens next", text="We meet on Monday.",
        by=by, on=TODAY,
    )  # fmt: skip
    return case


def inside(case: Allegation) -> dict[str, object]:
    """The numbers under which the parts of a whole case are reached."""
    action = case.record.actions.first()
    return {"number": action.pk if action else 0}
