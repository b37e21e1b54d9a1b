"""The room's words for steps, promises and help."""

from datetime import date

from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State as ActionState
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import plural
from holdfast.kernel.ui.parts import (
    Entry,
    Status,
    gap_words,
    met,
    no_reply,
    nothing,
    over,
    refused,
    running,
    soon,
)
from holdfast.practice.early_help.models import Support
from holdfast.practice.early_help.rules import words

HEADS = {
    "offer": "Early help offered.",
    "agree": "The family agreed.",
    "agree_again": "The family agreed after all.",
    "agree_again_with_plan": "The family agreed again.",
    "decline": "The family did not agree.",
    "withdraw_agreement": "The family no longer agrees.",
    "complete_assessment": "Assessment complete.",
    "assess_again": "Assessed again.",
    "name_lead": "Lead professional named.",
    "join_team": "Joined the team.",
    "leave_team": "Left the team.",
    "call_meeting": "Meeting called.",
    "record_meeting": "Meeting.",
    "agree_action": "Promised.",
    "claim_done": "Said to be done.",
    "evidence": "Done, and shown.",
    "note_progress": "How it stands.",
    "offer_support": "Help offered.",
    "support_went": "Help.",
    "give_place": "Place in a group.",
    "end_place": "Group ended.",
    "step_up": "Stepped up.",
    "go_on": "Back from the front door.",
    "go_on_with_plan": "Back from the front door.",
    "offer_again": "Back from the front door.",
    "give_survey": "The family was given its survey.",
    "close": "Early help ended.",
    "entry": "Entry.",
}
LONG_STORY = frozenset({"claim_done", "start_clock", "explain_lateness"})
"""Steps that stand among all entries, and not in the story in short."""


def entry_of(step: Step, *, owner: int) -> Entry:
    """A step as a line of the story. The owning agency's own posts go by their title alone."""
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=HEADS.get(step.move) or f"{step.move.replace('_', ' ').capitalize()}.",
        text=step.note,
        by=step.by.title,
        source="" if step.by.agency_id == owner else step.by.agency.name,
        gap=gap_words(step.on, step.written_at),
    )


def promise_status(action: Action, *, on: date) -> Status:
    """How a step of the plan stands. Said done is not yet shown."""
    if action.state == ActionState.EVIDENCED:
        return met("Done, and shown")
    late = (on - action.due_on).days if action.due_on else 0
    if late > 0:
        return over(f"{plural(late, 'day')} over")
    if action.state == ActionState.DONE:
        return soon("Said to be done")
    return running(f"{plural(-late, 'day')} left" if action.due_on else "No date agreed")


def support_status(support: Support) -> Status:
    taken = words.Taken(support.state)
    shown = {
        words.Taken.OFFERED: no_reply,
        words.Taken.TAKEN_UP: running,
        words.Taken.DECLINED: refused,
        words.Taken.FELL_AWAY: nothing,
        words.Taken.FINISHED: met,
    }[taken]
    return shown(words.TAKEN_WORDS[taken])
