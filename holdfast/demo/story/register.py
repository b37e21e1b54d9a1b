"""The LADO's register before Friday: short cases, so that there is something to count."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from holdfast.demo.story.clock import at
from holdfast.kernel.directory.models import Post, this_partnership
from holdfast.practice.allegations import transitions as verbs
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.rules import law

REGISTER = Path(__file__).parent.parent / "data" / "register.yaml"
FROM_FRIDAY = date(2013, 6, 28)


def tell_rota(posts: Mapping[str, Post]) -> None:
    """The child protection chair covers the evenings and the weekend."""
    with at(2012, 2, 1):
        _set_rota(posts, date(2012, 2, 1), days=28)


def tell(posts: Mapping[str, Post]) -> None:
    """Tell every case of the register file in the order in which it came."""
    cases = yaml.safe_load(REGISTER.read_text(encoding="utf-8"))
    for case in sorted(cases, key=lambda one: one["received"]):
        _tell_one(posts, case)
    with at(2013, 6, 28, 9, 30):
        _set_rota(posts, FROM_FRIDAY, days=10)


def _tell_one(posts: Mapping[str, Post], case: Mapping[str, Any]) -> None:
    received: date = case["received"]
    with at(received.year, received.month, received.day, 10, 15):
        allegation = _received(posts, case)
        if case["outcome"] == "advice":
            _turned_away(posts, allegation, received)
            return
        _taken_on(posts, allegation, received)
    ended = received + timedelta(days=case["days"])
    if case["outcome"] == "open" or ended >= FROM_FRIDAY:
        return
    with at(ended.year, ended.month, ended.day, 15, 30):
        _ended(posts, allegation, law.Outcome(case["outcome"]), ended)


def _received(posts: Mapping[str, Post], case: Mapping[str, Any]) -> Allegation:
    return verbs.refer(
        area=this_partnership().area,
        adult=verbs.AdultTold(
            name=case["name"], work=case["work"], employer=case["employer"], sector=case["sector"]
        ),
        concerns=[
            verbs.ConcernTold(
                category=law.Category(case["category"]),
                account=case["account"],
                whose_words="The referrer",
            )
        ],
        children=[verbs.ChildTold("a child")],
        known_on=case["received"],
        by=posts[case["told_by"]],
        on=case["received"],
    )


def _turned_away(posts: Mapping[str, Post], allegation: Allegation, on: date) -> None:
    verbs.decide_threshold(
        allegation,
        tests=(),
        why="A matter of conduct for the employer. Advice was given.",
        by=posts["lado"],
        on=on,
    )
    verbs.close(allegation, why="Advice given to the employer.", by=posts["lado"], on=on)


def _taken_on(posts: Mapping[str, Post], allegation: Allegation, on: date) -> None:
    verbs.decide_threshold(
        allegation, tests=(law.Test.HARMED,), why="A child may be hurt.", by=posts["lado"], on=on
    )
    verbs.hold_initial_discussion(
        allegation,
        with_whom="the employer",
        agreed="The employer inquires; the LADO is told within the month.",
        meeting_needed=False,
        by=posts["lado"],
        on=on,
    )


def _ended(
    posts: Mapping[str, Post], allegation: Allegation, outcome: law.Outcome, on: date
) -> None:
    for concern in allegation.concerns.all():
        verbs.decide_outcome(
            concern,
            outcome=outcome,
            why="Decided on what the employer's inquiry found.",
            by=posts["lado"],
            on=on,
        )
    verbs.close(allegation, why="Outcome recorded; nothing owed.", by=posts["lado"], on=on)


def _set_rota(posts: Mapping[str, Post], first: date, *, days: int) -> None:
    turns = {first + timedelta(days=n): posts["duty_chair"] for n in range(days)}
    verbs.set_duty_roster(turns, by=posts["lado"], on=first)
