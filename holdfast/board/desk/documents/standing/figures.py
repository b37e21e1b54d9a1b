"""Published figures: the exceptions with their challenges, and a themed section's dashboard."""

from datetime import date

from holdfast.board.local_data.extracts import exceptions as exceptions_on
from holdfast.board.workplan.extracts import (
    ChallengeRow,
    challenge_rows,
    challenges_to_reopen,
)
from holdfast.board.workplan.rules.challenging import ChallengeState
from holdfast.engines.meetings.models import Meeting
from holdfast.engines.meetings.rules.blocks import (
    Block,
    Heading,
    Listing,
    Paragraph,
    Sources,
    Table,
)
from holdfast.kernel.actions.dated import day_words


def exceptions(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """The exceptions a board could see on that day, and the challenges about them."""
    return (*published(meeting, on), *asked(meeting, on))


def published(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """The figures out of the ordinary, each with its question."""
    found = exceptions_on(meeting.record.area.code, on=on)
    if not found:
        return (Paragraph("No figure is out of the ordinary, or none was published by this day."),)
    rows = tuple(
        (one.name, f"{one.value}, {one.period}", one.made_of, one.why, one.question)
        for one in found
    )
    head = ("Measure", "Value", "Made of", "Why it is here", "Question")
    releases = dict.fromkeys(one.release for one in found)
    return (Table("Exceptions in published figures", head, rows), Sources(tuple(releases)))


def asked(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """What comes back, with what was promised and a question to ask; then what waits."""
    area = meeting.record.area
    back = [one for one in challenges_to_reopen(area=area, on=on) if one.challenge.put_on <= on]
    waiting = [row for row in challenge_rows(area=area, on=on) if row.is_open and row.put_on <= on]
    found: list[Block] = []
    if back:
        rows = tuple(
            (
                f"{one.challenge.reference} {one.challenge.title}",
                one.because,
                "; ".join(promise.what for promise in one.promised) or "nothing on record",
                one.holder,
                one.question,
            )
            for one in back
        )
        found.append(Table("Challenges that come back", BACK, rows))
    if waiting:
        cells = tuple(
            (f"{row.reference} {row.title}", row.whose_move, row.state.value, _late(row))
            for row in waiting
        )
        found.append(Table("Challenges that are open", OPEN, cells))
    return tuple(found)


BACK = ("Challenge", "Why it comes back", "What was promised", "Who holds it", "Ask")
OPEN = ("Challenge", "Whose move", "State", "Reply")


def _late(row: ChallengeRow) -> str:
    if row.state is not ChallengeState.PUT:
        return "replied"
    due = day_words(row.reply_by) if row.reply_by else "no day"
    return f"due {due}, {row.late} working days late" if row.late else f"due {due}"


def theme(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """A themed section: what feeds it, whether that has come, and the figures beside it."""
    item = meeting.items.filter(key="theme").prefetch_related("papers").first()
    if item is None:
        return ()
    papers = [paper.title for paper in item.papers.all() if not paper.restricted]
    came = "; ".join(papers) if papers else "no paper has come yet"
    return (
        Paragraph(f"Part of the child's journey: {item.theme}. Papers so far: {came}."),
        Heading("What feeds it"),
        Listing(tuple(item.inputs)),
        Paragraph(f"Expert speaker: {item.speaker or 'not named yet'}.", strong=not item.speaker),
        Heading("Dashboard"),
        *published(meeting, on),
    )
