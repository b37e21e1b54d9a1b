"""The first page: what this post has to answer, and the rounds it asked."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse

from holdfast.engines.asks.extracts import RoundRow, rate_of
from holdfast.engines.asks.models import Round
from holdfast.engines.asks.pages.board import drawn
from holdfast.engines.asks.rules.standing import due_words, is_open
from holdfast.engines.asks.rules.states import State
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.ui.parts import Link, Status


@dataclass(frozen=True)
class Mine:
    """One return that this post or its agency answers."""

    title: str
    url: str
    agency: str
    status: Status
    due: str
    ahead: str
    whose: str
    far: str


@dataclass(frozen=True)
class Asked:
    link: Link
    issued: str
    due: str
    rate: str


@dataclass(frozen=True)
class RequestsPage:
    waiting: tuple[Mine, ...]
    done: tuple[Mine, ...]
    rounds: tuple[Asked, ...]
    board: tuple[Mine, ...]
    asks: bool
    answers: bool

    @classmethod
    def of(
        cls,
        mine: Sequence[tuple[RoundRow, str]],
        rounds: Iterable[tuple[Round, Sequence[RoundRow]]],
        *,
        revised: Container[int],
        asks: bool,
        answers: bool,
        on: date,
    ) -> "RequestsPage":
        """`mine` are rows with their rounds' titles; `revised` wait for a revised date."""
        rounds = list(rounds)
        every = [(row, one.title) for one, rows in rounds for row in rows]
        waits = sorted((p for p in mine if is_open(p[0].state)), key=lambda pair: pair[0].due_on)
        done = [pair for pair in mine if not is_open(pair[0].state)]
        return cls(
            waiting=tuple(_mine(row, title, on=on) for row, title in waits),
            done=tuple(_mine(row, title, on=on) for row, title in reversed(done)),
            rounds=tuple(_asked(one, rows, on=on) for one, rows in rounds),
            board=tuple(
                replace(_mine(row, title, on=on), whose=_waits(row, revised))
                for row, title in every
                if row.state is State.SENT or row.request in revised
            ),
            asks=asks,
            answers=answers,
        )


def _mine(row: RoundRow, title: str, *, on: date) -> Mine:
    return Mine(
        title=title,
        url=reverse("asks:request", args=[row.reference]),
        agency=row.agency,
        status=drawn(row.look, row.words),
        due=day_words(row.due_on),
        ahead=due_words(row.due_on, on=on) if is_open(row.state) else "",
        whose=row.whose_move,
        far=f"{row.answered} of {row.asked} questions",
    )


def _waits(row: RoundRow, revised: Container[int]) -> str:
    asked = "The board: a revised date is asked for"
    return asked if row.request in revised else "The board: accept it or send it back"


def _asked(one: Round, rows: Sequence[RoundRow], *, on: date) -> Asked:
    return Asked(
        link=Link(one.title, reverse("asks:round", args=[one.record.reference])),
        issued=day_words(one.issued_on),
        due=day_words(one.due_on),
        rate=rate_of(rows, on=on).words,
    )
