"""What several views fetch: the arrangement that the door let in."""

from holdfast.kernel.access.door import Visit
from holdfast.practice.private_fostering.models import Arrangement


def arrangement_of(visit: Visit) -> Arrangement:
    """The arrangement of the record let in; nothing else is reachable from here."""
    return Arrangement.objects.select_related(
        "record__area", "record__owner", "worker__agency"
    ).get(record=visit.record)
