"""Awareness work beside the notices: one drawing, the same as a table, and questions."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse

from holdfast.kernel.ui.charts import Chart, Point, Series, lines
from holdfast.kernel.ui.filters import number
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link
from holdfast.kernel.ui.tables import (
    Cell,
    Column,
    Row,
    Table,
    TableSpec,
    plain_table,
    sort_and_page,
)
from holdfast.practice.private_fostering.models import Activity, SilenceAnswer
from holdfast.practice.private_fostering.models.awareness import ActivityQuerySet
from holdfast.practice.private_fostering.rules import awareness, telling

LOG = TableSpec(
    caption="Awareness work, the newest first",
    columns=(
        Column("on", "Day", sort="on"),
        Column("setting", "Where"),
        Column("what", "What was done", header=True),
        Column("reached", "Reached", numeric=True, sort="reached"),
    ),
    default_sort="-on",
    nothing="No awareness work has been written down yet.",
)
BESIDE = TableSpec(
    caption="Each quarter: what was done, and how many children were told of",
    columns=(
        Column("quarter", "Quarter", header=True),
        Column("done", "Awareness work"),
        Column("told", "Notifications", numeric=True),
    ),
)
BY_SETTING = TableSpec(
    caption="Where we were in the last twelve months, and who told",
    columns=(
        Column("setting", "Setting", header=True),
        Column("done", "Times we were there", numeric=True),
        Column("told", "Children told of", numeric=True),
    ),
)


@dataclass(frozen=True)
class Question:
    """A silence, put as a question, with its two answers: do it, or say why not."""

    words: str
    url: str


@dataclass(frozen=True)
class AwarenessPage:
    chart: Chart | None
    beside: Table
    by_setting: Table
    questions: Sequence[Question]
    answers: Sequence[str]
    log: Table
    add: Link


@dataclass(frozen=True)
class Told:
    """One notice that opened a record: its day and who told. No child, no reference."""

    on: date
    by: str


def awareness_page(
    *,
    told: Sequence[Told],
    done: ActivityQuerySet,
    answers: Sequence[SilenceAnswer],
    params: Mapping[str, Any],
    on: date,
) -> AwarenessPage:
    work = list(done)
    lately = [one for one in told if (on - one.on).days <= 365]
    worked = [_done(one) for one in work if (on - one.on).days <= 365]
    open_answers = [one for one in answers if one.ask_again_on > on]
    silent = awareness.silences(
        [one.by for one in lately], worked, answered=[one.setting for one in open_answers]
    )
    return AwarenessPage(
        chart=_chart(told, work, on=on),
        beside=plain_table(BESIDE, _beside(told, work, on=on)),
        by_setting=plain_table(BY_SETTING, _by_setting(lately, worked)),
        questions=[
            Question(one.question, reverse("private_fostering:silence", args=[one.setting.value]))
            for one in silent
        ],
        answers=[_answer(one) for one in open_answers],
        log=sort_and_page(done, params, LOG, _log_row),
        add=Link("Write down awareness work", reverse("private_fostering:activity")),
    )


def _done(one: Activity) -> awareness.Done:
    return awareness.Done(one.on, awareness.Setting(one.setting), one.reached)


def _answer(one: SilenceAnswer) -> str:
    choice = "We go there" if one.do_it else "We do not go, because"
    setting = awareness.SETTING_WORDS[awareness.Setting(one.setting)]
    return f"{setting}, {day_words(one.on)}. {choice}: {one.words}"


def _span(told: Sequence[Told], work: Iterable[Activity], on: date) -> list[str]:
    days = [*(one.on for one in told), *(one.on for one in work)]
    return awareness.quarters(min(days), on) if days else []


def _chart(told: Sequence[Told], work: Sequence[Activity], *, on: date) -> Chart | None:
    """Notices by quarter, with the number of pieces of work in each as a second line."""
    names = _span(told, work, on)
    if len(names) < 2:
        return None
    notices = Counter(awareness.quarter_of(one.on) for one in told)
    pieces = Counter(awareness.quarter_of(one.on) for one in work)
    now = awareness.quarter_of(on)
    return lines(
        "Notifications, and awareness work beside them",
        [
            Series(
                "Notifications",
                [Point(_short(n), notices[n], provisional=n == now) for n in names],
                emphasis=True,
            ),
            Series("Awareness work", [Point(_short(n), pieces[n]) for n in names]),
        ],
        finding=_finding(told, on=on),
        caption="Children told of, and pieces of awareness work, by the quarter’s first month",
        head="Quarter from",
        note="That one follows the other is no proof that it caused it. The last quarter runs on.",
    )


def _short(name: str) -> str:
    """Return the month and year in which a quarter begins: 2012/13 Q4 as 1/13."""
    year, quarter = name.split()
    month, later = QUARTER_BEGINS[quarter]
    return f"{month}/{(int(year[2:4]) + later) % 100:02d}"


QUARTER_BEGINS = {"Q1": (4, 0), "Q2": (7, 0), "Q3": (10, 0), "Q4": (1, 1)}


def _small(words: str) -> str:
    """Return words as they stand inside a sentence; GPs stay GPs."""
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"


def _finding(told: Sequence[Told], *, on: date) -> str:
    this = awareness.year_of(on)
    start = int(this[:4])
    last, before = f"{start - 1}/{start % 100:02d}", f"{start - 2}/{(start - 1) % 100:02d}"
    years = Counter(awareness.year_of(one.on) for one in told)
    if not years[before]:
        return f"Notifications in {last}: {years[last]}."
    change = awareness.change_words(years[before], years[last])
    return f"Notifications went {change}, {before} to {last}."


def _beside(told: Sequence[Told], work: Sequence[Activity], *, on: date) -> list[Row]:
    notices = Counter(awareness.quarter_of(one.on) for one in told)
    pieces: dict[str, list[str]] = defaultdict(list)
    for one in sorted(work, key=lambda w: (w.on, w.pk)):
        where = awareness.SETTING_WORDS[awareness.Setting(one.setting)]
        what = awareness.ACTIVITY_WORDS[awareness.Activity(one.kind)]
        pieces[awareness.quarter_of(one.on)].append(f"{what}, {_small(where)}")
    return [
        Row({
            "quarter": name,
            "done": "; ".join(pieces[name]) or "None written down",
            "told": str(notices[name]),
        })
        for name in _span(told, work, on)
    ]  # fmt: skip


def _by_setting(told: Sequence[Told], done: Sequence[awareness.Done]) -> list[Row]:
    heard, worked = Counter(one.by for one in told), Counter(one.setting for one in done)
    rows = []
    for setting in awareness.Setting:
        tells = awareness.TELLS_AS.get(setting)
        count = str(sum(heard[t.value] for t in tells)) if tells else "Cannot be told apart"
        note = ", ".join(telling.TELLER_WORDS[t] for t in tells or ())
        rows.append(
            Row({
                "setting": awareness.SETTING_WORDS[setting],
                "done": str(worked[setting]),
                "told": Cell(count, note=note),
            })
        )  # fmt: skip
    return rows


def _log_row(one: Activity) -> Row:
    return Row(
        {
            "on": day_words(one.on),
            "setting": awareness.SETTING_WORDS[awareness.Setting(one.setting)],
            "what": Cell(awareness.ACTIVITY_WORDS[awareness.Activity(one.kind)], note=one.words),
            "reached": number(one.reached, missing="not counted"),
        }
    )
