"""Forms for what is gathered: a side, a visit, the child's words, factors, carried facts."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.assessments.forms.dated import DatedForm
from holdfast.practice.assessments.models import AssessmentChild, CarriedFact
from holdfast.practice.assessments.rules import carried, domains, factors, voices
from holdfast.practice.assessments.transitions import SeenTold

SEEN = [(one.value, voices.SEEN_WORDS[one]) for one in voices.Seen]
HOUSES = [(one.value, voices.WORDS[one]) for one in voices.House]
ANSWERS = [(one.value, carried.WORDS[one]) for one in carried.Answer]
SHOWS = "Say what the drawing shows, in the child’s words if you can."


class SideForm(forms.Form):
    """One side: a box for each dimension. None is required: nobody writes to fill a box."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, side: domains.Side, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.side = side
        for key, words in side.dimensions.items():
            self.fields[key] = box(words, rows=5)

    @property
    def said(self) -> dict[str, str]:
        return {key: self.cleaned_data.get(key, "") for key in self.side.dimensions}


class VisitForm(DatedForm):
    """Who has seen the child: one visit, and each child on its own."""

    who = line("Who saw them", "Say who saw the children, as a post.", most=160)
    place = line("Where", "Say where.", most=160, hint="At home, at school, in the car")

    def __init__(self, *args: Any, children: list[AssessmentChild], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.children = children
        for row in children:
            name, number = row.known_as, row.number
            self.fields[f"seen_{number}"] = pick(name, SEEN)
            self.fields[f"why_{number}"] = line(f"{name}: why not alone, or not at all", most=500)
            self.fields[f"note_{number}"] = box(f"{name}: how the child was", rows=3)
        self.put_the_day_last()

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        asked = [row for row in self.children if told.get(f"seen_{row.number}")]
        if not asked:
            raise ValidationError("Say of at least one child whether the child was seen.")
        for row in asked:
            seen = voices.Seen(told[f"seen_{row.number}"])
            if voices.needs_reason(seen) and not told.get(f"why_{row.number}"):
                said = f"Say why {row.known_as} was not seen alone."
                self.add_error(f"why_{row.number}", said)
        return told

    @property
    def told(self) -> dict[AssessmentChild, SeenTold]:
        data = self.cleaned_data
        return {
            row: SeenTold(
                voices.Seen(data[f"seen_{row.number}"]),
                data[f"why_{row.number}"],
                data[f"note_{row.number}"],
            )
            for row in self.children
            if data[f"seen_{row.number}"]
        }


class VoiceForm(DatedForm):
    """The child's own words, or a drawing with what it shows."""

    house = pick("Which house", HOUSES, "Choose which house it belongs to.")
    words = box("The child’s own words", rows=5, hint="As they were said, in their own language.")
    picture = forms.FileField(
        label="A picture of what the child drew",
        required=False,
        help_text="PNG or JPEG, up to 10 MB. The child agreed that it is kept.",
    )
    shows = line("What the drawing shows", most=300, hint="For whoever cannot see it.")
    to_whom = line("To whom", "Say to whom the child told it, as a post.", most=160)

    def clean_house(self) -> voices.House:
        return voices.House(self.cleaned_data["house"])

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        picture = told.get("picture")
        if not told.get("words") and not picture and "picture" not in self.errors:
            self.add_error("words", "Write the child’s words, or choose a picture.")
        if picture and picture.content_type not in voices.DRAWN:
            self.add_error("picture", "Keep the drawing as a PNG or JPEG picture.")
        if picture and not told.get("shows"):
            self.add_error("shows", SHOWS)
        return told


class FactorsForm(forms.Form):
    """The census's list in practice's words, a group at a time."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, (group, choices) in enumerate(by_group().items()):
            self.fields[f"group_{number}"] = forms.MultipleChoiceField(
                label=group,
                choices=choices,
                required=False,
                widget=forms.CheckboxSelectMultiple,
            )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        wrong = factors.wrong_with(_keys(told))
        if wrong:
            raise ValidationError(wrong)
        return told

    @property
    def keys(self) -> list[str]:
        return _keys(self.cleaned_data)


def _keys(told: dict[str, Any]) -> list[str]:
    return [key for name, chosen in told.items() if name.startswith("group_") for key in chosen]


def by_group() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for factor in factors.catalogue().factors.values():
        found.setdefault(factor.group, []).append((factor.key, factor.words))
    return found


def chosen_of(keys: set[str]) -> dict[str, list[str]]:
    """What stands in the form of factors that were found before."""
    return {
        f"group_{number}": [key for key, _ in choices if key in keys]
        for number, choices in enumerate(by_group().values())
    }


class FactsForm(forms.Form):
    """Each carried fact: still true, corrected, or not known. What is left open stays open."""

    def __init__(self, *args: Any, facts: list[CarriedFact], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.facts = facts
        for fact in facts:
            self.fields[f"answer_{fact.pk}"] = pick(f"{fact.label}: is this still true?", ANSWERS)
            self.fields[f"now_{fact.pk}"] = box(f"{fact.label}: what is true now", rows=2)
            self.initial[f"answer_{fact.pk}"] = fact.answer
            self.initial[f"now_{fact.pk}"] = fact.now

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        for fact in self.facts:
            corrected = told.get(f"answer_{fact.pk}") == carried.Answer.CORRECTED
            if corrected and not told.get(f"now_{fact.pk}"):
                self.add_error(f"now_{fact.pk}", f"{fact.label}: say what is true now.")
        return told

    @property
    def told(self) -> list[tuple[CarriedFact, carried.Answer, str]]:
        """What was answered, or answered otherwise than before."""
        found = []
        for fact in self.facts:
            answer = self.cleaned_data[f"answer_{fact.pk}"]
            now = self.cleaned_data[f"now_{fact.pk}"]
            if answer and (answer, now) != (fact.answer, fact.now):
                found.append((fact, carried.Answer(answer), now))
        return found
