"""What is checked: every check that is wanted, of whom, since when it is out, what it showed."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Link, Status, met, no_reply, nothing, refused, soon
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.private_fostering.models import Arrangement, Check, weighing
from holdfast.practice.private_fostering.rules import checking, defining, law

CHECKS = TableSpec(
    caption="Checks of the home and the household",
    columns=(
        Column("kind", "Check", header=True),
        Column("state", "How it stands"),
        Column("asked", "Asked"),
        Column("words", "In words"),
    ),
)


@dataclass(frozen=True)
class ChecksPage:
    reference: str
    child: str
    table: Table
    owed: int
    of: int
    limit: str
    links: tuple[Link, ...]


def checks_page(arrangement: Arrangement, *, others: int, on: date) -> ChecksPage:
    """`others` is how many more children are privately fostered in the same home."""
    people = weighing.people(arrangement)
    wanted = checking.wanted(people)
    names = {one.number: one.name for one in people}
    latest = _latest(arrangement)
    reference = arrangement.record.reference
    rows = [_row(one, latest.get((one.of, one.kind)), names, on=on) for one in wanted]
    return ChecksPage(
        reference=reference,
        child=arrangement.known_as,
        table=plain_table(CHECKS, rows),
        owed=len(weighing.owed_checks(arrangement)),
        of=len(wanted),
        limit=_limit(others),
        links=tuple(
            Link(text, reverse("private_fostering:write", args=[reference, entry]))
            for text, entry in (
                ("Ask for a check", "ask-check"), ("Write an answer", "answer-check"),
                ("Add somebody in the home", "member"),
            )
        ),
    )  # fmt: skip


def _latest(arrangement: Arrangement) -> dict[tuple[int, str], Check]:
    found: dict[tuple[int, str], Check] = {}
    for one in sorted(arrangement.checks.all(), key=lambda c: (c.asked_on, c.pk)):
        found[(one.member.number if one.member else checking.HOME, one.kind)] = one
    return found


def _row(wanted: checking.Wanted, check: Check | None, names: dict[int, str], *, on: date) -> Row:
    return Row(
        {
            "kind": law.check_words(wanted.kind, on=check.asked_on if check else on),
            "state": Cell(status=_status(check, on=on)),
            "asked": _asked(check),
            "words": check.words if check else "",
        },
        group=names.get(wanted.of, "Home and child"),
    )


def _asked(check: Check | None) -> str:
    if check is None:
        return "–"
    whom = f", of {check.of_whom}" if check.of_whom else ""
    return f"{day_words(check.asked_on)}{whom}"


def _status(check: Check | None, *, on: date) -> Status:
    if check is None:
        return nothing("Not asked yet")
    if check.answered_on is None:
        return no_reply(f"No reply, {plural(checking.days_out(check.asked_on, on), 'day')}")
    day = day_words(check.answered_on)
    return {
        law.Result.CLEAR: met(f"No concern, {day}"),
        law.Result.CONCERN: soon(f"A concern, {day}"),
        law.Result.NOTHING_HELD: nothing(f"Nothing held, {day}"),
        law.Result.REFUSED: refused(f"Refused, {day}"),
    }[law.Result(check.result)]


def _limit(others: int) -> str:
    if not others:
        return ""
    said = f"{plural(others, 'other child', 'other children')} privately fostered in this home."
    if defining.over_the_limit(others + 1, all_siblings=False):
        said += f" With this child more than three: {law.USUAL_LIMIT.text} asks for an exemption."
    return said
