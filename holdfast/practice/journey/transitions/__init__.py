"""The one verb that moves two rooms at once: both move, or neither does."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from holdfast.kernel.directory.models import Post
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.enquiries import transitions as enquiries
from holdfast.practice.enquiries.models import StrategyDiscussion
from holdfast.practice.front_door import transitions as front_door
from holdfast.practice.front_door.models import Contact


@transaction.atomic
def start_strategy_discussion(
    contact: Contact,
    *,
    by: Post,
    on: date,
    why: str = "",
    invited: Sequence[Post] = (),
    seen: int | None = None,
) -> StrategyDiscussion:
    """
    Send a red contact on, and call its strategy discussion, at once.

    The front door checks who may and in what state; enquiries opens the discussion about the
    children who were found. Nobody waits for a child whose record is not found yet, but one is.
    """
    found = [
        one.child for one in contact.children.select_related("child__record__area") if one.child
    ]
    if not found:
        raise NotAllowed(
            "Say first which child this is: find the record, or open one. "
            "If a child is in danger now, ring the police."
        )
    front_door.send_to_strategy(contact, by=by, on=on, why=why, seen=seen)
    return enquiries.call_strategy_discussion(
        list({child.pk: child for child in found}.values()),
        why=why.strip() or contact.why,
        by=by,
        on=on,
        about=contact.record,
        invited=invited,
    )
