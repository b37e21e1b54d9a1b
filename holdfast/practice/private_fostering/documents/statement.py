"""The year's statement: what it counts, as it may leave the room, and the manager's words.

Private Fostering Regulations 2005, regulation 12, and the national standards (M): the authority
satisfies itself each year that its duties are carried out, and reports to the board's chair.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from docx import Document

from holdfast.kernel.actions.dated import day_words
from holdfast.practice.private_fostering import extracts
from holdfast.practice.private_fostering.models import Statement
from holdfast.practice.private_fostering.rules import figures as rules
from holdfast.practice.private_fostering.rules import telling


def frozen(year: str, *, at: date) -> dict[str, Any]:
    """Return the year's figures as they are kept with its statement, on a day."""
    since, until = rules.year_bounds(year)
    found = extracts.of_year(year, at=at)
    work = list(extracts.awareness_rows(since=since, until=until))
    counted = [one.reached for one in work if one.reached is not None]
    return {
        "year": year,
        "as_at": min(at, until - timedelta(days=1)).isoformat(),
        "notifications": found.notifications,
        "arrangements": found.arrangements,
        "in_time": [found.in_time.part, found.in_time.of],
        "all_visits": [found.all_visits.part, found.all_visits.of],
        "by_source": found.by_source,
        "awareness": len(work),
        "reached": sum(counted) if counted else None,
    }


def lines(figures: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Return the figures in words, with small counts hidden: this paper leaves the room."""
    sources = rules.sources_outside(figures["by_source"])
    reached = figures["reached"]
    told = (
        "; ".join(
            f"{telling.TELLER_WORDS[telling.Teller(name)]}: {count}"
            for name, count in sorted(sources.items(), key=lambda pair: (-pair[1], pair[0]))
        )
        or "nobody"
        if sources is not None
        else "not shown: one of the numbers is between 1 and 5"
    )
    return [
        ("Notifications in the year", rules.outside(figures["notifications"])),
        ("Arrangements at its end", rules.outside(figures["arrangements"])),
        ("First visits within seven working days", _share(figures["in_time"])),
        ("Arrangements with every visit on time", _share(figures["all_visits"])),
        ("Who told", told),
        ("Awareness work", f"{figures['awareness']} times"),
        ("People it reached", "not counted" if reached is None else f"{reached:,}"),
    ]


def _share(pair: list[int]) -> str:
    part, of = pair
    if not of:
        return rules.NONE
    if of in rules.SMALL or part in rules.SMALL or of - part in rules.SMALL:
        return "not shown: a number is between 1 and 5"
    return rules.Share(part, of).words()


def word(statement: Statement) -> bytes:
    """Return the statement as a Word paper."""
    paper = Document()
    title = f"Private fostering, {statement.year}"
    known = paper.core_properties
    known.title, known.author = title, statement.by.agency.name
    known.last_modified_by = statement.by.agency.name
    known.created = known.modified = datetime.combine(statement.made_on, time())
    known.comments, known.language = "", "en-GB"
    paper.add_heading(title, level=0)
    as_at = date.fromisoformat(statement.figures["as_at"])
    paper.add_paragraph(
        f"{statement.by.agency.name}. To the director of children's services and the chair of the "
        f"board. Version {statement.version}, {day_words(statement.made_on)}; counted as at "
        f"{day_words(as_at)}."
    )
    table = paper.add_table(rows=0, cols=2)
    for head, said in lines(statement.figures):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = head, said
    for heading, text in (("What the year taught", statement.words), ("Next", statement.plan)):
        paper.add_heading(heading, level=1)
        for part in _plain(text).split("\n\n"):
            paper.add_paragraph(part)
    paper.add_paragraph(f"{statement.by.title}. Digest of figures and words: {statement.sha256}")
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _plain(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
