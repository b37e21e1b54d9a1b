"""The partners' own figures, quarter by quarter. Invented, and said to be."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from importlib import resources
from typing import Any

import yaml

from holdfast.board.local_data import extracts
from holdfast.board.local_data import transitions as verbs
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules.figures import Returned, State, Value
from holdfast.board.local_data.rules.quarters import Quarter, four
from holdfast.board.workplan import transitions as challenges
from holdfast.board.workplan.models import Challenge
from holdfast.demo.story.clock import at
from holdfast.engines.asks import transitions as requests
from holdfast.engines.asks.models import Request
from holdfast.engines.asks.rules.states import WhyLate
from holdfast.engines.asks.rules.values import Absent
from holdfast.engines.asks.transitions import Recipient
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post, this_partnership

SENDERS = {
    "police": "police_member",
    "health": "health_member",
    "social_care": "analyst",
    "schools": "head_teacher",
    "housing": "housing_lead",
}
BY_POST = "By e-mail, before requests went through Holdfast"
OWN_SYSTEM = "Run of the council's own case system"


def tell(posts: Mapping[str, Post]) -> None:
    """Two quarters came by e-mail, then by request: in full, late, refused, one unanswered."""
    with at(2012, 10, 8, 10, 0):
        on = date(2012, 10, 8)
        for nth, quarter in enumerate(four(2011)):
            found = _open(quarter, posts, on=on)
            rows = [_returned(key, each[nth]) for key, each in _figures()["before"].items()]
            _take_in(found, rows, "social_care", posts, source=OWN_SYSTEM, on=on)
        for nth, quarter in enumerate(four(2012)[:2]):
            found = _open(quarter, posts, on=on)
            for key in SENDERS:
                source = OWN_SYSTEM if key == "social_care" else BY_POST
                _take_in(found, _rows(key, nth), key, posts, source=source, on=on)
    _third(posts)
    _fourth(posts)
    _questions(posts)


def _questions(posts: Mapping[str, Post]) -> None:
    """Two questions about the scorecard of 2011/12: one was answered, one waits."""
    chair, manager = posts["board_chair"], posts["board_manager"]
    with at(2013, 5, 21, 10, 0):
        put = _put("CP06", tracker.Who(role="Head of service, quality assurance"), chair)
    with at(2013, 6, 3, 14, 0):
        reply = _figures()["reply"]
        challenges.answer_challenge(put, reply=reply, by=manager, on=date(2013, 6, 3))
    with at(2013, 6, 18, 10, 0):
        _put("CP09", tracker.Who(role="Director, children's social care"), chair)


def _put(identity: str, to: tracker.Who, by: Post) -> Challenge:
    area, on = this_partnership().area, moment.today()
    card = extracts.scorecard(area.code, on=on)
    one = next(one for one in card.measures if one.listed.id == identity)
    return verbs.ask_about_figure(
        one, question=one.listed.question, to=to, area=area, by=by, on=on
    )


def _third(posts: Mapping[str, Post]) -> None:
    """October to December: requests begin. Police answer, housing refuses with its reason."""
    with at(2013, 1, 14, 9, 30):
        found = _open(Quarter(2012, 3), posts, on=date(2013, 1, 14))
        asked = _ask(found, ("police", "housing"), posts, due_on=date(2013, 2, 15))
    with at(2013, 2, 12, 11, 0):
        on = date(2013, 2, 12)
        _send(asked["police"], _rows("police", 2), posts["police_member"], on=on)
        reason = _figures()["refused"]
        requests.refuse(asked["housing"], reason=reason, by=posts["housing_lead"], on=on)
    with at(2013, 2, 19, 15, 0):
        on = date(2013, 2, 19)
        for request in asked.values():
            verbs.take_in_return(found, request, by=posts["analyst"], on=on)
        for key, source in (
            ("health", BY_POST),
            ("schools", BY_POST),
            ("social_care", OWN_SYSTEM),
        ):
            _take_in(found, _rows(key, 2), key, posts, source=source, on=on)


def _fourth(posts: Mapping[str, Post]) -> None:
    """January to March: police in time, health late, schools to be taken in, housing silent."""
    with at(2013, 4, 15, 9, 30):
        found = _open(Quarter(2012, 4), posts, on=date(2013, 4, 15))
        keys = ("police", "health", "schools", "housing")
        asked = _ask(found, keys, posts, due_on=date(2013, 5, 17))
    with at(2013, 5, 15, 10, 0):
        on = date(2013, 5, 15)
        _send(asked["police"], _rows("police", 3), posts["police_member"], on=on)
    with at(2013, 6, 10, 10, 0):
        on = date(2013, 6, 10)
        requests.say_why_late(
            asked["health"], why=WhyLate.DATA, words="Two clinics sent theirs in June.",
            by=posts["health_member"], on=on,
        )  # fmt: skip
        _send(asked["health"], _rows("health", 3), posts["health_member"], on=on)
    with at(2013, 6, 14, 9, 0):
        on = date(2013, 6, 14)
        for key in ("police", "health"):
            verbs.take_in_return(found, asked[key], by=posts["analyst"], on=on)
        _take_in(found, _rows("social_care", 3), "social_care", posts, source=OWN_SYSTEM, on=on)
    with at(2013, 6, 20, 12, 0):
        on = date(2013, 6, 20)
        four_plans = Figure.objects.for_page().get(collection=found, measure="second_plans")
        reason = _figures()["released"]
        verbs.release_small_number(four_plans, reason=reason, by=posts["board_chair"], on=on)
    with at(2013, 6, 27, 16, 0):
        on = date(2013, 6, 27)
        _send(asked["schools"], _rows("schools", 3), posts["head_teacher"], on=on)


def _open(quarter: Quarter, posts: Mapping[str, Post], *, on: date) -> Collection:
    manager = posts["board_manager"]
    area = this_partnership().area
    return verbs.open_quarter(quarter, area=area, owner=manager.agency, by=manager, on=on)


def _ask(
    found: Collection, keys: Sequence[str], posts: Mapping[str, Post], *, due_on: date
) -> dict[str, Request]:
    asked = {}
    for key in keys:
        to = [Recipient(posts[SENDERS[key]])]
        issued = verbs.ask_partners(
            found, key, to=to, due_on=due_on, by=posts["board_manager"], on=found.record.opened_on
        )
        asked[key] = issued.requests.select_related("record__owner", "round__question_set").get()
    return asked


def _send(request: Request, rows: list[Returned], by: Post, *, on: date) -> None:
    values: dict[str, object] = {}
    for row in rows:
        of, number = row.value.of, row.value.number
        if number is None:
            values[row.measure] = Absent(row.value.state.value)
        else:
            values[row.measure] = number if of is None else (number, of)
        if row.commentary:
            values[f"{row.measure}_said"] = row.commentary
    requests.answer(request, values=values, by=by, on=on)
    requests.send(request, by=by, on=on)


def _take_in(
    found: Collection,
    rows: list[Returned],
    key: str,
    posts: Mapping[str, Post],
    *,
    source: str,
    on: date,
) -> None:
    sender = posts[SENDERS[key]]
    verbs.take_in(
        found, agency=sender.agency, rows=rows, source=source,
        sent_by=sender, by=posts["analyst"], on=on,
    )  # fmt: skip


def _rows(key: str, nth: int) -> list[Returned]:
    return [
        _returned(measure, each[nth], nth) for measure, each in _figures()["year"][key].items()
    ]


def _returned(measure: str, raw: Any, nth: int = 0) -> Returned:
    if isinstance(raw, str):
        said = _figures()["refused"] if raw == State.REFUSED else ""
        return Returned(measure, Value(State(raw)), said)
    number, of = raw if isinstance(raw, list) else (raw, None)
    value = Value(State.NUMBER, Decimal(number), None if of is None else Decimal(of))
    return Returned(measure, value, _figures()["said"].get(measure, "") if nth == 3 else "")


@cache
def _figures() -> dict[str, Any]:
    text = resources.files("holdfast.demo.data").joinpath("partners_figures.yaml").read_text()
    found: dict[str, Any] = yaml.safe_load(text)
    return found
