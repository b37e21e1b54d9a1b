"""The room's own figures, unsuppressed and so not for outside; and the year's statements."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.ui.charts import Bar, Chart, bars
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Fact, Link
from holdfast.kernel.ui.tables import Cell, Column, Row, Table, TableSpec, plain_table
from holdfast.practice.private_fostering import documents
from holdfast.practice.private_fostering.extracts import Figures
from holdfast.practice.private_fostering.models import Statement
from holdfast.practice.private_fostering.rules import telling

MEASURES = (
    ("PF01", "Notifications in the year"),
    ("PF02", "Arrangements at its end"),
    ("PF03", "First visit within seven working days, of notifications whose visit was due"),
    ("PF04", "Arrangements with every visit on time"),
    ("", "Looked into and found not to be private fostering"),
)
STATEMENTS = TableSpec(
    caption="Statements that were made",
    columns=(
        Column("year", "Year", header=True),
        Column("made", "Made on"),
        Column("by", "By"),
    ),
    nothing="No statement has been made yet.",
)


@dataclass(frozen=True)
class FiguresPage:
    table: Table
    sources: Table
    chart: Chart | None
    as_at: str


def figures_page(years: Mapping[str, Figures], *, at: date) -> FiguresPage:
    """Years across, measures down. The last year runs on, and says so."""
    names = list(years)
    spec = TableSpec(
        caption="Private fostering, by year from April to March",
        columns=(
            Column("what", "Measure", header=True),
            *(Column(name, name, numeric=True) for name in names),
        ),
    )
    shown = {name: _values(found) for name, found in years.items()}
    rows = [
        Row({
            "what": Cell(words, note=code),
            **{name: shown[name][at_row] for name in names},
        })
        for at_row, (code, words) in enumerate(MEASURES)
    ]  # fmt: skip
    return FiguresPage(
        table=plain_table(spec, rows, note="The last year is not over."),
        sources=_sources(years),
        chart=_chart(years),
        as_at=day_words(at),
    )


def _values(found: Figures) -> tuple[str, ...]:
    return (
        str(found.notifications), str(found.arrangements), found.in_time.words(),
        found.all_visits.words(), str(found.found_not),
    )  # fmt: skip


def _sources(years: Mapping[str, Figures]) -> Table:
    spec = TableSpec(
        caption="Notifications by who told (PF05)",
        columns=(
            Column("who", "Who told", header=True),
            *(Column(name, name, numeric=True) for name in years),
        ),
    )
    return plain_table(
        spec,
        [
            Row({
                "who": telling.TELLER_WORDS[teller],
                **{n: str(found.by_source.get(teller.value, 0)) for n, found in years.items()},
            })
            for teller in telling.Teller
        ],
    )  # fmt: skip


def _chart(years: Mapping[str, Figures]) -> Chart | None:
    if not any(found.notifications for found in years.values()):
        return None
    last = list(years)[-1]
    said = ", ".join(f"{found.notifications} in {name}" for name, found in years.items())
    return bars(
        "Notifications by year",
        [Bar(name, found.notifications, emphasis=name == last) for name, found in years.items()],
        finding=f"Notifications: {said}.",
        caption="Notifications of private fostering, by year from April to March",
        head=("Year", "Notifications"),
        note="The last year is not over.",
    )


@dataclass(frozen=True)
class StatementPage:
    """A statement as it leaves the room."""

    title: str
    caption: str
    facts: Sequence[Fact]
    words: str
    plan: str
    digest: str
    word_url: str


def statement_page(one: Statement) -> StatementPage:
    as_at = date.fromisoformat(one.figures["as_at"])
    return StatementPage(
        title=f"Private fostering, {one.year}",
        caption=f"Version {one.version}, {day_words(one.made_on)}, by {one.by.title}. "
        f"Counted as at {day_words(as_at)}",
        facts=[Fact(head, said) for head, said in documents.lines(one.figures)],
        words=one.words,
        plan=one.plan,
        digest=" ".join(one.sha256[n : n + 8] for n in range(0, 64, 8)),
        word_url=reverse("private_fostering:statement_word", args=[one.pk]),
    )


def statements_table(found: Sequence[Statement]) -> Table:
    return plain_table(
        STATEMENTS,
        [
            Row({
                "year": Cell(
                    f"{one.year}, version {one.version}",
                    url=reverse("private_fostering:statement", args=[one.pk]),
                ),
                "made": day_words(one.made_on),
                "by": one.by.title,
            })
            for one in found
        ],
    )  # fmt: skip


def finished_years(on: date, *, first: int = 2005) -> list[str]:
    """Return the financial years that are over, the newest first, five at most."""
    start = on.year if on.month >= 4 else on.year - 1
    return [f"{y}/{(y + 1) % 100:02d}" for y in range(start - 1, max(first, start - 6) - 1, -1)]


def shown_years(on: date) -> list[str]:
    """Return the last three years and the one that runs, in order."""
    start = on.year if on.month >= 4 else on.year - 1
    return [f"{y}/{(y + 1) % 100:02d}" for y in range(start - 2, start + 1)]


def add_link() -> Link:
    return Link("Make a statement", reverse("private_fostering:make_statement"))
