"""What may be typed in. Forms check shape; the verbs check the rest."""

from datetime import date
from typing import Any

from django import forms

from holdfast.board.scrutiny.models import Committee, Escalation, Sitting
from holdfast.board.scrutiny.rules import covering, escalating
from holdfast.board.scrutiny.rules.covering import Kind, Slot
from holdfast.board.scrutiny.rules.told import ToldInspection
from holdfast.board.scrutiny.rules.words import CommitteeKind, Extent
from holdfast.board.workplan.models import Challenge
from holdfast.kernel.actions.dated import day_words
from holdfast.kernel.actions.fields import ExactField
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Agency, Area, Holding, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.ui.dates import DateField


def long_text(
    label: str, *, most: int = 300, required: bool = True, hint: str = ""
) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, help_text=hint, widget=forms.Textarea
    )


def short_text(
    label: str, *, most: int = 120, required: bool = True, hint: str = ""
) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, required=required, help_text=hint)


def posts_of(area: Area, *, of: Agency | None = None, besides: Agency | None = None) -> Any:
    """Return the posts of an area that somebody holds now: of one agency, or besides one."""
    held = Holding.objects.current(at=moment.now()).values("post")
    found = Post.objects.filter(agency__area=area, pk__in=held).select_related("agency")
    found = found.filter(agency=of) if of else found
    found = found.exclude(agency=besides) if besides else found
    return found.order_by("agency__name", "title")


class RegisterForm(forms.Form):
    code = forms.ChoiceField(label="Which inspection", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, offered: list[ToldInspection]) -> None:
        super().__init__(data)
        self.fields["code"].choices = [(one.code, one.title) for one in offered]  # type: ignore[attr-defined]


class ClaimForm(forms.Form):
    what = long_text("What shows it")
    dated = ExactField(label="When that was")
    figure = short_text("Which figure, if one shows it", required=False)


class ActionForm(forms.Form):
    what = long_text("What will be done")
    owner = forms.ModelChoiceField(label="Owner", queryset=Post.objects.none())
    due_on = DateField(label="By when")

    def __init__(self, data: Any = None, *, area: Area) -> None:
        super().__init__(data)
        self.fields["owner"].queryset = posts_of(area)  # type: ignore[attr-defined]


class SeenForm(forms.Form):
    """A form that changes something: it carries the version that its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, seen: int) -> None:
        super().__init__(data)
        self.fields["seen"].initial = seen


class ShowDoneForm(SeenForm):
    what = long_text("What shows that it is done")
    dated = ExactField(label="When that was")


class ThreadForm(forms.Form):
    challenge = forms.ModelChoiceField(label="Which challenge", queryset=Challenge.objects.none())
    to_ask = long_text("A question to ask when it is on the agenda", required=False)

    def __init__(self, data: Any = None, *, post: Post) -> None:
        super().__init__(data)
        found = Challenge.objects.visible_to(post).select_related("record")
        self.fields["challenge"].queryset = found  # type: ignore[attr-defined]


class RetestDayForm(SeenForm):
    next_on = DateField(label="When somebody else looks again")


class RetestForm(SeenForm):
    held = forms.TypedChoiceField(
        label="Did the improvement hold?",
        choices=[("yes", "Yes, it held"), ("no", "No: open it again")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
    )
    finding = long_text("What was looked at, and found")


class CommitteeForm(forms.Form):
    kind = forms.ChoiceField(
        label="Kind", choices=choices(CommitteeKind), widget=forms.RadioSelect
    )
    name = short_text("Name", most=160)
    sends_to = short_text("Which team takes the final report", most=80)


class SittingForm(forms.Form):
    held_on = DateField(label="Day")
    item = short_text("Our item", most=160)


class OfACommitteeForm(forms.Form):
    """A form about one of a committee's sittings that was held."""

    sitting = forms.ModelChoiceField(label="Sitting", queryset=Sitting.objects.none())

    def __init__(self, data: Any = None, *, committee: Committee, on: date) -> None:
        super().__init__(data)
        self.committee = committee
        self._offer("sitting", committee.sittings.filter(held_on__lte=on))

    def _offer(self, name: str, sittings: Any) -> None:
        field = self.fields[name]
        field.queryset = sittings.order_by("-held_on")  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{day_words(one.held_on)}: {one.item}"  # type: ignore[attr-defined]


class ResolutionForm(OfACommitteeForm):
    text = long_text("What was resolved, in your own words")
    parts = long_text("What it asks for", most=1000, hint="One thing on each line.")
    owner = forms.ModelChoiceField(
        label="Owner", queryset=Post.objects.none(), required=False, empty_label="Nobody yet"
    )
    owner_role = short_text("Or the role that the minutes name", required=False)
    due_at = forms.ModelChoiceField(
        label="To be answered at", queryset=Sitting.objects.none(), required=False
    )
    paragraph = short_text("Paragraph of the minutes", most=80, required=False)

    def __init__(self, data: Any = None, *, committee: Committee, on: date) -> None:
        super().__init__(data, committee=committee, on=on)
        self._offer("due_at", committee.sittings.all())
        self.fields["owner"].queryset = posts_of(committee.record.area)  # type: ignore[attr-defined]


class QuestionForm(OfACommitteeForm):
    asked_by = short_text("Asked by", most=80, hint="A role, never a name.")
    text = long_text("The question")
    answered_by = short_text("Answered by", most=80, required=False, hint="A role, never a name.")
    reply = long_text("The answer", most=400, required=False)


class AnswerForm(forms.Form):
    extent = forms.ChoiceField(
        label="How far does this answer it?",
        choices=[(Extent.ANSWERED, "In full"), (Extent.PARTLY, "In part")],
        widget=forms.RadioSelect,
    )
    what = long_text("What was done", most=400)
    dated = ExactField(label="When")
    source = short_text("Where it can be read", most=200)


class DraftForm(forms.Form):
    sitting = forms.ModelChoiceField(label="For the sitting", queryset=Sitting.objects.none())
    layout = forms.ChoiceField(label="Layout", widget=forms.RadioSelect)
    title = short_text("Report title", most=160)

    def __init__(self, data: Any = None, *, committee: Committee) -> None:
        super().__init__(data)
        field = self.fields["sitting"]
        field.queryset = committee.sittings.order_by("-held_on")  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{day_words(one.held_on)}: {one.item}"  # type: ignore[attr-defined]
        offered = [(one.code, one.name) for one in covering.layouts().values()]
        self.fields["layout"].choices = offered  # type: ignore[attr-defined]


class WriteForm(SeenForm):
    """One field of a report: its text by its kind, or why it does not apply."""

    because = short_text("Or why it does not apply", most=300, required=False)

    def __init__(self, data: Any = None, *, slot: Slot, said: covering.Written, seen: int) -> None:
        super().__init__(data, seen=seen)
        asked = _asked(slot)
        asked.initial = _initial(slot, said.text)
        self.fields = {
            "seen": self.fields["seen"],
            "text": asked,
            "because": self.fields["because"],
        }
        self.fields["because"].initial = said.because

    def clean_text(self) -> str:
        given = self.cleaned_data["text"]
        return given.isoformat() if isinstance(given, date) else str(given or "")


def _asked(slot: Slot) -> forms.Field:
    if slot.kind is Kind.DAY:
        return DateField(label=slot.label, required=False, help_text=slot.hint)
    if slot.choices:
        offered = [(one, one) for one in slot.choices]
        return forms.ChoiceField(
            label=slot.label, choices=offered, required=False, widget=forms.RadioSelect
        )
    if slot.kind is Kind.WORDS:
        return short_text(slot.label, most=300, required=False, hint=slot.hint)
    return long_text(slot.label, most=8000, required=False, hint=slot.hint)


def _initial(slot: Slot, said: str) -> object:
    return date.fromisoformat(said) if said and slot.kind is Kind.DAY else said


class RaiseForm(forms.Form):
    reason = forms.ChoiceField(label="What is the disagreement about?", widget=forms.RadioSelect)
    to = forms.ModelChoiceField(label="Whose decision is it?", queryset=Post.objects.none())

    def __init__(self, data: Any = None, *, post: Post) -> None:
        super().__init__(data)
        self.fields["reason"].choices = list(escalating.policy().reasons.items())  # type: ignore[attr-defined]
        if post.agency.area is not None:
            found = posts_of(post.agency.area, besides=post.agency)
            self.fields["to"].queryset = found  # type: ignore[attr-defined]


class MoveUpForm(SeenForm):
    to = forms.ModelChoiceField(label="Whose turn is it next?", queryset=Post.objects.none())

    def __init__(self, data: Any = None, *, escalation: Escalation) -> None:
        super().__init__(data, seen=escalation.stage)
        found = posts_of(escalation.record.area, of=escalation.to_agency)
        self.fields["to"].queryset = found.exclude(pk=escalation.turn_id)  # type: ignore[attr-defined]


class EndForm(SeenForm):
    outcome = forms.ChoiceField(label="How was it settled?", widget=forms.RadioSelect)
    learning = long_text(
        "What should agencies learn from it?",
        required=False,
        hint="About how we work together. Never about a child or a family.",
    )

    def __init__(self, data: Any = None, *, escalation: Escalation) -> None:
        super().__init__(data, seen=escalation.stage)
        self.fields["outcome"].choices = list(escalating.policy().outcomes.items())  # type: ignore[attr-defined]
