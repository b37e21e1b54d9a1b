"""The risk register in June 2013. The change in the NHS is the seeds'; the others are invented."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.workplan import transitions as plan
from holdfast.board.workplan.models import Risk
from holdfast.demo.story.clock import at
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post, this_partnership

LETTER = b"Each new body has one named lead for safeguarding. The list is attached to our plan.\n"


def tell(posts: Mapping[str, Post]) -> None:
    _nhs(posts)
    timely = _timeliness(posts)
    change = _others(posts)
    _june(timely, change, posts["board_manager"])


def _timeliness(posts: Mapping[str, Post]) -> Risk:
    manager, day = posts["board_manager"], date(2013, 5, 14)
    with at(2013, 5, 14, 11, 0):
        timely = _raise(
            posts, day, Who(posts["board_chair"]),
            plan.RiskTold(
                "First conferences are late", "More enquiries than conference chairs can hold",
                "Children wait longer than 15 working days", "Plans start late and risk drifts",
                group="Audit and Learning", target=(2, 4),
                appetite="Low: lateness is lived with only while each case is looked at",
            ),
            [("SE05", "")],
        )  # fmt: skip
        plan.score_risk(
            timely, likelihood=4, impact=4, reason="Half were late in 2012/13", by=manager, on=day
        )
    return timely


def _others(posts: Mapping[str, Post]) -> Risk:
    """Neglect, the plan itself, and notifications: the last has no score yet."""
    manager, day = posts["board_manager"], date(2013, 5, 14)
    with at(2013, 5, 14, 12, 0):
        neglect = _raise(
            posts, day, Who(role="Director of children's social care"),
            plan.RiskTold(
                "Neglect drifts", "Signs are seen by agencies one at a time",
                "Long-standing neglect is not acted on", "Children are harmed over years",
                group="Audit and Learning", target=(2, 5), appetite="None",
            ),
            [("CP08", ""), ("CP06", "")],
        )  # fmt: skip
        plan.score_risk(
            neglect, likelihood=3, impact=5, reason="Themed audit of 2012", by=manager, on=day
        )
        plan.add_control(neglect, what="Plans of two years are reviewed", by=manager, on=day)
        change = _raise(
            posts, day, Who(manager),
            plan.RiskTold(
                "The plan is not followed through", "Lines without a date or one owner",
                "Promises are not kept and nobody notices", "The board cannot show its effect",
                target=(2, 3),
            ),
            [],
        )  # fmt: skip
        plan.score_risk(
            change, likelihood=4, impact=3, reason="Lines have no date", by=manager, on=day
        )
        _raise(
            posts, day, Who(role="Human Resources sub-group"),
            plan.RiskTold(
                "Few notifications from partners", "Partners do not know the designated officer",
                "Concerns about adults are not passed on", "Children stay within reach of harm",
                group="Human Resources",
            ),
            [],
        )  # fmt: skip
    return change


def _june(timely: Risk, change: Risk, manager: Post) -> None:
    """One risk goes down with its control, one goes up without a reply."""
    with at(2013, 6, 18, 11, 0):
        day = date(2013, 6, 18)
        plan.add_control(change, what="One tracker with one date each", by=manager, on=day)
        plan.score_risk(
            change, likelihood=3, impact=3, reason="The plan was carried over", by=manager, on=day
        )
        plan.score_risk(
            timely, likelihood=5, impact=4, reason="No reply to the board's question yet",
            by=manager, on=day,
        )  # fmt: skip
        plan.promise_on_risk(
            timely, what="Bring a plan for timely conferences to the Executive",
            owner=Who(manager),
            due_on=date(2013, 9, 30), by=manager, on=day,
        )  # fmt: skip


def _raise(
    posts: Mapping[str, Post],
    day: date,
    owner: Who,
    told: plan.RiskTold,
    indicators: list[tuple[str, str]],
) -> Risk:
    manager = posts["board_manager"]
    return plan.raise_risk(
        told, area=this_partnership().area, owner=manager.agency, risk_owner=owner,
        indicators=indicators, by=manager, on=day,
    )  # fmt: skip


def _nhs(posts: Mapping[str, Post]) -> None:
    """High in 2012, reassured by health's leaders, controlled, closed on assurance in 2013."""
    manager = posts["board_manager"]
    told = plan.RiskTold(
        "NHS change and staff turnover", "Reform moves duties between new bodies",
        "Safeguarding leads leave and duties fall between", "Children at risk are not seen",
        source="Scrutiny minutes, 23 April 2012", target=(2, 4),
        appetite="Low: each seat for health is filled and named",
    )  # fmt: skip
    with at(2012, 4, 24, 10, 0):
        day = date(2012, 4, 24)
        risk = _raise(posts, day, Who(role="Health's leaders"), told, [])
        plan.score_risk(
            risk, likelihood=4, impact=5, reason="Named a high risk the year before", by=manager,
            on=day,
        )  # fmt: skip
        plan.note_assurance(
            risk, text="Health's leaders told the board who holds each duty through the change.",
            source="Scrutiny minutes, 23 April 2012", by=manager, on=day,
            paper=plan.Paper(LETTER, "text/plain"),
        )  # fmt: skip
    with at(2013, 1, 29, 10, 0):
        day = date(2013, 1, 29)
        plan.add_control(risk, what="Named leads in each new health body", by=manager, on=day)
        plan.score_risk(
            risk, likelihood=3, impact=4, reason="New bodies are ready", by=manager, on=day
        )
    with at(2013, 6, 18, 10, 0):
        day = date(2013, 6, 18)
        plan.score_risk(
            risk, likelihood=2, impact=4, reason="The change is made", by=manager, on=day
        )
        plan.close_risk(
            risk, assurance="Each new body has taken its seat, and its lead is named.",
            by=posts["board_chair"], on=day,
        )  # fmt: skip
