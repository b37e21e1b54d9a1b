"""Offering a family help, and what they say to it."""

import re
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import read_date
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.early_help.forms.base import EntryForm, LinesField
from holdfast.practice.early_help.rules import words
from holdfast.practice.early_help.rules.states import State
from holdfast.practice.early_help.transitions import FamilyChildTold, OfferTold, RelativeTold

MOST_CHILDREN = 12
WITH_BIRTH = re.compile(
    r"(?P<name>\D+?)[\s,]+(?P<day>\d{1,2})[\s/.-]+(?P<month>\w{1,9})[\s/.-]+(?P<year>\d{4})"
)
PARTS = [(part.value, part.value.capitalize()) for part in words.Part]


class OfferForm(forms.Form):
    """What is needed to offer help: who the children are, and why. The rest comes later."""

    children = LinesField(
        "The children of the family",
        "Name at least one child.",
        "One on each line: first name and surname and, if you know it, the date of birth. "
        "Nia Harcastle 3 5 2004",
    )
    school = line("Their nursery, school or college", most=160)
    adults = LinesField("The adults at home", hint="One on each line, as the family names them.")
    part = pick("Who the first adult is", PARTS, radios=False)
    worry = box(
        "Why you offer help",
        "Say why you offer help.",
        hint="The family may read this. Say what you saw, and what goes well.",
    )
    reason = pick(
        "Mainly about",
        [(r.value, words.REASON_WORDS[r]) for r in words.Reason],
        "Choose what it is mainly about, so that it can be counted.",
        radios=False,
    )
    source = pick(
        "How it came about",
        [(s.value, words.SOURCE_WORDS[s]) for s in words.Source],
        "Choose how it came about.",
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        kwargs["initial"] = {"source": words.Source.AGENCY.value, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.fields["part"].required = False

    def clean_children(self) -> list[tuple[str, date | None]]:
        typed: list[str] = self.cleaned_data["children"]
        if len(typed) > MOST_CHILDREN:
            raise ValidationError("More than twelve children: write the others into an entry.")
        return [self._child(number, one) for number, one in enumerate(typed, 1)]

    def _child(self, number: int, typed: str) -> tuple[str, date | None]:
        """Read one line: a name, then perhaps a date of birth."""
        found = WITH_BIRTH.fullmatch(typed)
        if found is None:
            if any(letter.isdigit() for letter in typed):
                raise ValidationError(
                    f"Line {number}: write the date as day month year: 3 5 2004."
                )
            return typed, None
        born = read_date(found["day"], found["month"], found["year"])
        if born is None or born > self.today:
            raise ValidationError(
                f"Line {number} has no real date of birth. Leave it out, or mend it."
            )
        return found["name"].strip(" ,"), born

    def told(self) -> OfferTold:
        given = self.cleaned_data
        part = words.Part(given["part"]) if given["part"] else words.Part.MOTHER
        parts = [part] + [words.Part.OTHER] * len(given["adults"])
        return OfferTold(
            children=tuple(
                FamilyChildTold(n, born, school=given["school"]) for n, born in given["children"]
            ),
            worry=given["worry"],
            reason=words.Reason(given["reason"]),
            source=words.Source(given["source"]),
            relatives=tuple(
                RelativeTold(name, one, one is not words.Part.OTHER)
                for name, one in zip(given["adults"], parts, strict=False)
            ),
        )


YES, NO, NO_LONGER, AGAIN = "yes", "no", "no_longer", "again"
SAID = {
    State.OFFERED: [(YES, "Yes, they agree"), (NO, "No, they do not agree")],
    State.ASSESSING: [(NO_LONGER, "They no longer agree")],
    State.WORKING: [(NO_LONGER, "They no longer agree")],
    State.WITHDRAWN: [(AGAIN, "They agree after all")],
}


class AgreementForm(EntryForm):
    said = pick("What the family said", [], "Choose what the family said.")
    who = line("Who said so", "Say who of the family said so.", most=200)
    children = line("What the children said", most=300)
    shared_with = line(
        "With whom it may be shared", most=300, hint="The agencies that the family named."
    )
    why = box("Why not, or why no longer", rows=3)

    def offer(self) -> None:
        field = self.fields["said"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = SAID.get(State(self.family.state), [])
