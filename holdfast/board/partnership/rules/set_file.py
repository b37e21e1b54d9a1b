"""From the text of a bodies' file to a checked set. Raises BadFile with one sentence."""

from holdfast.board.partnership.rules.planned import (
    PlannedBody,
    PlannedEnd,
    PlannedLink,
    PlannedSeat,
    PlannedSet,
)
from holdfast.board.partnership.rules.words import BodyKind, Capacity
from holdfast.kernel.actions.reading import Field, items_of, open_text
from holdfast.kernel.directory.words import Sector

FORM = "holdfast bodies 1"
KINDS = {kind.value for kind in BodyKind}
CAPACITIES = {capacity.value for capacity in Capacity}
SECTORS = {sector.value for sector in Sector}
MAY = {"reports_to", "follows", "starts", "ends", "meets_a_year", "joint_with", "duties", "seats"}


def read_set(text: str, *, file: str) -> PlannedSet:
    """Read a whole set; nothing is used of a file with one mistake."""
    top = open_text(text, file=file, form=FORM).group(
        must={"form", "title", "starts", "source", "bodies"}, may={"carries_on", "ends", "links"}
    )
    rows = top["bodies"].items()
    if not rows:
        top["bodies"].fail("A set has at least one body.")
    bodies = [_body(row) for row in rows]
    _each_once(top["bodies"], [body.code for body in bodies])
    carries_on = top["carries_on"].texts(most=12) if "carries_on" in top else ()
    _know_each_other(rows, bodies, carries_on)
    return PlannedSet(
        title=top["title"].text(most=120),
        starts_on=top["starts"].day(),
        source=top["source"].text(most=200),
        carries_on=carries_on,
        bodies=tuple(bodies),
        ends=tuple(_end(row) for row in items_of(top, "ends")),
        links=tuple(_link(row) for row in items_of(top, "links")),
    )


def _body(field: Field) -> PlannedBody:
    said = field.group(must={"code", "name", "kind", "purpose"}, may=MAY)
    kind = BodyKind(said["kind"].one_of(KINDS, "a kind of body"))
    starts_on = said["starts"].day() if "starts" in said else None
    ends_on = said["ends"].day() if "ends" in said else None
    if kind is BodyKind.TASK_AND_FINISH and ends_on is None:
        said["kind"].fail("A task and finish group has an end. Add `ends`.")
    if starts_on and ends_on and ends_on < starts_on:
        said["ends"].fail("A body ends after it starts. Correct one of the two days.")
    seats = tuple(_seat(row) for row in items_of(said, "seats"))
    if "seats" in said:
        _each_once(said["seats"], [seat.title for seat in seats])
    return PlannedBody(
        code=said["code"].text(most=12),
        name=said["name"].text(most=120),
        kind=kind,
        purpose=said["purpose"].text(most=500),
        reports_to=_text(said, "reports_to", 12),
        follows=_text(said, "follows", 12),
        starts_on=starts_on,
        ends_on=ends_on,
        meets_a_year=said["meets_a_year"].number(least=1, most=60)
        if "meets_a_year" in said
        else None,
        joint_with=_text(said, "joint_with", 120),
        duties=said["duties"].texts() if "duties" in said else (),
        seats=seats,
    )


def _seat(field: Field) -> PlannedSeat:
    said = field.group(must={"title", "agency", "sector", "capacity"}, may={"partner"})
    return PlannedSeat(
        title=said["title"].text(most=120),
        agency=said["agency"].text(most=120),
        sector=said["sector"].one_of(SECTORS, "a sector"),
        capacity=Capacity(said["capacity"].one_of(CAPACITIES, "a capacity")),
        partner=said["partner"].flag() if "partner" in said else False,
    )


def _end(field: Field) -> PlannedEnd:
    said = field.group(must={"code", "on", "why"})
    return PlannedEnd(said["code"].text(most=12), said["on"].day(), said["why"].text())


def _link(field: Field) -> PlannedLink:
    said = field.group(must={"name", "what"}, may={"represented_by"})
    return PlannedLink(
        said["name"].text(most=120), said["what"].text(), _text(said, "represented_by", 120)
    )


def _know_each_other(
    rows: list[Field], bodies: list[PlannedBody], carries_on: tuple[str, ...]
) -> None:
    """Refuse a body that reports to itself by any path, or to one the file does not have."""
    parents = {body.code: body.reports_to for body in bodies}
    for row, body in zip(rows, bodies, strict=True):
        above, seen = body.reports_to, {body.code}
        while above and above not in carries_on:
            if above not in parents:
                row.fail(f"{body.code} reports to {above}, which is not in this file. Add it.")
            if above in seen:
                row.fail(f"{body.code} reports to itself, by way of {above}. Correct one of them.")
            seen.add(above)
            above = parents[above]


def _each_once(field: Field, codes: list[str]) -> None:
    for code in codes:
        if codes.count(code) > 1:
            field.fail(f"{code} stands more than once. Name each one differently.")


def _text(said: dict[str, Field], name: str, most: int) -> str:
    return said[name].text(most=most) if name in said else ""
