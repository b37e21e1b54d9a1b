"""Extracts handed to insight here, so that no room below is read from above by name."""

from collections.abc import Iterable
from datetime import date, timedelta

from holdfast.insight.indicators import lado
from holdfast.practice.allegations import extracts

LONGEST_CASE = timedelta(days=3 * 366)


def connect() -> None:
    """Tell insight where its rows come from. Called once, as the product starts."""
    lado.provide(_allegations)


def _allegations(since: date, until: date) -> Iterable[lado.AllegationRow]:
    """The rows received or concluded in a period: a case may have come years before it ended."""
    return extracts.rows(
        since=since - LONGEST_CASE,
        until=until + timedelta(days=1),
        release=f"{since:%Y-%m}",
    )
