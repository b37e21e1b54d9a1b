"""docs/timescales.md, made from the reference page's rows. Pure words, no arithmetic."""

from collections.abc import Iterable, Iterator

from holdfast.kernel.clock import reference_page
from holdfast.kernel.clock.reference_page import ReferenceRow
from holdfast.kernel.clock.timescales import span_words

OPENING = """# Timescales

Made by `holdfast timescales` from the reviewed data in `holdfast/kernel/clock/data`. Do not edit
this page: change the data, with its source, and make it again. A test keeps the two the same.

A limit is a ceiling, not a target. A clock that is over is a fact that wants a reason: it closes
nothing and never stops anybody from writing down what they did. A local standard is not law.
"""

COLUMNS = ("Duty", "Limit", "From", "Until", "Who", "In force", "Where it comes from", "Status")


def as_markdown() -> str:
    """The whole page, ending in a newline."""
    return "\n".join(_lines()).rstrip() + "\n"


def _lines() -> Iterator[str]:
    yield OPENING
    yield "## How sure we are\n"
    yield from _table(
        ("", "Status", "What it means"),
        ((badge.code, badge.words, badge.meaning) for badge in reference_page.badges()),
    )
    yield "## Days that count\n"
    yield from _table(
        ("Calendar", "Which days count", "Used for", "Source", "Status"),
        (
            (spec.name, spec.words, spec.used_for, spec.source, spec.status.value)
            for spec in reference_page.calendars()
        ),
    )
    yield "## Editions\n"
    yield from _table(
        ("Edition", "In force", "Known to the", "Source", "Status", "Notes"),
        (
            (
                edition.name,
                span_words(edition.starts_on, edition.ends_on),
                edition.dated,
                edition.source,
                edition.status.value,
                edition.notes,
            )
            for edition in reference_page.editions()
        ),
    )
    for section in reference_page.sections():
        yield f"## {section.title}\n"
        yield from _table(COLUMNS, (_cells(row) for row in section.rows))


def _cells(row: ReferenceRow) -> tuple[str, ...]:
    more = " ".join(row.more)
    return (
        f"**{row.duty}** `{row.id}` {more}".strip(),
        f"{row.limit}. {row.counted}".strip(" ."),
        row.starts,
        row.stops,
        row.responsible,
        row.in_force,
        f"{row.kind}: {row.source}",
        f"{row.badge.code}{', unconfirmed' if row.unconfirmed else ''}",
    )


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield _line(heads)
    yield _line(tuple("---" for _ in heads))
    yield from (_line(row) for row in rows)
    yield ""


def _line(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(" ".join(cell.split()).replace("|", "/") for cell in cells) + " |"
