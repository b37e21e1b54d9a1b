"""Private fostering, 2011 to June 2013: few are told of, a campaign, a rise, and one child's year.

Every child, carer and parent is invented. The counts by year are the demo's own: of the real
ones only a rise of a quarter was ever published.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from holdfast.demo.story.clock import at
from holdfast.kernel.clock.states import LateReason
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.private_fostering import documents
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.models import Arrangement, Requirement
from holdfast.practice.private_fostering.rules import awareness, deciding, law, telling
from holdfast.practice.private_fostering.rules.law import Relation
from holdfast.practice.private_fostering.rules.telling import Teller

Posts = Mapping[str, Post]

SHORT = [
    (date(2011, 5, 16), "Ife", Teller.SCHOOL, Relation.FAMILY_FRIEND),
    (date(2011, 6, 27), "Marek", Teller.CARER, Relation.COUSIN),
    (date(2011, 9, 12), "Lina", Teller.SCHOOL, Relation.HOST_FAMILY),
    (date(2011, 10, 17), "Paolo", Teller.ARRANGER, Relation.HOST_FAMILY),
    (date(2011, 11, 28), "Mina", Teller.SOCIAL_CARE, Relation.FAMILY_FRIEND),
    (date(2012, 1, 23), "Tomasz", Teller.SCHOOL, Relation.PARENTS_PARTNER),
    (date(2012, 2, 6), "Hana", Teller.SOCIAL_CARE, Relation.GREAT_AUNT),
    (date(2012, 3, 12), "Ruby", Teller.PARENT, Relation.FRIENDS_PARENT),
    (date(2012, 4, 23), "Kofi", Teller.SCHOOL, Relation.GREAT_AUNT),
    (date(2012, 6, 18), "Ana", Teller.ARRANGER, Relation.HOST_FAMILY),
    (date(2012, 9, 24), "Jamal", Teller.SOCIAL_CARE, Relation.COUSIN),
    (date(2012, 10, 29), "Efe", Teller.HEALTH, Relation.FAMILY_FRIEND),
    (date(2012, 11, 19), "Sana", Teller.SCHOOL, Relation.FRIENDS_PARENT),
    (date(2013, 1, 14), "Danilo", Teller.HEALTH, Relation.PARENTS_PARTNER),
    (date(2013, 2, 4), "Miriam", Teller.SCHOOL, Relation.STRANGER),
    (date(2013, 2, 25), "Blessing", Teller.FAITH, Relation.FAMILY_FRIEND),
    (date(2013, 3, 11), "Luca", Teller.SCHOOL, Relation.COUSIN),
]
"""Told of and soon over: the day, the child, who told, who the carer was to the child."""

WORK = [
    (
        date(2012, 5, 15),
        "schools",
        "audit",
        "Two schools look through their own admissions.",
        None,
    ),
    (date(2012, 9, 10), "council", "induction", "A message at induction, all year.", 312),
    (date(2012, 10, 3), "health", "leaflet", "Leaflets to every practice.", None),
    (date(2012, 11, 8), "schools", "theatre", "A play for staff and pupils.", 170),
    (date(2012, 12, 5), "faith", "talk", "An evening with two congregations.", 46),
    (date(2013, 3, 6), "housing", "talk", "Housing officers’ team day.", 28),
]


def tell(posts: Posts) -> None:
    for day, forename, teller, relation in SHORT:
        _short(posts, day, forename, teller, relation)
    _awareness(posts)
    _amara(posts)
    _late(posts)
    _statement(posts)


def _notice(
    day: date, teller: Teller, text: str, who: str = "Known to the hub"
) -> verbs.NoticeTold:
    return verbs.NoticeTold(telling.Notice.AWARE, teller, who, day, text)


def _short(posts: Posts, day: date, forename: str, teller: Teller, relation: Relation) -> None:
    """Told of, visited within the week, over within five; taken over from the old book in 2012."""
    hub, left = posts["triage"], day + timedelta(days=35)
    written = max(left, date(2012, 1, 9))
    seen = verbs.VisitTold(True, True, "Settled; the parent comes back.", words="It’s all right.")
    with at(written.year, written.month, written.day, 15, 0):
        made = verbs.notify(
            area=this_partnership().area,
            child=verbs.ChildTold(forename, age=12),
            home=verbs.HomeTold("A carer", relation, starts_on=day, goes_on=True),
            notice=_notice(day, teller, "Lives with somebody who is no close relative."),
            by=hub, on=written,
        )  # fmt: skip
        verbs.record_visit(made, seen, by=hub, on=day + timedelta(days=7))
        ended = verbs.NoticeTold(telling.Notice.ENDED, Teller.OTHER, "The carer", left)
        verbs.end(
            made, left_on=left, why="The parent is back.", went_to="A parent", notice=ended,
            by=hub, on=written,
        )  # fmt: skip


def _awareness(posts: Posts) -> None:
    by = posts["team_manager"]
    for day, setting, kind, words, reached in WORK:
        with at(day.year, day.month, day.day, 17, 0):
            verbs.log_activity(
                area=this_partnership().area, setting=awareness.Setting(setting),
                kind=awareness.Activity(kind), words=words, reached=reached, by=by, on=day,
            )  # fmt: skip


AMARA = verbs.ChildTold(
    "Amara", "Quansah", born_on=date(2004, 3, 9), disabled=False, sex="female", language="Twi",
    culture="Ghanaian, Methodist", school="Tollgate Park School",
)  # fmt: skip
WITH_A_FRIEND = verbs.HomeTold(
    "Mrs Abena Mensah", Relation.FAMILY_FRIEND, "14 Marlow Buildings", "SE15 4ZZ",
    starts_on=date(2012, 9, 3), goes_on=True, circumstance="8E",
    why="Her mother has gone home to nurse her own mother.", parent="Ms Efua Quansah",
    parent_reach="By telephone, in Kumasi",
)  # fmt: skip
AMARA_VISITS = [
    (date(2012, 10, 9), "I like it here. I want to ring Mum on Sundays, not only when Auntie "
     "remembers."),
    (date(2012, 11, 19), "I rang Mum two Sundays. She cried a bit."),
    (date(2012, 12, 31), "We made the paper stars. I’m allowed my light on."),
    (date(2013, 2, 11), "Kwame helps with fractions. He is not cross any more."),
    (date(2013, 3, 25), "Mum says maybe summer."),
    (date(2013, 5, 3), "I don’t want to move school if Mum comes."),
    (date(2013, 6, 13), "Can you tell Mum I’m in the choir?"),
]  # fmt: skip


def _amara(posts: Posts) -> None:
    """A teacher notices; a year of visits; one of the household is disqualified, with consent."""
    school, worker, manager = (posts[k] for k in ("head_teacher", "social_worker", "team_manager"))
    with at(2012, 10, 1, 11, 0):
        amara = verbs.notify(
            area=this_partnership().area, child=AMARA, home=WITH_A_FRIEND,
            notice=_notice(
                date(2012, 10, 1), Teller.SCHOOL, "A friend collects her and keeps her, she says.",
                "Head teacher, Tollgate Park School",
            ),
            by=school, on=date(2012, 10, 1),
        )  # fmt: skip
    with at(2012, 10, 2, 9, 30):
        verbs.open_child(amara, by=posts["triage"], on=date(2012, 10, 2))
        verbs.allocate(amara, to=worker, by=manager, on=date(2012, 10, 2))
    with at(2012, 10, 5, 16, 0):
        verbs.record_missed(
            amara, why=law.Missed.NOBODY_IN, words="Rang; Tuesday at four agreed.", by=worker,
            on=date(2012, 10, 5),
        )  # fmt: skip
    _decided(amara, worker, manager)
    for day, words in AMARA_VISITS[1:]:
        _visit(amara, worker, day, words)
    with at(2012, 11, 19, 18, 0):
        guard = Requirement.objects.get(decision__arrangement=amara)
        verbs.say_kept(guard, by=worker, on=date(2012, 11, 19))


def _visit(amara: Arrangement, worker: Post, day: date, words: str) -> None:
    with at(day.year, day.month, day.day, 17, 30):
        verbs.record_visit(
            amara,
            verbs.VisitTold(
                True, True, "Her own bed, school every day, choir. Her fears are known and met.",
                words=words, language="English; Twi offered", who_else="Mrs Mensah, Kwame",
                parents="By telephone with her mother", home="Warm; her drawings on the wall.",
            ),
            by=worker, on=day,
        )  # fmt: skip


def _decided(amara: Arrangement, worker: Post, manager: Post) -> None:
    day = date(2012, 10, 9)
    _visit(amara, worker, *AMARA_VISITS[0])
    with at(2012, 10, 9, 18, 0):
        carer = amara.members.get()
        son = verbs.add_member(
            amara, name="Kwame Mensah", tie="The carer’s son", age=22, by=worker, on=day
        )
        verbs.speak_with_parent(
            amara, name="Ms Efua Quansah", tie="Mother", has_pr=True, agrees=True,
            contact="Rings on Sundays.", by=worker, on=day,
        )  # fmt: skip
        verbs.give_support(
            amara, to="Carer", what="How to claim child benefit; whom to ring about school.",
            by=worker, on=day,
        )  # fmt: skip
        asked = [
            verbs.ask_check(amara, kind=kind, member=who, by=worker, on=day)
            for who in (carer, son) for kind in (law.CheckKind.BARRING, law.CheckKind.RECORDS)
        ]  # fmt: skip
    with at(2012, 11, 5, 10, 0):
        day = date(2012, 11, 5)
        for check in asked[:3]:
            verbs.answer_check(check, result=law.Result.NOTHING_HELD, by=worker, on=day)
        found = verbs.find_disqualified(
            son, what="An order of 2004 about himself as a child, disclosed by his mother.",
            barred=False, by=worker, on=day,
        )  # fmt: skip
        verbs.decide_consent(
            found, give=True, why="It was made for his own protection.", by=manager, on=day
        )
        verbs.decide(
            amara, decision=deciding.Decision.REQUIREMENTS, why="She is safe and wants to stay.",
            requirements=[(deciding.Requirement.SAFETY, "A guard before the gas fire.",
                           date(2012, 11, 19))],
            by=manager, on=day,
        )  # fmt: skip


def _late(posts: Posts) -> None:
    """Two that wait in June 2013: a first visit made late, and one that nobody has yet."""
    hub, manager = posts["mash_manager"], posts["team_manager"]
    with at(2013, 5, 20, 10, 0):
        yusuf = verbs.notify(
            area=this_partnership().area, child=verbs.ChildTold("Yusuf", "Darwish", age=14),
            home=verbs.HomeTold("Mr Hadi Noor", Relation.COUSIN, starts_on=date(2013, 4, 29),
                                goes_on=True),
            notice=_notice(date(2013, 5, 20), Teller.HEALTH, "Registered with a GP by a cousin."),
            by=hub, on=date(2013, 5, 20),
        )  # fmt: skip
    with at(2013, 6, 6, 16, 0):
        seen = verbs.VisitTold(
            True, True, "He sleeps on a sofa.", words="I’d like a door to shut."
        )
        verbs.record_visit(yusuf, seen, by=hub, on=date(2013, 6, 6))
        clock = yusuf.record.deadlines.get(rule_id="PF.VISIT.EXISTING")
        verbs.explain_lateness(
            yusuf, clock=clock, code=LateReason.STAFF, reason="Nobody was allocated.", by=manager,
            on=date(2013, 6, 6),
        )  # fmt: skip
    with at(2013, 6, 26, 12, 0):
        day = date(2013, 6, 26)
        verbs.notify(
            area=this_partnership().area, child=verbs.ChildTold("Precious", age=9),
            home=verbs.HomeTold("A woman she calls Auntie Joy", starts_on=date(2013, 6, 1)),
            notice=_notice(day, Teller.HEALTH, "Not a relative, she says; her mother is abroad.",
                           "Designated nurse"),
            by=posts["nurse"], on=day,
        )  # fmt: skip


def _statement(posts: Posts) -> None:
    by, day = posts["team_manager"], date(2013, 6, 14)
    with at(2013, 6, 14, 14, 0):
        verbs.make_statement(
            area=this_partnership().area, year="2012/13",
            figures=documents.frozen("2012/13", at=day),
            words="More people told us once they had heard of it from somebody they know.",
            plan="Visit every arrangement by its day. Go back to the schools before summer.",
            by=by, on=day,
        )  # fmt: skip
