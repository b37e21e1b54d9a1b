"""The next meeting at which the seat is expected, what is on it and which papers came."""

from collections.abc import Sequence

from holdfast.board.desk.pages.briefing.links import link_to
from holdfast.board.desk.pages.briefing.parts import Next, Reader
from holdfast.board.partnership.extracts import SeatRow
from holdfast.engines.meetings.models import AgendaItem, Meeting
from holdfast.kernel.ui.filters import plural

SHOWN = 8
LOOKED_AT = 30
"""How many meetings ahead are looked at: more than a year has."""


def next_meeting(reader: Reader, seats: Sequence[SeatRow]) -> Next | None:
    """Return the first meeting ahead that concerns the seat, or else the first ahead at all."""
    ahead = Meeting.objects.visible_to(reader.post).before().for_list()
    ahead = ahead.filter(planned_from__gte=reader.on, record__area=reader.area)
    meetings = list(ahead.prefetch_related("places")[:LOOKED_AT])
    found = next((one for one in meetings if _concerns(one, reader, seats)), None)
    found = found or next(iter(meetings), None)
    if found is None:
        return None
    places = {place.post_id for place in found.places.all()}
    items = list(AgendaItem.objects.filter(meeting=found).open_part().for_page())
    papers = [paper for item in items for paper in item.papers.all()]
    reference = found.record.reference
    replaced = {paper.replaces_id for paper in papers}
    mine = [item for item in items if item.presenter_id == reader.post.pk]
    words = "You are expected." if reader.post.pk in places else "You are not on its list."
    if not places:
        sits = any(_same(seat.body_name, found.body) for seat in seats)
        words = "You sit on it. " if sits else ""
        words += "Nobody is listed for it yet."
    if mine:
        words += f" You present {plural(len(mine), 'item')}."
    return Next(
        title=found.title,
        when=found.when,
        words=words,
        link=link_to("The meeting", "desk:meeting", reference),
        items=tuple(f"{item.label} {item.title}" for item in items[:SHOWN]),
        papers=tuple(
            link_to(str(paper), "desk:paper", reference, paper.pk)
            for paper in papers
            if paper.pk not in replaced and not paper.restricted
        ),
    )


def _concerns(meeting: Meeting, reader: Reader, seats: Sequence[SeatRow]) -> bool:
    """It expects the post, or is a meeting of a body on which the post sits."""
    if any(place.post_id == reader.post.pk for place in meeting.places.all()):
        return True
    return any(_same(seat.body_name, meeting.body) for seat in seats)


def _same(body: str, of_meeting: str) -> bool:
    """
    Say whether a meeting's body, as its papers call it, is this one.

    >>> _same("Executive Board", "Executive"), _same("Main Board", "Main board")
    (True, True)
    """
    return body.casefold().removesuffix(" board") == of_meeting.casefold().removesuffix(" board")
