"""The weekend and Monday 1 July 2013, 08:45: told only when a visitor asks to go on.

What waits: a night's police notifications, an out-of-hours handover, nine children who are open
already, and a baby with a bruise. Every child and adult is invented.
"""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from holdfast.demo.cast import AGENCIES, CAST
from holdfast.demo.story import children
from holdfast.demo.story.clock import LONDON, at
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Partnership, Post, this_partnership
from holdfast.practice.children import transitions as verbs
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door import transitions as front_door
from holdfast.practice.front_door.models import Batch
from holdfast.practice.front_door.rules import law

Posts = Mapping[str, Post]
MONDAY = datetime(2013, 7, 1, 8, 45, tzinfo=LONDON)
POLICE_FILE, NIGHT_FILE = "merlin-28-to-30-june.csv", "out-of-hours-28-to-30-june.csv"

MORE = {
    "odette": ChildTold("Odette", "Lampard", date(2008, 2, 11), sex="female",
                        address="30 Tanyard Close", postcode="SE5 7ZQ"),
    "yusuf": ChildTold("Yusuf", "Demirel", date(2000, 10, 6), sex="male",
                       address="2 Almond Terrace", postcode="SE16 4ZQ"),
    "marcus": ChildTold("Marcus", "Pellew", date(2010, 5, 27), sex="male",
                        address="77 Ropewalk Road", postcode="SE1 5ZQ"),
    "bryony": ChildTold("Bryony", "Pellew", date(2007, 8, 2), sex="female",
                        address="77 Ropewalk Road", postcode="SE1 5ZQ"),
}  # fmt: skip
NINE = ("leah", "archie", "joel", "esme", "dinah", "odette", "yusuf", "marcus", "bryony")
"""The children with a worker whom the weekend's reports are about."""

HEADING = "reference,received,forename,surname,born,sex,address,postcode,school,worry,safe\n"
POLICE = (
    ("ME-311", "28/06/2013 22:40", ("leah", "archie"),
     "Shouting; a man at the door who was gone when we came. Both children upstairs.",
     "Unhurt, with their mother"),
    ("ME-312", "29/06/2013 01:15", ("dinah",), "Found on a bus, cold, with a man of about twenty.",
     "Taken home"),
    ("ME-313", "29/06/2013 19:05", ("joel", "esme"), "Left alone from noon until seven.",
     "With their aunt"),
    ("ME-314", "30/06/2013 00:20", ("yusuf",), "Stopped with a kitchen knife.", "At home"),
)  # fmt: skip
NIGHT = (
    ("OOH-41", "29/06/2013 14:30", ("odette",), "Her mother rang: no money for the meter.",
     "Money given at the office"),
    ("OOH-42", "30/06/2013 16:10", ("marcus", "bryony"),
     "Their father came to the door against the agreement, and left when asked.", "At home"),
    ("OOH-43", "30/06/2013 23:35", ("rowan",),
     "The hospital rang. A bruise behind the ear of a baby who does not crawl; two accounts.",
     "On the ward until the morning"),
)  # fmt: skip


def tell_open(posts: Posts) -> None:
    """Before the weekend: nine children have a worker."""
    by, day = posts["triage"], date(2013, 6, 3)
    with at(2013, 6, 3, 10, 0):
        verbs.open_children(list(MORE.values()), by=by, on=day)
        for key in NINE:
            found = one_of(key)
            if found.worker_id is None:
                verbs.allocate(found, to=posts["social_worker"], by=posts["mash_manager"], on=day)


def one_of(key: str) -> Child:
    """Return one of the demo's children, those of this chapter too."""
    if key in children.CHILDREN:
        return children.child(key)
    told = MORE[key]
    return Child.objects.select_related("record").get(forename=told.forename, born_on=told.born_on)


def is_told() -> bool:
    return Batch.objects.filter(filename=POLICE_FILE).exists()


@transaction.atomic
def go_on() -> bool:
    """Tell the weekend and set the clock to Monday. Says whether there was anything to tell.

    Only forward, only once, and only in a database stamped as a demo.
    """
    stamp = Partnership.objects.select_for_update().filter(pk=1, demo=True).first()
    if stamp is None or is_told():
        return False
    tell(posts_now())
    moment.begin(max(MONDAY, moment.now()))
    return True


def posts_now() -> Posts:
    """The cast's posts, by key."""
    agencies = {name: key for key, (name, _, _) in AGENCIES.items()}
    found = {(agencies.get(post.agency.name), post.title): post
             for post in Post.objects.select_related("agency__area")}  # fmt: skip
    return {m.key: found[m.agency, m.title] for m in CAST if (m.agency, m.title) in found}


def tell(posts: Posts) -> None:
    """The hub opens at half past eight and takes what the weekend left."""
    area, by = this_partnership().area, posts["triage"]
    for minute, channel, filename, reports in (
        (32, law.Channel.POLICE, POLICE_FILE, POLICE),
        (38, law.Channel.OUT_OF_HOURS, NIGHT_FILE, NIGHT),
    ):
        with at(2013, 7, 1, 8, minute):
            content = HEADING + "".join(_rows(one) for one in reports)
            front_door.take_batch(
                area, channel=channel, content=content.encode(), filename=filename, by=by,
                on=MONDAY.date(),
            )  # fmt: skip


def _rows(report: tuple[str, str, tuple[str, ...], str, str]) -> str:
    reference, received, keys, worry, safe = report
    told = [{**children.CHILDREN, **MORE}[key] for key in keys]
    return "".join(
        f"{reference},{received},{one.forename},{one.surname},{one.born_on:%d/%m/%Y},"
        f'{one.sex},{one.address},{one.postcode},,"{worry}","{safe}"\n'
        for one in told
    )
