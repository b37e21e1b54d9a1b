"""One case, told through the product's own verbs, with a word of its own in every field."""

from datetime import date

from holdfast.kernel.directory.models import this_partnership
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation, Invitation, Suspension
from holdfast.practice.allegations.rules import law, procedure
from tests import hostile
from tests.hostile import TODAY


def tell() -> Allegation:
    """One case with a word in every field that a verb takes, and one action and a letter each."""
    lado, nurse = hostile.post("lado"), hostile.post("nurse")
    case = verbs.refer(
        area=this_partnership().area,
        adult=verbs.AdultTold(
            "Quillzyname Oakum",
            "Quillzywork",
            "Quillzyemployer",
            "transport",
            other_names=("Quillzyother",),
        ),
        concerns=[
            verbs.ConcernTold(
                law.Category.PHYSICAL, "Quillzyaccount", "Quillzywhose", "Quillzyplace"
            )
        ],
        children=[verbs.ChildTold("Quillzychild", 9, "Quillzyneeds", "Quillzychildwords")],
        known_on=TODAY,
        by=nurse,
        on=TODAY,
    )
    verbs.look_again(case, names=["Quillzyspelling"], found=0, by=lado, on=TODAY)
    verbs.decide_threshold(
        case, tests=(law.Test.HARMED,), why="Quillzythreshold", by=lado, on=TODAY
    )
    verbs.hold_initial_discussion(
        case,
        with_whom="Quillzywith",
        agreed="Quillzyagreed",
        meeting_needed=True,
        by=lado,
        on=TODAY,
    )
    _worked_on(case)
    _met(case)
    return case


def _worked_on(case: Allegation) -> None:
    lado = hostile.post("lado")
    verbs.write_entry(case, text="Quillzyentry", by=lado, on=TODAY)
    verbs.write_summary(case, summary="Quillzysummary", by=lado, on=TODAY)
    verbs.record_suspension(
        case, decision=Suspension.Decision.LEAVE, decided_by="Quillzydecider",
        why="Quillzysuspended", alternatives="Quillzyinstead", lado_advice="Quillzyadvice",
        by=lado, on=TODAY,
    )  # fmt: skip
    verbs.consider_regulator(
        case, body=law.Body.BARRING, whose_duty="Quillzyduty", reason="Quillzyregulator",
        made=False, by=lado, on=TODAY,
    )  # fmt: skip
    verbs.tell(
        case, reader=procedure.Reader.CHILD, who="Quillzytoldwho", how="Quillzyhow",
        told_by="Quillzyteller", what="Quillzytoldwhat", by=lado, on=TODAY,
    )  # fmt: skip
    verbs.review_progress(case, found="Quillzyreview", by=lado, on=TODAY)
    verbs.agree_learning(
        case, what="Quillzylearning", why="Quillzylearningwhy", due_on=date(2013, 9, 1),
        owner=hostile.post("transport_manager"), by=lado, on=TODAY,
    )  # fmt: skip
    verbs.send_copy(
        case, reader="The nurse", reader_post=hostile.post("nurse"), title="Quillzylettertitle",
        text="Quillzylettertext", disclosed="Quillzydisclosed", by=lado, on=TODAY,
    )  # fmt: skip


def _met(case: Allegation) -> None:
    lado, police = hostile.post("lado"), hostile.post("police")
    meeting = verbs.call_meeting(
        case, meets_on=TODAY, chair=lado, invited=[police], by=lado, on=TODAY
    )
    verbs.record_meeting(
        meeting, held_on=TODAY, attendance={police.pk: Invitation.Attendance.PRESENT},
        said={1: "Quillzysaid"}, decisions="Quillzydecided", by=lado, on=TODAY,
    )  # fmt: skip
    strand = verbs.open_strand(
        case, kind=procedure.Strand.POLICE, whose_move="Quillzymove", by=lado, on=TODAY
    )
    verbs.update_by_agency(case, text="Quillzyupdate", by=police, on=TODAY, strand=strand)
    verbs.close_strand(strand, result="Quillzyresult", by=lado, on=TODAY)
