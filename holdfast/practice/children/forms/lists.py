"""An agency's list: the agreement first, then the file, then a decision on each match."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.directory.models import Agency, Area
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick


class AgreementForm(forms.Form):
    agency = forms.ModelChoiceField(
        Agency.objects.none(), label="Whose list", empty_label="Choose",
        error_messages={"required": "Say whose list it is."},
    )  # fmt: skip
    title = line("What the list is", "Say what the list is.",
                 hint="Such as: on roll, summer 2013.")  # fmt: skip
    purpose = line("What it is matched for", "Say what it is matched for.", most=300)
    lawful_basis = line("On what lawful basis", "Give the lawful basis.", most=300)
    signed_by = line("Who signed the agreement, by post", "Say who signed.", most=160)
    until_on = DateField(label="Until when it may be matched")

    def __init__(self, *args: Any, area: Area, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        field = self.fields["agency"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = Agency.objects.filter(area=area).order_by("name")

    def clean_until_on(self) -> date:
        until: date = self.cleaned_data["until_on"]
        if until < self.today:
            raise ValidationError("That day is past. Give today or a later day.")
        return until


class ListForm(forms.Form):
    file = forms.FileField(
        label="The list as CSV",
        help_text="The first row names the columns: Forename, Surname, Date of birth, Postcode, "
        "NHS number, UPN. Others are left out.",
        error_messages={"required": "Choose the file.", "empty": "The file is empty."},
    )


class RowForm(forms.Form):
    same = pick("Is this the same child?", [("yes", "Yes"), ("no", "No, another child")],
                "Say whether it is the same child.")  # fmt: skip


class PairForm(forms.Form):
    """Two records side by side: one child, and which record goes on, or two children."""

    said = pick("What are they?", [], "Say what they are.")
    why = box("How you know", "Say how you know.", rows=3)

    def __init__(self, *args: Any, one: str, other: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["said"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [
            ("one", f"One child: {one} goes on and shows both"),
            ("other", f"One child: {other} goes on and shows both"),
            ("two", "Two children"),
        ]


class ApartForm(forms.Form):
    why = box("How you know that these are two children", "Say how you know.", rows=3)
