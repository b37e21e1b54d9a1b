"""Whose move it is and what the page suggests. A suggestion is never forced. Pure."""

from dataclasses import dataclass
from datetime import date

from holdfast.practice.early_help.rules.states import State

PLAN_NEEDS_REVIEW_WEEKS = 6
"""The local rhythm of reviews (L): one London borough's, in kernel.clock as EH.TAF.N."""


@dataclass(frozen=True)
class Facts:
    """What a suggestion depends on."""

    state: State
    has_lead: bool
    assessment_ready: bool
    actions_open: int
    actions_late: int
    meetings_held: int
    meeting_called: bool
    next_meeting_due: date | None
    survey_offered: bool
    on: date


@dataclass(frozen=True)
class Step:
    """What to do next, and why. `entry` names the form that does it."""

    what: str
    why: str
    entry: str = ""


def next_step(facts: Facts) -> Step:
    """Return what the page suggests; the reader does it or says why not."""
    by_state = {
        State.OFFERED: Step(
            "Write down what the family said", "Nothing begins before they agree.", "agreement"
        ),
        State.WITHDRAWN: Step(
            "Decide: end, ask again, or step up",
            "The family does not agree. Would the children’s needs grow without help?",
            "review",
        ),
        State.STEPPED_UP: Step(
            "Hear what the front door decided", "They decide within one working day.", "go_on"
        ),
        State.CLOSED: Step("Nothing", "Early help has ended."),
    }
    if facts.state in by_state:
        return by_state[facts.state]
    if not facts.has_lead:
        return Step("Name a lead professional", "The family has nobody to turn to.", "lead")
    return _assessing(facts) if facts.state is State.ASSESSING else _working(facts)


def _assessing(facts: Facts) -> Step:
    if facts.assessment_ready:
        return Step(
            "Complete the assessment", "Everything that it needs stands there.", "complete"
        )
    return Step("Go on with the assessment", "It is not complete yet.", "assessment")


def _working(facts: Facts) -> Step:
    if facts.meeting_called:
        return Step("Write down the meeting", "It has been called.", "meeting_record")
    due = facts.next_meeting_due
    if not facts.meetings_held or (due and (due - facts.on).days <= 14):
        return Step(
            "Call the team around the family",
            "No meeting has been held yet." if not facts.meetings_held else "The next is due.",
            "meeting",
        )
    if facts.actions_late:
        return Step(
            "Ask where the late part of the plan stands", "A date in it has passed.", "plan"
        )
    if not facts.actions_open:
        if facts.survey_offered:
            return Step("End early help", "Nothing in the plan is open.", "close")
        return Step("Give the family their survey", "Nothing in the plan is open.", "survey_given")
    return Step("Carry on with the plan", "Nothing is late.")
