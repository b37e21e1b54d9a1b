"""The plans and programmes that the product ships: published facts, in our words."""

from pathlib import Path

HERE = Path(__file__).parent
PLAN = "workplan_2012_13.yaml"
PROGRAMME = "work_programme_2013_14.yaml"
CYPP = "cypp_2013_16.yaml"
EVENTS = "public_events.yaml"


def text_of(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
