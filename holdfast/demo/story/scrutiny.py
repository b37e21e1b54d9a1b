"""Inspections, the committee's resolutions and the report that answers them, escalations."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.scrutiny import transitions as verbs
from holdfast.board.scrutiny.models import Committee, Part, Sitting
from holdfast.board.scrutiny.rules.covering import Written
from holdfast.board.scrutiny.rules.papers import shipped_inspections, shipped_sitting
from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent
from holdfast.demo.story.clock import at
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post, this_partnership

COMMITTEES = {
    CommitteeKind.SCRUTINY: (
        "Education, Children's Services and Leisure Scrutiny Sub-committee",
        "Scrutiny team",
    ),
    CommitteeKind.CABINET: ("Cabinet", "Constitutional team"),
    CommitteeKind.HEALTH_AND_WELLBEING: ("Health and Wellbeing Board", "Board's own clerk"),
    CommitteeKind.CORPORATE_PARENTING: ("Corporate Parenting Committee", "Constitutional team"),
}
OVERVIEW = "Overview report for the sub-committee, July 2013"
FAITH = (
    ("Two lay members help the board to hear faith communities", "2012-09", OVERVIEW),
    ("A faith and community sub-group is part of the board", "2013-04",
     "The board's structure, April 2013"),
    ("A summer commission with faith and community groups is planned, as was done before on "
     "teenage pregnancy and obesity", "2013-06", OVERVIEW),
    ("A way of consulting communities was drawn up", "2013-06", OVERVIEW),
    ("An advisory group led by the community is being prepared", "2013-06", OVERVIEW),
)  # fmt: skip
WRITTEN = {
    "item": Written("5"),
    "classification": Written("Open"),
    "wards": Written("All"),
    "from": Written("Director of children's social care"),
    "recommendations": Written(
        "Note what the board did in 2012/13\n"
        "Note what the new national guidance changes in the next annual report\n"
        "Agree to have the report between September and December from now on"
    ),
    "background": Written(
        "Agencies have to work together to keep children safe, and the board sees that they do.\n"
        "National guidance and the inspection framework changed in spring 2013. The board will "
        "measure itself against both, and the first draft of its report goes to the Executive in "
        "November."
    ),
    "key_issues": Written(
        "What the committee resolved in April 2012 stands below with what was done since: one "
        "resolution is answered in part, the other not at all."
    ),
    "figures": Written("CP08 2012\nCP08 2013"),
    "policy": Written("The next report follows the guidance of March 2013."),
    "resources": Written("", "The report asks for no money and changes no budget."),
    "consultation": Written("The agencies of the board were asked for their part."),
    "documents": Written("Annual report 2011/12 | Board office | Development manager"),
    "appendices": Written("1 | Priorities of the board\n2 | Work plan and its progress"),
    "lead_officer": Written("Director of children's social care"),
    "author": Written("Development manager"),
    "dated": Written("2013-07-01"),
    "key_decision": Written("No"),
    "legal": Written("Comments not sought"),
    "finance": Written("Comments not sought"),
    "cabinet_member": Written("Comments sought and not included"),
}
"""Every field but two: what the report means for communities, and when it was sent."""


def tell(posts: Mapping[str, Post]) -> None:
    """April 2012 to June 2013: a sitting, an inspection, a draft with two fields missing."""
    committee, july = _committees(posts)
    _inspection(posts)
    _report(posts, committee, july)
    _escalations(posts)


def _committees(posts: Mapping[str, Post]) -> tuple[Committee, Sitting]:
    manager, day = posts["board_manager"], date(2012, 4, 24)
    with at(2012, 4, 24, 10, 0):
        found = {
            kind: verbs.open_committee(
                kind=kind, name=name, sends_to=sends_to, area=this_partnership().area,
                owner=manager.agency, by=manager, on=day,
            )
            for kind, (name, sends_to) in COMMITTEES.items()
        }  # fmt: skip
        scrutiny = found[CommitteeKind.SCRUTINY]
        july = verbs.plan_sitting(
            scrutiny, held_on=date(2013, 7, 9), item="Update on the board's annual report",
            by=manager, on=day,
        )  # fmt: skip
        verbs.carry_over_sitting(
            scrutiny, shipped_sitting(), owner=tracker.NOBODY, due_at=july, by=manager, on=day
        )
    return scrutiny, july


def _inspection(posts: Mapping[str, Post]) -> None:
    manager, lado = posts["board_manager"], posts["lado"]
    with at(2012, 7, 2, 10, 0):
        day = date(2012, 7, 2)
        inspection = verbs.register_inspection(
            shipped_inspections()["SLAC-2012"], area=this_partnership().area,
            owner=manager.agency, by=manager, on=day,
        )  # fmt: skip
        findings = {one.topic: one for one in inspection.findings.all()}
        told = findings["LADO notifications"]
        campaign = verbs.agree_action(
            told, what="Tell police, health and the voluntary sector what the LADO does and when "
            "to ring", owner=tracker.Who(lado), reviewer=tracker.Who(manager),
            due_on=date(2012, 12, 31), by=manager, on=day,
        )  # fmt: skip
        verbs.agree_action(
            findings["Thresholds"], what="Review the threshold document after the new guidance",
            owner=tracker.Who(manager), reviewer=tracker.Who(posts["board_chair"]),
            due_on=date(2013, 9, 30), by=manager, on=day,
        )  # fmt: skip
    with at(2013, 1, 30, 10, 0):
        day = date(2013, 1, 30)
        verbs.say_done(campaign, by=manager, on=day)
        verbs.show_done(
            campaign, what="Referrals to the LADO rose across agencies after the campaign",
            dated=Dated.read("2012-12"), by=manager, on=day,
        )  # fmt: skip
        verbs.evidence_claim(
            told, what="More agencies rang the LADO after the campaign",
            dated=Dated.read("2012-12"), by=manager, on=day,
            figure="Allegations by source, this product's own figures",
        )  # fmt: skip
        verbs.evidence_claim(
            findings["Early help"], what="Common assessments went on growing in every agency",
            dated=Dated.read("2013-01"), by=manager, on=day,
        )  # fmt: skip
        verbs.evidence_claim(
            findings["The board"], what="Every urgent recommendation was assured to the chair; "
            "the Executive was told in September and January", dated=Dated.read("2013-01-29"),
            by=manager, on=day,
        )  # fmt: skip

    with at(2013, 6, 20, 10, 0):
        verbs.evidence_claim(
            findings["Thresholds"], what="A revised threshold document went to the sub-group",
            dated=Dated.read("2013-06"), by=manager, on=date(2013, 6, 20),
        )  # fmt: skip


def _report(posts: Mapping[str, Post], committee: Committee, july: Sitting) -> None:
    manager, day = posts["board_manager"], date(2013, 6, 25)
    faith = Part.objects.get(
        resolution__sitting__committee=committee, resolution__number=2, number=1
    )
    with at(2013, 6, 25, 15, 0):
        for what, dated, source in FAITH:
            verbs.answer_part(
                faith, extent=Extent.ANSWERED, what=what, dated=Dated.read(dated), source=source,
                by=manager, on=day,
            )  # fmt: skip
        version = verbs.draft_report(
            july, layout="scrutiny", title="Safeguarding children board: overview of 2012/13",
            area=this_partnership().area, owner=manager.agency, by=manager, on=day,
        )  # fmt: skip
        verbs.write_fields(version, fields=WRITTEN, by=manager, on=day)


ESCALATED = (
    ("threshold", "nurse", "social_worker", (2013, 4, 8), 2, "view_taken"),
    ("referral_declined", "head_teacher", "social_worker", (2013, 4, 22), 3, "third_way"),
    ("information", "social_worker", "police", (2013, 5, 7), 1, "view_taken"),
    ("attendance", "duty_chair", "nurse", (2013, 5, 20), 4, "view_taken"),
    ("threshold", "police", "social_worker", (2013, 6, 3), 2, "decision_kept"),
    ("threshold", "head_teacher", "social_worker", (2013, 6, 12), 1, "view_taken"),
    ("threshold", "nurse", "social_worker", (2013, 6, 18), 2, "third_way"),
)
"""Reason, who raised it, with whom, when, days until it was settled, how."""


def _escalations(posts: Mapping[str, Post]) -> None:
    for reason, raiser, with_whom, (year, month, number), days, outcome in ESCALATED:
        by, raised = posts[raiser], date(year, month, number)
        with at(year, month, number, 11, 0):
            one = verbs.raise_escalation(reason=reason, to=posts[with_whom], by=by, on=raised)
        with at(year, month, number + days, 11, 0):
            day = date(year, month, number + days)
            verbs.end_escalation(one, outcome=outcome, learning="", by=by, on=day)
    with at(2013, 6, 24, 11, 0):
        day = date(2013, 6, 24)
        stuck = verbs.raise_escalation(
            reason="drift", to=posts["social_worker"], by=posts["nurse"], on=day
        )
    with at(2013, 6, 26, 9, 30):
        verbs.move_up(stuck, to=posts["duty_chair"], by=posts["nurse"], on=date(2013, 6, 26))
