"""Words and links that several pages of figures share."""

from datetime import date
from urllib.parse import urlencode

from django.urls import reverse

from holdfast.insight.benchmarking.compare import Polarity
from holdfast.insight.benchmarking.releases import Release, State
from holdfast.insight.indicators.values import Compared, Figure
from holdfast.kernel.ui.parts import Filter, Status, met, no_reply, nothing, soon

STATES = {
    State.SUPPRESSED: (nothing, "Suppressed"),
    State.NOT_RETURNED: (no_reply, "Not returned"),
    State.NOT_AVAILABLE: (soon, "Not available"),
    State.NOT_APPLICABLE: (nothing, "Not applicable"),
    State.NEGLIGIBLE: (met, "Negligible"),
    State.UNRELIABLE: (soon, "Unreliable"),
}
"""Each state has its own shape and word: who sent nothing is not who has few."""

GOOD = {
    Polarity.LOW: "low is better, with care",
    Polarity.HIGH: "high is better",
    Polarity.NONE: "neither way is good in itself",
}


def state(figure: Figure) -> Status | None:
    """Return how a figure without a value is drawn; nothing for one that has a value."""
    if figure.state is State.NUMBER:
        return None
    draw, word = STATES[figure.state]
    return draw(word)


def address(figure: Figure) -> str:
    """Return the page of a figure, at its year and line."""
    asked = {"year": str(figure.year)} | ({"item": figure.item.key} if figure.item else {})
    return f"{reverse('indicators:figure', args=[figure.indicator.id])}?{urlencode(asked)}"


def years(chosen: int, held: tuple[int, ...]) -> Filter:
    options = [(str(year), f"{year - 1}\u2013{year % 100:02}") for year in reversed(held)]
    return Filter("year", "Year to 31 March", options, str(chosen))


def shown_at_first(releases: tuple[Release, ...], held: tuple[int, ...], today: date) -> int:
    """Return the latest year that was published by a day, or the first that is held."""
    out = [year for r in releases if r.published_by <= today for year in r.years if year in held]
    return max(out, default=held[0])


def later(release: Release, today: date) -> str:
    """Say so if a release came out after the day on which the page is read."""
    if release.published_by <= today:
        return ""
    return (
        f"{release.id} is dated {release.published}, after the day of this page: "
        "nobody could have seen this figure today."
    )


def ranks(compared: Compared) -> str:
    """Return the rank with its number of boroughs, and who is not among them and why."""
    if compared.highest is None:
        return "Without a value there is no rank."
    best = f"; {compared.best.words}" if compared.best else ""
    missing = [
        f"{len(names)} {state}"
        for state in State
        if state is not State.NUMBER and (names := compared.left_out(state))
    ]
    rest = f" Not ranked: {', '.join(missing)}." if missing else ""
    highest = compared.highest.words
    return f"{highest[:1].upper()}{highest[1:]} London boroughs{best}.{rest}"
