"""The school-bus case and the Friday call, told through the product's own verbs."""

from collections.abc import Callable, Mapping
from typing import Any

from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law, procedure

At = Callable[..., Any]
Posts = Mapping[str, Post]
HARM = (law.Test.HARMED,)
NOTHING_WRONG = "Nothing stood in the way."


def an_adult(name="Desmond Jellicoe", work="escort on a school bus", **kept):
    kept.setdefault("employer", "Brightline Coaches")
    kept.setdefault("sector", "transport")
    return verbs.AdultTold(name=name, work=work, **kept)


def a_concern(account="He was hit on the back and squeezed.", **kept):
    return verbs.ConcernTold(
        category=kept.get("category", law.Category.PHYSICAL),
        account=account,
        whose_words=kept.get("whose_words", "Mrs Arden, his mother"),
        place=kept.get("place", "On the bus home"),
        happened_on=kept.get("happened_on"),
    )


def referred(posts: Posts, *, by="transport_manager", on=None, **kept) -> Allegation:
    """An allegation as it comes from an agency, today unless a day is given."""
    day = on or moment.today()
    return verbs.refer(
        area=this_partnership().area,
        adult=kept.get("adult") or an_adult(employer_post=posts["transport_manager"]),
        concerns=kept.get("concerns") or [a_concern()],
        children=kept.get("children")
        or [verbs.ChildTold("Micah Arden", 12, "Autistic", "He said he was cross.")],
        known_on=kept.get("known_on") or day,
        by=posts[by],
        on=day,
    )


def met(posts: Posts, **kept) -> Allegation:
    """An allegation over the threshold and discussed."""
    allegation = referred(posts, **kept)
    day = moment.today()
    verbs.decide_threshold(
        allegation, tests=HARM, why="He may have hurt a child.", by=posts["lado"], on=day
    )
    verbs.hold_initial_discussion(
        allegation,
        with_whom="transport manager",
        agreed="He stays at home.",
        meeting_needed=True,
        by=posts["lado"],
        on=day,
    )
    return allegation


def concluded(posts: Posts, outcome=law.Outcome.UNSUBSTANTIATED, **kept) -> Allegation:
    allegation = met(posts, **kept)
    for concern in allegation.concerns.all():
        verbs.decide_outcome(
            concern, outcome=outcome, why=NOTHING_WRONG, by=posts["lado"], on=moment.today()
        )
    return allegation


def a_call(posts: Posts, **kept) -> verbs.Call:
    return verbs.Call(
        caller=kept.get("caller", "Transport co-ordinator, Harbour Lane School"),
        caller_sector="education",
        said="A parent says the escort pulled her daughter down by the arm.",
        child_safe=kept.get("child_safe", procedure.Safety.YES),
        advice=kept.get(
            "advice",
            "1. He does not escort on Monday: another duty, or leave.\n"
            "2. Do not interview him or the girl. Write down what the driver saw, today.",
        ),
        view=kept.get("view", procedure.View.MET),
        rang_at=moment.now(),
        about="an escort",
        caller_post=kept.get("caller_post", posts["coordinator"]),
        tests=kept.get("tests", HARM),
    )


def rung(posts: Posts, *, by="lado", same_as=(), later=(), **kept) -> Allegation:
    """The Friday call, as it is told when nothing else is said."""
    return verbs.log_advice(
        area=this_partnership().area,
        adult=kept.pop("adult", None)
        or an_adult(
            "Desmund Jelico",
            "bus escort",
            employer="Harbour Lane School",
            employer_post=posts["coordinator"],
        ),
        concern=a_concern("She was pulled down by the arm.", whose_words="A parent"),
        children=[verbs.ChildTold("a girl of 9", 9)],
        call=kept.pop("call", None) or a_call(posts, **kept),
        duty="the duty number",
        same_as=same_as,
        later=later,
        by=posts[by],
        on=moment.today(),
    )
