"""What earlier meetings left behind: matters arising, and the Executive's main issues."""

from datetime import date

from holdfast.engines.meetings.models import Meeting, Note
from holdfast.engines.meetings.rules.blocks import Block, Heading, Paragraph, Sources, Table
from holdfast.engines.meetings.rules.lines import NoteKind
from holdfast.engines.meetings.rules.states import WAS_HELD
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.models import Action

EXECUTIVE = "Executive"


def matters_arising(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """Every action of any earlier meeting of the year that is not finished, and its one date."""
    earlier = _earlier(meeting, meeting.body)
    if not earlier:
        return (Paragraph(f"No earlier meeting of the {meeting.body} is held here."),)
    last = earlier[0]
    minutes = getattr(last, "minutes", None)
    approved = (
        f"approved {day_words(minutes.approved_on)}"
        if minutes and minutes.approved_on
        else "waiting for approval"
        if minutes
        else "not drafted yet"
    )
    every = _earlier(meeting, "")
    actions = Action.objects.filter(record__in=[one.record_id for one in every])
    found = list(
        actions.open()
        .select_related("owner", "reviewer", "minute__item__meeting")
        .prefetch_related("date_changes", "evidence", "retests")
        .order_by("due_on", "pk")
    )
    rows = tuple(
        (
            action.what,
            action.whose_move(on=on),
            _due(action.due_on, on),
            action.minute.item.meeting.title if hasattr(action, "minute") else "",
        )
        for action in found
    )
    return (
        Paragraph(f"The last meeting was on {last.when}. Its minutes are {approved}."),
        Table("Actions still open", ("Action", "Whose move", "Due", "Agreed"), rows),
        Sources((f"the tracker, {day_words(on)}", *(one.record.reference for one in every[:3]))),
    )


def _due(due_on: date | None, on: date) -> str:
    if due_on is None:
        return "no date"
    late = (on - due_on).days
    return f"{day_words(due_on)}, {late} days late" if late > 0 else day_words(due_on)


def _earlier(meeting: Meeting, body: str) -> list[Meeting]:
    """Return earlier meetings of a body, or with no words of any, the latest first."""
    found = Meeting.objects.filter(
        cycle=meeting.cycle_id,
        state__in=[state.value for state in WAS_HELD],
        planned_from__lt=meeting.planned.last,
    ).exclude(pk=meeting.pk)
    if body:
        found = found.filter(body=body)
    return list(found.select_related("record", "minutes").order_by("-planned_from", "-pk"))


def executive_summary(meeting: Meeting, on: date) -> tuple[Block, ...]:
    """What the Executive decided and challenged since the body last met. Open part only."""
    since = next(iter(_earlier(meeting, meeting.body)), None)
    met = [
        one
        for one in _earlier(meeting, EXECUTIVE)
        if since is None or one.planned_from > since.planned_from
    ]
    if not met:
        return (Paragraph("The Executive has not met since this board last did."),)
    notes = Note.objects.filter(
        item__meeting__in=met, item__part=None, struck_because="", kind__in=TOLD
    ).select_related("item__meeting")
    found: list[Block] = []
    for one in reversed(met):
        mine = [note for note in notes if note.item.meeting_id == one.pk]
        found.append(Heading(f"{one.title}, {one.when}"))
        if mine:
            rows = tuple((note.text, TOLD[note.kind], note.item.title) for note in mine)
            found.append(Table(f"From the {one.when}", ("What", "Sort", "Item"), rows))
        else:
            found.append(Paragraph("Nothing was decided or challenged, as far as is minuted."))
    return (*found, Sources(tuple(one.record.reference for one in met)))


TOLD = {NoteKind.DECISION.value: "Decided", NoteKind.CHALLENGE.value: "Challenged"}
