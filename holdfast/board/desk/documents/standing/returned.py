"""A challenge that is back: why, who holds it, what was promised, and a question to ask."""

from datetime import date

from holdfast.board.workplan.extracts.challenges import coming_back_among
from holdfast.board.workplan.models import Challenge
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.blocks import Block, Paragraph, Sources, Table
from holdfast.kernel.actions.dated import day_words

PROMISED = ("What was promised", "Whose", "By", "State")


def came_back(meeting: Meeting, on: date, *, reference: str) -> tuple[Block, ...] | None:
    """Report on a challenge by its reference, or None where none of this area has it."""
    found = Challenge.objects.of(meeting.record.area).for_page()
    back = coming_back_among(found.filter(record__reference=reference), on=on)
    if not back:
        return None
    one = back[0]
    rows = tuple(
        (
            promise.what,
            promise.owner,
            day_words(promise.due_on) if promise.due_on else "no date",
            f"{promise.colour}: {promise.why}",
        )
        for promise in one.promised
    )
    promised: Block = (
        Table("What was promised", PROMISED, rows) if rows else Paragraph("Nothing was promised.")
    )
    return (
        Paragraph(f"The question was: {one.challenge.question}"),
        Paragraph(f"It comes back. {one.because}", strong=True),
        Paragraph(f"Who holds it: {one.holder}."),
        Paragraph(f"A question to ask: {one.question}"),
        promised,
        Sources((reference,)),
    )
