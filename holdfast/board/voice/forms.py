"""What may be typed in about what young people said. Forms check shape; the verbs the rest."""

from django import forms

from holdfast.board.voice.models import Said
from holdfast.kernel.actions.dated import Dated
from holdfast.kernel.ui.dates import DateField


def long_text(label: str, wanted: str, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=600,
        widget=forms.Textarea,
        error_messages={"required": wanted},
    )


class OpenForm(forms.Form):
    name = forms.CharField(label="The group's public name", max_length=120)
    who = forms.CharField(label="Whom it speaks for", max_length=200)
    every_months = forms.IntegerField(
        label="A meeting was promised every how many months?", min_value=0, max_value=24, initial=4
    )
    promised = forms.CharField(label="Where that was promised", max_length=200, required=False)


class SessionForm(forms.Form):
    dated = forms.CharField(
        label="When", help_text="As exact as you know it: 2013-03-15 or 2013-03.", max_length=10
    )
    took_part = forms.IntegerField(
        label="How many young people took part",
        help_text="A number, never names. Leave it empty if nobody counted.",
        min_value=1,
        max_value=5000,
        required=False,
    )
    with_whom = forms.CharField(label="Who met them, by role", max_length=120)

    def clean_dated(self) -> Dated:
        try:
            return Dated.read(self.cleaned_data["dated"])
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None


class HearForm(forms.Form):
    theme = forms.CharField(label="The theme, in a few words", max_length=80)
    words = long_text(
        "What was said",
        "Write what was said.",
        "In your own words. No name, and nothing that tells who said it.",
    )
    may_be_used = forms.BooleanField(label="The group agreed that it may be used", required=False)


class SaidForm(forms.Form):
    """A form about one thing that was said: it carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: object = None, *, said: Said) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.fields["seen"].initial = said.version


class TakeUpForm(SaidForm):
    taken_up_by = forms.CharField(label="Who sees to it: a sub-group or a meeting", max_length=120)


class DecideForm(SaidForm):
    we_did = long_text("We did: the decision that it changed", "Say what was decided.")
    refers_to = forms.CharField(label="The plan's line, or the meeting", max_length=200)
    decided_on = DateField(label="Decided on")


class DeclineForm(SaidForm):
    because = long_text("Why it is not taken up", "Say why. The group will be told this reason.")


class TellForm(SaidForm):
    told_on = DateField(label="They were told on")
    how = forms.CharField(label="How they were told", max_length=200)
