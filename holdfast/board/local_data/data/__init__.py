"""What the room ships: the scorecard's list and the quarterly set of measures, reviewed data."""

from pathlib import Path

HERE = Path(__file__).parent


def text_of(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
