"""What is added to a child's record, and the facts that are corrected in it."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.identifiers import WORDS, Scheme
from holdfast.practice.children.rules.words import (
    DISABILITY,
    ETHNICITY,
    MARKER_WORDS,
    NAME_WORDS,
    SEX_WORDS,
    MarkerKind,
    NameKind,
    Sex,
)
from holdfast.practice.children.transitions import Corrected

SEXES = [(sex.value, SEX_WORDS[sex]) for sex in Sex]
ASKED_FOR = [kind for kind in MarkerKind if kind is not MarkerKind.ADDRESS_KEPT]


class EntryForm(forms.Form):
    """The base of what is written about one child."""

    child: Child
    today: date

    def __init__(self, *args: Any, child: Child, today: date, **kwargs: Any) -> None:
        self.child, self.today = child, today
        super().__init__(*args, **kwargs)

    def past(self, name: str) -> date | None:
        day: date | None = self.cleaned_data[name]
        if day and day > self.today:
            raise ValidationError("That day has not come yet. Give today or earlier.")
        return day


class FactsForm(EntryForm):
    """The facts of the child's own row, with the version that the editor had on the screen."""

    born_on = DateField(label="Date of birth", required=False)
    born_about = forms.BooleanField(label="The day of birth is an estimate", required=False)
    due_on = DateField(label="Not born yet: the day the baby is due", required=False)
    sex = pick("Girl or boy", SEXES, "Say girl, boy or not known.")
    ethnicity = pick("Ethnicity", [(c, w) for c, w in ETHNICITY.items() if c], radios=False,
                     hint="As the family says it. Leave it open if nobody has asked.")  # fmt: skip
    language = line("Language the child speaks best", most=60)
    disabilities = forms.MultipleChoiceField(
        label="Disability", choices=list(DISABILITY.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    school = line("School, college or nursery", most=120)
    about = box("The child as a person, in two sentences", rows=3)
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in Corrected.__dataclass_fields__:
            self.initial[name] = getattr(self.child, name)
        self.initial["seen"] = self.child.record.version

    def corrected(self) -> Corrected:
        given = dict(self.cleaned_data)
        del given["seen"]
        return Corrected(**{**given, "disabilities": tuple(given["disabilities"])})


class NameForm(EntryForm):
    kind = pick("What kind of name", [(k.value, NAME_WORDS[k]) for k in NameKind],
                "Say what kind of name it is.",
                hint="A new name ends the one before, which is still found.")  # fmt: skip
    forename = line("Forename", most=60)
    surname = line("Family name", most=60)
    from_on = DateField(label="Since when", required=False)

    def clean_kind(self) -> NameKind:
        return NameKind(self.cleaned_data["kind"])

    def clean_from_on(self) -> date | None:
        return self.past("from_on")


class AddressForm(EntryForm):
    lines = line("Address", most=200)
    postcode = line("Postcode", most=10)
    from_on = DateField(label="Since when", required=False)

    def clean_from_on(self) -> date | None:
        return self.past("from_on")


class NumberForm(EntryForm):
    scheme = pick("Which number", [(s.value, WORDS[s]) for s in Scheme], "Say which number it is.")
    value = line("The number", "Give the number.", most=30)

    def clean_scheme(self) -> Scheme:
        return Scheme(self.cleaned_data["scheme"])


class MarkerForm(EntryForm):
    kind = pick("What a reader must know", [(k.value, MARKER_WORDS[k]) for k in ASKED_FOR],
                "Say what a reader must know.")  # fmt: skip
    about = line("Who it is about")
    note = box("What to do", rows=3)
    review_on = DateField(label="The day somebody looks at this again")

    def clean_kind(self) -> MarkerKind:
        return MarkerKind(self.cleaned_data["kind"])


class KeepFromForm(EntryForm):
    whom = line("Who must not have the address", "Name who must not have it.")
    why = box("Why", "Say why.", rows=3)
    review_on = DateField(label="The day somebody looks at this again")


class ReviewForm(EntryForm):
    review_on = DateField(label="The day somebody looks at this again")


class EndMarkerForm(EntryForm):
    why = box("Why it no longer holds", "Say why the marker no longer holds.", rows=3)
