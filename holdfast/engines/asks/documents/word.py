"""A sent return as a Word paper: section by section, question and answer."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

from docx import Document

from holdfast.engines.asks.extracts import Sheet
from holdfast.kernel.actions.dated import day_words


def word(
    sheet: Sheet, *, title: str, addenda: Sequence[tuple[date, str]], made_at: datetime
) -> bytes:
    paper = Document()
    known = paper.core_properties
    known.title, known.author, known.last_modified_by = title, sheet.agency, sheet.agency
    known.created = known.modified = made_at.replace(tzinfo=None)
    known.comments, known.language = "", "en-GB"
    paper.add_heading(title, level=0)
    late = f", {sheet.days_late} days late" if sheet.days_late else ""
    paper.add_paragraph(
        f"{sheet.agency}. {sheet.reference}, version {sheet.number}: {sheet.reply.value} return, "
        f"sent {day_words(sheet.sent_on)}{late}. Due {day_words(sheet.due_on)}. "
        f"Questions, version {sheet.set_version}."
    )
    if sheet.words:
        paper.add_paragraph(_plain(sheet.words))
    for section in sheet.questions.sections if sheet.answers else ():
        paper.add_heading(_plain(section.title), level=1)
        for question in section.questions:
            given = sheet.answers.get(question.key)
            paper.add_heading(_plain(question.text), level=2)
            paper.add_paragraph(_plain(given.words) if given else "Not answered")
    if addenda:
        paper.add_heading("Addenda", level=1)
        for on, text in addenda:
            paper.add_paragraph(f"{day_words(on)}. {_plain(text)}")
    held = BytesIO()
    paper.save(held)
    return held.getvalue()


def _plain(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(sign for sign in text if sign >= " " or sign in "\n\t")
