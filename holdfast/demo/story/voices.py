"""What the Youth Council and Speakerbox said: one changed a decision, one still waits."""

from collections.abc import Mapping
from datetime import date

from holdfast.board.voice import transitions as voice
from holdfast.demo.story.clock import at
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.directory.models import Post, this_partnership


def tell(posts: Mapping[str, Post]) -> None:
    """The note of May 2012 is the seeds'; how they were told, and Speakerbox's, is invented."""
    manager, area = posts["board_manager"], this_partnership().area
    with at(2012, 5, 30, 10, 0):
        day = date(2012, 5, 30)
        council = voice.open_group(
            name="Youth Council", who="Elected young people of the borough", area=area,
            owner=manager.agency, promised="May 2012: the chair meets them each term", by=manager,
            on=day,
        )  # fmt: skip
        met = voice.hold_session(
            council, dated=Dated.read("2012-05"), took_part=None, with_whom="independent chair",
            by=manager, on=day,
        )  # fmt: skip
        heard = voice.hear(
            met, theme="Being heard", words="Meet us each term, and let us agree what is noted.",
            may_be_used=True, by=manager, on=day,
        )  # fmt: skip
        voice.take_up(heard, taken_up_by="Executive", by=manager, on=day)
    with at(2012, 10, 4, 10, 0):
        voice.decide(
            heard, we_did="The note the Youth Council had agreed was agreed by the Executive, and "
            "listening became a part of the performance framework.",
            refers_to="Work plan line 14; Executive, 25 September 2012",
            decided_on=date(2012, 9, 25), by=manager, on=date(2012, 10, 4),
        )  # fmt: skip
        voice.tell_back(
            heard, told_on=date(2012, 10, 3), how="The manager went to their meeting", by=manager,
            on=date(2012, 10, 4),
        )  # fmt: skip
    with at(2013, 3, 21, 10, 0):
        day = date(2013, 3, 21)
        box = voice.open_group(
            name="Speakerbox", who="The council for children in care", area=area,
            owner=manager.agency, promised="An open conversation; no rhythm was printed",
            every_months=0, by=manager, on=day,
        )  # fmt: skip
        spoke = voice.hold_session(
            box, dated=Dated(date(2013, 3, 19)), took_part=8, with_whom="development manager",
            by=manager, on=day,
        )  # fmt: skip
        placed = voice.hear(
            spoke, theme="Changing social workers", words="Tell us before our worker changes, not "
            "after.", may_be_used=True, by=manager, on=day,
        )  # fmt: skip
        voice.take_up(placed, taken_up_by="Practice Development and Training", by=manager, on=day)
        voice.hear(
            spoke, theme="Feeling safe at home", words="Kept by the group.", may_be_used=False,
            by=manager, on=day,
        )  # fmt: skip
