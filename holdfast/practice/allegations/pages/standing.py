"""How an allegation stands: its state in words, whose move it is, and what comes next."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import Kind
from holdfast.kernel.actions.states import State as ActionState
from holdfast.kernel.clock.lines import ClockLine
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.parts import Link, NowCell
from holdfast.practice.allegations.models import Allegation
from holdfast.practice.allegations.pages.words import days, outcome_words
from holdfast.practice.allegations.rules import procedure, states

State = states.State
ENOUGH_REMINDERS = 2


@dataclass(frozen=True)
class Move:
    """Whose move it is, and why that is so."""

    who: str
    why: str
    late: bool = False
    action: Action | None = None


@dataclass(frozen=True)
class Next:
    """What the state suggests. `entry` is the page that does it."""

    what: str
    why: str
    entry: str = ""
    decide: bool = False


SUGGESTED = {
    State.CONTACT: Next(
        "Decide the threshold", "Every clock depends on it.", "threshold", decide=True
    ),
    State.ADVICE: Next("Close, or decide the threshold", "Only advice was given.", "close", True),
    State.BELOW: Next("Close, with the reason", "It is below the threshold.", "close", True),
    State.MET: Next("Hold the initial discussion", "The threshold is met.", "discussion"),
    State.DISCUSSED: Next(
        "Call a meeting, or open a strand", "The initial discussion has been held.", "meeting"
    ),
    State.MEETING: Next("Record the meeting", "It has been called.", "entry"),
    State.STRANDS: Next(
        "Close the strands, then decide the outcome", "Agencies are looking into it.", "entry"
    ),
    State.OUTCOME: Next(
        "Close the record", "The outcome is recorded and nothing is owed.", "close", True
    ),
    State.CLOSED: Next("Nothing", "The record is closed."),
}


def open_actions(allegation: Allegation) -> list[Action]:
    done = {ActionState.EFFECTIVE, ActionState.EVIDENCED}
    return [a for a in allegation.record.actions.all() if a.state not in done]


def whose_move(allegation: Allegation, *, on: date) -> Move:
    """The latest thing over its date moves first; then what falls due first; then a strand."""
    late = [a for a in open_actions(allegation) if a.due_on and a.due_on < on]
    if late:
        first = min(late, key=lambda a: a.due_on or on)
        post = first.owner
        owner = f"{post.agency.name}, {post.title}" if post else "Nobody named"
        over = days((on - first.due_on).days) if first.due_on else ""
        return Move(owner, f"{first.what}: not evidenced, {over} over.", True, first)
    running = [d for d in allegation.record.deadlines.all() if d.is_open and d.due_on]
    over_first = sorted(running, key=lambda d: d.due_on or on)
    if over_first:
        return _of_clock(over_first[0], on=on)
    waiting = [s for s in allegation.strands.all() if s.closed_on is None]
    if waiting:
        since = day_words(waiting[0].opened_on)
        return Move(waiting[0].whose_move, f"{waiting[0].get_kind_display()}, since {since}.")
    owed = open_actions(allegation)
    if owed and owed[0].owner:
        return Move(owed[0].owner.title, f"{owed[0].what}.", action=owed[0])
    return Move("Nobody" if allegation.state == State.CLOSED else allegation.lead.title, "")


def _of_clock(clock: Deadline, *, on: date) -> Move:
    late = clock.due_on is not None and clock.due_on < on
    word = "was due" if late else "due"
    due = day_words(clock.due_on)
    return Move(clock.whose_move, f"{clock.duty}: {word} {due}.", late)


def state_cell(allegation: Allegation, *, on: date) -> NowCell:
    owed = open_actions(allegation)
    if allegation.state == State.OUTCOME:
        answer = f"Outcome recorded: {outcome_words(allegation)}"
        text = f"Not closed. {_owed(len(owed))}" if owed else "Not closed. Nothing is owed."
        return NowCell("State", answer, text)
    since = f"Received {day_words(allegation.received_on)}."
    return NowCell("State", states.WORDS[State(allegation.state)], since)


def _owed(number: int) -> str:
    return (
        "One employer action has no evidence."
        if number == 1
        else f"{number} employer actions have no evidence."
    )


def move_cell(allegation: Allegation, *, on: date) -> NowCell:
    move = whose_move(allegation, on=on)
    if move.action is None:
        return NowCell("Whose move", move.who, move.why)
    asked = [p for p in move.action.progress.all() if p.text.startswith("Asked")]
    if not asked:
        return NowCell("Whose move", move.who, move.why)
    when = " and ".join(day_words(p.dated.first) for p in asked[-2:] if p.dated)
    return NowCell("Whose move", move.who, f"Asked on {when}; no evidence yet.")


def next_cell(allegation: Allegation, *, on: date) -> NowCell:
    """What the page suggests. Nothing is done by itself: "do it", or "say why not"."""
    reference = allegation.record.reference
    move = whose_move(allegation, on=on)
    not_done = Link("say why not", reverse("allegations:write", args=[reference, "entry"]))
    if move.late and move.action is not None:
        url = reverse("allegations:action", args=[reference, move.action.pk, "remind"])
        asked = sum(p.text.startswith("Asked") for p in move.action.progress.all())
        if asked >= ENOUGH_REMINDERS:
            owner = move.action.owner.title if move.action.owner else "the owner"
            return NowCell(
                "What next",
                f"Ring the {owner[:1].lower()}{owner[1:]}, or take it to the director",
                f"Suggested because {asked} reminders went unanswered.",
                links=(Link("Do it", url), not_done),
            )
        return NowCell(
            "What next",
            "Ask where it stands",
            "Its date has passed.",
            links=(Link("Do it", url), not_done),
        )
    again = _to_retest(allegation)
    if again is not None:
        url = reverse("allegations:action", args=[reference, again.pk, "retest"])
        why = f"{again.what}: evidenced, and not yet tested again."
        return NowCell(
            "What next", "Test an improvement again", why, links=(Link("Do it", url), not_done)
        )
    found = SUGGESTED[State(allegation.state)]
    if not found.entry:
        return NowCell("What next", found.what, found.why)
    name = "allegations:decide" if found.decide else "allegations:write"
    url = reverse(name, args=[reference, found.entry])
    return NowCell("What next", found.what, found.why, links=(Link("Do it", url), not_done))


def _to_retest(allegation: Allegation) -> Action | None:
    """The improvement that waits for its re-test, once nothing else is owed."""
    if allegation.state != State.OUTCOME:
        return None
    waiting = [
        a
        for a in allegation.record.actions.all()
        if a.kind == Kind.IMPROVEMENT and a.state == ActionState.EVIDENCED
    ]
    return waiting[0] if waiting else None


def outcome_age(allegation: Allegation, *, on: date) -> tuple[date, int, bool]:
    """The month's end of the cohort target, the days so far, and whether it is concluded."""
    ended = allegation.concluded_on
    within = procedure.months_on(allegation.received_on, procedure.TARGETS[0].months)
    return within, ((ended or on) - allegation.received_on).days, ended is not None


def lateness(line: ClockLine) -> int:
    """Where a clock stands on the page: over, running, then finished."""
    return 0 if line.over else 1 if line.whose_move != "\N{EN DASH}" else 2
