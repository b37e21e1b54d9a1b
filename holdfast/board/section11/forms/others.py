"""What the panel, the chair and an agency's staff may type."""

from typing import Any

from django import forms

from holdfast.board.section11.forms.asked import words
from holdfast.board.section11.models import (
    Overview,
    Survey,
)
from holdfast.board.section11.rules.survey import Answer
from holdfast.engines.standards.models import Grade, Standard
from holdfast.engines.standards.rules.scales import RAG, Apart


class OverviewForm(forms.Form):
    """The chair's view of all returns, and what the board asks of agencies after it."""

    view = words("What the returns show, taken together", most=6000)
    asks = words("What the board asks of agencies", required=False, most=3000)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, draft: Overview | None) -> None:
        first = {"view": draft.view, "asks": draft.asks} if draft else {}
        super().__init__(data, initial={**first, "seen": draft.version if draft else 0})


class SignForm(forms.Form):
    seen = forms.IntegerField(min_value=0, max_value=2**31 - 1)


class FindingForm(forms.Form):
    """One criterion before the panel. What is left empty is not graded yet."""

    value = forms.ChoiceField(label="Moderated grade", required=False)
    reason = words("Reason", required=False, most=500)
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, grade: Grade) -> None:
        self.grade = grade
        first = {
            "value": grade.moderated_value,
            "reason": grade.reason,
            "seen": grade.version,
        }
        super().__init__(data, prefix=f"g{grade.pk}", initial=first)
        scale = grade.assessment.edition.scale or RAG
        apart = [(one.value, one.value.capitalize()) for one in Apart]
        choices = [("", "Not graded yet"), *scale.choices, *apart]
        self.fields["value"].choices = choices  # type: ignore[attr-defined]

    @property
    def changed(self) -> bool:
        said = (self.cleaned_data["value"], self.cleaned_data["reason"].strip())
        return bool(said[0] or said[1]) and said != (self.grade.moderated_value, self.grade.reason)


class StaffForm(forms.Form):
    """The staff survey: which agency one works for, and one answer to each standard."""

    agency = forms.TypedChoiceField(label="Which agency do you work for?", coerce=int)

    def __init__(self, data: Any = None, *, survey: Survey, asked: list[Standard]) -> None:
        super().__init__(data)
        self.asked = asked
        agencies = survey.cycle.returns.exclude(state="withdrawn").select_related("agency")
        found = [(one.pk, one.name) for one in agencies]
        self.fields["agency"].choices = [("", ""), *found]  # type: ignore[attr-defined]
        for one in asked:
            self.fields[f"s{one.pk}"] = forms.ChoiceField(
                label=f"{one.title}. {one.text}",
                choices=[(a.value, a.value.capitalize()) for a in Answer],
                widget=forms.RadioSelect,
                required=False,
            )

    @property
    def answers(self) -> dict[Standard, Answer]:
        """What was answered; a standard that was left out is not counted."""
        typed = {one: self.cleaned_data.get(f"s{one.pk}") for one in self.asked}
        return {one: Answer(value) for one, value in typed.items() if value}
