"""The entries of a family's page, one form for each verb."""

from typing import Any

from django import forms

from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.early_help.access import OFFERERS, TEAM
from holdfast.practice.early_help.forms.base import EntryForm, LinesField
from holdfast.practice.early_help.models import Meeting, Support
from holdfast.practice.early_help.rules import law, words

BASES = [(b.value, law.BASIS_WORDS[b]) for b in law.Basis]
WHOSE = "Only where it is a condition: whose it is"


def of_the_area(field: forms.Field, form: EntryForm) -> None:
    """Offer the posts of this area that may lead or join a team."""
    assert isinstance(field, PostField)  # noqa: S101
    roles = [role.value for role in TEAM | OFFERERS]
    field.narrow(agency__area=form.family.record.area, role__in=roles)


class WriteForm(EntryForm):
    text = box("What happened", "Write what happened.", rows=6)


class LeadForm(EntryForm):
    post = PostField("Lead professional", "Choose who leads.")
    why = line("Why they lead", "Say why: whom does the family trust?", most=200)

    def offer(self) -> None:
        of_the_area(self.fields["post"], self)


class JoinForm(EntryForm):
    post = PostField("Who joins, if they have a post here")
    who = line("Or: who joins", most=160, hint="Somebody without an account: it opens nothing.")
    part = line("What they do for the family", "Say what they do for the family.", most=200)
    may_read = forms.BooleanField(
        label="The family agrees that they read the assessment", required=False
    )

    def offer(self) -> None:
        of_the_area(self.fields["post"], self)


class LeaveForm(EntryForm):
    why = line("Why they leave", "Say why they leave the team.", most=200)


class AgainForm(EntryForm):
    why = box("What has changed", "Say why the family is assessed again.", rows=3)


class CompleteForm(EntryForm):
    """Nothing to write: what is missing is said by the rules."""


class SurveyGivenForm(EntryForm):
    """The day is all that is asked."""


class StepUpForm(EntryForm):
    why = box(
        "What makes you think that early help is not enough",
        "Say what makes you think so.",
        hint="What you saw and heard. The front door reads it with the rest: nothing is retyped.",
    )
    family_told = forms.BooleanField(
        label="The family knows that you step up, or agrees", required=False
    )
    why_not_told = box("If they do not know: why it is safer so", rows=2)


class BackForm(EntryForm):
    why = box("What the front door decided", "Say what the front door decided.", rows=3)


class CloseForm(EntryForm):
    reason = pick(
        "Why early help ends",
        [(e.value, words.END_WORDS[e]) for e in words.EndReason],
        "Choose why early help ends.",
    )
    changed = box(
        "What changed, and who says so",
        hint="In the family’s own words where you can. Say what did not change, too.",
        rows=5,
    )

    def clean_reason(self) -> words.EndReason:
        return words.EndReason(self.cleaned_data["reason"])


class MeetingForm(EntryForm):
    kind = pick("Which meeting", [(k.value, k.label) for k in Meeting.Kind], "Choose which.")
    meets_on = DateField(label="Day of the meeting")

    def clean_kind(self) -> Meeting.Kind:
        return Meeting.Kind(self.cleaned_data["kind"])


class MeetingRecordForm(EntryForm):
    present = LinesField("Who came", "Say who came.")
    apologies = LinesField("Who sent word that they could not")
    children = box("How the children were heard", rows=3)
    better = box("What goes better", rows=3)
    worries = box("What is still a worry, and what lessens it", rows=3)
    decided = box("What was decided", "Say what was decided.")
    next_on = DateField(label="Next meeting", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["on"].label = "The day it was held"


class PromiseForm(EntryForm):
    what = line("What is to be done", "Say what is to be done.", most=300)
    post = PostField("Who does it, if they have a post here")
    somebody = line("Or: who of the family, or without an account", most=120)
    due_on = DateField(label="By when")
    why = line("What for", most=300)

    def offer(self) -> None:
        of_the_area(self.fields["post"], self)


class SupportForm(EntryForm):
    kind = pick(
        "What kind of help",
        [(k.value, words.KIND_WORDS[k]) for k in words.Kind if k not in words.GROUPS],
        "Choose the kind of help.",
        radios=False,
        hint="A place in a group is given on the group’s own page.",
    )
    what = line("What it is", "Say what it is.", most=300)
    whom = line("For whom", "Say for whom it is.", most=160)
    strand = line("Strand", most=80, hint="Such as: naming what happens")
    provider = line("Who gives it", most=160)
    basis = pick("On what basis", BASES, "Choose on what basis.")
    basis_words = line(WHOSE, most=160)

    def clean_kind(self) -> words.Kind:
        return words.Kind(self.cleaned_data["kind"])

    def clean_basis(self) -> law.Basis:
        return law.Basis(self.cleaned_data["basis"])


class WentForm(EntryForm):
    to = pick("How it went", [], "Choose how it went.")
    result = box("What came of it", rows=3)

    def __init__(self, *args: Any, support: Support, **kwargs: Any) -> None:
        self.support = support
        super().__init__(*args, **kwargs)

    def offer(self) -> None:
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        after = words.TAKEN_ON[words.Taken(self.support.state)]
        field.choices = [(t.value, words.TAKEN_WORDS[t]) for t in after]

    def clean_to(self) -> words.Taken:
        return words.Taken(self.cleaned_data["to"])


class PromiseWentForm(EntryForm):
    done = pick(
        "Is it done?", [("yes", "Yes"), ("no", "Not yet")], "Say whether it is done or not yet."
    )
    text = box(
        "How one can see that it is done, or how it stands",
        "Say how one can see it, or how it stands.",
        rows=3,
    )
