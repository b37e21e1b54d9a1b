"""The school-bus case in sixteen steps, from a mother's call to a training that nobody has shown.

Told from the procedure of 2012: the outcome list is that of Working Together 2010. The people are
invented.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from holdfast.demo.story.clock import at
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation, Invitation, Suspension
from holdfast.practice.allegations.rules import law, procedure

Posts = Mapping[str, Post]

MANAGER = "Transport manager, Brightline Coaches"
INVITED = ("police", "head_teacher", "transport_manager", "social_worker")
SUMMARY = (
    "Micah, 12, is autistic. He told his mother that his bus escort hit him on the back and "
    "squeezed him. There were no injuries. Mr Jellicoe says he was stopping Micah from running "
    "into the road, and did it clumsily. Police had too little to investigate; the employer’s "
    "inquiry could prove nothing either way. He was reinstated, and restraint training was "
    "agreed."
)


def tell(posts: Posts) -> Allegation:
    """Tell the whole case and return it as it stands in June 2013."""
    allegation = _it_comes(posts)
    _it_is_discussed(posts, allegation)
    _the_meeting(posts, allegation)
    _the_agencies_look(posts, allegation)
    _it_is_decided(posts, allegation)
    _everybody_is_told(posts, allegation)
    _what_was_promised(posts, allegation)
    _nobody_has_shown_it(posts, allegation)
    return Allegation.objects.get(pk=allegation.pk)


def _it_comes(posts: Posts) -> Allegation:
    with at(2012, 10, 9, 11, 20):
        day = date(2012, 10, 9)
        allegation = verbs.refer(
            area=this_partnership().area,
            adult=verbs.AdultTold(
                name="Desmond Jellicoe",
                work="escort on a school bus",
                employer="Brightline Coaches",
                sector="transport",
                employer_post=posts["transport_manager"],
            ),
            concerns=[
                verbs.ConcernTold(
                    category=law.Category.PHYSICAL,
                    account="He was hit on the back and squeezed.",
                    whose_words="Mrs Arden, his mother",
                    place="On the bus home",
                    happened_on=date(2012, 10, 8),
                )
            ],
            children=[
                verbs.ChildTold("Micah Arden", 12, "Autistic", "He said he was cross with him.")
            ],
            known_on=day,
            by=posts["transport_manager"],
            on=day,
        )
        verbs.look_again(allegation, names=["Desmond Jellicoe"], found=0, by=posts["lado"], on=day)
    return allegation


def _it_is_discussed(posts: Posts, allegation: Allegation) -> None:
    with at(2012, 10, 9, 15, 5):
        lado, day = posts["lado"], date(2012, 10, 9)
        verbs.decide_threshold(
            allegation,
            tests=(law.Test.HARMED,),
            why="A child says that he was hit.",
            by=lado,
            on=day,
        )
        verbs.hold_initial_discussion(
            allegation,
            with_whom="the transport manager",
            agreed="He stays at home for three days. The agencies meet within two.",
            meeting_needed=True,
            by=lado,
            on=day,
        )
        verbs.record_suspension(
            allegation,
            decision=Suspension.Decision.LEAVE,
            decided_by=MANAGER,
            why="Three days at home while the agencies speak.",
            alternatives="Another route; a second escort.",
            lado_advice="Leave, not suspension.",
            until=date(2012, 10, 12),
            by=lado,
            on=day,
        )
        verbs.call_meeting(
            allegation,
            meets_on=date(2012, 10, 11),
            chair=posts["duty_chair"],
            invited=[posts[key] for key in INVITED],
            by=lado,
            on=day,
        )


def _the_meeting(posts: Posts, allegation: Allegation) -> None:
    with at(2012, 10, 12, 9, 40):
        meeting = allegation.meetings.get()
        present = Invitation.Attendance.PRESENT
        verbs.record_meeting(
            meeting,
            held_on=date(2012, 10, 11),
            attendance={invited.post_id: present for invited in meeting.invitations.all()},
            said={
                1: "No injuries. A teacher saw a scuffle, and Micah shouting and distressed.",
                2: "Not enough evidence for a criminal investigation at this point.",
            },
            decisions="A social worker speaks with Micah, with his mother's agreement. "
            "The employer interviews Mr Jellicoe.",
            by=posts["duty_chair"],
            on=date(2012, 10, 12),
        )
        for kind, mover in (
            (procedure.Strand.SOCIAL_CARE, "Social worker"),
            (procedure.Strand.EMPLOYER, "Transport manager"),
        ):
            verbs.open_strand(
                allegation, kind=kind, whose_move=mover, by=posts["lado"], on=date(2012, 10, 12)
            )


def _the_agencies_look(posts: Posts, allegation: Allegation) -> None:
    social, employer = allegation.strands.order_by("pk")
    with at(2012, 10, 19, 16, 10):
        verbs.update_by_agency(
            allegation,
            strand=social,
            text="Micah was seen at school with his teaching assistant. He could not give a clear "
            "account; he said he was cross with Mr Jellicoe.",
            by=posts["social_worker"],
            on=date(2012, 10, 15),
        )
    with at(2012, 10, 25, 10, 30):
        verbs.update_by_agency(
            allegation,
            strand=employer,
            text="Interviewed with his union representative. He said boys were messing about, "
            "Micah ran for the road, and he held him, clumsily. No earlier concerns in over "
            "three years.",
            by=posts["transport_manager"],
            on=date(2012, 10, 17),
        )
    with at(2012, 10, 26, 9, 0):
        for strand in (social, employer):
            verbs.close_strand(
                strand,
                result="Nothing proved either way.",
                by=posts["lado"],
                on=date(2012, 10, 26),
            )


def _it_is_decided(posts: Posts, allegation: Allegation) -> None:
    with at(2012, 11, 2, 14, 15):
        lado, day = posts["lado"], date(2012, 11, 2)
        verbs.decide_outcome(
            allegation.concerns.get(),
            outcome=law.Outcome.UNSUBSTANTIATED,
            why="Two accounts, no injury, nobody who saw the moment itself.",
            by=lado,
            on=day,
        )
        verbs.consider_regulator(
            allegation,
            body=law.Body.BARRING,
            whose_duty="Brightline Coaches",
            reason="He was not dismissed and the harm test is not met.",
            made=False,
            by=lado,
            on=day,
        )


def _everybody_is_told(posts: Posts, allegation: Allegation) -> None:
    with at(2012, 11, 6, 10, 0):
        verbs.record_suspension(
            allegation,
            decision=Suspension.Decision.REINSTATED,
            decided_by=MANAGER,
            why="The outcome is unsubstantiated.",
            alternatives="None needed.",
            lado_advice="Training in safe restraint before he escorts Micah again.",
            by=posts["lado"],
            on=date(2012, 11, 5),
        )
        for reader, who, how in (
            (procedure.Reader.CHILD, "Micah", "through his teacher, with picture cards"),
            (procedure.Reader.PARENT, "Mrs Arden", "in person, and by letter the same day"),
            (procedure.Reader.ADULT, "Mr Jellicoe", "by letter"),
        ):
            verbs.tell(
                allegation,
                reader=reader,
                who=who,
                how=how,
                told_by="the LADO",
                by=posts["lado"],
                on=date(2012, 11, 6),
            )
        verbs.write_summary(allegation, summary=SUMMARY, by=posts["lado"], on=date(2012, 11, 6))


def _what_was_promised(posts: Posts, allegation: Allegation) -> None:
    employer, lado, agreed = posts["transport_manager"], posts["lado"], date(2012, 11, 6)
    with at(2012, 11, 6, 11, 0):
        for what, why, due_on in (
            ("Mr Jellicoe trained in safe restraint", "He held Micah clumsily.", (2012, 11, 30)),
            ("Restraint policy rewritten", "There was none for escorts.", (2013, 1, 31)),
        ):
            verbs.agree_learning(
                allegation,
                what=what,
                why=why,
                owner=employer,
                due_on=date(*due_on),
                by=lado,
                on=agreed,
            )
    training, policy = allegation.record.actions.order_by("pk")
    with at(2012, 12, 17, 12, 2):
        change = verbs.ask_for_new_date(
            training,
            new_on=date(2013, 1, 31),
            reason="The trainer cancelled.",
            by=employer,
            on=date(2012, 12, 17),
        )
        verbs.agree_new_date(change, by=lado, on=date(2012, 12, 17))
    with at(2013, 1, 22, 9, 0):
        policy.refresh_from_db()
        verbs.say_learning_done(policy, by=employer, on=date(2013, 1, 22))
        verbs.evidence_learning(
            policy,
            what="The new policy, read",
            dated_on=date(2013, 1, 21),
            by=lado,
            on=date(2013, 1, 22),
        )
    with at(2013, 1, 28, 9, 0):
        training.refresh_from_db()
        verbs.say_learning_done(training, by=employer, on=date(2013, 1, 28))


def _nobody_has_shown_it(posts: Posts, allegation: Allegation) -> None:
    """The LADO reminds twice in writing and looks every four weeks. No certificate comes."""
    training = allegation.record.actions.order_by("pk")[0]
    for day in (date(2013, 2, 1), date(2013, 2, 15)):
        with at(day.year, day.month, day.day, 10, 0):
            verbs.remind(training, how="in writing", by=posts["lado"], on=day)
    for day, found in _reviews():
        with at(day.year, day.month, day.day, 16, 30):
            verbs.review_progress(allegation, found=found, by=posts["lado"], on=day)


def _reviews() -> list[tuple[date, str]]:
    """Every four weeks, as the partnership has set itself; the fourth falls on New Year's Eve."""
    first = [(date(2012, 11, 6), "Outcome given and everybody told. Two actions are agreed.")]
    while_waiting = [date(2012, 12, 4), date(2012, 12, 31)]
    after = [date(2013, 1, 28) + timedelta(weeks=4 * n) for n in range(6)]
    return [
        *first,
        *((day, "The training has not been held yet.") for day in while_waiting),
        *((day, "The certificate of the training has not come.") for day in after),
    ]
