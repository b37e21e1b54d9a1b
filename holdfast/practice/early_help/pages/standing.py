"""Where a family's early help stands: whose move, what is due, what the page suggests."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import State as ActionState
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, NowCell
from holdfast.practice.early_help.models import Assessment, EarlyHelp, Meeting
from holdfast.practice.early_help.rules import assessing, law, words
from holdfast.practice.early_help.rules.next_step import Facts, Step, next_step
from holdfast.practice.early_help.rules.states import WORDS, State


@dataclass(frozen=True)
class Move:
    """Whose move it is, and why that is so."""

    who: str
    why: str
    late: bool = False


def open_actions(family: EarlyHelp) -> list[Action]:
    return [a for a in family.record.actions.all() if a.state != ActionState.EVIDENCED]


def clocks(family: EarlyHelp) -> list[Deadline]:
    """The clocks that run, the soonest first. The yearly look comes last."""
    running = [d for d in family.record.deadlines.all() if d.is_open and d.due_on]
    return sorted(running, key=lambda d: (d.rule_id == law.END, d.due_on or d.started_on))


def called(family: EarlyHelp) -> Meeting | None:
    return next((m for m in family.meetings.all() if not m.held), None)


def whose_move(family: EarlyHelp, *, on: date) -> Move:
    """The latest promise over its day moves first, then the clock that is due first."""
    late = [a for a in open_actions(family) if a.due_on and a.due_on < on]
    if late:
        first = min(late, key=lambda a: a.due_on or on)
        why = f"{first.what}: was due {day_words(first.due_on)}."
        return Move(first.owner_words or "Nobody named", why, late=True)
    lead = family.lead.title if family.lead else family.offered_by.title
    by_state = {
        State.OFFERED: Move("The family", f"Help was offered {day_words(family.offered_on)}."),
        State.WITHDRAWN: Move(lead, "The family does not agree. It has to be decided what now."),
        State.STEPPED_UP: Move("The front door", "It decides whether social care takes over."),
        State.CLOSED: Move("Nobody", "Early help has ended."),
    }
    state = State(family.state)
    if state in by_state:
        return by_state[state]
    if not family.lead:
        return Move("Early help team", "No lead professional is named.")
    for clock in clocks(family):
        over = clock.due_on is not None and clock.due_on < on
        due = "was due" if over else "due"
        return Move(lead, f"{clock.duty}: {due} {day_words(clock.due_on)} (local).", over)
    return Move(lead, "")


def suggestion(family: EarlyHelp, *, on: date) -> Step:
    assessment = Assessment.under_way(family)
    held = [m for m in family.meetings.all() if m.held and m.kind == Meeting.Kind.TEAM]
    owed = open_actions(family)
    meetings = {law.FIRST_MEETING, law.NEXT_MEETING}
    due = next((d.due_on for d in clocks(family) if d.rule_id in meetings), None)
    return next_step(
        Facts(
            state=State(family.state),
            has_lead=family.lead_id is not None,
            assessment_ready=bool(assessment and not assessing.missing(assessment.whole())),
            actions_open=len(owed),
            actions_late=sum(bool(a.due_on and a.due_on < on) for a in owed),
            meetings_held=len(held),
            meeting_called=called(family) is not None,
            next_meeting_due=due,
            survey_offered=family.survey_given_on is not None,
            on=on,
        )
    )


def state_cell(family: EarlyHelp) -> NowCell:
    if family.ended_on:
        reason = words.END_WORDS[words.EndReason(family.end_reason)]
        return NowCell("State", WORDS[State.CLOSED], f"{day_words(family.ended_on)}. {reason}.")
    since = f"Offered {day_words(family.offered_on)}."
    return NowCell("State", WORDS[State(family.state)], since)


def move_cell(family: EarlyHelp, *, on: date) -> NowCell:
    move = whose_move(family, on=on)
    return NowCell("Whose move", move.who, move.why)


def next_cell(family: EarlyHelp, *, on: date, may_write: bool) -> NowCell:
    """What the page suggests. Nothing is done by itself: "do it", or "say why not"."""
    step = suggestion(family, on=on)
    if not step.entry or not may_write:
        return NowCell("What next", step.what, step.why)
    reference = family.record.reference
    not_done = Link("say why not", reverse("early_help:write", args=[reference, "entry"]))
    do_it = Link("Do it", entry_url(family, step.entry))
    return NowCell("What next", step.what, step.why, links=(do_it, not_done))


OF_THE_PLAN = {"meeting", "promise", "support"}


def entry_url(family: EarlyHelp, entry: str) -> str:
    """The page that does what a suggestion says."""
    reference = family.record.reference
    if entry == "assessment":
        return reverse("early_help:assessment", args=[reference])
    if entry == "meeting_record" and (meeting := called(family)):
        return reverse("early_help:record_meeting", args=[reference, meeting.number])
    if entry == "review":
        return reverse("early_help:menu", args=[reference])
    if entry == "plan":
        return f"{reverse('early_help:family', args=[reference])}#plan"
    name = "early_help:plan" if entry in OF_THE_PLAN else "early_help:write"
    return reverse(name, args=[reference, entry])
