"""What every entry carries: the day it happened and the version its editor had on the screen."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.directory.fields import PostField, PostsField, posts
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, needed, pick
from holdfast.practice.allegations.models import Allegation

__all__ = ["EntryForm", "PostField", "PostsField", "box", "line", "needed", "pick", "posts"]


class EntryForm(forms.Form):
    """The base of every entry about an allegation."""

    allegation: Allegation
    today: date

    on = DateField(label="The day it happened")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, allegation: Allegation, today: date, **kwargs: Any) -> None:
        self.allegation, self.today = allegation, today
        kwargs["initial"] = {
            "on": today,
            "seen": allegation.record.version,
            **kwargs.get("initial", {}),
        }
        super().__init__(*args, **kwargs)
        self.order_fields([name for name in self.fields if name not in {"on", "seen"}])

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("The day it happened has not come yet. Give today or earlier.")
        if on < self.allegation.received_on:
            raise ValidationError(
                "The day is before the referral came. Write earlier events into the account."
            )
        return on
