"""The front door, spring 2013: a dozen contacts, most decided in a day, one disagreed with.

Every child and adult is invented.
"""

from collections.abc import Mapping
from datetime import date, datetime

from holdfast.demo.story import children
from holdfast.demo.story.clock import LONDON, at
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.front_door import transitions as verbs
from holdfast.practice.front_door.models import Contact
from holdfast.practice.front_door.rules import disagreeing, law
from holdfast.practice.front_door.rules.law import Decision, Grade

Posts = Mapping[str, Post]
Told = tuple[date, str, ChildTold, str, Grade, Decision, str]

DECIDED: list[Told] = [
    (date(2013, 4, 16), "nurse", ChildTold("Iris", "Calloway", date(2010, 6, 1)),
     "Two falls in a month; the flat has no stair gate.", Grade.GREEN, Decision.EARLY_HELP, "N5"),
    (date(2013, 4, 23), "police", ChildTold("Dev", "Marchetti", date(2001, 3, 3)),
     "Found at the station at midnight, tired and cold.", Grade.AMBER, Decision.ASSESSMENT, "N8"),
    (date(2013, 4, 30), "head_teacher", ChildTold("Poppy", "Vance", date(2006, 8, 19)),
     "Often late, often hungry. Her mother asked us for help.", Grade.GREEN, Decision.ADVICE,
     "N7"),
    (date(2013, 5, 7), "housing_lead", ChildTold("Sami", "Oyelade", date(2008, 1, 30)),
     "No heating for three weeks and a new baby.", Grade.GREEN, Decision.EARLY_HELP, "N4"),
    (date(2013, 5, 14), "nurse", ChildTold("Baby", "Lindqvist", date(2013, 4, 2)),
     "Not weighed since birth; nobody answers.", Grade.AMBER, Decision.ASSESSMENT, "N1"),
    (date(2013, 6, 4), "head_teacher", ChildTold("Rory", "Ashdown", date(2003, 12, 5)),
     "He told his teacher that he lives with a friend of his aunt.", Grade.GREEN,
     Decision.PRIVATE_FOSTERING, "N8"),
]  # fmt: skip
WEEKEND = (
    "reference,received,forename,surname,born,sex,address,postcode,school,worry,safe\n"
    "ME-301,27/06/2013 21:05,Callum,Rielly,30/09/2001,M,41 Quarry Row,SE16 2ZQ,,"
    "Out alone at two in the morning. Police took him home.,At home\n"
    "ME-302,27/06/2013 23:40,Tess,Marlowe,08/09/2005,F,9 Heron Walk,SE15 4ZX,,"
    "Shouting; neighbours called. Both children upstairs.,Mother’s sister came\n"
    "ME-302,27/06/2013 23:40,Finn,Marlowe,21/11/2008,M,9 Heron Walk,SE15 4ZX,,"
    "Shouting; neighbours called. Both children upstairs.,Mother’s sister came\n"
)
WATCHED = "A man whom we watch for supplying visits the flat most evenings."


def tell(posts: Posts) -> None:
    _earlier(posts)
    for told in DECIDED:
        _decided(posts, told)
    _disagreed(posts)
    _night(posts)
    _open_already(posts)
    _harcastles(posts)


def _received(posts: Posts, when: datetime, by: Post, *children_: ChildTold, worry: str,
              **more: str) -> Contact:  # fmt: skip
    told = verbs.ReportTold(children=children_, worry=worry, **more)  # type: ignore[arg-type]
    return verbs.receive(this_partnership().area, told, by=by, on=when.date())


def _decided(posts: Posts, told: Told) -> Contact:
    day, by, child, worry, grade, decision, need = told
    who = posts[by]
    when = datetime(day.year, day.month, day.day, 10, 20, tzinfo=LONDON)
    with at(day.year, day.month, day.day, 10, 20):
        contact = _received(posts, when, who, child, worry=worry, told="yes")
        verbs.grade(contact, to=grade, by=posts["triage"], on=day)
    with at(day.year, day.month, day.day, 15, 30):
        helped = decision in law.BELOW
        agreed = "given" if decision is Decision.EARLY_HELP else ""
        verbs.decide(
            contact,
            verbs.DecisionTold(
                decision=decision, why=f"{law.DECISION_WORDS[decision]}. The worry is real, and "
                "what is known of the family speaks for it.",
                basis="statutory", told="yes", told_how="The mother, by telephone",
                agreement=agreed, need=need, helped=helped,
                reason="The worry is real and the family knows of it.",
                next_step="Somebody rings you within the week.",
            ),
            by=posts["mash_manager"], on=day,
        )  # fmt: skip
    return contact


def _disagreed(posts: Posts) -> None:
    day = date(2013, 6, 11)
    contact = _decided(
        posts,
        (day, "head_teacher", ChildTold("Mabel", "Thorne", date(2004, 10, 2)),
         "Bruise on her arm, explained twice and differently.", Grade.AMBER, Decision.ADVICE,
         "N1"),
    )  # fmt: skip
    with at(2013, 6, 12, 9, 10):
        found = verbs.disagree(
            contact, reason=disagreeing.Reason.THRESHOLD, by=posts["head_teacher"],
            words="The two stories were not weighed.", on=date(2013, 6, 12),
        )  # fmt: skip
    with at(2013, 6, 18, 14, 0):
        verbs.go_up(
            found, ours=posts["team_manager"], theirs="Chair of the school’s governors",
            by=posts["mash_manager"], on=date(2013, 6, 18),
        )  # fmt: skip


def _earlier(posts: Posts) -> None:
    """Two reports on one household, under another spelling than the third in June."""
    callum = ChildTold("Callum", "O'Reilly", date(2001, 9, 30))
    for month, day, worry in ((1, 20, "Noise and shouting, a neighbour says."),
                              (2, 13, "Not at school for a week.")):  # fmt: skip
        when = datetime(2013, month, day + 1, 9, 0, tzinfo=LONDON)
        with at(2013, month, day + 1, 9, 0):
            contact = _received(posts, when, posts["police"], callum, worry=worry,
                                address="41, Quarry Row.", postcode="SE16 2ZQ")  # fmt: skip
            verbs.decide(
                contact,
                verbs.DecisionTold(Decision.ADVICE, "One low worry.", "statutory", "not_yet",
                                   "Tell us if it happens again.", need="N5"),
                by=posts["mash_manager"], on=when.date(),
            )  # fmt: skip


def _night(posts: Posts) -> None:
    with at(2013, 6, 28, 8, 30):
        verbs.take_batch(
            this_partnership().area, channel=law.Channel.POLICE, content=WEEKEND.encode(),
            filename="merlin-27-june.csv", by=posts["triage"], on=date(2013, 6, 28),
        )  # fmt: skip


def _open_already(posts: Posts) -> None:
    """One report went to the child's own worker; another waits to be sent."""
    leah = children.child("leah")
    for hour in (9, 15):
        with at(2013, 6, 27, hour, 5):
            contact = _received(
                posts, datetime(2013, 6, 27, hour, 5, tzinfo=LONDON), posts["police"],
                children.CHILDREN["leah"], worry="Shouting at home, Leah upstairs.",
            )  # fmt: skip
            one = contact.children.get()
            verbs.match_child(one, child=leah, why="Same day of birth", by=posts["triage"],
                              on=date(2013, 6, 27))  # fmt: skip
            if hour == 9:
                found = Contact.objects.for_list().get(pk=contact.pk)
                verbs.send_to_worker(found, by=posts["triage"], on=date(2013, 6, 27))


def _harcastles(posts: Posts) -> None:
    """A school refers two; police keep one fact in the hub; health has not answered."""
    day, hub_post = date(2013, 6, 27), posts["triage"]
    with at(2013, 6, 27, 15, 52):
        contact = _received(
            posts, datetime(2013, 6, 27, 15, 52, tzinfo=LONDON), posts["head_teacher"],
            children.CHILDREN["nia"], children.CHILDREN["theo"],
            worry="Not collected twice. Nia said: “Mum was asleep and wouldn’t wake up, so I did "
            "Theo’s tea.” Clean, fed and on time otherwise.",
            safe="With a neighbour until eight", address="3 Old Forge Mews", postcode="SE15 4ZQ",
        )  # fmt: skip
        verbs.grade(contact, to=Grade.AMBER, by=hub_post, on=day)
        verbs.say_basis(contact, basis=law.Basis.STATUTORY, by=hub_post, on=day)
        asked = verbs.ask_agencies(
            contact, to=[posts[key] for key in ("police", "nurse", "housing_lead")], by=hub_post,
            on=day,
        )  # fmt: skip
    with at(2013, 6, 27, 18, 20):
        facts = [hub.FactTold("Two calls to the address since 2011: noise, no action.",
                              hub.Release.AGENCIES), hub.FactTold(WATCHED)]  # fmt: skip
        hub.reply(asked[0], facts=facts, by=posts["police"], on=day)
    with at(2013, 6, 28, 10, 15):
        hub.say_nothing_held(
            asked[2], searched="Tenancies, arrears, nuisance", since=date(2008, 3, 1),
            until=date(2013, 6, 28), by=posts["housing_lead"], on=date(2013, 6, 28),
        )  # fmt: skip
