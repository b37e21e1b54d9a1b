"""What is asked of the people who make an edition."""

from typing import Any

from django import forms

from holdfast.board.annual_report.documents.outline import outlines
from holdfast.engines.asks.access import ANSWERERS
from holdfast.kernel.actions.fields import DatedField
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import Sector
from holdfast.kernel.ui.dates import DateField


def years() -> list[tuple[str, str]]:
    return [(year, year) for year in outlines()]


class BeginForm(forms.Form):
    year = forms.ChoiceField(
        label="Year of the report",
        choices=years,
        error_messages={
            "required": "Choose the year of the report.",
            "invalid_choice": "Choose a year from the list. No other year has an outline.",
        },
    )


class SettleForm(forms.Form):
    words = forms.CharField(
        label="What the board prints from now on",
        max_length=300,
        error_messages={"required": "Say what the board prints from now on."},
    )
    reason = forms.CharField(
        label="Why",
        help_text="It is printed beside the sentence and kept for ever.",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why. A settlement without a reason is not kept."},
    )


class PostForm(forms.Form):
    """`area` is the area whose posts can be chosen."""

    post = forms.ModelChoiceField(
        label="Which post",
        queryset=Post.objects.none(),
        error_messages={"required": "Choose one post."},
    )

    def __init__(self, data: Any = None, *, area: int) -> None:
        super().__init__(data)
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        self.fields["post"].queryset = posts.order_by("agency__name", "title")  # type: ignore[attr-defined]


class HandoverForm(PostForm):
    note = forms.CharField(
        label="What the next holder should know",
        max_length=600,
        widget=forms.Textarea,
        required=False,
    )


class ActivityForm(forms.Form):
    """A paragraph of what was done. It carries the version that its editor read."""

    theme = forms.CharField(label="Theme", max_length=80, required=False)
    what = forms.CharField(
        label="What was done",
        help_text="What happened, not what was planned. No child and no case.",
        max_length=600,
        widget=forms.Textarea,
        error_messages={"required": "Say what was done."},
    )
    happened = DatedField(label="When")
    source = forms.CharField(
        label="Where it is recorded",
        max_length=200,
        error_messages={"required": "Say where it is recorded."},
    )
    plain = forms.CharField(
        label="The same for families, in short sentences",
        help_text="Short words. At most 22 words in a sentence.",
        max_length=300,
        widget=forms.Textarea,
        required=False,
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class PlanLinesForm(forms.Form):
    """Which lines of the year's plan are told, of those on which something was done."""

    lines = forms.TypedMultipleChoiceField(
        label="Lines of the work plan",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one line."},
    )

    def __init__(self, data: Any = None, *, offered: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["lines"].choices = offered  # type: ignore[attr-defined]


class ByHandForm(forms.Form):
    """The words of a part that no room holds yet."""

    text = forms.CharField(
        label="What the report says",
        help_text="Counts and what was done. No child and no case. Empty takes it out.",
        max_length=6000,
        widget=forms.Textarea,
        required=False,
    )
    source = forms.CharField(label="Where it is from", max_length=200, required=False)


class ImpactForm(forms.Form):
    changed = forms.CharField(
        label="What changed",
        help_text="For children, for practice, or in a figure.",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say what changed."},
    )
    how_known = forms.CharField(
        label="How it is known",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say how it is known."},
    )
    dated_on = DateField(label="Date of the evidence")
    source = forms.CharField(
        label="Where it is held",
        max_length=200,
        error_messages={"required": "Say where it is held."},
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label="Why it is taken out",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say why it is taken out."},
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)


class RecipientForm(forms.Form):
    who = forms.CharField(
        label="Who",
        help_text="An office or a body, not a person’s name.",
        max_length=160,
        error_messages={"required": "Say who receives it."},
    )
    copies = forms.IntegerField(label="Copies", min_value=1, max_value=5000)


class SendForm(forms.Form):
    sent_on = DateField(label="Sent on")
    how = forms.CharField(
        label="How it was sent",
        max_length=200,
        error_messages={"required": "Say how it was sent."},
    )


class LeaveOutForm(forms.Form):
    reason = forms.CharField(
        label="Why it is not sent",
        max_length=200,
        error_messages={"required": "Say why it is not sent."},
    )


class DoneForm(forms.Form):
    shown = forms.CharField(
        label="What shows that it is done",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say what shows that it is done."},
    )
    dated_on = DateField(label="Date of the evidence")
    seen = forms.IntegerField(widget=forms.HiddenInput)


class NewDateForm(forms.Form):
    new_on = DateField(label="Revised date")
    reason = forms.CharField(
        label="Why the old date cannot be kept",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "A revised date needs a reason."},
    )


class AnswerForm(forms.Form):
    approve = forms.TypedChoiceField(
        label="Does the revised date stand?",
        choices=[("yes", "Approve the revised date"), ("no", "Keep the old date")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the revised date stands."},
    )


class AskForm(forms.Form):
    """Whom to ask for a statement: posts of partners in this area."""

    to = forms.ModelMultipleChoiceField(
        label="Whom to ask",
        queryset=Post.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose whom to ask."},
    )
    due_on = DateField(label="Due on")

    def __init__(self, data: Any = None, *, area: int) -> None:
        super().__init__(data)
        partners = Post.objects.filter(
            agency__area=area, role__in=[role.value for role in ANSWERERS]
        ).exclude(agency__sector=Sector.BOARD.value)
        self.fields["to"].queryset = partners.select_related("agency").order_by(  # type: ignore[attr-defined]
            "agency__name", "title"
        )
