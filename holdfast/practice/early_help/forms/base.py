"""What every entry about a family carries: the day, and the version its editor had on screen."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.practice.early_help.models import EarlyHelp


class EntryForm(forms.Form):
    """The base of every entry. Its answers are the verb's own words."""

    family: EarlyHelp
    today: date

    on = DateField(label="The day it happened")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, family: EarlyHelp, today: date, **kwargs: Any) -> None:
        self.family, self.today = family, today
        kwargs["initial"] = {
            "on": today,
            "seen": family.record.version,
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in {"on", "seen"}])
        self.offer()

    def offer(self) -> None:
        """Fill in what can be chosen for this family."""

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("The day it happened has not come yet. Give today or earlier.")
        if on < self.family.offered_on:
            raise ValidationError("The day is before help was offered. Give a later one.")
        return on


class LinesField(forms.CharField):
    """Several names, one on each line."""

    def __init__(self, label: str, missing: str = "", hint: str = "One on each line.") -> None:
        super().__init__(
            label=label,
            help_text=hint,
            required=bool(missing),
            error_messages={"required": missing},
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        found = [line.strip() for line in super().clean(value).splitlines() if line.strip()]
        long = [line for line in found if len(line) > LONGEST]
        if long:
            raise ValidationError(f"“{long[0][:40]}…” is longer than a name. Shorten it.")
        return found


LONGEST = 120
