"""How it ends: the child leaves, or it never was private fostering; and how it begins again."""

from datetime import date

from django.db import transaction

from holdfast.kernel.access.gate import Can
from holdfast.kernel.clock import running
from holdfast.kernel.directory.models import Post
from holdfast.kernel.records import story
from holdfast.kernel.records.moves import NotAllowed
from holdfast.practice.private_fostering.models import Arrangement, weighing
from holdfast.practice.private_fostering.rules import telling, visiting
from holdfast.practice.private_fostering.transitions import moves
from holdfast.practice.private_fostering.transitions.telling import keep_notice
from holdfast.practice.private_fostering.transitions.told import NoticeTold


@transaction.atomic
def end(
    arrangement: Arrangement,
    *,
    left_on: date,
    why: str,
    went_to: str,
    notice: NoticeTold,
    by: Post,
    on: date,
    seen: int | None = None,
) -> None:
    """The child has left, and who told us so. Within 27 days back is no ending: then say nothing.

    Regulation 10: the carer tells within 48 hours, and who the child has gone to (V2).
    """
    if not why.strip() or not went_to.strip():
        raise NotAllowed("Say why it ended, and to whom the child has gone.")
    if left_on > on:
        raise NotAllowed("The child has not left yet. Give the day on which the child left.")
    note = f"Left on {left_on.day} {left_on:%B %Y}, to {went_to}. {why}"
    rule = telling.telling_rule(telling.Notice.ENDED, notice.teller)
    moves.stop_clocks(arrangement, reason="The arrangement has ended.", by=by, on=on)
    moves.move_to(
        arrangement, "end", by=by, on=on, note=note, seen=seen, ended_on=left_on, end_why=why,
        went_to=went_to,
    )  # fmt: skip
    keep_notice(arrangement, notice, by=by, on=on)
    if rule:
        clock = running.start(
            arrangement.record, rule, on=left_on, whose_move=notice.who[:120], by=by
        )
        running.meet(clock, on=notice.told_on, by=by)
    story.close_record(arrangement.record, on=on)


@transaction.atomic
def find_not_fostering(
    arrangement: Arrangement, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """A manager finds that it is not private fostering, and says by which test."""
    if not why.strip():
        raise NotAllowed("Say which test is not met: age, relation, or how long.")
    moves.stop_clocks(arrangement, reason="It is not private fostering.", by=by, on=on)
    moves.move_to(
        arrangement, "find_not_fostering", by=by, on=on, can=Can.DECIDE, note=why, seen=seen,
        ended_on=on, end_why=why,
    )  # fmt: skip
    story.close_record(arrangement.record, on=on)


@transaction.atomic
def come_back(
    arrangement: Arrangement, *, why: str, by: Post, on: date, seen: int | None = None
) -> None:
    """The child is there again, or it is private fostering after all. Visits begin again."""
    if not why.strip():
        raise NotAllowed("Say what has happened.")
    story.reopen_record(arrangement.record)
    moves.move_to(
        arrangement, "come_back", by=by, on=on, note=why, seen=seen, ended_on=None, end_why="",
        went_to="",
    )  # fmt: skip
    whose = weighing.whose_visit(arrangement, otherwise=by)
    moves.start_clock(arrangement, visiting.FIRST[1], by=by, on=on, whose=whose)
