"""Reports told through the verbs: a school's two children, a night's police file, a neighbour."""

from collections.abc import Mapping
from contextlib import AbstractContextManager
from datetime import date, datetime
from zoneinfo import ZoneInfo

from holdfast.engines.asks.models import Finding
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import law

Posts = Mapping[str, Post]
LONDON = ZoneInfo("Europe/London")
FRIDAY = date(2013, 6, 28)
NOW = datetime(2013, 6, 28, 16, 45, tzinfo=LONDON)
NIA = ChildTold("Nia", "Harcastle", date(2004, 2, 1), school="Tollgate Park School")
THEO = ChildTold("Theo", "Harcastle", date(2007, 5, 9))
WORRY = (
    "Not collected twice. Nia said: “Mum was asleep and wouldn’t wake up, so I did Theo’s tea.”"
)
SECRET = "A man known for supplying drugs stays at the flat most nights."
HEADING = "reference,received,forename,surname,born,sex,address,postcode,school,worry,safe\n"
NIGHT = HEADING + (
    "M1,27/06/2013 22:05,Callum,Rielly,14/02/2002,M,12 Tollgate Road,SE5 0XX,,Out at two.,Home\n"
    "M2,27/06/2013 23:40,Joel,Tarrow,01/09/2006,M,4 Marlow House,SE15 4ZZ,,Father at the door.,\n"
    "M2,27/06/2013 23:40,Esme,Tarrow,03/03/2009,F,4 Marlow House,SE15 4ZZ,,Father at the door.,\n"
)


def at(*parts: int) -> AbstractContextManager[None]:
    return moment.story(datetime(*parts, tzinfo=LONDON))  # type: ignore[misc,arg-type]


def referred(posts: Posts, *, by: str = "head_teacher", **told: object) -> Contact:
    """A school refers a sister and a brother, on the day the story stands at."""
    kept: dict[str, object] = {
        "children": (NIA, THEO), "worry": WORRY, "safe": "At school until half past three",
        "address": "Flat 2, 12 Fenwick Road", "postcode": "SE15 4HW",
    }  # fmt: skip
    report = verbs.ReportTold(**{**kept, **told})  # type: ignore[arg-type]
    return verbs.receive(this_partnership().area, report, by=posts[by], on=moment.today())


def a_decision(**told: object) -> verbs.DecisionTold:
    kept: dict[str, object] = {
        "decision": law.Decision.ASSESSMENT, "why": "A nine-year-old makes the tea. Not early "
        "help: we do not know why her mother could not be woken.",
        "basis": law.Basis.STATUTORY.value, "told": law.Told.YES.value,
        "told_how": "Mother, by telephone", "next_step": "The team rings you by Tuesday.",
        "reason": "Nia seems to be caring for her brother.", "need": "N5",
        "not_known": "Health’s answer.",
    }  # fmt: skip
    return verbs.DecisionTold(**{**kept, **told})  # type: ignore[arg-type]


def police_answer(contact: Contact, posts: Posts) -> Finding:
    """Police are asked by right of statute and hold one thing, which they keep in the hub."""
    by, on = posts["triage"], moment.today()
    verbs.grade(contact, to=law.Grade.AMBER, by=by, on=on)
    verbs.say_basis(contact, basis=law.Basis.STATUTORY, by=by, on=on)
    (check,) = verbs.ask_agencies(contact, to=[posts["police"]], by=by, on=on)
    hub.reply(check, facts=[hub.FactTold(SECRET)], by=posts["police"], on=on)
    return Finding.objects.get(asked=check)
