"""Form fields for a date as exact as it is known."""

from django import forms

from holdfast.kernel.actions.dated import Dated

AS_EXACT = "As exact as you know it: 2013-03-15, 2013-03 or 2013."


class DatedField(forms.CharField):
    """A date as exact as it is known: a day, a month, a year, or nothing."""

    def __init__(self, *, label: str) -> None:
        hint = f"{AS_EXACT} Leave it empty if undated."
        super().__init__(label=label, help_text=hint, required=False, max_length=10)

    def clean(self, value: object) -> Dated | None:
        text = super().clean(value)
        try:
            return Dated.read(text) if text else None
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None


class ExactField(DatedField):
    """A date as exact as it is known, which must be there."""

    def __init__(self, *, label: str) -> None:
        super().__init__(label=label)
        self.help_text = AS_EXACT

    def clean(self, value: object) -> Dated:
        found = super().clean(value)
        if found is None:
            raise forms.ValidationError("Write a date as 2013-03-15, as 2013-03 or as 2013.")
        return found
