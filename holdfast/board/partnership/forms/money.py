"""Forms about money. An amount left empty is not known, which is not nought."""

from django import forms

from holdfast.board.partnership.forms.fields import AboutForm, AgencyForm, PoundsField, words
from holdfast.board.partnership.models import Contribution, Spend
from holdfast.board.partnership.rules.words import HEAD_WORDS, Head
from holdfast.kernel.directory.models import Agency


class YearForm(AboutForm):
    """A new line. Where there is one already, the verb says so."""

    year = words(label="Financial year", most=7, help_text="Such as 2013/14: April to March.")

    def clean(self) -> dict[str, object]:
        return {**self.cleaned_data, "seen": 0}


class ContributionForm(YearForm, AgencyForm):
    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.none(),
        error_messages={"required": "Choose the agency that gives."},
    )
    pence = PoundsField(label="In money")
    in_kind = words(label="In kind", most=200, required=False)
    source = words(label="Source", most=200, required=False)


class SpendForm(YearForm):
    head = forms.TypedChoiceField(
        label="Spent on",
        choices=[(head.value, said) for head, said in HEAD_WORDS.items()],
        coerce=Head,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what it was spent on."},
    )
    pence = PoundsField(label="Amount")
    note = words(label="Note", most=200, required=False)


class ContributionLineForm(AboutForm):
    """`about` is the line. Whose it is and of which year cannot be changed."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    pence = PoundsField(label="In money")
    in_kind = words(label="In kind", most=200, required=False)
    source = words(label="Source", most=200, required=False)

    def arrange(self) -> None:
        line: Contribution = self.about
        self.show(pence=line.pence, in_kind=line.in_kind, source=line.source, seen=line.version)


class SpendLineForm(AboutForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)
    pence = PoundsField(label="Amount")
    note = words(label="Note", most=200, required=False)

    def arrange(self) -> None:
        line: Spend = self.about
        self.show(pence=line.pence, note=line.note, seen=line.version)
