"""The visits of an arrangement: made or missed, by when they were due, and the child's words."""

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Status, met, nothing, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.private_fostering.models import Arrangement, Visit
from holdfast.practice.private_fostering.rules import law, visiting

VISITS = TableSpec(
    caption="Visits, the newest first",
    columns=(
        Column("day", "Day", header=True),
        Column("due", "Was due"),
        Column("how", "How it went"),
        Column("child", "The child"),
        Column("who", "Who visited"),
    ),
    nothing="Nobody has visited yet.",
)


def table_of(arrangement: Arrangement) -> Table:
    found = sorted(arrangement.visits.all(), key=lambda v: (v.on, v.number), reverse=True)
    return plain_table(VISITS, [_row(one) for one in found])


def _row(one: Visit) -> Row:
    return Row(
        {
            "day": day_words(one.on),
            "due": day_words(one.due_on) if one.due_on else "No date",
            "how": Cell(status=_how(one)),
            "child": _child(one),
            "who": one.by.title,
        }
    )


def _how(one: Visit) -> Status:
    if not one.made:
        missed = law.Missed(one.missed_why)
        whose = "Ours" if missed in law.OURS else "Family’s"
        more = f". {one.missed_words}" if one.missed_words else ""
        return nothing(f"Not made. {whose}: {law.MISSED_WORDS[missed].lower()}{more}")
    missing = visiting.what_is_missing(one.seen)
    if missing:
        return soon(f"Does not count: {', '.join(missing)}")
    late = (one.on - one.due_on).days if one.due_on else 0
    return soon(f"Made, {plural(late, 'day')} late") if late > 0 else met("Made in time")


def _child(one: Visit) -> Cell:
    if not one.made:
        return Cell("–")
    if not one.child_seen:
        return Cell("Not seen")
    said = f"“{one.words}”" if one.words else ""
    if one.alone:
        return Cell("Seen alone", note=said)
    return Cell("Seen, not alone", note=one.why_not_alone or said)


def last_words(arrangement: Arrangement) -> Visit | None:
    """Return the last visit on which the child said something that was written down."""
    said = [v for v in arrangement.visits.all() if v.words]
    return max(said, key=lambda v: (v.on, v.number)) if said else None


def whose_words(one: Visit) -> str:
    tongue = f", in {one.language}" if one.language else ""
    how = "alone" if one.alone else "with others there"
    return f"Said {how} on {day_words(one.on)}{tongue}, to: {one.by.title}."
