"""What the room's views look up: always by way of the record that the door let in."""

from datetime import date

from django.shortcuts import get_object_or_404

from holdfast.board.partnership.access import READERS
from holdfast.board.partnership.extracts import BodyRow, body_row
from holdfast.board.partnership.models import Body, Seat
from holdfast.kernel.access.door import Visit

ROLES = sorted(READERS)


def the_body(visit: Visit) -> Body:
    bodies = Body.objects.for_page().prefetch_related(
        "terms", "groups__record", "followed_by__record"
    )
    return get_object_or_404(bodies, record=visit.record)


def row_of(body: Body) -> BodyRow:
    return body_row(body)


def the_seat(visit: Visit, number: int, *, on: date) -> Seat:
    seats = Seat.objects.for_page(on=on).select_related(
        "lay_term__mentor__post", "lay_term__review"
    )
    return get_object_or_404(
        seats.prefetch_related("deputies__post__agency", "declarations", "inductions"),
        body__record=visit.record,
        pk=number,
    )
