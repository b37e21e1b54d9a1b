"""What a line needs next, and which move does it. Pure; a suggestion, never an instruction."""

from dataclasses import dataclass

from holdfast.kernel.actions.standing import Facts, Standing
from holdfast.kernel.actions.states import Colour, Kind, State


@dataclass(frozen=True)
class NextStep:
    """`move` names the form that does it, or is empty when nothing is needed."""

    words: str
    move: str = ""


NOTHING = NextStep("Nothing to do: it is done, with dated evidence.")


def next_step(
    facts: Facts, stands: Standing, *, owned: bool, asked: bool, evidenced: bool
) -> NextStep:
    """
    Suggest what would move a line on.

    `asked`: a new date waits for an answer. `evidenced`: evidence is held, dated or not.
    """
    if asked:
        return NextStep("The chair answers the new date that was asked for.", "answer")
    if facts.part_open and facts.state is not State.AGREED:
        return NextStep("Ask the owner whether this part is still open.", "open-part")
    if facts.state is State.AGREED and not owned:
        return NextStep("Name one owner, so that somebody has to move.", "owner")
    return _by_state(facts, stands, evidenced=evidenced)


def _by_state(facts: Facts, stands: Standing, *, evidenced: bool) -> NextStep:
    if facts.kind is Kind.DUTY:
        return _duty(stands)
    if facts.state is State.AGREED:
        return _agreed(stands)
    if facts.state is State.DONE:
        words = "Date the evidence." if evidenced else "Record evidence with its date."
        return NextStep(words, "evidence")
    waits_for_retest = facts.kind is Kind.IMPROVEMENT and facts.state is State.EVIDENCED
    return _retest(facts, stands) if waits_for_retest else NOTHING


def _agreed(stands: Standing) -> NextStep:
    if stands.due_on is None:
        return NextStep("Give it a date, or say that it is done.", "date")
    if stands.colour is Colour.RED:
        return NextStep("Say that it is done, or ask for a new date with a reason.", "date")
    return NextStep("Note what happened, with its date.", "progress")


def _duty(stands: Standing) -> NextStep:
    if stands.due_on is None:
        return NextStep("Set its next review.", "review")
    if stands.days_late:
        return NextStep("Hold the review and say what it found.", "review")
    return NextStep("Note what happened, with its date.", "progress")


def _retest(facts: Facts, stands: Standing) -> NextStep:
    if facts.retest_on is None:
        return NextStep("Set the day on which it is tested again.", "review")
    if stands.days_late:
        return NextStep("Test again whether it held.", "retest")
    return NextStep("Nothing to do until it is tested again.")
