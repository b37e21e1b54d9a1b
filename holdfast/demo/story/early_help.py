"""Early help in the demo: five families, two groups and a survey. The people are invented.

The survey's 100 forms are made so that they give the annual report's 92% and 66%.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from holdfast.demo.story import orrells
from holdfast.demo.story.clock import at
from holdfast.demo.story.orrells import assess, offer
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.early_help import transitions as verbs
from holdfast.practice.early_help.models import EarlyHelp, SurveyAnswer
from holdfast.practice.early_help.rules import law, words
from holdfast.practice.early_help.rules.assessing import Section, Written
from holdfast.practice.early_help.rules.registers import Mark
from holdfast.practice.early_help.rules.surveying import Answer, Question

Posts = Mapping[str, Post]


def tell(posts: Posts) -> None:
    """Tell the families in the order in which help was offered to them."""
    first = orrells.begin(posts)
    harcastles = _harcastles(posts)
    _dinah(posts)
    _withdrawn(posts)
    _stepped_up(posts)
    _parents(posts, first, harcastles)
    orrells.end(posts, first)
    _survey(posts)


def _harcastles(posts: Posts) -> EarlyHelp:
    by = posts["head_teacher"]
    with at(2013, 5, 7, 10, 0):
        day = date(2013, 5, 7)
        family = offer(
            by, day, children=("Nia Harcastle", "Theo Harcastle"), adult="Ms Harcastle",
            worry="Nia and Theo come late and tired three days a week. Their mother works nights. "
            "Both are kind to others and love the breakfast club.",
            reason=words.Reason.SCHOOL,
        )  # fmt: skip
        verbs.agree(
            family, who="Ms Harcastle", children="Nia: if the club stays. Theo nodded.",
            shared_with="school, school nurse, housing", by=by, on=day,
        )  # fmt: skip
        verbs.name_lead(family, post=by, why="Ms Harcastle trusts the school.", by=by, on=day)
    with at(2013, 5, 24, 14, 0):
        day = date(2013, 5, 24)
        texts = {
            Section.CHILD: Written("Nia looks after Theo on the way.", "Theo falls asleep.", ""),
            Section.LEARNING: Written(
                "Both read above their age.", "Late three days in five.", ""
            ),
            Section.FAMILY: Written(
                "They eat together.", "Nobody wakes them.", "“I am the alarm.” Nia"
            ),
        }
        assess(
            family, texts, present=["Ms Harcastle", "Nia", "Theo"],
            comes_to="Mornings need two more hands until the shifts change.",
            tier=law.Tier.TWO, why="Needs are clear, and the family wants help.", by=by, on=day,
        )  # fmt: skip
        verbs.join_team(
            family, post=posts["nurse"], part="Sleep, and Theo’s hearing", may_read=True, by=by,
            on=day,
        )  # fmt: skip
        verbs.join_team(family, post=posts["housing_lead"], part="The damp room", by=by, on=day)
        verbs.join_team(family, who="Aunt Bea", part="Brings them on Fridays", by=by, on=day)
        verbs.offer_support(
            family, kind=words.Kind.OUTREACH, what="Mornings at home, twice a week",
            whom="The family", provider="Voluntary outreach partner", by=by, on=day,
        )  # fmt: skip
    _harcastles_meet(posts, family, by)
    return family


def _harcastles_meet(posts: Posts, family: EarlyHelp, by: Post) -> None:
    with at(2013, 5, 24, 15, 0):
        meeting = verbs.call_meeting(
            family, meets_on=date(2013, 6, 6), by=by, on=date(2013, 5, 24)
        )
    with at(2013, 6, 6, 16, 0):
        day = date(2013, 6, 6)
        verbs.record_meeting(
            meeting,
            verbs.MeetingTold(
                present=["Ms Harcastle", "Nia", "Aunt Bea", "School", "School nurse"],
                apologies=["Housing"], children="Nia came for the first half and drew a clock.",
                better="On time on Fridays.", worries="The damp room; nobody knows when.",
                decided="Outreach two mornings; housing to say by when the room is dry.",
                next_on=date(2013, 7, 11),
            ),
            held_on=day, by=by, on=day,
        )  # fmt: skip
        for what, owner, due in (
            ("Say by when the room is dry", Who(posts["housing_lead"]), date(2013, 6, 21)),
            ("Test Theo’s hearing", Who(posts["nurse"]), date(2013, 7, 5)),
            ("Change the shifts from August", Who(role="Ms Harcastle"), date(2013, 7, 31)),
        ):
            verbs.promise(family, what=what, owner=owner, due_on=due, by=by, on=day)


def _dinah(posts: Posts) -> None:
    by, day = posts["early_help"], date(2013, 6, 14)
    with at(2013, 6, 14, 11, 0):
        family = offer(
            by, day, children=("Dinah Pruett",), adult="Mr Pruett",
            worry="Dinah is 14 and says she is called names at school and online. She stays at "
            "home on Mondays. She swims well and wants to teach it.",
            reason=words.Reason.BULLYING,
        )  # fmt: skip
        assessment = verbs.agree(family, who="Mr Pruett and Dinah", by=by, on=day)
        verbs.name_lead(family, post=by, why="Dinah asked for him.", by=by, on=day)
        verbs.write_section(
            assessment, section=Section.CHILD, by=by, on=day,
            written=Written("Swims four times a week.", "", "“In the water nobody talks.” Dinah"),
        )  # fmt: skip
        girls = verbs.start_programme(
            verbs.ProgrammeTold(
                "Girls’ summer group", words.Kind.GIRLS, "Young women, 13 to 16",
                "Family focus team", "Two youth workers", date(2013, 7, 29), room_for=10,
            ),
            area=this_partnership().area, by=by, on=day,
        )  # fmt: skip
        verbs.plan_sessions(
            girls,
            [verbs.SessionTold(date(2013, 7, 29) + timedelta(days=n), f"Day {n + 1}")
             for n in range(4)],
            by=by, on=day,
        )  # fmt: skip
        verbs.give_place(girls, family, subject="child-1", by=by, on=day)


def _withdrawn(posts: Posts) -> None:
    by = posts["early_help"]
    with at(2013, 5, 20, 10, 0):
        family = offer(
            by, date(2013, 5, 20), children=("Rafe Tolliver",), adult="Mr Tolliver",
            worry="Rafe is 5 and has been out of school for six weeks since they moved.",
            reason=words.Reason.SCHOOL,
        )  # fmt: skip
        verbs.agree(family, who="Mr Tolliver", by=by, on=date(2013, 5, 20))
        verbs.name_lead(
            family, post=by, why="No school knows them yet.", by=by, on=date(2013, 5, 20)
        )
    with at(2013, 6, 24, 10, 0):
        verbs.withdraw_agreement(
            family, who="Mr Tolliver", why="He would rather find a school by himself.", by=by,
            on=date(2013, 6, 24),
        )  # fmt: skip


def _stepped_up(posts: Posts) -> None:
    by = posts["nurse"]
    with at(2013, 6, 3, 10, 0):
        family = offer(
            by, date(2013, 6, 3), children=("Bo Lanyon", "Kit Lanyon"), adult="Ms Lanyon",
            worry="Bo is 2 and has missed three checks. Kit, 4, interprets for her mother.",
            reason=words.Reason.PARENTING,
        )  # fmt: skip
        verbs.agree(family, who="Ms Lanyon", by=by, on=date(2013, 6, 3))
        verbs.name_lead(family, post=by, why="She visits already.", by=by, on=date(2013, 6, 3))
    with at(2013, 6, 28, 15, 30):
        verbs.step_up(
            family, why="Bo has lost weight since May, and the door stays shut.",
            family_told=True, why_not_told="", by=by, on=date(2013, 6, 28),
        )  # fmt: skip


def _parents(posts: Posts, first: EarlyHelp, harcastles: EarlyHelp) -> None:
    by = posts["early_help"]
    with at(2013, 5, 8, 9, 0):
        day = date(2013, 5, 8)
        group = verbs.start_programme(
            verbs.ProgrammeTold(
                "Strong families, strong streets", words.Kind.PARENTING, "Parents of any child",
                "Family focus team", "Two workers and two parents", day, led_by_parents=True,
                room_for=12,
            ),
            area=this_partnership().area, by=by, on=day,
        )  # fmt: skip
        topics = ("What we bring", "Limits that hold", "The gangs worker: signs, and what to do",
                  "Feelings", "Who helps")  # fmt: skip
        verbs.plan_sessions(
            group,
            [verbs.SessionTold(day + timedelta(weeks=n), topic) for n, topic in enumerate(topics)],
            by=by, on=day,
        )  # fmt: skip
        places = [
            verbs.give_place(group, family, subject="adult-1", by=by, on=day)
            for family in (first, harcastles)
        ]
    for number, marks in enumerate(
        ((Mark.CAME, Mark.CAME), (Mark.CAME, Mark.SENT_WORD), (Mark.CAME, Mark.CAME),
         (Mark.DID_NOT_COME, Mark.CAME)), 0,
    ):  # fmt: skip
        session = group.sessions.get(number=number + 1)
        with at(2013, session.on.month, session.on.day, 12, 0):
            taken = {place.pk: mark for place, mark in zip(places, marks, strict=True)}
            verbs.take_register(session, taken, by=by, on=session.on)


def _survey(posts: Posts) -> None:
    by, area = posts["early_help"], this_partnership().area
    for month, forms, happy, better in (
        (date(2013, 3, 1), 100, 92, 66),
        (date(2013, 6, 1), 24, 18, 15),
    ):
        told = [
            verbs.SurveyTold(
                month=month,
                who=SurveyAnswer.Who.PARENT,
                answers={
                    Question.SATISFIED: Answer.VERY if number < happy else Answer.QUITE,
                    Question.BETTER: Answer.YES if number < better else Answer.A_LITTLE,
                    Question.KNOW: Answer.YES,
                    Question.HEARD: Answer.YES if number % 4 else Answer.A_LITTLE,
                },
                words="They came when they said." if number == 0 else "",
            )
            for number in range(forms)
        ]
        with at(2013, month.month, 27, 16, 0):
            verbs.enter_surveys(told, area=area, by=by, on=date(2013, month.month, 27))
