"""Keeping evidence, citing one piece in many places, replacing what has grown old."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from holdfast.engines.standards.models import Citation, Evidence, Grade
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Agency, Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record
from holdfast.kernel.records.moves import NotAllowed


@dataclass(frozen=True)
class Piece:
    """A piece of evidence as a return names it, and the grades that cite it."""

    what: str
    dated_on: date
    expires_on: date | None
    grades: tuple[Grade, ...]


@transaction.atomic
def keep_and_cite(
    record: Record,
    *,
    agency: Agency,
    pieces: Sequence[Piece],
    by: Post,
    on: date,
    owner: Post | None = None,
    owner_words: str = "",
) -> None:
    """Keep what an agency's return cites, each piece once, in as many queries for many as for few.

    A piece that is held already, with the same words and day, is cited and not kept again.
    """
    gate.require(by, Can.WORK, record)
    foreign = [g for one in pieces for g in one.grades if g.assessment.body_id != agency.pk]
    if foreign:
        raise NotAllowed("An agency's grade cites that agency's evidence. Choose another.")
    for one in pieces:
        _sensible(one.dated_on, one.expires_on, on=on)
    held = Evidence.objects.filter(agency=agency, replaced_by__isnull=True)
    there = {(one.what, one.dated_on): one for one in held}
    new = Evidence.objects.bulk_create(
        Evidence(
            record=record,
            agency=agency,
            what=one.what,
            owner=owner,
            owner_words=owner_words,
            dated_on=one.dated_on,
            expires_on=one.expires_on,
            given_by=by,
            given_on=on,
        )
        for one in {(p.what, p.dated_on): p for p in pieces}.values()
        if (one.what, one.dated_on) not in there
    )
    there |= {(one.what, one.dated_on): one for one in new}
    cited = [
        Citation(grade=grade, evidence=there[one.what, one.dated_on])
        for one in pieces
        for grade in one.grades
    ]
    Citation.objects.bulk_create(cited, ignore_conflicts=True)
    note = f"{agency.name}: {'; '.join(one.what for one in pieces)}"
    story.write_step(record=record, move="keep_evidence", by=by, on=on, note=note)


def _sensible(dated_on: date, expires_on: date | None, *, on: date) -> None:
    if dated_on > on:
        raise NotAllowed("Evidence is dated when it was there. Give a day that has come.")
    if expires_on and expires_on < dated_on:
        raise NotAllowed("Evidence cannot expire before it is dated. Correct one of the days.")


@transaction.atomic
def keep_evidence(
    record: Record,
    *,
    agency: Agency,
    what: str,
    dated_on: date,
    by: Post,
    on: date,
    expires_on: date | None = None,
    kept_at: str = "",
    owner: Post | None = None,
    owner_words: str = "",
    replaces: Evidence | None = None,
) -> Evidence:
    """Keep a piece of evidence of an agency, with its owner and the day until which it counts."""
    gate.require(by, Can.WORK, record)
    _sensible(dated_on, expires_on, on=on)
    if owner is None and not owner_words.strip():
        raise NotAllowed("Say who looks after this evidence: a post, or a role in words.")
    found = Evidence.objects.create(
        record=record,
        agency=agency,
        what=what,
        kept_at=kept_at,
        owner=owner,
        owner_words=owner_words.strip(),
        dated_on=dated_on,
        expires_on=expires_on,
        replaces=replaces,
        given_by=by,
        given_on=on,
    )
    story.write_step(
        record=record, move="keep_evidence", by=by, on=on, note=f"{agency.name}: {what}"
    )
    return found


@transaction.atomic
def cite(evidence: Evidence, *, grades: Iterable[Grade], by: Post, on: date) -> int:
    """Point grades to a piece of evidence of the same agency; returns how many now do."""
    cited = 0
    for record, mine in _by_record(grades).items():
        gate.require(by, Can.WORK, record)
        if any(grade.assessment.body_id != evidence.agency_id for grade in mine):
            raise NotAllowed("An agency's grade cites that agency's evidence. Choose another.")
        made = [Citation(grade=grade, evidence=evidence) for grade in mine]
        Citation.objects.bulk_create(made, ignore_conflicts=True)
        cited += len(made)
        codes = ", ".join(grade.criterion.code for grade in mine)
        story.write_step(
            record=record, move="cite_evidence", by=by, on=on, note=f"{evidence.what}: {codes}"
        )
    return cited


@transaction.atomic
def renew_evidence(
    evidence: Evidence,
    *,
    what: str,
    dated_on: date,
    by: Post,
    on: date,
    expires_on: date | None = None,
) -> Evidence:
    """Put a newer piece in place of an old one, wherever the old one is cited.

    The old piece is kept. Only grades under open records where the post may work point to the new
    one: what a closed cycle cited stays as it was.
    """
    if Evidence.objects.filter(replaces=evidence).exists():
        raise NotAllowed("This evidence has been replaced already. Renew the newer piece.")
    newer = keep_evidence(
        evidence.record,
        agency=evidence.agency,
        what=what,
        dated_on=dated_on,
        expires_on=expires_on,
        kept_at=evidence.kept_at,
        owner=evidence.owner,
        owner_words=evidence.owner_words,
        replaces=evidence,
        by=by,
        on=on,
    )
    open_ = Record.objects.filter(closed_on__isnull=True)
    mine = gate.allowed(open_, to=by, can=Can.WORK)
    citations = evidence.citations.filter(grade__assessment__record__in=mine)
    citations.update(evidence=newer)
    return newer


def _by_record(grades: Iterable[Grade]) -> dict[Record, list[Grade]]:
    found: dict[Record, list[Grade]] = {}
    for grade in grades:
        found.setdefault(grade.assessment.record, []).append(grade)
    return found
