"""What every entry carries: the day it happened and the version its editor had on the screen."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField
from holdfast.practice.allegations.models import Allegation

Choices = list[tuple[str, str]]


def needed(sentence: str) -> dict[str, str]:
    return {"required": sentence}


def box(label: str, missing: str = "", *, rows: int = 4, hint: str = "") -> forms.CharField:
    """A box of several lines. With a sentence for `missing` it is required."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        error_messages=needed(missing),
        widget=forms.Textarea(attrs={"rows": rows}),
    )


def line(label: str, missing: str = "", *, most: int = 120, hint: str = "") -> forms.CharField:
    """A box of one line."""
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        required=bool(missing),
        error_messages=needed(missing),
    )


def pick(
    label: str, choices: Choices, missing: str = "", *, radios: bool = True, hint: str = ""
) -> forms.ChoiceField:
    """One of several. Required when it has a sentence for `missing`."""
    shown = choices if radios or missing == "" and not choices else [("", "Choose"), *choices]
    return forms.ChoiceField(
        label=label,
        help_text=hint,
        choices=choices if radios else shown,
        required=bool(missing),
        error_messages=needed(missing),
        widget=forms.RadioSelect if radios else forms.Select,
    )


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A post, named with its agency."""

    def __init__(self, label: str, missing: str = "", hint: str = "") -> None:
        super().__init__(
            queryset=posts(),
            label=label,
            help_text=hint,
            required=bool(missing),
            error_messages=needed(missing),
        )

    def narrow(self, **kept: object) -> None:
        """Offer only some posts."""
        self.queryset = posts().filter(**kept)


def posts() -> QuerySet[Post]:
    return Post.objects.select_related("agency").order_by("agency__name", "title")


class PostsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def __init__(self, label: str, missing: str, hint: str = "") -> None:
        super().__init__(
            queryset=posts(),
            label=label,
            help_text=hint,
            error_messages=needed(missing),
            widget=forms.CheckboxSelectMultiple,
        )


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
