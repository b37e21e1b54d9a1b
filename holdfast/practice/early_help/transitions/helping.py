"""Help of each kind for one family, the promises of its plan, and what happens meanwhile."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.actions.models import Action
from holdfast.kernel.actions.tracker import Who
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import PLAN
from holdfast.practice.early_help.models import EarlyHelp, Support
from holdfast.practice.early_help.rules import law, states, words
from holdfast.practice.early_help.transitions import moves


@transaction.atomic
def offer_support(
    family: EarlyHelp,
    *,
    kind: words.Kind,
    what: str,
    whom: str,
    by: Post,
    on: date,
    strand: str = "",
    provider: str = "",
    basis: law.Basis = law.Basis.VOLUNTARY,
    basis_words: str = "",
    seen: int | None = None,
) -> Support:
    """Offer somebody of the family one piece of help, under the strand that it belongs to."""
    states.require_agreement(family.state)
    if basis is not law.Basis.VOLUNTARY and not basis_words.strip():
        raise NotAllowed("Say which disposal or order makes it a condition, and whose it is.")
    note = f"{words.KIND_WORDS[kind]}, for {whom}. {what}"
    moves.write_in(family, "offer_support", by=by, on=on, note=note, section=PLAN, seen=seen)
    return Support.objects.create(
        early_help=family,
        number=family.supports.count() + 1,
        strand=strand,
        kind=kind,
        what=what,
        provider=provider,
        whom=whom,
        basis=basis,
        basis_words=basis_words,
        state=words.Taken.OFFERED,
        offered_on=on,
        changed_on=on,
        by=by,
        source=by.agency,
        subjects=[child.key for child in family.children.all()],
    )


@transaction.atomic
def say_how_it_went(
    support: Support,
    *,
    to: words.Taken,
    result: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """Say that help was taken up, was not, fell away or is finished, and what came of it."""
    states.require_open(support.early_help.state)
    before = words.Taken(support.state)
    if to not in words.TAKEN_ON[before]:
        raise NotAllowed(
            f"It cannot go from “{words.TAKEN_WORDS[before].lower()}” to "
            f"“{words.TAKEN_WORDS[to].lower()}”. Choose what followed."
        )
    if to is not words.Taken.TAKEN_UP and not result.strip():
        raise NotAllowed("Say what came of it, or why it was not taken up.")
    note = f"{support.what}: {words.TAKEN_WORDS[to].lower()}. {result}"
    moves.write_in(
        support.early_help, "support_went", by=by, on=on, note=note, section=PLAN, seen=seen
    )
    mine = Support.objects.filter(pk=support.pk, state=before)
    if not mine.update(state=to, result=result, changed_on=max(on, support.offered_on)):
        raise NotAllowed("Somebody else has just written how it went. Look at the plan again.")
    support.refresh_from_db(fields=["state", "result", "changed_on"])


@transaction.atomic
def promise(
    family: EarlyHelp,
    *,
    what: str,
    owner: Who,
    due_on: date | None,
    by: Post,
    on: date,
    why: str = "",
    seen: int | None = None,
) -> Action:
    """Put a step of the family's plan in the tracker. The family may promise something too."""
    states.require_agreement(family.state)
    states.require_day(offered_on=family.offered_on, on=on)
    if owner.post is None and not owner.role.strip():
        raise NotAllowed("Say who does it: a post, or somebody of the family.")
    if due_on is None:
        raise NotAllowed("Give the day by which it is to be done.")
    gate.require(by, Can.WORK, family.record, section=PLAN)
    return tracker.agree(
        family.record, what=what, why=why, owner=owner, due_on=due_on, by=by, on=on
    )


@transaction.atomic
def promise_kept(action: Action, *, how: str, by: Post, on: date) -> None:
    """Say that a step of the plan is done, and how anybody can see it."""
    if not how.strip():
        raise NotAllowed("Say how one can see that it is done.")
    if action.state == "agreed":
        tracker.claim_done(action, by=by, on=on)
    tracker.evidence(action, what=how, dated=Dated(on), by=by, on=on)


@transaction.atomic
def say_where_it_stands(action: Action, *, text: str, by: Post, on: date) -> None:
    """Note how a step of the plan stands, or why it is late."""
    if not text.strip():
        raise NotAllowed("Write how it stands.")
    tracker.note_progress(action, text=text, dated=Dated(on), by=by, on=on)


@transaction.atomic
def write_entry(
    family: EarlyHelp, *, text: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write down something that happened, or why a suggestion is not followed."""
    states.require_open(family.state)
    if not text.strip():
        raise NotAllowed("Write the entry before you keep it.")
    moves.write_in(family, "entry", by=by, on=on, note=text, seen=seen)
