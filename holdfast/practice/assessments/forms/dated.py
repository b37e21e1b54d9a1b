"""The day that most entries carry, and the version that was on the screen."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.practice.assessments.models import Assessment


class DatedForm(forms.Form):
    """The day something happened: not to come, and not before the assessment began."""

    on = DateField(label="The day it happened")

    def __init__(self, *args: Any, assessment: Assessment, today: date, **kwargs: Any) -> None:
        self.assessment, self.today = assessment, today
        kwargs["initial"] = {"on": today, **(kwargs.get("initial") or {})}
        super().__init__(*args, **kwargs)
        self.put_the_day_last()

    def put_the_day_last(self) -> None:
        self.order_fields([name for name in self.fields if name != "on"])

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("The day it happened has not come yet. Give today or earlier.")
        if on < self.assessment.started_on:
            raise ValidationError("The day is before the assessment began. Give a later day.")
        return on


class SeenForm(DatedForm):
    """A form that changes the state: it carries the version that was on the screen."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.assessment.record.version
