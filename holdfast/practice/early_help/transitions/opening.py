"""How early help begins: it is offered, and the family says yes, no, or later no longer."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.early_help.access import KIND, keeper
from holdfast.practice.early_help.models import (
    Agreement,
    Assessment,
    EarlyHelp,
    FamilyChild,
    Relative,
)
from holdfast.practice.early_help.rules import law, states, words
from holdfast.practice.early_help.transitions import circle, moves
from holdfast.practice.early_help.transitions.told import OfferTold


@transaction.atomic
def offer(
    told: OfferTold,
    *,
    area: Area,
    by: Post,
    on: date,
    earlier: EarlyHelp | None = None,
    contact: Record | None = None,
) -> EarlyHelp:
    """Offer a family early help: one record for all its children. They have yet to agree.

    Who offers from outside the early help team is let into this one family. `contact` is the front
    door's record where it decided so, or where social care stepped the family down.
    """
    if not told.children:
        raise NotAllowed("Name at least one child of the family.")
    if not told.worry.strip():
        raise NotAllowed("Say why help is offered. The family may read it.")
    record = gate.open_record(kind=KIND, area=area, owner=keeper(area).agency, by=by, on=on)
    family = EarlyHelp.objects.create(
        record=record,
        state=states.TABLE.start,
        known_as=told.known_as,
        source=told.source,
        reason=told.reason,
        worry=told.worry,
        offered_on=on,
        offered_by=by,
        agency=by.agency,
        earlier=earlier,
        contact=contact,
    )
    _keep_people(family, told, by=by, on=on)
    circle.let_first_in(family, by=by, on=on)
    story.write_step(
        record=record,
        move="offer",
        to_state=family.state,
        on=on,
        by=by,
        note=f"{words.SOURCE_WORDS[told.source]}. {told.worry}",
        subjects=[child.key for child in family.children.all()],
    )
    return family


@transaction.atomic
def agree(
    family: EarlyHelp,
    *,
    who: str,
    by: Post,
    on: date,
    children: str = "",
    shared_with: str = "",
    seen: int | None = None,
) -> Assessment:
    """The family agrees: the assessment begins with them, and the local clocks start."""
    _named(who)
    said = f"{who} agreed." + (f" The children: {children}" if children else "")
    moves.move_to(family, "agree", by=by, on=on, note=said, seen=seen, agreed_on=on)
    _said(family, Agreement.Said.AGREED, who=who, by=by, on=on, children=children,
          shared_with=shared_with)  # fmt: skip
    for rule in (law.ASSESS, law.FIRST_MEETING, law.END):
        moves.start_clock(family, rule, by=by, on=on)
    return begin_assessment(family, by=by, on=on)


@transaction.atomic
def decline(
    family: EarlyHelp, *, who: str, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The family does not agree. Somebody has to look at what that means for the children."""
    _named(who)
    moves.move_to(family, "decline", by=by, on=on, note=f"{who} did not agree. {why}", seen=seen)
    _said(family, Agreement.Said.DECLINED, who=who, by=by, on=on, why=why)


@transaction.atomic
def withdraw_agreement(
    family: EarlyHelp, *, who: str, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The family no longer agrees. Help stops at once; what was written stays; it is looked at."""
    _named(who)
    note = f"{who} no longer agrees. {why}"
    moves.move_to(family, "withdraw_agreement", by=by, on=on, note=note, seen=seen)
    _said(family, Agreement.Said.WITHDREW, who=who, by=by, on=on, why=why)
    moves.stop_clocks(family, why="The family no longer agrees.", by=by, on=on)


@transaction.atomic
def agree_again(
    family: EarlyHelp, *, who: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The family agrees after all. Work goes on where it stood, with the clocks of this day."""
    _named(who)
    if family.assessed_on and not Assessment.under_way(family):
        moves.move_to(
            family, "agree_again_with_plan", by=by, on=on, note=f"{who} agrees again.", seen=seen
        )
        moves.start_clock(family, law.NEXT_MEETING, by=by, on=on)
    else:
        moves.move_to(
            family, "agree_again", by=by, on=on, note=f"{who} agrees.", seen=seen, agreed_on=on
        )
        for rule in (law.ASSESS, law.FIRST_MEETING):
            moves.start_clock(family, rule, by=by, on=on)
        if Assessment.under_way(family) is None:
            begin_assessment(family, by=by, on=on)
    moves.start_clock(family, law.END, by=by, on=on)
    _said(family, Agreement.Said.AGREED, who=who, by=by, on=on)


@transaction.atomic
def begin_assessment(family: EarlyHelp, *, by: Post, on: date) -> Assessment:
    """Begin an assessment under the name of the day."""
    return Assessment.objects.create(
        early_help=family,
        number=family.assessments.count() + 1,
        name=law.name_on(on).long,
        started_on=on,
        author=by,
        agency=by.agency,
        source=by.agency,
        subjects=[child.key for child in family.children.all()],
    )


def _named(who: str) -> None:
    if not who.strip():
        raise NotAllowed("Say who of the family said so.")


def _said(
    family: EarlyHelp,
    said: Agreement.Said,
    *,
    who: str,
    by: Post,
    on: date,
    children: str = "",
    shared_with: str = "",
    why: str = "",
) -> None:
    Agreement.objects.create(
        early_help=family,
        said=said,
        on=on,
        who=who,
        children=children,
        shared_with=shared_with,
        why=why,
        by=by,
        **moment.written(),
    )


def _keep_people(family: EarlyHelp, told: OfferTold, *, by: Post, on: date) -> None:
    FamilyChild.objects.bulk_create(
        FamilyChild(
            early_help=family,
            number=number,
            known_as=child.known_as,
            told=child.as_told(),
            child=child.child,
            linked_by=by if child.child else None,
            linked_on=on if child.child else None,
            subjects=[f"child-{number}"],
            source=by.agency,
        )
        for number, child in enumerate(told.children, 1)
    )
    Relative.objects.bulk_create(
        Relative(
            early_help=family,
            number=number,
            known_as=adult.known_as,
            part=adult.part,
            responsible=adult.responsible,
            subjects=[f"adult-{number}"],
            source=by.agency,
        )
        for number, adult in enumerate(told.relatives, 1)
    )
