"""The challenge log and one challenge: whose move, how long it waits, its thread, what changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.board.workplan import data
from holdfast.board.workplan.extracts.challenges import (
    ChallengeRow,
    ComingBack,
    Promise,
    coming_back_among,
    row_of_challenge,
    rows_of_challenges,
)
from holdfast.board.workplan.extracts.watched import readings_of
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.pages.steps import Drawing, drawn
from holdfast.board.workplan.pages.thread import ThreadItem, thread
from holdfast.board.workplan.rules import challenge_offers
from holdfast.board.workplan.rules.challenge_offers import Reader
from holdfast.board.workplan.rules.challenging import ChallengeState
from holdfast.board.workplan.rules.coming_back import Reading, known
from holdfast.board.workplan.rules.hindsight import LaterEvent, read_events
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui import parts
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import Fact, Link, NowCell, Status
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, sort_and_page

STATE_WORDS = {
    ChallengeState.PUT: "Asked, no reply yet",
    ChallengeState.ANSWERED: "Answered; not judged yet",
    ChallengeState.ACCEPTED: "Reply accepted; difference not shown",
    ChallengeState.DIFFERENCE: "Difference recorded",
    ChallengeState.CLOSED: "Closed",
    ChallengeState.BACK: "Back on the agenda",
}
SPEC = TableSpec(
    caption="Challenges, those that wait first",
    columns=(
        Column("title", "Challenge", header=True),
        Column("asked", "Asked of"),
        Column("state", "State"),
        Column("move", "Whose move"),
        Column("waits", "Waiting"),
        Column("made", "Difference made"),
    ),
    nothing="No challenge has been put.",
)


def status_of(row: ChallengeRow) -> Status:
    words = STATE_WORDS[row.state]
    if row.state is ChallengeState.PUT:
        return parts.over(f"No reply, {late_words(row)}") if row.late else parts.no_reply(words)
    if row.state is ChallengeState.CLOSED:
        made = "Closed, difference made" if row.differences else "Closed, no difference shown"
        return parts.met(made) if row.differences else parts.nothing(made)
    if row.state is ChallengeState.DIFFERENCE:
        return parts.met(words)
    return parts.soon(words) if row.state is ChallengeState.BACK else parts.running(words)


def late_words(row: ChallengeRow) -> str:
    return f"{plural(row.late, 'working day')} late"


def waits(row: ChallengeRow) -> str:
    if not row.is_open:
        return f"closed {day_words(row.closed_on)}" if row.closed_on else "closed"
    due = f"; reply by {day_words(row.reply_by)}" if _due(row) and row.reply_by else ""
    return f"{plural(row.days, 'working day')}{due}"


def _due(row: ChallengeRow) -> bool:
    return row.state is ChallengeState.PUT


def url_of(row: ChallengeRow) -> str:
    return reverse("workplan:challenge", args=[row.reference])


def table_of(
    rows: Sequence[ChallengeRow], params: Mapping[str, Any], *, caption: str = "", name: str = ""
) -> Table:
    """Return the page of the log that is asked for, in the order given."""
    spec = replace(SPEC, caption=caption or SPEC.caption, name=name)
    return sort_and_page(rows, params, spec, _row)


def _row(row: ChallengeRow) -> Row:
    made = "; ".join(f"{one.what} ({one.dated})" for one in row.differences)
    return Row(
        {
            "title": Cell(row.title, url=url_of(row), note=row.question),
            "asked": row.put_to,
            "state": Cell(status=status_of(row)),
            "move": Cell(row.whose_move, strong=row.is_open),
            "waits": waits(row),
            "made": made or "none shown yet",
        }
    )


@dataclass(frozen=True)
class ChallengesPage:
    title: str
    summary: str
    table: Table
    back: int
    may_put: bool

    @classmethod
    def of(
        cls,
        challenges: Sequence[Challenge],
        params: Mapping[str, Any],
        *,
        may_put: bool,
        on: date,
    ) -> "ChallengesPage":
        rows = sorted(rows_of_challenges(challenges, on=on), key=_waits_first)
        waiting = sum(1 for row in rows if row.is_open)
        late = sum(1 for row in rows if row.late)
        made = sum(1 for row in rows if row.differences)
        return cls(
            title="Challenges",
            summary=f"{plural(waiting, 'challenge')} open, {late} with a late reply. "
            f"{made} of {len(rows)} with a difference made.",
            table=table_of(rows, params),
            back=len(coming_back_among(challenges, on=on)),
            may_put=may_put,
        )


def _waits_first(row: ChallengeRow) -> tuple[bool, int, int]:
    return (not row.is_open, -row.late, -row.days)


@dataclass(frozen=True)
class BackItem:
    title: str
    url: str
    because: str
    holder: str
    question: str
    promised: tuple[str, ...]
    reopened: bool
    reopen: Link | None


@dataclass(frozen=True)
class ComeBackPage:
    items: tuple[BackItem, ...]

    @classmethod
    def of(cls, challenges: Sequence[Challenge], *, may_work: bool, on: date) -> "ComeBackPage":
        found = coming_back_among(challenges, on=on)
        return cls(tuple(_back_item(one, may_work=may_work) for one in found))


def _back_item(one: ComingBack, *, may_work: bool) -> BackItem:
    row = one.challenge
    reopen = reverse("workplan:challenge_reopen", args=[row.reference])
    offer = may_work and not one.reopened
    return BackItem(
        title=row.title,
        url=url_of(row),
        because=one.because,
        holder=one.holder,
        question=one.question,
        promised=tuple(promise_words(promise) for promise in one.promised),
        reopened=one.reopened,
        reopen=Link("Put it back on the agenda", reopen) if offer else None,
    )


def promise_words(one: Promise) -> str:
    due = f", by {day_words(one.due_on)}" if one.due_on else ", no date"
    return f"{one.colour}: {one.what}. {one.owner}{due}. {one.why}."


@dataclass(frozen=True)
class ChallengePage:
    title: str
    caption: str
    question: str
    now: tuple[NowCell, ...]
    thread: tuple[ThreadItem, ...]
    promised: tuple[str, ...]
    holder: str
    comes_back: str
    to_ask: str
    facts: tuple[Fact, ...]
    readings: tuple[tuple[str, str, str], ...]
    drawing: Drawing | None
    forms: tuple[Link, ...]

    @classmethod
    def of(cls, challenge: Challenge, *, reader: Reader, on: date) -> "ChallengePage":
        row = row_of_challenge(challenge, on=on)
        back = next(iter(coming_back_among([challenge], on=on)), None)
        held = known(readings_of(challenge), on=on) if challenge.worse else []
        return cls(
            title=row.title,
            caption=f"{row.reference}. Put by the {row.put_by}, {day_words(row.put_on)}",
            question=row.question,
            now=_now(row),
            thread=thread(
                challenge.entries.all(), _later(challenge), reference=row.reference, on=on
            ),
            promised=tuple(promise_words(one) for one in row.promised),
            holder=row.group or row.put_to,
            comes_back=back.because if back else "",
            to_ask=back.question if back else "",
            facts=_facts(challenge, row),
            readings=tuple((one.period, _said(one), one.source) for one in held),
            drawing=drawn(held),
            forms=tuple(_forms(row, reader)),
        )


def _now(row: ChallengeRow) -> tuple[NowCell, ...]:
    late = f"The reply is {late_words(row)}." if row.late else ""
    return (
        NowCell("State", "", status=status_of(row), text=row.back_because if row.is_open else ""),
        NowCell("Whose move", row.whose_move, text=f"{_waited(row)}. {late}".strip()),
        NowCell("What next", row.next),
    )


def _waited(row: ChallengeRow) -> str:
    words = waits(row)
    return f"Waiting {words}" if row.is_open else f"{words[:1].upper()}{words[1:]}"


def _facts(challenge: Challenge, row: ChallengeRow) -> tuple[Fact, ...]:
    line = challenge.line
    url = reverse("workplan:line", args=[line.plan.record.reference, line.number]) if line else ""
    return (
        Fact("Asked of", row.put_to),
        Fact("Held by", row.group or "no sub-group named"),
        Fact("Figure", _figure_words(row), note=_frozen(challenge)),
        Fact(
            "Work plan",
            f"Line {line.number}" if line else "no line named",
            link=Link(line.title, url) if line else None,
        ),
        Fact("Risk", challenge.risk.title if challenge.risk else "none named"),
        Fact("Brings it back", _watch_words(challenge)),
        Fact("Source", challenge.source or "none named"),
    )


def _frozen(challenge: Challenge) -> str:
    if not challenge.figure:
        return ""
    return f"As it was told then. {challenge.figure_row}".strip()


def _figure_words(row: ChallengeRow) -> str:
    return f"{row.figure} {row.figure_words}".strip() or "none"


def _watch_words(challenge: Challenge) -> str:
    if not challenge.worse:
        return "nothing is watched"
    falls = {"fell": "falls", "rose": "rises"}.get(challenge.worse, challenge.worse)
    return f"{challenge.watch_words or challenge.figure}, if it {falls} again"


def _said(reading: Reading) -> str:
    if reading.value is not None:
        return reading.words or f"{reading.value.normalize():f}"
    return reading.words or (reading.moved.value if reading.moved else "")


def _later(challenge: Challenge) -> tuple[LaterEvent, ...]:
    if not challenge.topic:
        return ()
    events = read_events(data.text_of(data.EVENTS), file=data.EVENTS)
    return tuple(one for one in events if one.topic == challenge.topic)


def _forms(row: ChallengeRow, reader: Reader) -> list[Link]:
    return [
        Link(
            challenge_offers.FORMS[form],
            reverse(f"workplan:challenge_{form.replace('-', '_')}", args=[row.reference]),
        )
        for form in challenge_offers.offered(row.state, reader)
    ]
