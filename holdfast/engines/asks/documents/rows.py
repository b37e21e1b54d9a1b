"""A sent return as plain rows, every question of its own version, answered or not."""

from collections.abc import Iterator
from typing import Any

from holdfast.engines.asks.extracts import Sheet
from holdfast.engines.asks.rules import questions as rules

HEADER = (
    "Reference", "Agency", "Version", "Reply", "Sent on", "Section", "Question", "Answer",
    "Number", "Out of", "Why there is none", "First said on", "Written by",
)  # fmt: skip


def rows(sheet: Sheet) -> Iterator[tuple[Any, ...]]:
    """Yield one row for each question. Numbers stay numbers; absent words stay apart."""
    head = (
        sheet.reference, sheet.agency, sheet.number, sheet.reply.value, sheet.sent_on.isoformat()
    )  # fmt: skip
    for section in sheet.questions.sections:
        for question in section.questions:
            given = sheet.answers.get(question.key)
            if given is None:
                yield (*head, section.title, question.text, "", None, None, "", "", "")
                continue
            value = given.value
            by = f"{given.by_link} (by link)" if given.by_link else given.by
            yield (
                *head, section.title, question.text, given.words, value.number, value.of,
                value.absent, given.first_said_on.isoformat(), by,
            )  # fmt: skip


def as_json(sheet: Sheet) -> dict[str, Any]:
    """Return a return and its questions as values that any program reads."""
    return {
        "reference": sheet.reference,
        "agency": sheet.agency,
        "version": sheet.number,
        "reply": sheet.reply.value,
        "words": sheet.words,
        "due_on": sheet.due_on.isoformat(),
        "sent_on": sheet.sent_on.isoformat(),
        "questions": {"version": sheet.set_version, **rules.as_json(sheet.questions)},
        "answers": {
            key: {
                "words": given.words,
                "number": None if given.value.number is None else str(given.value.number),
                "out_of": None if given.value.of is None else str(given.value.of),
                "day": given.value.day.isoformat() if given.value.day else None,
                "absent": given.value.absent,
                "first_said_on": given.first_said_on.isoformat(),
            }
            for key, given in sheet.answers.items()
        },
        "digest": sheet.digest,
    }
