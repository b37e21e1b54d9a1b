"""The panel, the challenge, and what the agency promises: in the one tracker."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.board.section11.models import AgencyReturn, Challenge, ReturnAction
from holdfast.board.section11.rules.states import ChallengeKind, Reply, State
from holdfast.board.section11.transitions.writing import move, require_open, say
from holdfast.board.workplan import transitions as workplan
from holdfast.board.workplan.access import board_of
from holdfast.board.workplan.transitions import About
from holdfast.engines.standards import transitions as standards
from holdfast.engines.standards.models import Grade
from holdfast.engines.standards.transitions import Finding
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.access.words import Refused
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.states import Colour, Kind
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed


@transaction.atomic
def moderate(found: AgencyReturn, *, findings: Sequence[Finding], by: Post, on: date) -> None:
    """Write what the panel finds, all or none. Only the panel, never for one's own agency."""
    found.cycle.require_not_closed()
    keeps = gate.may(by, Can.WORK, found.cycle.record)
    if not keeps and not found.cycle.panel.filter(post=by).exists():
        raise Refused("This post does not sit on the cycle's panel.")
    if found.assessment is None:
        raise NotAllowed("This return has no grades to moderate.")
    if found.state != State.SUBMITTED:
        raise NotAllowed(
            f"This return is {found.state}: its grades stand. Open it again with a reason first."
        )
    standards.moderate_sheet(found.assessment, findings, by=by, on=on)


@transaction.atomic
def conclude_moderation(found: AgencyReturn, *, by: Post, on: date) -> None:
    """Say that the panel has looked at every criterion that the return grades."""
    require_open(found.cycle, by=by, on=on)
    if found.reply in {Reply.NIL, Reply.REFUSED}:
        raise NotAllowed("There is nothing to moderate in this return. Conclude it, or ask again.")
    left = Grade.objects.filter(assessment=found.assessment_id, moderated_value="")
    open_ = left.exclude(self_value="").count()
    if open_:
        raise NotAllowed(f"{open_} criteria have no moderated grade yet. Grade them first.")
    move(found, "conclude_moderation", by=by, on=on)


@transaction.atomic
def challenge(
    found: AgencyReturn,
    *,
    kind: ChallengeKind,
    held_on: date,
    questions: Sequence[str],
    by: Post,
    on: date,
    asked: Post | None = None,
) -> list[Challenge]:
    """Put questions to an agency, at the panel, on a challenge day or in the executive's slot.

    Each is a thread of the board's challenge log, put to a post of the agency that reads the log,
    or to the agency in words. It is to be answered by the day on which it is heard.
    """
    require_open(found.cycle, by=by, on=on)
    wanted = [one.strip() for one in questions if one.strip()]
    if not wanted:
        raise NotAllowed("A challenge asks something. Write a question, or take a suggested one.")
    if asked and asked.agency_id != found.agency_id:
        raise NotAllowed(f"{asked} is not a post of {found.agency.name}. Choose one of its own.")
    move(found, "challenge", by=by, on=on, note=f"{kind.value}, {held_on:%-d %B %Y}")
    return [
        Challenge.objects.create(
            found=found,
            kind=kind.value,
            on=held_on,
            by=by,
            logged=workplan.put_challenge(
                title=f"Section 11, {found.name}"[:120],
                question=question,
                to=tracker.Who(asked, "" if asked else found.name[:120]),
                area=found.cycle.record.area,
                owner=board_of(by),
                reply_by=held_on if held_on > on else None,
                about=About(source=f"Section 11, {found.cycle.year}, {kind.value}"),
                by=by,
                on=on,
            ),
        )
        for question in wanted
    ]


@transaction.atomic
def answer_challenge(challenge: Challenge, *, outcome: str, by: Post, on: date) -> None:
    """Keep what the agency answered, as a reply in the challenge log, where it is judged."""
    cycle = challenge.found.cycle
    require_open(cycle, by=by, on=on)
    if not outcome.strip():
        raise NotAllowed("Say what was answered and what came of it.")
    if on < challenge.on:
        raise NotAllowed("The challenge has not been held yet.")
    if not challenge.waits:
        raise NotAllowed("This challenge has its answer already. Put another one.")
    if challenge.logged:
        workplan.answer_challenge(challenge.logged, reply=outcome.strip(), by=by, on=on)
    else:
        waiting = Challenge.objects.filter(pk=challenge.pk, answered_on__isnull=True)
        waiting.update(outcome=outcome.strip(), answered_on=on)
        challenge.refresh_from_db()
    say(cycle, "answer_challenge", by=by, on=on, note=f"{challenge.found.name}. {outcome.strip()}")


@transaction.atomic
def conclude(found: AgencyReturn, *, by: Post, on: date) -> None:
    """Make a return final: what was moderated stands, every challenge has its answer."""
    require_open(found.cycle, by=by, on=on)
    nothing = found.reply in {Reply.NIL, Reply.REFUSED}
    if found.state == State.SUBMITTED and not nothing:
        raise NotAllowed("The panel has not concluded on this return. Moderate it first.")
    if Challenge.objects.filter(found=found).unanswered().exists():
        raise NotAllowed("A challenge has no answer yet. Write what came of it first.")
    move(found, "conclude", by=by, on=on)


@transaction.atomic
def agree_action(
    found: AgencyReturn,
    *,
    what: str,
    owner: Post,
    due_on: date,
    by: Post,
    on: date,
    why: str = "",
    standard: int | None = None,
    challenge: Challenge | None = None,
    kind: Kind = Kind.TASK,
) -> Action:
    """Put what an agency promises into the one tracker, under the cycle's record.

    What answers a challenge is promised on the challenge's own thread in the log.
    """
    cycle = found.cycle
    require_open(cycle, by=by, on=on)
    if challenge and challenge.found_id != found.pk:
        raise NotAllowed("This challenge was put to another agency.")
    move(found, "open_plan", by=by, on=on, note=what)
    if challenge and challenge.logged:
        action = workplan.promise_action(
            challenge.logged, what=what, owner=tracker.Who(owner), due_on=due_on, by=by, on=on
        )
    else:
        action = tracker.agree(
            cycle.record,
            what=what,
            why=why,
            kind=kind,
            owner=tracker.Who(owner),
            reviewer=tracker.Who(by),
            due_on=due_on,
            by=by,
            on=on,
        )
    ReturnAction.objects.create(found=found, action=action, standard=standard, challenge=challenge)
    return action


@transaction.atomic
def find_evidenced(found: AgencyReturn, *, by: Post, on: date) -> None:
    """Say that every action of the return's plan is done and shown. The tracker decides."""
    require_open(found.cycle, by=by, on=on)
    links = found.actions.select_related("action")
    fetched = Action.objects.filter(section_11__in=links).for_page()
    left = [one for one in fetched if one.standing(on=on).colour is not Colour.BLUE]
    if left:
        raise NotAllowed(f"{len(left)} actions are not shown to be done yet. Evidence them first.")
    move(found, "find_evidenced", by=by, on=on)
