"""What these tests share: a purpose, a small question set, a round to three agencies."""

from datetime import date
from typing import Any

from holdfast.engines.asks import access, transitions
from holdfast.engines.asks.access import Purpose
from holdfast.engines.asks.models import Request, Round, listed
from holdfast.engines.asks.rules.questions import Kind, Question, Questions, Section
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.directory.models import Post

TODAY = date(2013, 6, 28)
DUE = date(2013, 7, 12)
WHY = "The board assesses each year how agencies keep children safe."
BASIS = "Children Act 2004, section 11"
OPEN_PURPOSE = Purpose("test-statement", "A test", link_allowed=True)
CLOSED_PURPOSE = Purpose("test-checks", "Checks about a child", link_allowed=False)

QUESTIONS = Questions(
    (
        Section(
            "lead",
            "Leadership",
            (
                Question("who", "Who leads on safeguarding?", Kind.TEXT,
                         required_because="the standard asks for a named lead"),
                Question("what", "What changed this year?", words=50),
            ),
        ),
        Section(
            "training",
            "Training",
            (
                Question("trained", "Staff trained", Kind.NUMBER, unit="people", of="staff"),
                Question("grade", "How well is it met?", Kind.CHOICE,
                         choices=(("met", "Met"), ("part", "Partly met"))),
                Question("policy", "The policy", Kind.FILE),
            ),
        ),
    )
)  # fmt: skip


def declare() -> None:
    for purpose in (OPEN_PURPOSE, CLOSED_PURPOSE):
        access.PURPOSES.setdefault(purpose.key, purpose)


def issue(
    posts: dict[str, Post], to: list[Recipient], *, purpose: str = OPEN_PURPOSE.key, **kept: Any
) -> Round:
    """Put the questions to some. The caller stands in the story's time."""
    manager = posts["board_manager"]
    framed = transitions.frame(
        purpose,
        title="A test statement",
        questions=kept.pop("questions", QUESTIONS),
        area=manager.agency.area,
        by=manager,
        on=kept.get("on", TODAY),
    )
    usual = {"title": "Statements 2013", "why": WHY, "lawful_basis": BASIS, "due_on": DUE}
    return transitions.issue(framed, to=to, by=manager, **({"on": TODAY} | usual | kept))


def usual_round(posts: dict[str, Post]) -> Round:
    """Put them to the police's and health's seats and to housing's lead, who has none."""
    keys = ["police_member", "health_member", "housing_lead"]
    return issue(posts, [Recipient(posts[key]) for key in keys])


def of(asked: Round, who: Post) -> Request:
    """Return one recipient's return afresh."""
    return listed(Request.objects.filter(round=asked)).get(lead=who)


def fill(request: Request, by: Post, on: date = TODAY) -> None:
    values = {"who": "The assistant director", "what": "Supervision.", "trained": (18, 20),
              "grade": "met"}  # fmt: skip
    transitions.answer(request, values=values, by=by, on=on)
