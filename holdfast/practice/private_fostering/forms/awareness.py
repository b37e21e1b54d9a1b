"""Awareness work, answers to silences, and the year's statement."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.private_fostering.forms.base import yes_no
from holdfast.practice.private_fostering.rules import awareness

SETTINGS = [(s.value, awareness.SETTING_WORDS[s]) for s in awareness.Setting]
KINDS = [(a.value, awareness.ACTIVITY_WORDS[a]) for a in awareness.Activity]


class ActivityForm(forms.Form):
    setting = pick("Where", SETTINGS, "Choose where.", radios=False)
    kind = pick("What", KINDS, "Choose what.", radios=False)
    words = line("In a sentence", "Say what was done.", most=300)
    reached = forms.IntegerField(
        label="How many people it reached", min_value=0, max_value=1_000_000, required=False,
        help_text="Leave it empty if nobody counted.",
    )  # fmt: skip
    on = DateField(label="The day")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **{"initial": {"on": today}, **kwargs})

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("That day has not come yet. Write it down when it is done.")
        return on

    def clean_setting(self) -> awareness.Setting:
        return awareness.Setting(self.cleaned_data["setting"])

    def clean_kind(self) -> awareness.Activity:
        return awareness.Activity(self.cleaned_data["kind"])


class SilenceForm(forms.Form):
    do_it = yes_no("Shall we go there?", "Choose: go there, or say why not.")
    words = box("What will be done and by whom; or why not", "Say what, or why not.", rows=4)

    def clean_do_it(self) -> bool:
        return bool(self.cleaned_data["do_it"] == "yes")


class StatementForm(forms.Form):
    year = pick("For which year", [], "Choose the year.")
    words = box("What the year taught", "Write what the year taught.", rows=6)
    plan = box("What is to be done next", "Write what is to be done next.", rows=4)

    def __init__(self, *args: Any, years: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["year"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(year, year) for year in years]
        self.initial.setdefault("year", years[0])
