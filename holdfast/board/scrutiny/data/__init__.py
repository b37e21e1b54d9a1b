"""What the product ships for this room: inspections, layouts of reports, the local policy.

Published facts in our words; officials appear by role.
"""

from pathlib import Path

HERE = Path(__file__).parent
POLICY = "escalation_policy.yaml"
LAYOUTS = "layouts.yaml"
INSPECTIONS = "inspections.yaml"
SITTING_2012 = "sitting_2012_04_23.yaml"


def text_of(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")
