"""What committees resolved, and how each part stood on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from holdfast.board.scrutiny.models import Committee, Part, Resolution
from holdfast.board.scrutiny.rules.answering import part_standing, resolution_standing
from holdfast.board.scrutiny.rules.words import Extent, Standing
from holdfast.kernel.actions.dated import Dated


@dataclass(frozen=True)
class AnswerRow:
    """What was done, when, and where that can be read. `extent` says how far it goes."""

    what: str
    dated: Dated
    source: str
    extent: Extent


@dataclass(frozen=True)
class PartRow:
    """One thing a resolution asks for. `due_on` is its one date in the tracker, if it has one."""

    pk: int
    number: int
    text: str
    standing: Standing
    answers: tuple[AnswerRow, ...]
    whose_move: str
    due_on: date | None
    colour: str


@dataclass(frozen=True)
class ResolutionRow:
    """One resolution as it stood on a day. `due_on` is the sitting at which it is to be answered.

    `number` is its place among what that sitting resolved.
    """

    area: str
    committee: str
    reference: str
    resolved_on: date
    number: int
    text: str
    owner: str
    paragraph: str
    source: str
    due_on: date | None
    standing: Standing
    parts: tuple[PartRow, ...]

    @property
    def answered_parts(self) -> int:
        return sum(1 for part in self.parts if part.standing is Standing.ANSWERED)


def resolution_rows(
    *, on: date, committee: Committee | None = None, before: date | None = None
) -> tuple[ResolutionRow, ...]:
    """Return every resolution as it stood on a day, oldest first. Fixed queries.

    `before` leaves out sittings of that day and later; `committee` keeps one committee's.
    """
    found = Resolution.objects.filter(sitting__held_on__lte=on).for_page()
    if committee is not None:
        found = found.filter(sitting__committee=committee)
    if before is not None:
        found = found.filter(sitting__held_on__lt=before)
    return rows_of(found, on=on)


def unanswered(committee: Committee, *, on: date) -> tuple[ResolutionRow, ...]:
    """Return the resolutions of a committee of which a part is not fully answered on a day."""
    rows = resolution_rows(on=on, committee=committee)
    return tuple(row for row in rows if row.standing is not Standing.ANSWERED)


def rows_of(found: Iterable[Resolution], *, on: date) -> tuple[ResolutionRow, ...]:
    """Return the rows of resolutions that were fetched for a page."""
    return tuple(_row(one, on=on) for one in found)


def _row(one: Resolution, *, on: date) -> ResolutionRow:
    parts = tuple(_part(part, on=on) for part in one.parts.all())
    committee = one.sitting.committee
    return ResolutionRow(
        area=committee.record.area.code,
        committee=one.sitting.name,
        reference=committee.record.reference,
        resolved_on=one.sitting.held_on,
        number=one.number,
        text=one.text,
        owner=one.owner_words,
        paragraph=one.paragraph,
        source=one.sitting.source,
        due_on=one.due_at.held_on if one.due_at else None,
        standing=resolution_standing([part.standing for part in parts]),
        parts=parts,
    )


def _part(part: Part, *, on: date) -> PartRow:
    answers = tuple(
        AnswerRow(one.what, one.dated, one.source, Extent(one.extent))
        for one in part.answers.all()
        if one.given_on <= on
    )
    stands = part.action.standing(on=on)
    return PartRow(
        pk=part.pk,
        number=part.number,
        text=part.text,
        standing=part_standing(answer.extent for answer in answers),
        answers=answers,
        whose_move=part.action.whose_move(on=on),
        due_on=stands.due_on,
        colour=stands.colour.value,
    )
