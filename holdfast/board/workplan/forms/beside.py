"""What may be typed in beside the plan: a meeting, what is coming, evidence, what changed."""

from typing import Any

from django import forms

from holdfast.board.workplan.forms.challenges import NamingForm, WhoField, long_text
from holdfast.board.workplan.forms.papers import PaperField
from holdfast.board.workplan.models import Commitment, Line, PolicyItem
from holdfast.board.workplan.rules.evidence import EvidenceSort
from holdfast.insight.indicators.catalogue import indicators
from holdfast.kernel.actions.fields import DatedField, ExactField
from holdfast.kernel.directory.models import Area
from holdfast.kernel.directory.words import choices
from holdfast.kernel.ui.dates import DateField


class MeetingForm(forms.Form):
    body = forms.CharField(label="Which meeting", max_length=80, initial="Executive")
    held = ExactField(label="When it is held")


class PolicyForm(forms.Form):
    title = forms.CharField(label="What is coming", max_length=160)
    source = forms.CharField(label="Document or paper that says so", max_length=200)
    known = forms.ChoiceField(label="How sure we are", choices=PolicyItem.Known.choices)
    dated = ExactField(label="When it comes into force")
    review_on = DateField(label="Look at it again on", required=False)


class MeaningForm(NamingForm):
    implication = long_text("What it means for us", "Say what it means for us.")
    post = WhoField(label="Who sees to it, where a post sits on the board")
    role = forms.CharField(label="Or a role, in words", max_length=120, required=False)
    what = forms.CharField(label="The action, if there is one", max_length=300, required=False)
    due_on = DateField(label="By when", required=False)
    review_on = DateField(label="Look at it again on", required=False)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: object = None, *, item: PolicyItem, area: Area) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["seen"].initial = item.version
        self.fields["post"].offer(area)  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    how = long_text("How it was dealt with", "Say how it was dealt with.", most=300)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: object = None, *, item: PolicyItem) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["seen"].initial = item.version


class ImpactForm(forms.Form):
    what_changed = long_text("What changed", "Say what changed.")
    how_we_know = long_text("How we know", "Say how we know.", most=300)
    dated = ExactField(label="Date of what shows it")


class LinkForm(forms.Form):
    """A figure of the catalogue, or words with a date and, where there is one, the paper."""

    sort = forms.ChoiceField(label="What it is", choices=choices(EvidenceSort))
    indicator = forms.ChoiceField(label="The figure, where it is one", required=False)
    what = forms.CharField(label="Or what it is, in words", max_length=300, required=False)
    dated = DatedField(label="Date of the evidence")
    paper = PaperField()

    def __init__(self, data: object = None, files: object = None) -> None:
        super().__init__(data, files)  # type: ignore[arg-type]
        known = [(i.id, f"{i.id} {i.name}") for i in indicators().values() if i.published]
        self.fields["indicator"].choices = [("", "none"), *known]  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        said = self.cleaned_data
        sort = EvidenceSort(said["sort"])
        figure = said["indicator"] if sort is EvidenceSort.FIGURE else ""
        return {**said, "sort": sort, "indicator": figure}


class LinkLineForm(forms.Form):
    """One of the plan's lines that does not answer this commitment yet."""

    line = forms.ModelChoiceField(
        label="The line that answers it",
        queryset=Line.objects.none(),
        error_messages={"required": "Choose a line of this plan."},
    )

    def __init__(self, data: object = None, *, commitment: Commitment) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        others = Line.objects.filter(plan=commitment.strategy.plan_id).exclude(
            commitments=commitment
        )
        self.fields["line"].queryset = others.order_by("number")  # type: ignore[attr-defined]
