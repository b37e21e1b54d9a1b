"""What may be typed in about a challenge. Forms check shape; the verbs check the rest."""

from collections.abc import Sequence
from typing import Any

from django import forms

from holdfast.board.workplan.access import QUESTIONERS
from holdfast.board.workplan.extracts.watched import FigureTold
from holdfast.board.workplan.forms.papers import PaperField
from holdfast.board.workplan.models import Challenge, Line
from holdfast.board.workplan.rules.coming_back import Direction
from holdfast.board.workplan.transitions import About
from holdfast.kernel.actions import tracker
from holdfast.kernel.actions.fields import ExactField
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.ui.dates import DateField


def long_text(label: str, wanted: str, *, most: int = 600, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=most,
        widget=forms.Textarea,
        required=bool(wanted),
        error_messages={"required": wanted} if wanted else {},
    )


class WhoField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One post of the area that reads the board's challenges."""

    def __init__(self, *, label: str, hint: str = "") -> None:
        super().__init__(label=label, help_text=hint, queryset=Post.objects.none(), required=False)

    def offer(self, area: Area) -> None:
        posts = Post.objects.filter(agency__area=area, role__in=[r.value for r in QUESTIONERS])
        self.queryset = posts.select_related("agency").order_by("agency__name", "title")


class NamingForm(forms.Form):
    """A form that names a post or, where none is known, an agency in words."""

    def who(self) -> tracker.Who:
        said: dict[str, Any] = self.cleaned_data
        return tracker.Who(said.pop("post"), said.pop("role"))

    def told(self) -> dict[str, Any]:
        """Return what was typed, as the verb takes it."""
        owner = self.who()
        return {**self.cleaned_data, "owner": owner}


class PutForm(NamingForm):
    title = forms.CharField(label="What it is about, in a few words", max_length=120)
    question = long_text("The question", "Write the question that is put.")
    post = WhoField(label="To whom, where a post sits on the board")
    role = forms.CharField(label="Or to an agency, in words", max_length=120, required=False)
    reply_by = DateField(
        label="Reply by",
        required=False,
        help_text="Left empty: 10 working days. A local standard.",
    )
    group = forms.CharField(label="The sub-group that holds it", max_length=120, required=False)
    line = forms.ModelChoiceField(
        label="The line of the work plan", queryset=Line.objects.none(), required=False
    )
    figure = forms.ChoiceField(
        label="The published figure it is about",
        required=False,
        help_text="It is kept with the question as it stands today, with the row it is read from.",
    )
    watch_words = forms.CharField(
        label="A measure of our own that brings it back when it gets worse",
        max_length=120,
        required=False,
        help_text="Left empty, the published figure is watched.",
    )
    worse = forms.ChoiceField(
        label="Worse is when it",
        choices=[("", "is not watched"), (Direction.DOWN, "falls"), (Direction.UP, "rises")],
        required=False,
    )

    def __init__(
        self, data: object = None, *, area: Area, figures: Sequence[FigureTold] = ()
    ) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.published = {one.key: one for one in figures}
        offered = [("", "none"), *((one.key, one.label) for one in figures)]
        self.fields["figure"].choices = offered  # type: ignore[attr-defined]
        self.fields["post"].offer(area)  # type: ignore[attr-defined]
        lines = Line.objects.filter(plan__record__area=area).select_related("plan")
        self.fields["line"].queryset = lines.order_by("-plan__starts_on", "number")  # type: ignore[attr-defined]

    def about(self) -> About:
        """Return what the question is about: a line, and a figure frozen with its row."""
        said = self.cleaned_data
        told = self.published.get(said["figure"])
        frozen = told.frozen() if told else {}
        return About(line=said["line"], **frozen)


class ChallengeForm(forms.Form):
    """A form about one challenge."""

    def __init__(self, data: object = None, files: object = None, *, challenge: Challenge) -> None:
        super().__init__(data, files)  # type: ignore[arg-type]
        if "seen" in self.fields:
            self.fields["seen"].initial = challenge.version

    def told(self) -> dict[str, Any]:
        """Return what was typed, as the verb takes it."""
        return self.cleaned_data


class SeenForm(ChallengeForm):
    """A form that moves a challenge on: it carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class AnswerForm(SeenForm):
    reply = long_text("The reply", "Write the reply.", most=1000)
    paper = PaperField(label="A paper that came with it")


class AcceptForm(SeenForm):
    why = long_text("What makes it an answer", "", most=600)


class PutAgainForm(SeenForm):
    why = long_text("Why it is put again", "Say why the question is put again.")
    reply_by = DateField(
        label="Reply by",
        required=False,
        help_text="Left empty: 10 working days. A local standard.",
    )


class DifferenceForm(SeenForm):
    what_changed = long_text("What changed", "Say what changed.")
    how_we_know = long_text("How we know", "Say how we know that it changed.", most=300)
    dated = ExactField(label="Date of what shows it")


class CloseForm(SeenForm):
    because = long_text(
        "Why it is closed",
        "",
        hint="Needed where no difference is recorded: the page will say that none was made.",
    )


class ReopenForm(SeenForm):
    because = long_text("Why it comes back", "Say why it comes back.", most=300)
    to_ask = long_text("A question to ask at the meeting", "", most=300)


class NoteForm(ChallengeForm):
    text = long_text("What was done", "Say what was done.", most=1000)
    dated = ExactField(label="When")
    paper = PaperField(label="A paper that shows it")


class FindingForm(ChallengeForm):
    finding = long_text("What was found, in our words", "Say what was found.", most=300)
    source = forms.CharField(label="Which inspection or paper", max_length=200)
    dated = ExactField(label="Date of the finding")
    to_ask = long_text("A question to ask at the meeting", "", most=300)


class ReadingForm(ChallengeForm):
    period = forms.CharField(label="Period, such as 2013/14", max_length=40)
    ends_on = DateField(label="Its last day")
    value = forms.DecimalField(
        label="The number, where one is known", max_digits=12, decimal_places=2, required=False
    )
    moved = forms.ChoiceField(
        label="Or only its direction",
        choices=[("", "not printed"), *choices(Direction)],
        required=False,
    )
    words = forms.CharField(label="As the source has it", max_length=200, required=False)
    source = forms.CharField(label="Source", max_length=200)

    def told(self) -> dict[str, Any]:
        moved = self.cleaned_data["moved"]
        return self.cleaned_data | {"moved": Direction(moved) if moved else None}


class PromiseForm(NamingForm, ChallengeForm):
    what = long_text("What is promised", "Say what is promised.", most=300)
    post = WhoField(label="By whom, where a post sits on the board")
    role = forms.CharField(label="Or by an agency, in words", max_length=120, required=False)
    due_on = DateField(label="By when", required=False)

    def __init__(self, data: object = None, files: object = None, *, challenge: Challenge) -> None:
        super().__init__(data, files, challenge=challenge)
        self.fields["post"].offer(challenge.record.area)  # type: ignore[attr-defined]
