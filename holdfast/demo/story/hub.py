"""A Tuesday in May: the hub asks four agencies about Leah, and holds a strategy discussion."""

from collections.abc import Mapping
from datetime import date, datetime

from holdfast.demo.story import children
from holdfast.demo.story.clock import LONDON, at
from holdfast.engines.asks.models import Check
from holdfast.engines.asks.transitions import hub
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.models import Audience
from holdfast.practice.children.models import Child
from holdfast.practice.enquiries import transitions as verbs
from holdfast.practice.enquiries.access import PREPARE
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.enquiries.rules import Decision, Present
from holdfast.practice.enquiries.transitions import PartTold, PromiseTold

Posts = Mapping[str, Post]
DAY = date(2013, 5, 14)
BASIS = "Children Act 1989, section 47; Children Act 2004, section 10"


def tell(posts: Posts) -> None:
    with at(2013, 5, 14, 9, 10):
        leah = children.child("leah")
        _name_desks(posts)
        asked = _ask(leah, posts)
    with at(2013, 5, 14, 10, 5):
        _answer(asked, posts)
    with at(2013, 5, 14, 11, 50):
        called = _discuss(leah, posts)
    with at(2013, 5, 14, 16, 30):
        seen_at = datetime(2013, 5, 14, 14, 0, tzinfo=LONDON)
        verbs.say_begun(called, seen_at=seen_at, by=posts["mash_manager"], on=DAY)
        verbs.send_round(called, by=posts["mash_manager"], on=DAY)


def _name_desks(posts: Posts) -> None:
    by = posts["mash_manager"]
    hub.name_desk(post=posts["police"], words="Public protection desk",
                  searches="Crime, intelligence and custody records, national and local",
                  manager=posts["police_member"], by=by, on=DAY)  # fmt: skip
    hub.name_desk(post=posts["nurse"], words="Named nurse’s desk",
                  searches="Community health, health visiting and school nursing",
                  manager=posts["health_member"], guardian="The trust’s Caldicott guardian",
                  by=by, on=DAY)  # fmt: skip
    hub.name_desk(post=posts["head_teacher"], words="Tollgate Park’s safeguarding lead",
                  searches="The school’s own records", by=by, on=DAY)  # fmt: skip
    hub.name_desk(post=posts["housing_lead"], words="Council tenancy team",
                  searches="Tenancies, arrears and nuisance", by=by, on=DAY)  # fmt: skip


def _ask(leah: Child, posts: Posts) -> dict[str, Check]:
    to = ("police", "nurse", "head_teacher", "housing_lead")
    made = hub.ask_agencies(
        record=leah.record, to=[posts[key] for key in to],
        subjects=[hub.Subject("child-1", "Leah Sorrell", date(2004, 5, 3)),
                  hub.Subject("adult-1", "Kerry Sorrell")],
        question="What do you hold of these two since May 2011?", purpose=PREPARE.key,
        lawful_basis=BASIS, within_hours=4, by=posts["triage"], on=DAY,
    )  # fmt: skip
    return dict(zip(to, made, strict=True))


def _answer(asked: dict[str, Check], posts: Posts) -> None:
    hub.reply(
        asked["police"],
        facts=[
            hub.FactTold("Two calls to the address in April: shouting. Nobody was arrested.",
                         hub.Release.AGENCIES, subjects=("adult-1",)),
            hub.FactTold("An adult who is there at weekends is the subject of an enquiry.",
                         third_party=True),
        ],
        searched="Crime and custody records", since=date(2011, 5, 1), until=DAY,
        by=posts["police"], on=DAY,
    )  # fmt: skip
    hub.reply(asked["head_teacher"], by=posts["head_teacher"], on=DAY, facts=[
        hub.FactTold("Attendance fell from 97% to 82% since February.", hub.Release.FAMILY,
                     subjects=("child-1",)),
    ])  # fmt: skip
    hub.say_nothing_held(asked["housing_lead"], searched="Tenancies and nuisance, both names",
                         since=date(2011, 5, 1), until=DAY, by=posts["housing_lead"],
                         on=DAY)  # fmt: skip
    hub.refuse(asked["nurse"], reason="The mother has her own record. We ask our guardian.",
               by=posts["nurse"], on=DAY)  # fmt: skip


def _discuss(leah: Child, posts: Posts) -> StrategyDiscussion:
    manager = posts["mash_manager"]
    called = verbs.call_strategy_discussion(
        [leah], why="A bruise to the cheek, and two accounts of it.", by=manager, on=DAY,
        invited=[posts["police"], posts["nurse"], posts["head_teacher"]],
    )  # fmt: skip
    verbs.hold(
        called, held_at=datetime(2013, 5, 14, 11, 50, tzinfo=LONDON), how="By telephone",
        parts=[
            PartTold(manager.agency, Present.THERE, "MASH manager", "No earlier referral."),
            PartTold(posts["police"].agency, Present.THERE, "Detective sergeant",
                     "Will see the mother today."),
            PartTold(posts["nurse"].agency, Present.PHONE, "Designated nurse",
                     "A medical is possible at four.", Audience.AGENCIES),
            PartTold(posts["head_teacher"].agency, Present.PHONE, "Head teacher",
                     "Leah told her teacher. Her words are kept.", Audience.AGENCIES),
        ],
        decision=Decision.JOINT, protection="Leah stays at school until she was seen.",
        why="An injury without an agreed account, and a second adult whom nobody knows.",
        promises=[PromiseTold("See Leah at school, alone", posts["social_worker"], DAY),
                  PromiseTold("Child protection medical", posts["nurse"], DAY)],
        by=manager, on=DAY,
    )  # fmt: skip
    return called
