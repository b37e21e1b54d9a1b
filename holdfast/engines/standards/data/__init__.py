"""Frameworks that the product ships, in its own words."""

from pathlib import Path

SECTION_11 = "section_11_2012.yaml"
THRESHOLDS = "thresholds_2012.yaml"
THRESHOLDS_NEXT = "thresholds_2013.yaml"


def text_of(name: str) -> str:
    return (Path(__file__).parent / name).read_text(encoding="utf-8")
