"""What a challenge's measure said, period by period: published figures, or our own readings."""

from pathlib import Path

from django.conf import settings

from holdfast.board.workplan.models import Challenge
from holdfast.board.workplan.rules.coming_back import Reading
from holdfast.insight.indicators.published import Published, open_published
from holdfast.insight.indicators.values import Figure


def held() -> Published:
    """Return the published figures that are held here. Read once for each set of files."""
    return open_published(Path(settings.VAR_DIR) / "figures")


def readings_of(challenge: Challenge) -> tuple[Reading, ...]:
    """Return what the watched measure said: what was written down here, else what is published."""
    own = tuple(one.told() for one in challenge.readings.all())
    if own or challenge.watch_words or not challenge.figure:
        return own
    return published_readings(
        challenge.figure, challenge.figure_item, place=challenge.record.area.code
    )


def published_readings(identity: str, item: str, *, place: str) -> tuple[Reading, ...]:
    """Return an indicator's published values for a place, each known when its release was out."""
    series = held().series(identity, place, item=item)
    return tuple(_reading(figure) for figure in series if figure.value is not None)


def _reading(figure: Figure) -> Reading:
    return Reading(
        period=figure.period,
        ends_on=figure.as_at,
        known_on=figure.release.published_by,
        value=figure.value,
        words=f"{figure.shown}, {figure.made_of}" if figure.made_of else figure.shown,
        source=figure.release.title,
    )
