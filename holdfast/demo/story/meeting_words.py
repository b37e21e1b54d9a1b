"""What was said at the year's meetings, who came and which papers lay before them. Invented."""

from dataclasses import dataclass
from datetime import date

from holdfast.engines.meetings.rules.states import Came

ROOM = "Committee room 2, the council's offices"


@dataclass(frozen=True)
class Line:
    """A line of the room: under which item's key, what, and for an action whose and by when."""

    key: str
    text: str
    owner: str = ""
    due: date | None = None


DAYS = {
    date(2013, 1, 1): (2013, 1, 29),
    date(2013, 3, 1): (2013, 3, 19),
    date(2013, 5, 1): (2013, 5, 14),
    date(2013, 6, 1): (2013, 6, 25),
    date(2013, 9, 1): (2013, 9, 17),
    date(2013, 11, 1): (2013, 11, 19),
    date(2014, 1, 1): (2014, 1, 21),
}
SAID = {
    (2013, 1, 29): (
        Line("tracking", "d The section 11 audit of 2012 is closed; its actions go on"),
        Line("exceptions", "The figures for plans lasting two years were looked at line by line."),
        Line("exceptions", "a Ask every partner for its own figures each quarter",
             "board_manager", date(2013, 4, 30)),
    ),
    (2013, 3, 19): (
        Line("horizon", "New statutory guidance is expected within weeks, with one assessment "
             "in place of two."),
        Line("horizon", "a Brief all sub-groups on the new guidance", "board_manager",
             date(2013, 5, 31)),
        Line("group-cse", "d The group for sexual exploitation reports to every Executive"),
        Line("group-pdt", "a Say which courses showed a difference in practice", "health_member",
             date(2013, 6, 14)),
    ),
    (2013, 5, 14): (
        Line("summary", "The Executive's issues of January and March were taken as read."),
        Line("theme", "The speaker asked why the same homes are visited for years before neglect "
             "is named."),
        Line("theme", "d Adopt one neglect pathway across all agencies by September"),
        Line("theme", "a Bring the pathway's first draft to the Executive", "health_member",
             date(2013, 6, 21)),
        Line("theme", "a Say how many officers have used the neglect checklist", "police_member",
             date(2013, 9, 6)),
        Line("theme", "c Plans for neglect last as long as three years ago: what will each agency "
             "do differently?", "health_member"),
    ),
    (2013, 6, 25): (
        Line("minutes", "The draft pathway on neglect had not come; the date is kept."),
        Line("tracking", "d The annual report goes to scrutiny in July with both resolutions "
             "answered, or shown unanswered"),
        Line("governance", "a Ask again for the reports that were not received", "board_manager",
             date(2013, 7, 12)),
        Line("chair", "d The term is three years from May 2013; the fee is agreed as proposed"),
        Line("group-scr", "The child death panel, shared with the neighbour, had no exception."),
    ),
}  # fmt: skip
CAME = {
    (2013, 1, 29): {"police_member": Came.APOLOGIES},
    (2013, 3, 19): {"health_member": Came.DEPUTY},
    (2013, 5, 14): {"police_member": Came.DEPUTY, "lay_member": Came.PRESENT},
    (2013, 6, 25): {"police_member": Came.ABSENT},
}
DEPUTIES = {"police_member": "police", "health_member": "nurse"}
PAPERS = {
    (2013, 3, 19): (("tracking", "MARAC: report for the Executive", "Thirty-one conferences."),),
    (2013, 5, 14): (
        ("theme", "Audit of long-term neglect: report back",
         "Forty files were read by five agencies. In most the worry was written down early and "
         "weighed late."),
        ("theme", "What families said about repeated visits",
         "Families said that they had told their story to many people."),
    ),
    (2013, 6, 25): (("governance", "Missing children: report for the Executive",
                     "The police's counts are not yet matched with the council's."),),
}  # fmt: skip
SPEAKER = "A professor of social work, on neglect and repeated visits"
LATER = (
    (
        "Governance reports due",
        "governance",
        "2013-06",
        "Two were missed in March",
    ),
    ("Overdue actions of the work plan", "overdue", "2013-06", "The chair's standing wish"),
    ("Risks", "risks", "2013-11", "The register is looked at twice a year"),
    ("Sub-groups: exceptions", "groups", "2013-11", "After the groups' first half year"),
    ("Section 11: returns and standards met", "section-11", "2013-11", "The rolling programme"),
)
