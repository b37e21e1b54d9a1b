"""What one editor wrote beside what another has just saved."""

from typing import Any

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.tables import Column, Row, Table, TableSpec, plain_table
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.words import DISABILITY, ETHNICITY, SEX_WORDS, Sex
from holdfast.practice.children.transitions import Corrected

WORDS = {
    "born_on": "Date of birth",
    "born_about": "An estimate",
    "due_on": "Due",
    "sex": "Girl or boy",
    "ethnicity": "Ethnicity",
    "language": "Language",
    "disabilities": "Disability",
    "school": "School",
    "about": "The child as a person",
}
SPEC = TableSpec(
    caption="Both versions, where they differ",
    columns=(
        Column("what", "Fact", header=True),
        Column("theirs", "Saved by somebody else"),
        Column("yours", "What you wrote"),
    ),
    nothing="You both wrote the same.",
)


def both_versions(child: Child, wrote: Corrected) -> Table:
    pairs = [(name, getattr(child, name), getattr(wrote, name)) for name in WORDS]
    rows = [
        Row({"what": WORDS[name], "theirs": _said(name, theirs), "yours": _said(name, yours)})
        for name, theirs, yours in pairs
        if _said(name, theirs) != _said(name, yours)
    ]
    return plain_table(SPEC, rows)


def _said(name: str, value: Any) -> str:
    if name in {"born_on", "due_on"}:
        return day_words(value, missing="–")
    if name == "born_about":
        return "Yes" if value else "No"
    if name == "disabilities":
        return ", ".join(DISABILITY[code] for code in value) or "–"
    if name == "ethnicity":
        return ETHNICITY[value]
    return SEX_WORDS[Sex(value)] if name == "sex" else str(value) or "–"
