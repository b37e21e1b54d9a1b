"""A kind of record that a hub opens, and four agencies asked about two children."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.engines.asks import access
from holdfast.engines.asks.access import HUB, Purpose
from holdfast.engines.asks.models import Check
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can, Kind
from holdfast.kernel.access.words import KINDS
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Record

TODAY = date(2013, 6, 28)
LONDON = ZoneInfo("Europe/London")
MORNING = datetime(2013, 6, 28, 9, 0, tzinfo=LONDON)
BASIS = "Children Act 1989, sections 17 and 47; Children Act 2004, section 10"
PURPOSE = Purpose("test-hub", "To decide what help a child needs", link_allowed=False)
NIA = hub.Subject("child-1", "Nia Harcastle", date(2004, 2, 1), address="12 Fenwick Road")
THEO = hub.Subject("child-2", "Theo Harcastle", date(2007, 5, 9))
ASKED = ("police", "nurse", "housing_lead", "head_teacher")


@contextmanager
def declared() -> Iterator[None]:
    """Let a room of this test's own open records, as the front door does."""
    everything = frozenset({Can.SEE, Can.WORK, Can.OPEN, Can.DECIDE})
    gate.declare(Kind("test contact", "TC", "child_protection", dict.fromkeys(HUB, everything)))
    access.PURPOSES[PURPOSE.key] = PURPOSE
    try:
        yield
    finally:
        KINDS.pop("test contact")
        access.PURPOSES.pop(PURPOSE.key)


def contact(posts: dict[str, Post]) -> Record:
    by = posts["mash_manager"]
    return gate.open_record(
        kind="test contact", area=by.agency.area, owner=by.agency, by=by, on=TODAY
    )


def ask(posts: dict[str, Post], record: Record, *, hours: int = 4) -> dict[str, Check]:
    """Name four desks and ask them all. The caller stands in the story's time."""
    by = posts["triage"]
    hub.name_desk(post=posts["police"], words="Public protection desk",
                  manager=posts["police_member"], by=by, on=TODAY)  # fmt: skip
    hub.name_desk(post=posts["nurse"], words="Named nurse", guardian="The Caldicott guardian",
                  manager=posts["health_member"], by=by, on=TODAY)  # fmt: skip
    made = hub.ask_agencies(
        record=record, to=[posts[key] for key in ASKED], subjects=[NIA, THEO],
        question="What do you hold of these two since 2011?", purpose=PURPOSE.key,
        lawful_basis=BASIS, within_hours=hours, by=by, on=TODAY,
    )  # fmt: skip
    return dict(zip(ASKED, made, strict=True))


POLICE_FACTS = (
    hub.FactTold("Two calls to the address since 2011: noise.", hub.Release.AGENCIES),
    hub.FactTold("Zanzibartoken: an adult who visits.", subjects=("child-1",), third_party=True),
)
