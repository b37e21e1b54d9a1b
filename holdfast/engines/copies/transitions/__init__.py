"""Make a copy for one reader, show it first, keep exactly what went."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date

from django.db import transaction

from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.rules import echo
from holdfast.engines.copies.rules.choosing import Chosen, Held, Reader, Who, choose
from holdfast.engines.copies.rules.paper import (
    Items,
    Letter,
    Section,
    digest,
    to_json,
)
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.models import Record, Sensitivity
from holdfast.kernel.records.moves import NotAllowed

__all__ = ["Shown", "keep_copy", "show_copy"]


@dataclass(frozen=True)
class Shown:
    """A copy before it is kept: what its reader will see, and what is held back, for its author.

    `leaks` names the facts that the author's own words say although they are withheld.
    """

    letter: Letter
    chosen: Chosen
    leaks: tuple[str, ...]


@transaction.atomic
def show_copy(
    record: Record,
    *,
    letter: Letter,
    facts: Sequence[Held],
    reader: Reader,
    by: Post,
    on: date,
    section: str = "story",
) -> Shown:
    """Make a copy without keeping it: the author's own sections, then what the reader may have.

    Writes nothing. `facts` is everything the room holds: what may not go is sorted out here.
    """
    gate.require(by, Can.WORK, record, section=section)
    return _made(letter, facts, reader)


@transaction.atomic
def keep_copy(
    record: Record,
    *,
    letter: Letter,
    facts: Sequence[Held],
    reader: Reader,
    by: Post,
    on: date,
    reader_post: Post | None = None,
    section: str = "story",
) -> Copy:
    """
    Keep exactly what one reader gets, with its digest and what was held back from it.

    Raises NotAllowed where the author's words say a fact that this reader may not have.
    """
    shown = show_copy(
        record, letter=letter, facts=facts, reader=reader, by=by, on=on, section=section
    )
    if shown.leaks:
        raise NotAllowed(" ".join(shown.leaks))
    if not reader.key.strip() or not reader.words.strip():
        raise NotAllowed("Say who reads this copy. A document is made for one reader.")
    if reader_post is not None and reader.who is not Who.AGENCY:
        raise NotAllowed("A copy on a post's own page is for an agency.")
    story.move_on(record, version=_version(record))
    content = to_json(shown.letter)
    number = Copy.objects.filter(record=record).count() + 1
    kept = Copy.objects.create(
        record=record, number=number, reader=reader.key, reader_words=reader.words,
        reader_who=reader.who.value, reader_post=reader_post, title=shown.letter.title,
        content=content, digest=digest(content),
        held_back=[asdict(one) for one in shown.chosen.named],
        before=Copy.objects.last_for(record, reader.key), by=by, on=on, **moment.written(),
    )  # fmt: skip
    story.write_step(
        record=record, move="keep_copy", by=by, on=on, section=section,
        note=f"Copy {number}, for {reader.words}", sensitivity=Sensitivity.NONE,
    )  # fmt: skip
    return kept


def _version(record: Record) -> int:
    """Take the record's row, so that two copies at once do not get one number."""
    return Record.objects.select_for_update().only("version").get(pk=record.pk).version


def _made(letter: Letter, facts: Sequence[Held], reader: Reader) -> Shown:
    chosen = choose(facts, reader=reader)
    headings = dict.fromkeys(fact.heading for fact in chosen.given)
    own = tuple(
        Section(heading, (Items(tuple(_said(f) for f in chosen.given if f.heading == heading)),))
        for heading in headings
    )
    whole = replace(letter, sections=(*letter.sections, *own))
    written = "\n".join(letter.lines)
    open_ = [fact.text for fact in chosen.given]
    leaks = []
    for fact, why in chosen.withheld:
        words = echo.said(written, withheld=fact.text, given=open_)
        if words:
            leaks.append(
                f"“{words}” says fact {fact.number} of {fact.source}, which is {why.value}. "
                "Write it without that."
            )
    return Shown(whole, chosen, tuple(leaks))


def _said(fact: Held) -> str:
    return f"{fact.text} ({fact.source})"
