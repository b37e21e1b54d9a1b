"""What every entry carries: the day it happened and the version its editor had on the screen."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import pick
from holdfast.practice.private_fostering.models import Arrangement

YES_NO = [("yes", "Yes"), ("no", "No")]
YES_NO_UNKNOWN = [*YES_NO, ("not_known", "Not known")]


def yes_no(label: str, missing: str, hint: str = "") -> forms.ChoiceField:
    return pick(label, YES_NO, missing, hint=hint)


def known(value: str) -> bool | None:
    """Read yes, no or not known."""
    return {"yes": True, "no": False}.get(value)


class EntryForm(forms.Form):
    """The base of every entry. `noun` names the field of what the verb acts on."""

    arrangement: Arrangement
    today: date
    noun = ""

    on = DateField(label="The day it happened")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, arrangement: Arrangement, today: date, **kwargs: Any) -> None:
        self.arrangement, self.today = arrangement, today
        first = {"on": today, "seen": arrangement.record.version}
        kwargs["initial"] = {**first, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in {"on", "seen"}])

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("The day it happened has not come yet. Give today or earlier.")
        if on < self.arrangement.aware_on:
            raise ValidationError(
                "The day is before we knew of this child. Write earlier events into an entry."
            )
        return on

    def told(self) -> tuple[Any, dict[str, Any]]:
        """Return what the verb acts on, and what it is told besides."""
        given = dict(self.cleaned_data)
        return (given.pop(self.noun) if self.noun else self.arrangement), given


class OfOneForm(EntryForm):
    """An entry about one thing of this arrangement, chosen from those that are offered."""

    def offer(self, name: str, offered: dict[str, Any], words: dict[str, str]) -> None:
        self.offered = offered
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = list(words.items())
        if len(offered) == 1:
            self.initial.setdefault(name, next(iter(offered)))

    def told(self) -> tuple[Any, dict[str, Any]]:
        noun, given = super().told()
        return self.offered[noun], given
