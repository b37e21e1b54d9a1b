"""Looking for a child with what somebody says, and opening a record when there is none."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import Signer

from holdfast.kernel.records.moves import NotAllowed
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.children.rules.identifiers import Scheme, checked
from holdfast.practice.children.rules.told import ChildTold
from holdfast.practice.children.rules.words import SEX_WORDS, Sex

SEXES = [(sex.value, SEX_WORDS[sex]) for sex in Sex]
OLDEST = 25
"""Care leavers are worked with until 25."""


class FindForm(forms.Form):
    """Everything may be left empty but one name or number. `looked` proves what was looked for."""

    today: date

    forename = line("Forename", most=60)
    surname = line("Family name", most=60)
    born_on = DateField(label="Date of birth", required=False)
    postcode = line("Postcode", most=10)
    nhs = line("NHS number", most=14)
    upn = line("Unique pupil number", most=13)
    sex = pick("Girl or boy", SEXES, radios=False)
    due_on = DateField(label="Not born yet: the day the baby is due", required=False)
    address = line("Address", most=200)
    school = line("School, college or nursery", most=120)
    language = line("Language the child speaks best", most=60)
    why_new = box("Why it is none of these", rows=2)
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        super().__init__(*args, **kwargs)

    def clean_born_on(self) -> date | None:
        born: date | None = self.cleaned_data["born_on"]
        if born and born > self.today:
            raise ValidationError("That day has not come yet. Give the day the baby is due below.")
        if born and born.year < self.today.year - OLDEST:
            raise ValidationError("Somebody born then is grown up. Check the year.")
        return born

    def clean_nhs(self) -> str:
        return self._number(Scheme.NHS, self.cleaned_data["nhs"])

    def clean_upn(self) -> str:
        return self._number(Scheme.UPN, self.cleaned_data["upn"])

    def _number(self, scheme: Scheme, typed: str) -> str:
        if not typed.strip():
            return ""
        try:
            return checked(scheme, typed)
        except NotAllowed as why:
            raise ValidationError(str(why)) from why

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        asked = ("forename", "surname", "nhs", "upn")
        if not self.errors and not any(given.get(name) for name in asked):
            raise ValidationError("Give a name or a number to look for.")
        return given

    @property
    def told(self) -> ChildTold:
        given = self.cleaned_data
        plain = ("forename", "surname", "born_on", "due_on", "postcode", "nhs", "upn", "address",
                 "school", "language")  # fmt: skip
        return ChildTold(
            sex=given["sex"] or Sex.UNKNOWN.value, **{name: given[name] for name in plain}
        )

    @property
    def fields_typed(self) -> str:
        """Which fields were searched by, for the log. Never what was typed."""
        asked = ("forename", "surname", "born_on", "postcode", "nhs", "upn")
        return ", ".join(name for name in asked if self.cleaned_data.get(name))

    def proof(self) -> str:
        """What the page sends back to show that just this was looked for."""
        told = self.told
        seen = (told.forename, told.surname, str(told.born_on), told.nhs, told.upn, told.postcode)
        return Signer(salt="children.find").signature("|".join(seen))

    @property
    def was_looked_for(self) -> bool:
        return bool(self.cleaned_data["looked"]) and self.cleaned_data["looked"] == self.proof()
