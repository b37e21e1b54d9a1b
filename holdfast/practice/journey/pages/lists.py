"""My children: whose move it is and what is due next, the soonest first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import DateField, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, Least
from django.urls import reverse

from holdfast.kernel.access import gate
from holdfast.kernel.clock.lines import clock_lines
from holdfast.kernel.clock.models import Deadline, DeadlineQuerySet
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.records.models import Record
from holdfast.kernel.ui.parts import Status
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    one_page,
    sort_and_page,
    sort_rows,
)
from holdfast.practice.children.access import SHARED
from holdfast.practice.children.models import Child

NEVER = date(9999, 1, 1)
TO_A_CHILD = (
    "record__contact__children__child__record",
    "record__strategy_discussion__children__child__record",
    "record__early_help__children__child",
    "record__assessment__children__child_record",
    "record__private_fostering__child__record",
)
"""How a clock of each room leads to the record of a child."""

MINE = TableSpec(
    caption="Children, what is due first",
    columns=(
        Column("child", "Child", header=True, sort="surname"),
        Column("worker", "Worker"),
        Column("what", "What next"),
        Column("due", "When", sort="due_next"),
        Column("move", "Whose move"),
    ),
    default_sort="due",
    nothing="No child is yours yet. A team manager allocates a child to a worker.",
)


@dataclass(frozen=True)
class Reader:
    post: Post
    now: datetime
    today: date


def mine(post: Post) -> QuerySet[Child]:
    """The children a post is let into; of a manager's, those that somebody works with."""
    found = Child.objects.visible_to(post, section=SHARED).standing().for_list()
    if post.role == Role.TEAM_MANAGER:
        found = found.filter(worker__agency=post.agency_id)
    return found.annotate(due_next=_soonest(post))


def _clocks(post: Post) -> DeadlineQuerySet:
    """The clocks that run on records whose story the post may see. Sealed ones leave no trace."""
    story = gate.allowed(Record.objects.all(), to=post, section="story")
    return Deadline.objects.open().filter(record__in=story, due_on__isnull=False)


def _soonest(post: Post) -> Any:
    ways = [
        Subquery(_clocks(post).filter(**{way: OuterRef("record")})
                 .order_by("due_on").values("due_on")[:1])
        for way in TO_A_CHILD
    ]  # fmt: skip
    never = Value(NEVER, output_field=DateField())
    return Least(*(Coalesce(way, never) for way in ways))


def mine_page(reader: Reader, params: Mapping[str, Any]) -> Table:
    """A page of them. The clocks of all that are shown are fetched once for each room."""
    found = mine(reader.post)
    here, _ = one_page(sort_rows(found, MINE, params), params, caption=MINE.caption)
    told = _next_of(reader, [child.record_id for child in here])

    def row(child: Child) -> Row:
        return _row(child, told.get(child.record_id), today=reader.today)

    return sort_and_page(found, params, MINE, row)


def _next_of(reader: Reader, records: list[Any]) -> dict[Any, tuple[str, Status, str]]:
    """Return the clock that is due first for each child's record, in words."""
    soonest: dict[Any, list[Deadline]] = defaultdict(list)
    for way in TO_A_CHILD:
        found = _clocks(reader.post).for_page().filter(**{f"{way}__in": records})
        for clock in found.annotate(of_child=F(way)):
            soonest[vars(clock)["of_child"]].append(clock)
    first = {key: min(clocks, key=lambda c: c.due_on or NEVER) for key, clocks in soonest.items()}
    lines = clock_lines(first.values(), now=reader.now, reader=reader.post)
    return {
        key: (line.what, Status(line.shape, line.words), line.whose_move)
        for key, line in zip(first, lines, strict=True)
    }


def _row(child: Child, told: tuple[str, Status, str] | None, *, today: date) -> Row:
    what, due, whose = told or ("Nothing is due", None, "")
    url = reverse("journey:child", args=[child.record.reference])
    name = f"{child.known_as}, {child.age_words(on=today)}"
    return Row(
        {
            "child": Cell(name, url=url, note=child.record.reference),
            "worker": child.worker.title if child.worker else "Nobody yet",
            "what": what,
            "due": Cell(status=due) if due else "",
            "move": Cell(whose, strong=whose == "You"),
        }
    )
