"""
A year's outline as it is typed: one meeting on each line. Pure; the form is ours (L).

    2014-03 | Executive | Horizon scanning; Risks
    2014-05 | Main board | Summary of the Executive | Long-term support: Neglect | An audit

Month, body and items; and for a themed meeting its stage and topic, then what feeds it.
"""

from collections.abc import Sequence

from holdfast.board.desk.rules.programme import Outlined
from holdfast.kernel.actions.dated import Dated, Precision

MOST_MEETINGS, MOST_ITEMS = 40, 30
LONGEST = {"body": 80, "item": 200, "stage": 120, "topic": 150, "input": 200}
PARTS = 5
Theme = tuple[str, str, tuple[str, ...]]


class BadOutline(ValueError):
    """The outline cannot be used. The sentence says on which line, and what to write."""


def read_outline(text: str) -> tuple[Outlined, ...]:
    """Read every line that is not empty, or say what is wrong with the first that is."""
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if not lines:
        raise BadOutline("Write one meeting on each line, such as 2014-03 | Executive | Risks.")
    if len(lines) > MOST_MEETINGS:
        raise BadOutline(f"A year has at most {MOST_MEETINGS} meetings; {len(lines)} are here.")
    found = []
    seen: dict[tuple[str, str], int] = {}
    for number, line in lines:
        one = _meeting(line, number)
        same = (one.body.casefold(), one.month.words)
        if same in seen:
            raise BadOutline(
                f"Line {number}: {one.body} stands in {one.month.words} on line {seen[same]} "
                "already. Plan the second as another meeting, once the year is open."
            )
        seen[same] = number
        found.append(one)
    return tuple(sorted(found, key=lambda one: one.month.first))


def _meeting(line: str, number: int) -> Outlined:
    parts = [part.strip() for part in line.split("|")]
    if len(parts) > PARTS:
        raise BadOutline(f"Line {number}: it has more than {PARTS - 1} bars. Take one out.")
    parts += [""] * (PARTS - len(parts))
    month, body, items, theme, inputs = parts
    return Outlined(
        _month(month, number),
        _short(body, "body", number),
        _list(items, "item", number),
        _theme(theme, inputs, number),
    )


def _month(text: str, number: int) -> Dated:
    try:
        found = Dated.read(text)
    except ValueError:
        found = None
    if found is None or found.precision is not Precision.MONTH:
        raise BadOutline(f"Line {number}: begin with the month, such as 2014-03.")
    return found


def _short(text: str, what: str, number: int) -> str:
    if not text:
        raise BadOutline(f"Line {number}: the {what} is missing. Write it after the bar.")
    if len(text) > LONGEST[what]:
        raise BadOutline(f"Line {number}: shorten the {what} to {LONGEST[what]} letters.")
    return text


def _list(text: str, what: str, number: int) -> tuple[str, ...]:
    found = [one.strip() for one in text.split(";") if one.strip()]
    if len(found) > MOST_ITEMS:
        raise BadOutline(f"Line {number}: it has more than {MOST_ITEMS} {what}s. Take some out.")
    return tuple(dict.fromkeys(_short(one, what, number) for one in found))


def _theme(text: str, inputs: str, number: int) -> Theme | None:
    if not text:
        if inputs:
            raise BadOutline(f"Line {number}: what feeds a theme stands here without a theme.")
        return None
    stage, _, topic = text.partition(":")
    return (
        _short(stage.strip(), "stage", number),
        _short(topic.strip(), "topic", number),
        _list(inputs, "input", number),
    )


def outline_text(meetings: Sequence[Outlined]) -> str:
    """Return an outline as it is typed."""
    return "\n".join(_line(one) for one in meetings)


def _line(one: Outlined) -> str:
    parts = [f"{one.month.first:%Y-%m}", one.body, "; ".join(one.items)]
    if one.theme:
        stage, topic, inputs = one.theme
        parts += [f"{stage}: {topic}", "; ".join(inputs)]
    return " | ".join(parts).rstrip(" |")
