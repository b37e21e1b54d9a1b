"""What is asked of the people who make an edition."""

from django import forms

from holdfast.board.annual_report.documents.outline import outlines


def years() -> list[tuple[str, str]]:
    return [(year, year) for year in outlines()]


class BeginForm(forms.Form):
    year = forms.ChoiceField(
        label="Year of the report",
        choices=years,
        error_messages={
            "required": "Choose the year of the report.",
            "invalid_choice": "Choose a year from the list. No other year has an outline.",
        },
    )


class SettleForm(forms.Form):
    words = forms.CharField(
        label="What the board prints from now on",
        max_length=300,
        error_messages={"required": "Say what the board prints from now on."},
    )
    reason = forms.CharField(
        label="Why",
        help_text="It is printed beside the sentence and kept for ever.",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why. A settlement without a reason is not kept."},
    )
