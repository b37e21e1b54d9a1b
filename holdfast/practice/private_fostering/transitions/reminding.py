"""A reminder of a visit: to whoever has to move, without a name in it."""

from datetime import date

from django.db import transaction

from holdfast.engines.notices import transitions as notices
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import Post


@transaction.atomic
def remind_visit(clock: Deadline, *, by: Post, on: date) -> bool:
    """Remind the post whose move a visit is. Says whether the reminder was new that day."""
    if clock.whose_post is None or clock.due_on is None:
        return False
    late = clock.due_on < on
    subject = "A visit is late" if late else "A visit is due"
    body = (
        f"A private fostering visit {'was' if late else 'is'} due on {day_words(clock.due_on)}. "
        "Sign in to see which."
    )
    told = notices.Told(
        key=f"private fostering {clock.pk} {on}", subject=subject, body=body, post=clock.whose_post
    )
    return notices.notify(told, by=by, on=on)
