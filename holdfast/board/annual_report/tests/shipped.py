"""What the tests of this room share: a report from the shipped figures, without a database."""

from datetime import date
from functools import cache
from pathlib import Path

from holdfast.board.annual_report.documents import compose, gather
from holdfast.board.annual_report.documents.briefs import family, one_page
from holdfast.board.annual_report.documents.chapters import (
    about,
    activity,
    allegations,
    context,
    programme,
    work_plan,
)
from holdfast.board.annual_report.documents.evidence import Evidence
from holdfast.board.annual_report.documents.model import ActivityBlock, Report, Shown
from holdfast.board.annual_report.documents.outline import outline_of
from holdfast.board.workplan.extracts import programme as next_year
from holdfast.insight.benchmarking.figures import open_store
from holdfast.insight.indicators.disclosure import protect
from holdfast.insight.indicators.lado import AllegationFigures, Within, year_of

YEAR = "2012-13"
TODAY = date(2013, 6, 28)
BOARD = "Southwark Safeguarding Children Board"
TOPICS = ["Neglect", "Early help"]
DEEDS = (
    activity.Deed(
        "Private fostering",
        "We told new staff what private fostering is.",
        ActivityBlock(
            parts=("A campaign told new staff what private fostering is.",),
            source="Work plan, line 3",
            shown=(
                Shown(
                    "Notifications rose by a quarter.",
                    "Counted before and after.",
                    "31 Mar 2013",
                    "Steering group",
                ),
            ),
        ),
    ),
    activity.Deed(
        "Training",
        "We held a day for staff on children who are hurt at home.",
        ActivityBlock(
            parts=("A conference was held on domestic abuse.",),
            source="Work plan, line 21",
            mark=activity.NO_EVIDENCE,
        ),
    ),
)
DATA = Path(__file__).with_name("data")
NOTHING_IMPORTED = Path("/nowhere/figures")


@cache
def evidence() -> Evidence:
    store = open_store(NOTHING_IMPORTED)
    return gather.evidence(outline_of(YEAR), store, area_code="E09000028", area_name="Southwark")


def counted() -> AllegationFigures:
    """A year of allegations, small enough for something to be hidden."""
    since, until = year_of(2013)
    sectors = {"Education": 14, "Police": 7, "Health": 2, "Voluntary": 0}
    return AllegationFigures(
        since=since,
        until=until,
        received=protect({"received": 23}),
        by_referrer=protect(sectors),
        by_employer=protect(sectors),
        by_kind=protect({"Allegation": 17, "Advice": 6}),
        by_outcome=protect({"Substantiated": 8, "Unsubstantiated": 9}),
        within=(Within(1, 80, 14, 17), Within(3, 90, None, 17), Within(12, None, 17, 17)),
        editions=("WT2010",),
    )


@cache
def report() -> Report:
    outline, held = outline_of(YEAR), evidence()
    told = allegations.figures(counted(), on=TODAY)
    measures = [each for m in held.measures.values() for each in (m, m.before, m.later) if each]
    chapters = [
        about.chapter(outline, partnership=BOARD, place=1),
        context.chapter(outline, held, place=2),
        allegations.chapter(counted(), told, place=3),
        work_plan.chapter(outline, (), on=TODAY, place=4),
        activity.chapter(DEEDS, place=5),
        programme.chapter(next_year(), place=6),
    ]
    bound = compose.bound(
        title=outline.title,
        partnership=BOARD,
        year=YEAR,
        foot=BOARD,
        chapters=chapters,
        briefs=[
            one_page.brief(outline, held, chapters=chapters, next_topics=TOPICS),
            family.brief(outline, held, deeds=DEEDS, heard=(), next_topics=TOPICS),
        ],
        held={**{each.figure.id: each.figure for each in measures}, **told},
    )
    return compose.dressed(bound, edition="Draft 1", prepared_on="28 June 2013", settled={})
