"""The case of the seeds in its sixteen steps, told through the product's own verbs."""

from datetime import date

from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation, Invitation, Suspension
from holdfast.practice.allegations.rules import law, procedure
from holdfast.practice.allegations.tests.factories import HARM, At, Posts, a_concern, referred


def bus_case(posts: Posts, at: At) -> Allegation:
    """The case of the seeds in its sixteen steps, from 8 October 2012 to 15 February 2013."""
    allegation = _it_comes(posts, at)
    _it_is_looked_into(posts, at, allegation)
    _it_is_decided(posts, at, allegation)
    _what_was_promised(posts, at, allegation)
    return Allegation.objects.get(pk=allegation.pk)


def _it_comes(posts: Posts, at: At) -> Allegation:
    with at(2012, 10, 9, 11, 20):
        allegation = referred(
            posts,
            on=date(2012, 10, 9),
            concerns=[a_concern(happened_on=date(2012, 10, 8))],
            known_on=date(2012, 10, 9),
        )
        verbs.look_again(
            allegation,
            names=["Desmond Jellicoe"],
            found=0,
            by=posts["lado"],
            on=date(2012, 10, 9),
        )
    with at(2012, 10, 9, 15, 5):
        day = date(2012, 10, 9)
        verbs.decide_threshold(
            allegation, tests=HARM, why="A child says he was hit.", by=posts["lado"], on=day
        )
        verbs.hold_initial_discussion(
            allegation,
            with_whom="the transport manager",
            agreed="A meeting within two days.",
            meeting_needed=True,
            by=posts["lado"],
            on=day,
        )
        verbs.record_suspension(
            allegation,
            decision=Suspension.Decision.LEAVE,
            decided_by="Transport manager, Brightline Coaches",
            why="Three days at home while the agencies speak.",
            alternatives="Another route; a second escort.",
            lado_advice="Leave, not suspension.",
            until=date(2012, 10, 12),
            by=posts["lado"],
            on=day,
        )
        verbs.call_meeting(
            allegation,
            meets_on=date(2012, 10, 11),
            chair=posts["duty_chair"],
            invited=[
                posts[k] for k in ("police", "head_teacher", "transport_manager", "social_worker")
            ],
            by=posts["lado"],
            on=day,
        )
    return allegation


def _it_is_looked_into(posts: Posts, at: At, allegation: Allegation) -> None:
    with at(2012, 10, 12, 9, 40):
        meeting = allegation.meetings.get()
        present = Invitation.Attendance.PRESENT
        verbs.record_meeting(
            meeting,
            held_on=date(2012, 10, 11),
            attendance={i.post_id: present for i in meeting.invitations.all()},
            said={2: "Not enough evidence for a criminal investigation."},
            decisions="No injuries. A social worker speaks with Micah, with his mother's leave.",
            by=posts["duty_chair"],
            on=date(2012, 10, 12),
        )
        for kind in (procedure.Strand.SOCIAL_CARE, procedure.Strand.EMPLOYER):
            verbs.open_strand(
                allegation,
                kind=kind,
                whose_move="Social worker" if "social" in kind else "Transport manager",
                by=posts["lado"],
                on=date(2012, 10, 12),
            )
    social, employer = allegation.strands.all()
    with at(2012, 10, 19, 16, 10):
        verbs.update_by_agency(
            allegation,
            strand=social,
            text="Micah seen at school. He gave no clear account; he was cross with Mr Jellicoe.",
            by=posts["social_worker"],
            on=date(2012, 10, 15),
        )
    with at(2012, 10, 25, 10, 30):
        verbs.update_by_agency(
            allegation,
            strand=employer,
            text="Interviewed with his union. Boys were messing about; he held Micah, clumsily.",
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


def _it_is_decided(posts: Posts, at: At, allegation: Allegation) -> None:
    with at(2012, 11, 2, 14, 15):
        day = date(2012, 11, 2)
        verbs.decide_outcome(
            allegation.concerns.get(),
            outcome=law.Outcome.UNSUBSTANTIATED,
            why="Two accounts, no injury, no other witness.",
            by=posts["lado"],
            on=day,
        )
        verbs.consider_regulator(
            allegation,
            body=law.Body.BARRING,
            whose_duty="Brightline Coaches",
            reason="He was not dismissed and the harm test is not met.",
            made=False,
            by=posts["lado"],
            on=day,
        )
    with at(2012, 11, 6, 10, 0):
        _they_are_told(posts, allegation)


def _they_are_told(posts: Posts, allegation: Allegation) -> None:
    verbs.record_suspension(
        allegation,
        decision=Suspension.Decision.REINSTATED,
        decided_by="Transport manager, Brightline Coaches",
        why="Unsubstantiated.",
        alternatives="None needed.",
        lado_advice="",
        by=posts["lado"],
        on=date(2012, 11, 5),
    )
    for reader, who, how in (
        (procedure.Reader.CHILD, "Micah", "with picture cards"),
        (procedure.Reader.PARENT, "Mrs Arden", "in person, and by letter"),
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
    verbs.write_summary(
        allegation,
        summary="Micah, 12, is autistic. He told his mother that his escort hit him. "
        "Mr Jellicoe says he was stopping him from running into the road. Nothing was proved.",
        by=posts["lado"],
        on=date(2012, 11, 6),
    )


def _what_was_promised(posts: Posts, at: At, allegation: Allegation) -> None:
    with at(2012, 11, 6, 11, 0):
        training = verbs.agree_learning(
            allegation,
            what="Mr Jellicoe trained in safe restraint",
            why="He held Micah clumsily.",
            owner=posts["transport_manager"],
            due_on=date(2012, 11, 30),
            by=posts["lado"],
            on=date(2012, 11, 6),
        )
        policy = verbs.agree_learning(
            allegation,
            what="Restraint policy rewritten",
            why="There was none for escorts.",
            owner=posts["transport_manager"],
            due_on=date(2013, 1, 31),
            by=posts["lado"],
            on=date(2012, 11, 6),
        )
    _what_came_of_it(posts, at, allegation, training, policy)


def _what_came_of_it(posts, at, allegation, training, policy) -> None:
    with at(2012, 12, 17, 12, 2):
        change = verbs.ask_for_new_date(
            training,
            new_on=date(2013, 1, 31),
            reason="The trainer cancelled.",
            by=posts["transport_manager"],
            on=date(2012, 12, 17),
        )
        verbs.agree_new_date(change, by=posts["lado"], on=date(2012, 12, 17))
    with at(2013, 1, 22, 9, 0):
        policy.refresh_from_db()
        verbs.say_learning_done(policy, by=posts["transport_manager"], on=date(2013, 1, 22))
        verbs.evidence_learning(
            policy,
            what="The new policy, read",
            dated_on=date(2013, 1, 21),
            by=posts["lado"],
            on=date(2013, 1, 22),
        )
    with at(2013, 1, 28, 9, 0):
        training.refresh_from_db()
        verbs.say_learning_done(training, by=posts["transport_manager"], on=date(2013, 1, 28))
    for day in (1, 15):
        with at(2013, 2, day, 10, 0):
            verbs.remind(training, how="in writing", by=posts["lado"], on=date(2013, 2, day))
    with at(2013, 2, 15, 10, 30):
        verbs.review_progress(
            allegation,
            found="The certificate has not come.",
            by=posts["lado"],
            on=date(2013, 2, 15),
        )
