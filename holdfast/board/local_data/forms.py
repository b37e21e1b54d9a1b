"""What may be typed about the partners' figures. Forms check shape; the verbs check the rest."""

from datetime import date
from typing import Any

from django import forms

from holdfast.board.local_data.data.measures import measure_sets
from holdfast.board.local_data.models import Collection, HandDraft
from holdfast.board.local_data.rules.quarters import Quarter
from holdfast.board.workplan.access import QUESTIONERS
from holdfast.engines.asks.access import ANSWERERS
from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.directory.models import Agency, Area, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import line


class OpenForm(forms.Form):
    quarter = forms.ChoiceField(
        label="Quarter",
        help_text="Those of the last year that are not open yet.",
        error_messages={"required": "Choose a quarter."},
    )

    def __init__(self, data: Any = None, *, area: Area, today: date) -> None:
        super().__init__(data)
        last = Quarter.of(today)
        offered = [last, last.before, last.before.before, last.before.before.before]
        opened = {(c.year, c.number) for c in Collection.objects.filter(area=area)}
        self.fields["quarter"].choices = [  # type: ignore[attr-defined]
            (f"{one.year}-{one.number}", one.words)
            for one in offered
            if (one.year, one.number) not in opened
        ]

    def clean_quarter(self) -> Quarter:
        year, number = self.cleaned_data["quarter"].split("-")
        return Quarter(int(year), int(number))


class AskForm(forms.Form):
    set_key = forms.ChoiceField(
        label="What is asked",
        choices=[(one.key, one.title) for one in measure_sets().values()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is asked."},
    )
    to = forms.ModelMultipleChoiceField(
        label="Who is asked",
        queryset=Post.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one post."},
    )
    due_on = DateField(label="Due on")

    def __init__(self, data: Any = None, *, area: Area) -> None:
        super().__init__(data)
        posts = Post.objects.filter(agency__area=area, role__in=[*ANSWERERS, Role.ANALYST])
        ordered = posts.select_related("agency").order_by("agency__name", "title")
        self.fields["to"].queryset = ordered  # type: ignore[attr-defined]


class SeenForm(forms.Form):
    """A form that changes a quarter: it carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, version: int) -> None:
        super().__init__(data)
        self.fields["seen"].initial = version


class TakeInForm(SeenForm):
    pass


class ReleaseForm(SeenForm):
    reason = forms.CharField(
        label="Why this number may be published",
        help_text="Printed beside the number, and kept for ever. Say nothing about any child.",
        max_length=500,
        widget=forms.Textarea,
        error_messages={"required": "Say why this number may be published."},
    )


class WhoseForm(forms.Form):
    """Whose figures are typed by hand, and which set of them."""

    agency = forms.ModelChoiceField(
        label="Whose figures",
        queryset=Agency.objects.none(),
        error_messages={"required": "Choose a partner."},
    )
    set_key = forms.ChoiceField(
        label="Which set",
        choices=[(one.key, one.title) for one in measure_sets().values()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose a set."},
    )

    def __init__(self, data: Any = None, *, area: Area) -> None:
        super().__init__(data)
        mine = Agency.objects.filter(area=area).order_by("name")
        self.fields["agency"].queryset = mine  # type: ignore[attr-defined]


class HowForm(SeenForm):
    """How figures that are typed by hand came, and which post of the partner gave them."""

    sent_by = PostField("Which post of the partner gave them", "Say who gave the figures.")
    source = line("How they came", "Say how they came.", most=60,
                  hint="Such as: letter of 3 June 2013.")  # fmt: skip

    def __init__(
        self, data: Any = None, *, agency: Agency, version: int, draft: HandDraft | None
    ) -> None:
        super().__init__(data, version=version)
        self.fields["sent_by"].narrow(agency=agency)  # type: ignore[attr-defined]
        for name in ("sent_by", "source"):
            self.fields[name].initial = draft.typed.get(name, "") if draft else ""


class QuestionForm(forms.Form):
    """A question about a figure. The one offered may be changed in every word."""

    question = forms.CharField(
        label="Question",
        max_length=600,
        widget=forms.Textarea,
        error_messages={"required": "Write the question that is put."},
    )
    post = forms.ModelChoiceField(
        label="To which seat", queryset=Post.objects.none(), required=False
    )
    role = forms.CharField(
        label="Or to whom, in words",
        help_text="For an agency without a seat here: the manager writes down its reply.",
        max_length=120,
        required=False,
    )
    reply_by = DateField(label="Reply by", required=False)

    def __init__(self, data: Any = None, *, area: Area, offered: str) -> None:
        super().__init__(data, initial={"question": offered})
        posts = Post.objects.filter(agency__area=area, role__in=QUESTIONERS)
        ordered = posts.select_related("agency").order_by("agency__name", "title")
        self.fields["post"].queryset = ordered  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not (typed.get("post") or typed.get("role", "").strip()):
            self.add_error("post", "Say to whom the question is put: a seat, or words.")
        return typed
