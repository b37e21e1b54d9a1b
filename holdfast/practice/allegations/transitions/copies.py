"""Letters to named readers: checked for other records' words, frozen, and written down."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.allegations.access import STORY
from holdfast.practice.allegations.models import Allegation, Copy
from holdfast.practice.allegations.rules import letters
from holdfast.practice.allegations.transitions import moves, opening


@transaction.atomic
def send_copy(
    allegation: Allegation,
    *,
    reader: str,
    title: str,
    text: str,
    by: Post,
    on: date,
    reader_post: Post | None = None,
    disclosed: str = "",
    seen: int | None = None,
) -> Copy:
    """Send a letter to one reader. It is refused while it holds a word of another record.

    `disclosed` is the reason for telling more than usual: with it the check informs, and the
    reason stays with the copy.
    """
    gate.require(by, Can.WORK, allegation.record, section=STORY)
    if not text.strip():
        raise NotAllowed("The letter is empty. Write it before you send it.")
    if reader_post is not None and reader_post == by:
        raise NotAllowed("Nobody writes to themselves. Choose the reader's post.")
    others = [one.secret() for one in Allegation.objects.likened_to(allegation)]
    mine = allegation.secret()
    found = letters.leaks(text, own=mine.reference, secrets=others, own_names=mine.names)
    if found and not disclosed.strip():
        raise NotAllowed(letters.leak_sentence(found))
    if reader_post is not None:
        opening.acknowledge(allegation, to=reader_post, by=by, on=on)
    copy = Copy.objects.create(
        allegation=allegation,
        number=allegation.copies.count() + 1,
        reader=reader,
        reader_post=reader_post,
        title=title,
        text=text,
        withheld=", ".join(secret.reference for secret in others),
        disclosed=disclosed,
        sent_on=on,
        by=by,
        **moment.written(),
    )
    note = f"{title}, to {reader}." + (f" Disclosed: {disclosed}" if disclosed else "")
    moves.write_in(allegation, "send_copy", by=by, on=on, note=note, seen=seen)
    return copy
