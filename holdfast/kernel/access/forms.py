"""What the access pages ask."""

from typing import Any

from django import forms

from holdfast.kernel.access.grants import LEAST_REASON
from holdfast.kernel.access.models import BreakGlassReview
from holdfast.kernel.directory.models import Holding


class ChoosePost(forms.Form):
    """Which of the posts that one holds to act as."""

    holding = forms.ChoiceField(
        label="Act as",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose the post to act as.",
            "invalid_choice": "You do not hold that post now. Choose one of these.",
        },
    )

    def __init__(self, data: Any = None, *, held: list[Holding], acting: Holding) -> None:
        super().__init__(data, initial={"holding": str(acting.pk)})
        field = self.fields["holding"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared just above
        field.choices = [(str(one.pk), str(one.post)) for one in held]


class BreakGlassForm(forms.Form):
    reason = forms.CharField(
        label="Why must you open this record now?",
        help_text="One or two sentences. A second person will read exactly this.",
        widget=forms.Textarea,
        min_length=LEAST_REASON,
        max_length=500,
        error_messages={
            "required": "Say in a sentence why you must open this record now.",
            "min_length": "Say in a sentence why you must open this record now.",
            "max_length": "Say it in 500 letters or fewer.",
        },
    )


class FindingForm(forms.Form):
    finding = forms.ChoiceField(
        label="Your finding",
        choices=BreakGlassReview.Finding.choices,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose your finding."},
    )
    why = forms.CharField(
        label="Why",
        widget=forms.Textarea,
        max_length=500,
        error_messages={
            "required": "Say why you find so.",
            "max_length": "Say it in 500 letters or fewer.",
        },
    )


class AskDisposal(forms.Form):
    reference = forms.SlugField(
        label="Reference of the closed record",
        max_length=20,
        error_messages={
            "required": "Enter the reference of the closed record.",
            "invalid": "A reference looks like WP-2013-0001.",
        },
    )
    why = forms.CharField(
        label="Why it is to go",
        help_text="Which time has run out. Name nobody: this line is kept.",
        max_length=300,
        error_messages={"required": "Say why this record is to go: which time has run out."},
    )
