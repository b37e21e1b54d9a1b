"""The assessment, section by section. Each section is kept by itself, however little it holds."""

from typing import Any

from django import forms

from holdfast.kernel.ui.fields import box, pick
from holdfast.practice.early_help.forms.base import LinesField
from holdfast.practice.early_help.rules import law
from holdfast.practice.early_help.rules.assessing import Written


class SectionForm(forms.Form):
    strengths = box("What goes well", hint="Strengths first: the plan builds on them.", rows=5)
    needs = box("What is hard, or missing", rows=5)
    words = box("In the family’s own words", hint="Who says it, child or adult.", rows=4)
    seen = forms.IntegerField(widget=forms.HiddenInput, initial=0)

    def written(self) -> Written:
        given = self.cleaned_data
        return Written(given["strengths"], given["needs"], given["words"])


class ConclusionForm(forms.Form):
    present = LinesField("Who of the family took part")
    conclusion = box("What it comes to", hint="A few sentences that the family can read.", rows=6)
    tier = pick(
        "Level of need",
        [(t.value, law.TIER_WORDS[t]) for t in law.Tier],
        hint="A judgement, never worked out from answers. Leave it open until you know.",
    )
    tier_why = box("Why this level", rows=3)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tier"].required = False
