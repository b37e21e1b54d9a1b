"""What the tests of the partners' figures share: two quarters, taken in from two partners."""

from datetime import date
from decimal import Decimal

from holdfast.board.local_data import transitions
from holdfast.board.local_data.models import Collection, Figure
from holdfast.board.local_data.rules.figures import Returned, State, Value
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.kernel.directory.models import Area, Post

TODAY = date(2013, 6, 28)
Q3, Q4 = Quarter(2012, 3), Quarter(2012, 4)


def number(count: int, of: int | None = None) -> Value:
    return Value(State.NUMBER, Decimal(count), None if of is None else Decimal(of))


def returned(measure: str, count: int, of: int | None = None, said: str = "") -> Returned:
    return Returned(measure, number(count, of), said)


def quarter(posts: dict[str, Post], one: Quarter = Q4) -> Collection:
    return transitions.open_quarter(
        one,
        area=Area.objects.get(code="E09000028"),
        owner=posts["board_manager"].agency,
        by=posts["board_manager"],
        on=TODAY,
    )


def take_in(
    collection: Collection, posts: dict[str, Post], *rows: Returned, sent_by: str = "police_member"
) -> int:
    return transitions.take_in(
        collection,
        agency=posts[sent_by].agency,
        rows=rows,
        source="Return of the quarter",
        sent_by=posts[sent_by],
        by=posts["analyst"],
        on=TODAY,
    )


def figure(collection: Collection, measure: str) -> Figure:
    return Figure.objects.for_page().current().get(collection=collection, measure=measure)
