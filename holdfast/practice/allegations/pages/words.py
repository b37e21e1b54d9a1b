"""The room's words for moves, posts and days."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import Kind, State
from holdfast.kernel.records.models import Step
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Entry, Status, gap_words, met, over, running, soon
from holdfast.practice.allegations.models import Allegation, Meeting
from holdfast.practice.allegations.rules import law

HEADS = {
    "account": "Account.",
    "accept_transfer": "Case taken over.",
    "add_child": "Child added.",
    "add_concern": "Concern added.",
    "admit_keeper": "Keeper admitted.",
    "agree_action": "Action agreed.",
    "agree_learning": "Learning agreed.",
    "ask_new_date": "New date asked for.",
    "advise": "Advice.",
    "approve_new_date": "New date agreed.",
    "call_meeting": "Meeting called.",
    "claim_done": "Said to be done.",
    "close": "Closed.",
    "close_strand": "Strand closed.",
    "compare": "Compared with an earlier record.",
    "conclude": "Outcome.",
    "consider_regulator": "Barring and regulators.",
    "decide_outcome": "Outcome.",
    "end_invitation": "Let in no longer.",
    "entry": "Entry.",
    "evidence": "Evidence seen.",
    "explain_lateness": "Why it is late.",
    "find_below_threshold": "Below the threshold.",
    "find_threshold_met": "Threshold met.",
    "give_advice": "Advice given.",
    "hold_initial_discussion": "Initial discussion.",
    "linked": "Later allegation linked.",
    "look": "Looked for earlier allegations.",
    "meet_clock": "Clock met.",
    "note_progress": "Asked.",
    "offer_transfer": "Transfer offered.",
    "open_strand": "Strand opened.",
    "overturn_outcome": "Outcome after an appeal.",
    "record_decision": "Employer’s decision.",
    "record_meeting": "Meeting.",
    "refer": "Referral.",
    "refer_in_writing": "Referral in writing.",
    "reopen": "Reopened.",
    "review_progress": "Progress review.",
    "send_copy": "Letter sent.",
    "shut_out": "Shut out.",
    "start_clock": "Employer’s clock started.",
    "summarise": "Summary written.",
    "take_call": "Call.",
    "tell_adult": "Adult told.",
    "tell_child": "Child told.",
    "tell_parent": "Parent told.",
    "update": "Agency’s update.",
    "withdraw_transfer": "Offer withdrawn.",
}
"""What a step is called in the story; a step without an entry is written as its move's words."""

MAIN = frozenset(
    {
        "account", "add_child", "add_concern", "advise", "refer", "take_call",
        "refer_in_writing", "give_advice",
        "find_threshold_met", "find_below_threshold", "hold_initial_discussion",
        "record_decision", "record_meeting", "update", "conclude", "decide_outcome",
        "overturn_outcome", "approve_new_date", "accept_transfer", "close", "reopen", "entry",
    }
)  # fmt: skip
"""The steps that make the story in short. Every other step stands among all entries."""


def entry_of(step: Step, *, owner: int) -> Entry:
    """A step as a line of the story. The owning agency's own posts go by their title alone."""
    head = HEADS.get(step.move) or f"{step.move.replace('_', ' ').capitalize()}."
    return Entry(
        happened=step.on,
        written=step.written_at,
        head=head,
        text=step.note,
        by=step.by.title,
        source="" if step.by.agency_id == owner else step.by.agency.name,
        gap=gap_words(step.on, step.written_at),
    )


def days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def work_of(allegation: Allegation) -> str:
    jobs = list(allegation.adult.jobs.all())
    return jobs[0].work if jobs else "work not known"


def title_of(allegation: Allegation) -> str:
    return f"{allegation.adult.name}, {work_of(allegation)}"


def categories_of(allegation: Allegation) -> str:
    found = {concern.category for concern in allegation.concerns.all()}
    said = [law.CATEGORY_WORDS[c] for c in law.Category if c.value in found]
    return ", ".join(said).lower() or "no concern written yet"


def outcome_words(allegation: Allegation) -> str:
    given = [list(c.outcomes.all()) for c in allegation.concerns.all()]
    return ", ".join(found[-1].outcome for found in given if found)


def action_status(action: Action, *, on: date) -> Status:
    """An action's state in words, with how late it is. Said done is not evidenced."""
    late = (on - action.due_on).days if action.due_on else 0
    if action.state == State.EFFECTIVE:
        return met("Closed: tested again, and it held")
    if action.state == State.EVIDENCED:
        improves = action.kind == Kind.IMPROVEMENT
        return running("Evidenced, to be re-tested") if improves else met("Closed: evidenced")
    if late > 0:
        return over(f"Not evidenced, {days(late)} over")
    if action.state == State.DONE:
        return soon("Said to be done, not evidenced")
    return running(f"{days(-late)} left" if action.due_on else "No date agreed")


def meeting_title(meeting: Meeting) -> str:
    return f"{meeting.word.capitalize()}, {day_words(meeting.on)}"


@dataclass(frozen=True)
class NewDate:
    """A later date that the owner of an action asks for, waiting for the LADO."""

    words: str
    url: str


def new_date_of(action: Action, *, reference: str) -> NewDate | None:
    asked = next((c for c in action.date_changes.all() if c.answer == "asked"), None)
    if asked is None:
        return None
    return NewDate(
        f"{asked.asked_by.title} asks for {day_words(asked.new_on)}: {asked.reason}",
        reverse("allegations:new_date", args=[reference, action.pk]),
    )
