"""What is done meanwhile: strands, agencies' updates, the employer's decisions, who is told."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY, UPDATES
from holdfast.practice.allegations.models import (
    Allegation,
    RegulatorReferral,
    Strand,
    Suspension,
    Told,
    Update,
)
from holdfast.practice.allegations.rules import law, procedure, states
from holdfast.practice.allegations.transitions import deciding, moves


@transaction.atomic
def open_strand(
    allegation: Allegation,
    *,
    kind: procedure.Strand,
    whose_move: str,
    by: Post,
    on: date,
    seen: int | None = None,
) -> Strand:
    """Open one agency's own inquiry beside the others."""
    words = procedure.STRAND_WORDS[kind]
    note = f"{words}. Whose move: {whose_move}."
    if allegation.state == states.State.DISCUSSED:
        moves.move_to(allegation, "open_strand", by=by, on=on, note=note, seen=seen)
    elif allegation.state in {states.State.MEETING, states.State.STRANDS}:
        moves.write_in(allegation, "open_strand", by=by, on=on, note=note, seen=seen)
    else:
        raise NotAllowed("Hold the initial discussion before you open a strand.")
    return Strand.objects.create(
        allegation=allegation,
        number=allegation.strands.count() + 1,
        kind=kind,
        whose_move=whose_move,
        opened_on=on,
    )


@transaction.atomic
def close_strand(
    strand: Strand, *, result: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Close a strand with what it came to. It is closed once."""
    if not result.strip():
        raise NotAllowed("Say what the strand came to before you close it.")
    note = f"{strand.get_kind_display()}. {result}"
    moves.write_in(strand.allegation, "close_strand", by=by, on=on, note=note, seen=seen)
    mine = Strand.objects.filter(pk=strand.pk, closed_on__isnull=True)
    if not mine.update(closed_on=on, result=result):
        raise NotAllowed("This strand has been closed already.")
    strand.refresh_from_db()


@transaction.atomic
def update_by_agency(
    allegation: Allegation, *, text: str, by: Post, on: date, strand: Strand | None = None
) -> Update:
    """An invited agency says how its part stands. It only adds: nothing is overwritten."""
    gate.require(by, Can.WORK, allegation.record, section=UPDATES)
    if not text.strip():
        raise NotAllowed("Write the update before you send it.")
    if allegation.record.closed_on is not None:
        raise NotAllowed("This record is closed. Ring the LADO.")
    if strand is not None and strand.allegation_id != allegation.pk:
        raise NotAllowed("That strand belongs to another record.")
    kept = Update.objects.create(
        allegation=allegation,
        strand=strand,
        on=on,
        text=text,
        by=by,
        source=by.agency,
        subjects=["adult"],
        **moment.written(),
    )
    moves.write_in(allegation, "update", by=by, on=on, note=text, section=UPDATES)
    return kept


@transaction.atomic
def write_entry(
    allegation: Allegation, *, text: str, by: Post, on: date, seen: int | None = None
) -> None:
    """Write down something that happened and has no verb of its own."""
    if not text.strip():
        raise NotAllowed("Write the entry before you keep it.")
    moves.write_in(allegation, "entry", by=by, on=on, note=text, seen=seen)


@transaction.atomic
def record_suspension(
    allegation: Allegation,
    *,
    decision: Suspension.Decision,
    decided_by: str,
    why: str,
    alternatives: str,
    lado_advice: str,
    by: Post,
    on: date,
    until: date | None = None,
    seen: int | None = None,
) -> Suspension:
    """The employer's decision about the adult's work and, apart from it, the LADO's advice."""
    said = f"{decided_by} decided: {decision.label.lower()}. {why}"
    advised = f" The LADO had advised: {lado_advice}" if lado_advice else ""
    moves.write_in(allegation, "record_decision", by=by, on=on, note=f"{said}{advised}", seen=seen)
    return Suspension.objects.create(
        allegation=allegation,
        decision=decision,
        decided_on=on,
        decided_by=decided_by,
        until=until,
        why=why,
        alternatives=alternatives,
        lado_advice=lado_advice,
        written_by=by,
        **moment.written(),
    )


@transaction.atomic
def tell(
    allegation: Allegation,
    *,
    reader: procedure.Reader,
    who: str,
    by: Post,
    on: date,
    how: str = "",
    told_by: str = "",
    what: str = "",
    why_not: str = "",
    review_on: date | None = None,
    seen: int | None = None,
) -> Told:
    """Somebody was told, how and by whom; or was not, with the reason and a day to look again."""
    told = bool(how.strip() and told_by.strip())
    if told == bool(why_not.strip()):
        raise NotAllowed("Say how and by whom they were told, or why they were not. Not both.")
    if not told and review_on is None:
        raise NotAllowed("Give the day on which not telling them is looked at again.")
    note = f"{who}, {how}, by {told_by}. {what}" if told else f"{who} was not told: {why_not}"
    moves.write_in(
        allegation,
        f"tell_{reader.value}",
        by=by,
        on=on,
        note=note,
        seen=seen,
        subjects=[reader.value],
    )
    return Told.objects.create(
        allegation=allegation,
        reader=reader,
        who=who,
        on=on if told else None,
        how=how,
        told_by=told_by,
        what=what,
        why_not=why_not,
        review_on=review_on,
        by=by,
        **moment.written(),
    )


@transaction.atomic
def consider_regulator(
    allegation: Allegation,
    *,
    body: law.Body,
    whose_duty: str,
    reason: str,
    made: bool,
    by: Post,
    on: date,
    seen: int | None = None,
) -> RegulatorReferral:
    """A referral was considered: made, or not made, always with a reason."""
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if not reason.strip():
        raise NotAllowed("Say why the referral is made or not made.")
    name = law.body_name(body, on)
    outcome = "made" if made else "not made"
    moves.write_in(
        allegation,
        "consider_regulator",
        by=by,
        on=on,
        note=f"{name}: referral {outcome}. {reason}",
        seen=seen,
    )
    if body is law.Body.BARRING and made:
        deciding.meet_clock(allegation, procedure.DBS, by=by, on=on)
    return RegulatorReferral.objects.create(
        allegation=allegation,
        body=body,
        body_name=name,
        considered_on=on,
        made_on=on if made else None,
        whose_duty=whose_duty,
        reason=reason,
        by=by,
    )
