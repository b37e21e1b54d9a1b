"""A notice is given to the carer: kept exactly as they got it, before it is handed over."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.engines.copies import transitions as copies
from holdfast.engines.copies.models import Copy
from holdfast.engines.copies.rules.choosing import Held, Reader, Who
from holdfast.engines.copies.rules.paper import Letter
from holdfast.kernel.access import gate
from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.access import STORY
from holdfast.practice.private_fostering.models import Arrangement


@transaction.atomic
def give_notice(
    arrangement: Arrangement,
    *,
    key: str,
    letter: Letter,
    withheld: Sequence[Held],
    by: Post,
    on: date,
) -> Copy:
    """Keep a notice as the carer gets it. It is given once; `key` says of which decision.

    Raises NotAllowed where its reason says what somebody else told of the carer.
    """
    gate.require(by, Can.WORK, arrangement.record, section=STORY)
    reader = Reader(f"carer:{key}"[:60], arrangement.carer, Who.FAMILY)
    if Copy.objects.last_for(arrangement.record, reader.key) is not None:
        raise NotAllowed("This notice is kept already. A new decision has a notice of its own.")
    return copies.keep_copy(
        arrangement.record, letter=letter, facts=withheld, reader=reader, by=by, on=on,
        section=STORY,
    )  # fmt: skip
