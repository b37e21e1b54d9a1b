"""The sets of bodies that the product ships: public facts, in our words."""

from pathlib import Path

HERE = Path(__file__).parent
SETS = {
    "board-2012-13": "bodies_2012_13.yaml",
    "board-april-2013": "bodies_april_2013.yaml",
    "partnership-2023": "bodies_2023.yaml",
}
"""Each set's name in an address, and its file."""


def text_of(name: str) -> str:
    return (HERE / SETS[name]).read_text(encoding="utf-8")
