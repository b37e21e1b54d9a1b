"""What may be typed about a check. Forms are told the check, so that they offer its people."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.engines.asks.access import DESKS
from holdfast.engines.asks.models import Check
from holdfast.engines.asks.rules.checks import RELEASE_WORDS, FactTold, Release
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.ui.dates import DateField

FACTS = 3
"""Facts on one form. More are added by answering again: nothing that was said is lost."""
RELEASES = [(one.value, words) for one, words in RELEASE_WORDS.items()]


class CheckForm(forms.Form):
    """A form about one check, with the version that was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, check: Check) -> None:
        super().__init__(data, initial={"seen": check.version})
        self.about = check


class ReplyForm(CheckForm):
    """Up to three facts, each with whom it is about and how far its owner lets it go."""

    def __init__(self, data: Any = None, *, check: Check) -> None:
        super().__init__(data, check=check)
        people = [(one.key, one.name) for one in check.people]
        for n in range(1, FACTS + 1):
            self._ask(n, people)
        self.fields["searched"] = forms.CharField(
            label="What was searched", required=False, max_length=300
        )

    def _ask(self, n: int, people: list[tuple[str, str]]) -> None:
        self.fields[f"text{n}"] = forms.CharField(
            label=f"Fact {n}",
            widget=forms.Textarea,
            required=n == 1,
            help_text="One fact to a box: each is released, or not, by itself." if n == 1 else "",
        )
        self.fields[f"release{n}"] = forms.ChoiceField(
            label=f"How far may fact {n} go?",
            choices=RELEASES,
            widget=forms.RadioSelect,
            required=n == 1,
        )
        self.fields[f"subjects{n}"] = forms.MultipleChoiceField(
            label=f"Whom is fact {n} about?",
            choices=people,
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text="Leave empty if it is about all of them.",
        )
        self.fields[f"third{n}"] = forms.BooleanField(
            label=f"Fact {n} is about somebody else too", required=False
        )

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        for n in range(2, FACTS + 1):
            if typed.get(f"text{n}") and not typed.get(f"release{n}"):
                self.add_error(f"release{n}", f"Say how far fact {n} may go.")
        return typed

    def facts(self) -> list[FactTold]:
        typed = self.cleaned_data
        return [
            FactTold(
                text=typed[f"text{n}"],
                release=Release(typed[f"release{n}"]),
                subjects=tuple(typed[f"subjects{n}"]),
                third_party=typed[f"third{n}"],
            )
            for n in range(1, FACTS + 1)
            if typed[f"text{n}"]
        ]


class NothingForm(CheckForm):
    searched = forms.CharField(
        label="What was searched", max_length=300, help_text="Such as: tenancies, both names."
    )
    since = DateField(label="Searched from")
    until = DateField(label="Searched until")


class RefuseForm(CheckForm):
    reason = forms.CharField(
        label="Why is this refused?", widget=forms.Textarea,
        help_text="The hub reads your words, and asks your named manager or guardian next.",
    )  # fmt: skip


class WhyForm(CheckForm):
    why = forms.CharField(label="Why?", widget=forms.Textarea)


class PressForm(CheckForm):
    """Nothing to type: one button."""


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label="Why does it stay in the hub?", widget=forms.Textarea, max_length=300
    )


class NarrowForm(forms.Form):
    release = forms.ChoiceField(label="How far may it go now?", choices=RELEASES)
    why = forms.CharField(label="Why?", widget=forms.Textarea)


class AskReleaseForm(forms.Form):
    to = forms.ChoiceField(
        label="How far should it go?", choices=RELEASES[1:], widget=forms.RadioSelect
    )
    why = forms.CharField(label="Who needs it, and why?", widget=forms.Textarea, max_length=300)
    within_hours = forms.IntegerField(
        label="Hours for the owner to answer", min_value=1, max_value=72, initial=2,
        help_text="Two hours is the local standard where a decision waits for it.",
    )  # fmt: skip


class DeskForm(forms.Form):
    """Posts are offered by what they are: those of this area whose role may answer the hub."""

    def __init__(self, data: Any = None, *, area: Area) -> None:
        super().__init__(data)
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        ordered = posts.order_by("agency__name", "title")
        desks = ordered.filter(role__in=[role.value for role in DESKS])
        self.fields["post"] = forms.ModelChoiceField(desks, label="Which post answers?")
        self.fields["words"] = forms.CharField(label="What the desk is called", max_length=120)
        self.fields["searches"] = forms.CharField(
            label="What it can search", max_length=300, required=False
        )
        self.fields["manager"] = forms.ModelChoiceField(
            ordered, label="Who is told when it is late?", required=False
        )
        self.fields["guardian"] = forms.CharField(
            label="Whom a refusal goes to next, such as a Caldicott guardian",
            max_length=200, required=False,
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        post, manager = typed.get("post"), typed.get("manager")
        if post and manager and manager.agency_id != post.agency_id:
            wrong = "The named manager works for the same agency as the desk. Choose another."
            self.add_error("manager", ValidationError(wrong))
        return typed
