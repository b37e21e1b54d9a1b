"""Programmes, their places and registers; and the family's survey."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField, read_date
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.early_help.models import EarlyHelp, Place, Session, SurveyAnswer
from holdfast.practice.early_help.rules import law, registers, surveying, words
from holdfast.practice.early_help.rules.surveying import Question
from holdfast.practice.early_help.transitions import ProgrammeTold, SessionTold, SurveyTold

MOST_ROOM = 200


class ProgrammeForm(forms.Form):
    name = line("Its name", "Give the programme a name.")
    kind = pick(
        "What kind of group",
        [(k.value, words.KIND_WORDS[k]) for k in words.GROUPS],
        "Choose the kind of group.",
    )
    audience = line("Who it is for", "Say who it is for.", most=160)
    provider = line("Who runs it", "Say who runs it.", most=160)
    led_by = line("Who leads the sessions", "Say who leads the sessions.", most=200)
    led_by_parents = forms.BooleanField(
        label="Parents who completed it themselves lead it too", required=False
    )
    starts_on = DateField(label="First session")
    room_for = forms.IntegerField(
        label="How many places", min_value=1, max_value=MOST_ROOM, required=False
    )

    def told(self) -> ProgrammeTold:
        return ProgrammeTold(
            **{**self.cleaned_data, "kind": words.Kind(self.cleaned_data["kind"])}
        )


class SessionsForm(forms.Form):
    """Several sessions at once: one on each line, the day and then what it is about."""

    sessions = box(
        "Sessions",
        "Write at least one session.",
        hint="One on each line: the day, then what it is about. 5 2 2013 The gangs worker comes",
        rows=8,
    )
    led_by = line("Who leads them, if somebody else", most=160)

    def clean_sessions(self) -> list[tuple[date, str]]:
        typed = [one for one in self.cleaned_data["sessions"].splitlines() if one.strip()]
        return [_session(number, one) for number, one in enumerate(typed, 1)]

    def told(self) -> list[SessionTold]:
        led_by = self.cleaned_data["led_by"]
        return [SessionTold(on, topic, led_by) for on, topic in self.cleaned_data["sessions"]]


def _session(number: int, typed: str) -> tuple[date, str]:
    parts = typed.replace("/", " ").split(maxsplit=3)
    found = read_date(*parts[:3]) if len(parts) == 4 else None
    if found is None:
        raise ValidationError(
            f"Line {number} does not begin with a day and a topic. Write it as: "
            "5 February 2013 The gangs worker comes"
        )
    return found, parts[3].strip()[:160]


class PlaceForm(forms.Form):
    """Somebody of a family that this post may write about."""

    person = pick("Who", [], "Choose who gets the place.", radios=False)
    basis = pick(
        "On what basis", [(b.value, law.BASIS_WORDS[b]) for b in law.Basis], "Choose the basis."
    )
    basis_words = line("Only where it is a condition: whose it is", most=160)
    on = DateField(label="From")

    def __init__(self, *args: Any, families: list[EarlyHelp], today: date, **kwargs: Any) -> None:
        self.today = today
        kwargs["initial"] = {"on": today, "basis": "voluntary", **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.people = {
            f"{family.pk}:{key}": (family, key, name)
            for family in families
            for key, name in family.people().items()
        }
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [("", "Choose")] + [
            (value, f"{name} ({family.record.reference})")
            for value, (family, _, name) in self.people.items()
        ]

    def clean_on(self) -> date:
        on: date = self.cleaned_data["on"]
        if on > self.today:
            raise ValidationError("That day has not come yet. Give today or an earlier day.")
        return on


class RegisterForm(forms.Form):
    """A session's register: everybody in one go. Two clicks make a full group "came"."""

    def __init__(self, *args: Any, session: Session, places: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {mark.place_id: mark.mark for mark in session.marks.all()}
        self.fields["came"] = forms.MultipleChoiceField(
            label="Who came",
            choices=[(str(place.pk), place.who) for place in places],
            initial=[str(pk) for pk, mark in held.items() if mark == registers.Mark.CAME],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.fields["sent_word"] = forms.MultipleChoiceField(
            label="Who sent word that they could not",
            help_text="Everybody who is ticked nowhere did not come.",
            choices=[(str(place.pk), place.who) for place in places],
            initial=[str(pk) for pk, mark in held.items() if mark == registers.Mark.SENT_WORD],
            required=False,
            widget=forms.CheckboxSelectMultiple,
        )
        self.places = places

    def clean(self) -> dict[str, Any]:
        given: dict[str, Any] = super().clean() or {}
        both = set(given.get("came", ())) & set(given.get("sent_word", ()))
        if both:
            twice = ", ".join(place.who for place in self.places if str(place.pk) in both)
            raise ValidationError(f"{twice}: ticked as having come and as not. Untick one.")
        return given

    def marks(self) -> dict[int, registers.Mark]:
        came, sent = self.cleaned_data["came"], self.cleaned_data["sent_word"]
        found = {}
        for place in self.places:
            key = str(place.pk)
            absent = registers.Mark.SENT_WORD if key in sent else registers.Mark.DID_NOT_COME
            found[place.pk] = registers.Mark.CAME if key in came else absent
        return found


class EndPlaceForm(forms.Form):
    completed = pick(
        "How it ended",
        [("yes", "Completed"), ("no", "Left before the end")],
        "Choose how it ended.",
    )
    why = line("Why, or what they took from it", most=300)


class SurveyForm(forms.Form):
    """One paper form, entered. No name is asked, and none can be."""

    month = DateField(label="When it was filled in")
    who = pick(
        "Who filled it in", [(w.value, w.label) for w in SurveyAnswer.Who], "Choose who did."
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        kwargs["initial"] = {"month": today, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        for question, asked in surveying.QUESTIONS.items():
            self.fields[question.value] = pick(
                asked.words, [(a.value, said) for a, said in asked.answers]
            )
        self.fields["words"] = box("Anything they wrote", rows=3, hint="Leave out names.")

    def told(self) -> SurveyTold:
        given = self.cleaned_data
        return SurveyTold(
            month=given["month"],
            who=SurveyAnswer.Who(given["who"]),
            answers={question: given[question.value] for question in Question},
            words=given["words"],
        )


class EndForm(forms.Form):
    on = DateField(label="The day it ended")
