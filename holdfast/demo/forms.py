from django import forms

from holdfast.demo.cast import CAST


class ChooseMember(forms.Form):
    """Which of the cast to be."""

    member = forms.ChoiceField(
        choices=[(member.key, member.title) for member in CAST],
        error_messages={
            "required": "Choose one of the cast.",
            "invalid_choice": "Choose one of the cast in the list.",
        },
    )
