"""What is typed when a red contact goes on, and who is invited."""

from typing import Any

from django import forms

from holdfast.practice.enquiries.forms import invitable
from holdfast.practice.front_door.models import Contact


class StartForm(forms.Form):
    """Why harm is feared, and whom to invite. The version stops two people from calling two."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why is significant harm feared?",
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Say why significant harm is feared."},
    )

    def __init__(self, data: Any = None, *, contact: Contact) -> None:
        super().__init__(data, initial={"seen": contact.record.version})
        self.fields["invited"] = forms.ModelMultipleChoiceField(
            invitable(contact.record.area),
            label="Whom do you invite?",
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text="They see the meeting and nothing else. Their e-mail names no child.",
        )
