"""What an annual report is made of: the partners' statements, what was done, whom it goes to."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.annual_report import transitions as report
from holdfast.board.annual_report.models import Edition
from holdfast.demo.story.clock import at
from holdfast.engines.asks import transitions as asks
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post

ASKED, DUE = date(2013, 5, 14), date(2013, 6, 14)
PARTNERS = ("police_member", "head_teacher", "health_member", "housing_lead")
SENT = {
    "police_member": (
        (2013, 6, 10),
        {
            "did": "Every officer who joined the team was trained to tell abuse from an accident, "
            "and each strategy discussion now has a decision maker of ours.",
            "changed": "Fewer discussions waited for us: the wait was counted from April 2012 to "
            "March 2013 and fell from four days to two. Source: our own log.",
            "harder": "We cannot yet say how many children saw the same officer twice.",
        },
    ),
    "head_teacher": (
        (2013, 6, 12),
        {
            "did": "Schools named a second designated lead, so that somebody is always there.",
            "harder": "We hold no figure on how soon a concern reaches the council.",
        },
    ),
    "health_member": (
        (2013, 6, 20),
        {
            "did": "Health visitors and school nurses got supervision every six weeks.",
            "changed": "Of the staff asked in March 2013, most said it changed what they did.",
            "harder": "We were late with this statement while the service moved.",
        },
    ),
}
WEDNESDAY = date(2013, 6, 26)
DONE = [
    ("Private fostering", "2012-09",
     "New staff of the council were told at their induction what private fostering is and whom to "
     "tell of it; over 300 people heard it.",
     "We told over 300 new staff what private fostering is. They know whom to call.",
     "Work plan 2012/13, line 3"),
    ("Child protection", "2012-10",
     "After an audit in April 2012, child protection conferences began to use the Signs of Safety "
     "model, in which a family’s strengths are talked about beside the harm.",
     "Our meetings with families now talk of what goes well, too.",
     "Audit and learning sub-group, October 2012"),
    ("Sexual exploitation", "2012-11-06",
     "The board held a conference on sexual exploitation for staff of every agency.",
     "We held a day for staff. They learned to spot children who are being used for sex.",
     "Work plan 2012/13, line 13"),
    ("Learning", "2012-12-05",
     "About 170 people came to a day with a theatre piece on thinking the unthinkable.",
     "We held a day with a play. It made staff think about harm that is hard to see.",
     "Practice development and training sub-group"),
    ("The board itself", "2012-09-19",
     "Two lay members joined the board for the first time, were inducted and each has a mentor.",
     "Two people from the area joined our board. They are not paid staff.",
     "Work plan 2012/13, line 27"),
]  # fmt: skip


def tell(posts: Mapping[str, Post]) -> None:
    """The manager sets the calendar and tells what was done; the draft goes to four offices."""
    edition = Edition.objects.select_related("record__area").get(year="2012-13")
    manager = posts["board_manager"]
    with at(2013, 5, 7, 14, 30):
        report.set_out(edition, by=manager, on=date(2013, 5, 7))
    _statements(edition, posts)
    with at(2013, 6, 26, 9, 30):
        _done(edition, manager)
        report.charge(edition, item="voice", post=posts["lay_member"], by=manager, on=WEDNESDAY)
        _send_draft(edition, manager)
        report.hand_over(
            edition,
            post=posts["board_chair"],
            open_=[
                "Approve the report on 2012/13, which the chair before drafted the foreword of.",
                "Answer the scrutiny sub-committee’s two resolutions of April 2012.",
                "Say which standard the section 11 returns are held to next.",
            ],
            note="Written for the chair who came in May 2013, from what the chair before left.",
            by=manager,
            on=WEDNESDAY,
        )


def _statements(edition: Edition, posts: Mapping[str, Post]) -> None:
    """Four partners are asked in May: two answer in time, one late, one not at all."""
    manager = posts["board_manager"]
    with at(2013, 5, 14, 11, 0):
        asked = report.ask_partners(
            edition, to=[posts[key] for key in PARTNERS], due_on=DUE, by=manager, on=ASKED
        )
    by_lead = {request.lead_id: request for request in asked.requests.all()}
    for key, (day, values) in SENT.items():
        request, post = by_lead[posts[key].pk], posts[key]
        with at(*day, 15, 0):
            asks.answer(request, values=values, by=post, on=date(*day))
            asks.send(request, by=post, on=date(*day))


def _done(edition: Edition, manager: Post) -> None:
    told = [
        report.note_activity(
            edition,
            theme=theme,
            happened=Dated.read(when),
            what=what,
            plain=plain,
            source=source,
            by=manager,
            on=WEDNESDAY,
        )
        for theme, when, what, plain, source in DONE
    ]
    report.show_impact(
        told[0],
        changed="Notifications of private fostering rose by a quarter in the year.",
        how_known="The steering group compared the year with the one before; no base was printed.",
        dated_on=date(2013, 3, 31),
        source="Annual report 2012/13 as printed, section 3",
        by=manager,
        on=WEDNESDAY,
    )
    report.show_impact(
        told[1],
        changed="Far fewer children began a second or later plan at the end of the year.",
        how_known="24 in the first quarter, fewer than six in the last; the board’s own count.",
        dated_on=date(2013, 3, 31),
        source="Annual report 2012/13 as printed, section 4",
        by=manager,
        on=WEDNESDAY,
    )


def _send_draft(edition: Edition, manager: Post) -> None:
    named = {each.rule: each for each in edition.recipients.exclude(rule="")}
    for rule in ("chief-executive", "health-wellbeing"):
        report.send(
            named[rule],
            sent_on=WEDNESDAY,
            how="By e-mail, as a draft for comment",
            by=manager,
            on=WEDNESDAY,
        )
