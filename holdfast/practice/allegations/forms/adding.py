"""What comes to light later: another concern, another child."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.ui.dates import DateField
from holdfast.practice.allegations.forms.base import EntryForm, box, line, pick
from holdfast.practice.allegations.models import ChildConcerned
from holdfast.practice.allegations.rules import law
from holdfast.practice.allegations.transitions import ChildTold, ConcernTold

OLDEST_CHILD = 17


class AddedForm(EntryForm):
    """A form about something told today of another day. What it holds becomes one value."""

    into = ""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "The day you were told"

    def told(self, answers: dict[str, Any]) -> Any:
        raise NotImplementedError

    def clean(self) -> dict[str, Any]:
        """Leave the verb's own words: what was told, the day, and the version."""
        answers: dict[str, Any] = super().clean() or {}
        if self.errors:
            return answers
        kept: dict[str, Any] = {
            name: answers[name] for name in ("on", "seen", "children") if name in answers
        }
        return {**kept, self.into: self.told(answers)}


class ConcernForm(AddedForm):
    into = "concern"

    category = pick(
        "What kind of concern",
        [(c.value, law.CATEGORY_WORDS[c]) for c in law.Category],
        "Choose the kind of concern.",
    )
    account = box(
        "What is said to have happened",
        "Write what is said to have happened.",
        hint="In the words of the person who says it. It is an account, not a finding.",
        rows=6,
    )
    whose_words = line("Whose words these are", "Say whose words these are.")
    place = line("Where")
    happened_on = DateField(label="When it happened", required=False)
    children = forms.ModelMultipleChoiceField(
        queryset=ChildConcerned.objects.none(),
        label="Which child it is about",
        help_text="A child who is not here is added first.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["children"]
        assert isinstance(field, forms.ModelMultipleChoiceField)  # noqa: S101
        field.queryset = self.allegation.children.all()
        field.label_from_instance = _known_as  # type: ignore[assignment,method-assign]

    def clean_happened_on(self) -> Any:
        happened = self.cleaned_data["happened_on"]
        if happened and happened > self.today:
            raise ValidationError("That day has not come yet. Give the day it is said to be of.")
        return happened

    def told(self, answers: dict[str, Any]) -> ConcernTold:
        return ConcernTold(
            category=law.Category(answers["category"]),
            account=answers["account"],
            whose_words=answers["whose_words"],
            place=answers["place"],
            happened_on=answers["happened_on"],
        )


class ChildForm(AddedForm):
    into = "child"

    known_as = line("The child, as you know him or her", "Say which child.", most=60)
    age = forms.IntegerField(label="Age", min_value=0, max_value=OLDEST_CHILD, required=False)
    needs = line("Anything that matters for speaking with the child", most=200)
    words = box("What the child said, in the child’s words", rows=3)

    def told(self, answers: dict[str, Any]) -> ChildTold:
        names = ("known_as", "age", "needs", "words")
        return ChildTold(**{name: answers[name] for name in names})


def _known_as(child: ChildConcerned) -> str:
    return child.known_as if child.age is None else f"{child.known_as}, {child.age}"
