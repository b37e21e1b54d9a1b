"""What may be sent to the framework editor: a file, or its text."""

from typing import Any

from django import forms

from holdfast.engines.standards.rules.framework_file import read_framework
from holdfast.kernel.actions.reading import LARGEST, BadFile, decoded


class FrameworkForm(forms.Form):
    """A framework's file. What is wrong with it is said with its line, field and value."""

    file = forms.FileField(label="The framework's file", required=False)
    typed = forms.CharField(
        label="Or its text",
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea,
        help_text="YAML of the form “holdfast framework 1”. Nothing is kept of a file with a "
        "fault.",
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if self.errors:
            return found
        name, text = self._given(found)
        try:
            found["planned"] = read_framework(text, file=name)
        except BadFile as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return found

    def _given(self, found: dict[str, Any]) -> tuple[str, str]:
        sent = found.get("file")
        if sent is None:
            if not found.get("typed"):
                raise forms.ValidationError("Choose a file, or paste its text.")
            return "the text", str(found["typed"])
        if sent.size > 4 * LARGEST:
            raise forms.ValidationError("The file is too large to be a framework. Send its text.")
        try:
            return "the file", decoded(sent.read(), file="the file")
        except BadFile as wrong:
            raise forms.ValidationError(str(wrong)) from None
