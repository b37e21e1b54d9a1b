"""What may be sent to the framework editor: a file, or its text."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from holdfast.engines.standards.models import Assessment, Evidence, Grade
from holdfast.engines.standards.rules.framework_file import read_framework
from holdfast.kernel.actions.reading import LARGEST, BadFile, decoded
from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.dates import DateField


class FrameworkForm(forms.Form):
    """A framework's file. What is wrong with it is said with its line, field and value."""

    file = forms.FileField(label="The framework's file", required=False)
    typed = forms.CharField(
        label="Or its text",
        required=False,
        max_length=LARGEST,
        widget=forms.Textarea,
        help_text="YAML of the form “holdfast framework 1”. Nothing is kept of a file with a "
        "fault.",
    )

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        if self.errors:
            return found
        name, text = self._given(found)
        try:
            found["planned"] = read_framework(text, file=name)
        except BadFile as wrong:
            raise forms.ValidationError(str(wrong)) from None
        return found

    def _given(self, found: dict[str, Any]) -> tuple[str, str]:
        sent = found.get("file")
        if sent is None:
            if not found.get("typed"):
                raise forms.ValidationError("Choose a file, or paste its text.")
            return "the text", str(found["typed"])
        if sent.size > 4 * LARGEST:
            raise forms.ValidationError("The file is too large to be a framework. Send its text.")
        try:
            return "the file", decoded(sent.read(), file="the file")
        except BadFile as wrong:
            raise forms.ValidationError(str(wrong)) from None


class PieceForm(forms.Form):
    """What a piece of evidence is, and how long it counts."""

    what = forms.CharField(
        label="What it is", max_length=200, help_text="Its title. No child's name."
    )
    dated_on = DateField(label="When it is from")
    expires_on = DateField(
        label="Until when it counts",
        required=False,
        help_text="Leave it empty only where it never grows old.",
    )


class KeepForm(PieceForm):
    """A new piece, kept for a body that is assessed."""

    assessment = forms.ModelChoiceField(
        label="Whose evidence it is", queryset=Assessment.objects.none()
    )
    kept_at = forms.CharField(label="Where it can be found", max_length=300, required=False)
    owner = forms.ModelChoiceField(
        label="The post that looks after it", queryset=Post.objects.none(), required=False
    )
    owner_words = forms.CharField(label="Or its role in words", max_length=120, required=False)

    field_order = ("assessment",)

    def __init__(self, data: Any = None, *, mine: QuerySet[Assessment], chosen: str) -> None:
        super().__init__(data, initial={"assessment": chosen})
        bodies = Post.objects.filter(agency__in=mine.values("body")).select_related("agency")
        offered = {"assessment": mine, "owner": bodies.order_by("agency__name", "title")}
        for name, queryset in offered.items():
            self.fields[name].queryset = queryset  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        found = super().clean() or {}
        owner, of = found.get("owner"), found.get("assessment")
        if owner and of and owner.agency_id != of.body_id:
            self.add_error("owner", f"Choose a post of {of.body.name}, or say its role in words.")
        return found


class RenewForm(PieceForm):
    """A newer piece in an older one's place."""

    def __init__(self, data: Any = None, *, older: Evidence) -> None:
        super().__init__(data, initial={"what": older.what})


class _Chosen(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Grade) -> str:
        return str(obj.criterion)


class CiteForm(forms.Form):
    """Which criteria of one assessment a piece shows. Those that cite it already are left out."""

    grades = _Chosen(
        label="Which criteria it shows",
        queryset=Grade.objects.none(),
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data: Any = None, *, piece: Evidence, assessment: Assessment) -> None:
        super().__init__(data)
        rest = assessment.grades.exclude(citations__evidence=piece)
        self.fields["grades"].queryset = (  # type: ignore[attr-defined]
            rest.select_related("criterion__standard", "assessment__record")
        )


class ConfirmForm(forms.Form):
    """Which grades carried forward are still true. The page draws the boxes."""

    grades = forms.ModelMultipleChoiceField(
        label="Grades that are still true",
        queryset=Grade.objects.none(),
        error_messages={"required": "Tick each grade that is still true."},
    )

    def __init__(self, data: Any = None, *, assessment: Assessment) -> None:
        super().__init__(data)
        self.fields["grades"].queryset = assessment.grades.all()  # type: ignore[attr-defined]


class CarryForm(forms.Form):
    """Which of a body's earlier assessments is carried forward."""

    source = forms.ModelChoiceField(
        label="Carry the grades of", queryset=Assessment.objects.none()
    )

    def __init__(self, data: Any = None, *, earlier: Any) -> None:
        super().__init__(data)
        self.fields["source"].queryset = earlier  # type: ignore[attr-defined]
