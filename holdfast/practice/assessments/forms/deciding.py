"""Forms for beginning, deciding and ending: outcome, sign-off, a look in, lateness, reasons."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import LATE_REASON_WORDS, LateReason
from holdfast.kernel.directory.fields import PostField
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.assessments.forms.beginning import offer, offer_writers
from holdfast.practice.assessments.forms.dated import DatedForm, SeenForm
from holdfast.practice.assessments.rules import outcomes
from holdfast.practice.assessments.rules.editions import Kind

REASONS = [(reason.value, words) for reason, words in LATE_REASON_WORDS.items()]


class OutcomeForm(DatedForm):
    outcome = pick("What it comes to", [], "Choose what it comes to.")
    why = box("Why, for this child", "Say why, for this child.", rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = outcomes.offered(Kind(self.assessment.kind))
        offer(self, "outcome", [(one.value, outcomes.WORDS[one]) for one in offered])

    def clean_outcome(self) -> outcomes.Outcome:
        return outcomes.Outcome(self.cleaned_data["outcome"])


class SignForm(SeenForm):
    """The manager's decision, with the reason where it is late."""

    decision = pick(
        "Your decision",
        [("authorise", "Authorise it"), ("send_back", "Send it back")],
        "Choose whether you authorise it or send it back.",
    )
    why = box("Why", "Say why you agree, or what is still to be done.")
    code = pick("What held it up", REASONS)
    reason = line("Why it is late, in words", most=500)

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["code"], self.fields["reason"]

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        if bool(told.get("code")) != bool(told.get("reason")):
            raise ValidationError(
                "Choose what held it up and say it in words. Leave both empty to do it later."
            )
        return told

    @property
    def late_code(self) -> LateReason | None:
        code = self.cleaned_data.get("code")
        return LateReason(code) if code else None


class ReviewForm(DatedForm):
    found = box("How it stands", "Say how it stands and what holds it up.")
    next_on = DateField(label="When you look again", required=False)


class LateForm(DatedForm):
    clock = pick("Which clock", [], "Choose a clock.")
    code = pick("What held it up", REASONS, "Choose what held it up.")
    reason = line("Why, in words", "Say why it is late.", most=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        clocks = self.assessment.record.deadlines.filter(stopped_on=None).order_by("pk")
        self.clocks = {str(one.pk): one for one in clocks}
        said = {pk: f"{one.duty}, due {day_words(one.due_on)}" for pk, one in self.clocks.items()}
        offer(self, "clock", list(said.items()))
        self.initial["clock"] = next(iter(self.clocks), "")

    def clean_clock(self) -> Deadline:
        return self.clocks[self.cleaned_data["clock"]]

    def clean_code(self) -> LateReason:
        return LateReason(self.cleaned_data["code"])


class WhyForm(SeenForm):
    why = box("Why", "Say why.")


class NoteForm(DatedForm):
    text = box("What happened, or why not", "Write the entry.", rows=6)


class HandOverForm(DatedForm):
    to = PostField("To whom", "Choose a social worker.")
    why = line("Why it changes hands", "Say why it changes hands.", most=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_writers(self, "to", self.assessment.record.owner_id)


class CopyForm(forms.Form):
    reader = line("Who will read it", "Say who will read this copy.", most=200)
