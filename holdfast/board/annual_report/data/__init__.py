"""What the product ships for a report: its outlines, what the law asks, the calendar."""

from pathlib import Path

HERE = Path(__file__).parent
REQUIRED = "required.yaml"
CALENDAR = "calendar.yaml"


def text_of(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
