"""What may be typed in about a risk. Forms check shape; the verbs check the rest."""

from typing import Any

from django import forms

from holdfast.board.workplan.forms.challenges import NamingForm, WhoField, long_text
from holdfast.board.workplan.forms.papers import PaperField
from holdfast.board.workplan.models import Line, Risk
from holdfast.board.workplan.rules.risk_scoring import IMPACT, LIKELIHOOD
from holdfast.kernel.directory.models import Area
from holdfast.kernel.ui.dates import DateField


def scale(label: str, words: dict[int, str], *, required: bool = True) -> forms.TypedChoiceField:
    offered: list[tuple[Any, str]] = [(n, f"{n} {word}") for n, word in words.items()]
    return forms.TypedChoiceField(
        label=label,
        choices=offered if required else [("", "not set"), *offered],
        coerce=int,
        empty_value=None,
        required=required,
        widget=forms.Select,
    )


class RaiseForm(NamingForm):
    title = forms.CharField(label="The risk, in a few words", max_length=120)
    cause = long_text("Because of", "Write the cause.", most=300)
    event = long_text("This may happen", "Write the event.", most=300)
    effect = long_text("With this effect", "Write the effect.", most=300)
    post = WhoField(label="Whose risk it is, where a post sits on the board")
    role = forms.CharField(label="Or a role, in words", max_length=120, required=False)
    group = forms.CharField(label="The sub-group that watches it", max_length=120, required=False)
    appetite = long_text("What the board would live with, in words", "", most=300)
    target_likelihood = scale("Target likelihood", LIKELIHOOD, required=False)
    target_impact = scale("Target impact", IMPACT, required=False)
    lines = forms.ModelMultipleChoiceField(
        label="Lines of the work plan",
        queryset=Line.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: object = None, *, area: Area) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["post"].offer(area)  # type: ignore[attr-defined]
        lines = Line.objects.filter(plan__record__area=area)
        self.fields["lines"].queryset = lines.order_by("-plan__starts_on", "number")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if (said.get("target_likelihood") is None) != (said.get("target_impact") is None):
            self.add_error("target_impact", "Set both numbers of the target, or neither.")
        return said


class RiskForm(forms.Form):
    """A form about one risk."""

    def __init__(self, data: object = None, files: object = None, *, risk: Risk) -> None:
        super().__init__(data, files)  # type: ignore[arg-type]
        if "seen" in self.fields:
            self.fields["seen"].initial = risk.version

    def told(self) -> dict[str, Any]:
        return self.cleaned_data


class SeenForm(RiskForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)


class ScoreForm(SeenForm):
    likelihood = scale("Likelihood", LIKELIHOOD)
    impact = scale("Impact", IMPACT)
    reason = long_text("Why this score", "Give the reason for this score.", most=300)


class ControlForm(SeenForm):
    what = long_text("What keeps it down", "Say what keeps this risk down.", most=300)


class AssuranceForm(RiskForm):
    text = long_text("What the board was told or saw", "Write what it was.")
    source = forms.CharField(label="Source", max_length=200, required=False)
    paper = PaperField(label="A paper that shows it")


class EndControlForm(RiskForm):
    why = long_text("Why it no longer works", "Say why this control no longer works.", most=300)


class CloseForm(SeenForm):
    assurance = long_text("What assures the board", "Write what assures the board.")


class ReopenForm(SeenForm):
    because = long_text("Why it is back", "Say why this risk is back.")


class PromiseForm(NamingForm, RiskForm):
    what = long_text("What is to be done", "Say what is to be done.", most=300)
    post = WhoField(label="By whom, where a post sits on the board")
    role = forms.CharField(label="Or by a role, in words", max_length=120, required=False)
    due_on = DateField(label="By when", required=False)

    def __init__(self, data: object = None, files: object = None, *, risk: Risk) -> None:
        super().__init__(data, files, risk=risk)
        self.fields["post"].offer(risk.record.area)  # type: ignore[attr-defined]
