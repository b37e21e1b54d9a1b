"""A referrer disagrees: in a minute, then stage by stage between named people, each with a day."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.front_door.access import REPLY, STORY, keeper
from holdfast.practice.front_door.models import Contact, Disagreement
from holdfast.practice.front_door.rules import disagreeing as rules
from holdfast.practice.front_door.transitions import moves, triaging


@transaction.atomic
def disagree(
    contact: Contact, *, reason: rules.Reason, by: Post, on: date, words: str = "",
    danger: bool = False,
) -> Disagreement:  # fmt: skip
    """Say that a decision is not right. One press is enough; words can follow.

    Where the referrer says that a child is in danger now it starts at the top.
    """
    gate.require(by, Can.WORK, contact.record, section=REPLY)
    if contact.is_open:
        raise NotAllowed("Nothing is decided yet. Ring the hub if you know more.")
    if contact.disagreements.open().exists():
        raise NotAllowed("You have said so already. It is being talked over.")
    made = Disagreement.objects.create(
        contact=contact, number=contact.disagreements.count() + 1, reason=reason.value,
        words=words.strip(), danger=danger, stage=rules.LAST if danger else 0,
        ours=keeper(contact.record.area), theirs=f"{by.title}, {by.agency.name}"[:160],
        raised_by=by, raised_at=moment.now(), raised_on=on,
    )  # fmt: skip
    note = f"{rules.REASON_WORDS[reason]}. {words}".strip()
    moves.write_in(contact, "disagree", by=by, on=on, note=note, section=REPLY)
    _start(made, by=by, on=on)
    return made


@transaction.atomic
def go_up(
    found: Disagreement, *, ours: Post, theirs: str, by: Post, on: date, why: str = "",
    danger: bool = False,
) -> None:  # fmt: skip
    """Take it to the next stage, between two named managers; or straight to the top in danger."""
    gate.require(by, Can.WORK, found.contact.record, section=STORY)
    _require_open(found)
    if found.stage == rules.LAST:
        raise NotAllowed("It is before the independent chair already. Settle it there.")
    if not theirs.strip():
        raise NotAllowed("Name who speaks for the referrer at this stage.")
    _stop(found, why="Not settled: it went up a stage", by=by, on=on)
    stage = rules.next_stage(found.stage, danger=danger)
    mine = Disagreement.objects.filter(pk=found.pk, stage=found.stage, outcome="")
    if not mine.update(stage=stage, ours=ours, theirs=theirs.strip()[:160]):
        raise NotAllowed("Somebody else has just taken this on. Look at it again.")
    found.refresh_from_db()
    note = f"{rules.STAGE_WORDS[stage]}: {ours.title} and {theirs}. {why}".strip()
    moves.write_in(found.contact, "go_up", by=by, on=on, note=note)
    _start(found, by=by, on=on)


@transaction.atomic
def settle(
    found: Disagreement, *, outcome: rules.Outcome, answer: str, by: Post, on: date
) -> None:
    """Settle it with an answer that the referrer reads. A changed mind opens the contact again."""
    gate.require(by, Can.WORK, found.contact.record, section=STORY)
    _require_open(found)
    if not answer.strip():
        raise NotAllowed("Write the answer: the referrer reads it.")
    mine = Disagreement.objects.filter(pk=found.pk, outcome="")
    if not mine.update(outcome=outcome.value, answer=answer.strip(), settled_on=on, settled_by=by):
        raise NotAllowed("Somebody else has just settled this. Look at it again.")
    found.refresh_from_db()
    moves.meet_clock(found.contact, rules.STAGES[found.stage], about=found.key, by=by, on=on)
    note = f"{rules.OUTCOME_WORDS[outcome]}. {answer}"
    moves.write_in(found.contact, "settle", by=by, on=on, note=note)
    if outcome is rules.Outcome.CHANGED:
        triaging.open_again(found.contact, why=f"A referrer disagreed: {answer}", by=by, on=on)


def _start(found: Disagreement, *, by: Post, on: date) -> None:
    running.start(
        found.contact.record, rules.STAGES[found.stage], on=on, whose_move=found.ours, by=by,
        about=found.key,
    )  # fmt: skip


def _stop(found: Disagreement, *, why: str, by: Post, on: date) -> None:
    rule = rules.STAGES[found.stage]
    clock = found.contact.record.deadlines.running_under(rule, about=found.key)
    if clock is not None:
        running.stop_not_required(clock, reason=why, by=by, on=on)


def _require_open(found: Disagreement) -> None:
    if found.outcome:
        raise NotAllowed("This is settled. The referrer can disagree again.")
