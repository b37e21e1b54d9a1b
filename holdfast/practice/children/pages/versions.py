"""What one editor wrote beside what another has just saved."""

from typing import Any

from holdfast.kernel.ui.filters import on as day_words
from holdfast.kernel.ui.versions import Both
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


def both_facts(child: Child, wrote: Corrected) -> list[Both]:
    return [
        Both(WORDS[name], _said(name, getattr(child, name)), _said(name, getattr(wrote, name)))
        for name in WORDS
    ]


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
