"""The heat map and a return as rows, and a return as a Word paper: kept readable for ever."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from holdfast.board.section11.documents.brief import add_table, new_paper, saved
from holdfast.board.section11.extracts import Heat
from holdfast.board.section11.models import AgencyReturn
from holdfast.engines.standards.extracts import GradeRow
from holdfast.kernel.actions.dated import day_words

HEAT_HEADER = (
    *("Cluster", "Agency", "Reply", "Stage", "Standard", "Title", "Colour"),
    *("Criteria", "Gap", "Evidence cited", "Expired", "Oldest evidence"),
)
RETURN_HEADER = (
    *("Standard", "Criterion", "Text", "Self grade", "Moderated grade", "Reason", "Gap"),
    *("Colour", "Why", "Evidence cited", "Oldest evidence"),
)


def heat_rows(heat: Heat) -> Iterator[Sequence[str | int | float]]:
    titles = dict(heat.standards)
    for row in heat.rows:
        for cell in row.cells:
            yield (
                row.cluster,
                row.name,
                row.reply or "none",
                row.state,
                cell.standard,
                titles[cell.standard],
                cell.colour.value if cell.colour else "not known" if row.asked else "not graded",
                cell.criteria,
                "" if cell.gap is None else round(cell.gap, 2),
                cell.cited,
                cell.expired,
                cell.oldest.isoformat() if cell.oldest else "",
            )


def return_rows(rows: Iterable[GradeRow]) -> Iterator[Sequence[str | int]]:
    for row in rows:
        yield (
            f"{row.standard}. {row.standard_title}",
            row.criterion,
            row.text,
            row.claimed,
            row.moderated,
            row.reason,
            "" if row.gap is None else row.gap,
            row.colour.value if row.colour else "not known",
            row.why,
            row.evidence,
            row.oldest.isoformat() if row.oldest else "",
        )


def return_word(
    found: AgencyReturn, rows: Sequence[GradeRow], *, board: str, on: date, made_at: datetime
) -> bytes:
    """Return a whole return as a Word paper, with what was said, asked and added since."""
    paper = new_paper(str(found), board, made_at=made_at)
    paper.add_heading(found.name, level=0)
    sent = f"sent {day_words(found.sent_on)}" if found.sent_on else "not sent"
    paper.add_paragraph(
        f"Section 11, {found.cycle.year}. {found.cluster.name}. "
        f"{(found.reply or 'no').capitalize()} return, {sent}. As at {day_words(on)}."
    )
    if found.reason:
        paper.add_paragraph(found.reason)
    paper.add_heading("Grades", level=1)
    head = ("Criterion", "Self", "Panel", "Reason", "Stands")
    add_table(paper, head, [
        (f"{row.criterion} {row.text}", row.claimed, row.moderated, row.reason, row.why)
        for row in rows
    ])  # fmt: skip
    _pairs(found, paper)
    return saved(paper)


def _pairs(found: AgencyReturn, paper: object) -> None:
    told = {
        "What the agency says": [f"{question}: {answer}" for question, answer in found.said],
        "Action points of case reviews": [
            f"{one.point}: {one.assurance}" for one in found.review_answers.all()
        ],
        "Challenges": [
            f"{one.kind}, {day_words(one.on)}. {' '.join(one.asked)} {one.reply}".strip()
            for one in found.challenges.all()
        ],
        "Added later": [f"{day_words(one.on)}: {one.text}" for one in found.addenda.all()],
    }
    for title, lines in told.items():
        if lines:
            paper.add_heading(title, level=1)  # type: ignore[attr-defined]
            for line in lines:
                paper.add_paragraph(line)  # type: ignore[attr-defined]
