"""Put a question about an exception: a challenge that keeps the figure as it was."""

from datetime import date

from django.db import transaction

from holdfast.board.local_data.extracts import Measure
from holdfast.board.workplan.access import board_of
from holdfast.board.workplan.extracts.watched import told
from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.transitions import put_challenge
from holdfast.board.workplan.transitions.challenges import About, Watch
from holdfast.insight.benchmarking.compare import Polarity
from holdfast.kernel.actions import tracker
from holdfast.kernel.directory.models import Area, Post

WORSE = {Polarity.LOW: Direction.UP, Polarity.HIGH: Direction.DOWN}


@transaction.atomic
def ask_about_figure(
    one: Measure,
    *,
    question: str,
    to: tracker.Who,
    area: Area,
    by: Post,
    on: date,
    reply_by: date | None = None,
) -> Challenge:
    """
    Put a question about a figure, frozen as it stands, to a post or an agency in words.

    The challenge log keeps its clock and thread; a later figure that is worse brings it back.
    """
    figure = one.figure
    place = f" {one.place.words[:1].upper()}{one.place.words[1:]}." if one.place else ""
    made_of = f", {figure.made_of}" if figure.made_of else ""
    worse = WORSE.get(figure.indicator.polarity)
    return put_challenge(
        title=one.listed.name,
        question=question,
        to=to,
        area=area,
        owner=board_of(by),
        by=by,
        on=on,
        reply_by=reply_by,
        about=About(
            figure=figure.indicator.id,
            year=figure.year,
            place=figure.place.code,
            words=f"{figure.shown}{made_of}, {figure.period}, {figure.release.id}.{place}",
            row=told(figure).row,
            source="Scorecard",
        ),
        watch=Watch(worse) if worse else None,
    )
