"""What runs each day: whoever has to visit is reminded. Nothing else happens by itself."""

from datetime import date

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.directory.models import this_partnership
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering import transitions as verbs
from holdfast.practice.private_fostering.access import KIND, keeper
from holdfast.practice.private_fostering.rules import visiting


def remind_visits(on: date) -> str:
    """Remind of every open visit whose reminder has come, on behalf of the team's manager."""
    try:
        by = keeper(this_partnership().area)
    except NotAllowed as why:
        return str(why)
    rules = (*visiting.VISITS, visiting.ON_REQUEST)
    waiting = Deadline.objects.open().filter(record__kind=KIND, rule_id__in=rules)
    due = [
        clock
        for clock in waiting.select_related("whose_post").order_by("pk")
        if visiting.reminds(clock.due_on, on=on)
    ]
    sent = sum(verbs.remind_visit(clock, by=by, on=on) for clock in due)
    return f"Reminded of {sent} visits."
