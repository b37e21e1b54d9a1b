"""What may be typed in about a line. Forms check shape; the tracker checks the rest."""

from django import forms

from holdfast.board.workplan.models import Line
from holdfast.kernel.actions.fields import DatedField
from holdfast.kernel.actions.models import Progress
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField


class LineForm(forms.Form):
    """A form about one line. `line` tells it what can be chosen."""

    def __init__(self, data: object = None, *, line: Line) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.line = line
        if "seen" in self.fields:
            self.fields["seen"].initial = line.action.version


class SeenForm(LineForm):
    """A form that changes a line: it carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ProgressForm(LineForm):
    text = forms.CharField(
        label="What happened",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say what happened."},
    )
    dated = DatedField(label="When")
    sort = forms.ChoiceField(
        label="Is it",
        choices=Progress.Sort.choices,
        initial=Progress.Sort.HAPPENED,
        widget=forms.RadioSelect,
    )


class NewDateForm(LineForm):
    new_on = DateField(label="New date")
    reason = forms.CharField(
        label="Why the old date cannot be kept, or why this one",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "A new date needs a reason."},
    )


class AnswerForm(LineForm):
    approve = forms.TypedChoiceField(
        label="Does the new date stand?",
        choices=[("yes", "Approve the new date"), ("no", "Keep the old date")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the new date stands."},
    )


class DoneForm(SeenForm):
    pass


class EvidenceForm(SeenForm):
    what = forms.CharField(
        label="What shows that it is done",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say what shows that it is done."},
    )
    dated = DatedField(label="Date of the evidence")


class ReviewForm(SeenForm):
    next_on = DateField(label="Next review")
    found = forms.CharField(
        label="What the review found", max_length=300, widget=forms.Textarea, required=False
    )


class RetestForm(SeenForm):
    held = forms.TypedChoiceField(
        label="Did the improvement hold?",
        choices=[("yes", "Yes, it held"), ("no", "No: open it again")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it held."},
    )
    finding = forms.CharField(
        label="What was looked at, and found",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say what was looked at, and found."},
    )


class OpenPartForm(SeenForm):
    part = forms.CharField(
        label="What is still open, after asking the owner",
        help_text="Leave it empty if nothing is.",
        max_length=200,
        widget=forms.Textarea,
        required=False,
    )

    def __init__(self, data: object = None, *, line: Line) -> None:
        super().__init__(data, line=line)
        self.fields["part"].initial = line.action.part_open


class ReopenForm(SeenForm):
    reason = forms.CharField(
        label="Why it is opened again",
        max_length=300,
        widget=forms.Textarea,
        error_messages={"required": "Say why it is opened again."},
    )


class OwnerForm(SeenForm):
    post = forms.ModelChoiceField(
        label="Whose move it is",
        queryset=Post.objects.none(),
        error_messages={"required": "Choose one post."},
    )

    def __init__(self, data: object = None, *, line: Line) -> None:
        super().__init__(data, line=line)
        area = line.plan.record.area_id
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        self.fields["post"].queryset = posts.order_by("agency__name", "title")  # type: ignore[attr-defined]
