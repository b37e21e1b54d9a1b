"""Is each line specific, measurable and time-limited? Pure; asked of boards by inspectors in 2017.

Source: Ofsted's inspection of the borough, March 2017, recommendation 106 (V): the plan is to be
specific, measurable and time-limited, and actions, risks and concerns are to be tracked. How it is
tested here is local (L).
"""

from dataclasses import dataclass

VAGUE = ("ongoing", "continuing", "as required", "regular")


@dataclass(frozen=True)
class LineFacts:
    """What there is to test of a line. `shown` counts what measures it or shows it done."""

    number: int
    owners: tuple[str, ...]
    has_date: bool
    finished: bool
    shown: int
    printed_timescale: str


@dataclass(frozen=True)
class Failing:
    """What a line lacks, in a few words."""

    number: int
    lacks: tuple[str, ...]


def failings(lines: list[LineFacts]) -> tuple[Failing, ...]:
    """Return the lines that fail the test, each with what it lacks."""
    found = [Failing(one.number, tuple(_lacks(one))) for one in lines]
    return tuple(one for one in found if one.lacks)


def _lacks(line: LineFacts) -> list[str]:
    lacks = []
    if not line.owners:
        lacks.append("an owner")
    if not line.has_date and not line.finished:
        vague = line.printed_timescale.lower() in VAGUE
        said = f" (“{line.printed_timescale}” is no date)" if vague else ""
        lacks.append(f"a date{said}")
    if not line.shown:
        lacks.append("anything that measures it")
    return lacks
