"""The cast of the demo: invented people in posts of a Southwark-shaped partnership."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from holdfast.kernel.directory import appointments
from holdfast.kernel.directory.models import Account, Agency, Holding, Person, Post
from holdfast.kernel.directory.words import Role, Sector

LONDON = ZoneInfo("Europe/London")
APPOINTED = datetime(2012, 1, 3, 9, 0, tzinfo=LONDON)

AREAS = {
    "southwark": ("E09000028", "Southwark", "210"),
    "lambeth": ("E09000022", "Lambeth", "208"),
}

AGENCIES = {
    "children": ("Southwark Council, children's services", Sector.SOCIAL_CARE, "southwark"),
    "board": ("Southwark Safeguarding Children Board", Sector.BOARD, "southwark"),
    "police": ("Police, child abuse investigation team", Sector.POLICE, "southwark"),
    "health": ("Southwark community health services", Sector.HEALTH, "southwark"),
    "school": ("Tollgate Park School", Sector.EDUCATION, "southwark"),
    "coaches": ("Brightline Coaches", Sector.TRANSPORT, "southwark"),
    "harbour": ("Harbour Lane School", Sector.EDUCATION, "southwark"),
    "housing": ("Southwark Council, housing", Sector.HOUSING, "southwark"),
    "neighbour": ("Lambeth Council, children's services", Sector.SOCIAL_CARE, "lambeth"),
    "neighbour_board": ("Lambeth Safeguarding Children Board", Sector.BOARD, "lambeth"),
}


@dataclass(frozen=True)
class Member:
    """One of the cast. `words` tell a newcomer what to try as them."""

    key: str
    name: str
    title: str
    agency: str
    role: Role
    words: str
    since: datetime = APPOINTED
    before: str = ""
    """Who held the post until then: a person without an account."""

    @property
    def email(self) -> str:
        return f"{self.key.replace('_', '-')}@holdfast.example"


CAST = [
    Member("lado", "Rosalind Achebe", "LADO", "children", Role.LADO,
           "The sealed room of allegations. Take the Friday call."),
    Member("duty_chair", "Tomas Wren", "Child protection chair", "children",
           Role.CHILD_PROTECTION_CHAIR, "Covers for the LADO when the rota says so."),
    Member("social_worker", "Imani Cole", "Social worker, referral and assessment", "children",
           Role.SOCIAL_WORKER, "Let into one meeting, and into nothing else."),
    Member("police", "Owen Pritchard", "Detective sergeant", "police", Role.POLICE_OFFICER,
           "Let into the meeting until the grant ends."),
    Member("head_teacher", "Grace Okonjo", "Head teacher", "school", Role.HEAD_TEACHER,
           "Referred the bus case; hears back what the school needs."),
    Member("transport_manager", "Colin Marsh", "Transport manager", "coaches", Role.EMPLOYER,
           "Owes the board evidence of one training course."),
    Member("coordinator", "Shirin Vale", "Transport co-ordinator", "harbour", Role.EMPLOYER,
           "Rings on Friday at 16:45."),
    Member("nurse", "Bethan Rowe", "Designated nurse", "health", Role.HEALTH,
           "May refer, and sees what became of the referral."),
    Member("board_manager", "Peter Lindqvist", "Development manager", "board",
           Role.BOARD_MANAGER, "24 lines, one week to the meeting."),
    Member("board_chair", "Dame Ottoline Hurst", "Independent chair", "board", Role.BOARD_CHAIR,
           "Approves what the manager asks for. New since May.",
           since=datetime(2013, 5, 13, 9, 0, tzinfo=LONDON), before="Leonard Askew"),
    Member("lay_member", "Joseph Adeyemi", "Lay member", "board", Role.LAY_MEMBER,
           "Reads figures, plan and report; sees no child."),
    Member("analyst", "Mei Tanaka", "Performance analyst", "children", Role.ANALYST,
           "Every figure with its row and release."),
    Member("guardian", "Alan Fitzroy", "Records guardian", "board", Role.RECORDS_GUARDIAN,
           "Who has looked, and is the log whole?"),
    Member("neighbour_lado", "Helena Cross", "LADO, Lambeth", "neighbour", Role.LADO,
           "The neighbour borough's LADO: sees nothing until she is invited."),
    Member("police_member", "Marcus Vell", "Board member for the police", "police",
           Role.BOARD_MEMBER, "A seat at the table: papers, promises, a return to send."),
    Member("health_member", "Anneka Soerensen", "Board member for health", "health",
           Role.BOARD_MEMBER, "Answers for health's section 11 return and its challenges."),
    Member("housing_lead", "Lorna Tibbs", "Safeguarding lead, housing", "housing", Role.OFFICER,
           "Writes housing's section 11 return, and nothing else."),
    Member("neighbour_manager", "Ewan Stroud", "Board manager, Lambeth", "neighbour_board",
           Role.BOARD_MANAGER, "The neighbour board's manager: finds nothing of this board."),
    Member("mash_manager", "Yvette Amadi", "MASH manager", "children", Role.MASH_MANAGER,
           "The hub's queue: decides, within one working day, what others wrote."),
    Member("triage", "Callum Brady", "Triage social worker, MASH", "children", Role.MASH_WORKER,
           "Takes contacts, grades them, asks the partners."),
    Member("team_manager", "Farida Nasser", "Team manager, assessment", "children",
           Role.TEAM_MANAGER, "Signs what her social workers wrote; gives children a worker."),
    Member("early_help", "Dominic Hale", "Early help worker", "children", Role.EARLY_HELP_WORKER,
           "Leads teams around the family, groups and programmes."),
    Member("neighbour_mash", "Carys Bowen", "MASH manager, Lambeth", "neighbour",
           Role.MASH_MANAGER, "The neighbour borough's hub: finds no child of this one."),
]  # fmt: skip


def assemble(*, demo: bool = True) -> dict[str, Holding]:
    """Make the partnership, its agencies and posts, and appoint the cast. Returns holdings."""
    areas = {
        key: appointments.name_area(code=code, name=name, dfe_code=dfe)
        for key, (code, name, dfe) in AREAS.items()
    }
    appointments.found_partnership(
        name="Southwark Safeguarding Children Board",
        short_name="SSCB",
        area=areas["southwark"],
        demo=demo,
    )
    agencies = {
        key: Agency(name=name, sector=sector, area=areas[area])
        for key, (name, sector, area) in AGENCIES.items()
    }
    Agency.objects.bulk_create(agencies.values())
    return _appoint(agencies)


def _appoint(agencies: dict[str, Agency]) -> dict[str, Holding]:
    """Make everybody's post, person and account, a table at a time: every test begins with it."""
    posts = [Post(title=one.title, agency=agencies[one.agency], role=one.role) for one in CAST]
    people = [Person(name=one.name) for one in CAST]
    Post.objects.bulk_create(posts)
    Person.objects.bulk_create(people)
    Account.objects.open_all((one.email, person) for one, person in zip(CAST, people, strict=True))
    for one, post in zip(CAST, posts, strict=True):
        if one.before:
            earlier = Person.objects.create(name=one.before)
            held = appointments.appoint(earlier, post, at=APPOINTED)
            appointments.stand_down(held, at=one.since)
    since = [one.since for one in CAST]
    holdings = appointments.appoint_all(list(zip(people, posts, since, strict=True)))
    return {one.key: holding for one, holding in zip(CAST, holdings, strict=True)}
