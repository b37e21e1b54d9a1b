"""The entries of the record page: one form for each verb."""

from typing import Any

from django import forms

from holdfast.kernel.clock.models import Deadline
from holdfast.kernel.clock.states import LATE_REASON_WORDS, LateReason
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.filters import on as day_words
from holdfast.practice.allegations.forms.base import (
    EntryForm,
    PostField,
    PostsField,
    box,
    line,
    pick,
)
from holdfast.practice.allegations.models import Suspension
from holdfast.practice.allegations.rules import law, procedure

YES_NO = [("yes", "Yes"), ("no", "No")]
LEAST_DAYS, MOST_DAYS = 1, 365


class WriteForm(EntryForm):
    text = box("What happened", "Write what happened.", rows=6)


class SummaryForm(EntryForm):
    summary = box(
        "The case in a minute",
        "Write the case in a few sentences.",
        rows=7,
        hint="Six sentences or fewer. Say whose account each thing is.",
    )


class ThresholdForm(EntryForm):
    tests = forms.MultipleChoiceField(
        label="Which tests are met",
        help_text="One is enough. Choose none if it is below the threshold.",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    why = box("Why", "Say why the threshold is met, or is not.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        in_force = law.tests_in_force(self.today)
        field = self.fields["tests"]
        assert isinstance(field, forms.MultipleChoiceField)  # noqa: S101
        field.choices = [(t.value, _capital(law.TEST_WORDS[t])) for t in in_force]

    def clean_tests(self) -> list[law.Test]:
        return [law.Test(value) for value in self.cleaned_data["tests"]]


class DiscussionForm(EntryForm):
    with_whom = line("With whom", "Say who took part.", most=200)
    agreed = box("What was agreed", "Say what was agreed.")
    meeting_needed = pick("Is a meeting needed?", YES_NO, "Say whether a meeting is needed.")

    def clean_meeting_needed(self) -> bool:
        return bool(self.cleaned_data["meeting_needed"] == "yes")


class CallMeetingForm(EntryForm):
    meets_on = DateField(label="Day of the meeting")
    chair = PostField("Who chairs", "Choose who chairs.")
    invited = PostsField(
        "Who is invited",
        "Choose at least one post.",
        hint="Each is let into the meeting's section and may add updates. Nothing else opens.",
    )
    days = forms.IntegerField(
        label="For how many days they are let in",
        min_value=LEAST_DAYS,
        max_value=MOST_DAYS,
        initial=180,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chairs = self.fields["chair"]
        assert isinstance(chairs, PostField)  # noqa: S101
        own = self.allegation.record.owner_id
        chairs.narrow(role__in=[Role.CHILD_PROTECTION_CHAIR, Role.LADO], agency=own)


class StrandForm(EntryForm):
    kind = pick(
        "Which inquiry",
        [(s.value, procedure.STRAND_WORDS[s]) for s in procedure.Strand],
        "Choose which inquiry opens.",
    )
    whose_move = line("Whose move is it", "Say who has to move, as a post.", most=160)

    def clean_kind(self) -> procedure.Strand:
        return procedure.Strand(self.cleaned_data["kind"])


class CloseStrandForm(EntryForm):
    result = box("What it came to", "Say what the inquiry came to.")


class SuspensionForm(EntryForm):
    decision = pick(
        "What the employer decided",
        [(value, str(label)) for value, label in Suspension.Decision.choices],
        "Choose what the employer decided.",
        hint="It is the employer's decision. Your advice is kept apart from it.",
    )
    decided_by = line("Who decided, for the employer", "Say who decided.", most=160)
    why = box("Their reasons", "Write the employer's reasons.", rows=3)
    alternatives = box("What else was considered", "Say what else was considered.", rows=3)
    until = DateField(label="Until", required=False)
    lado_advice = box("What you had advised", rows=3)

    def clean_decision(self) -> Suspension.Decision:
        return Suspension.Decision(self.cleaned_data["decision"])


class TellForm(EntryForm):
    reader = pick(
        "Who",
        [(r.value, r.value.capitalize()) for r in procedure.Reader],
        "Choose who was told.",
    )
    who = line("Their name, as known here", "Say who it is.")
    how = line("How they were told", most=200, hint="By telephone, in person, with picture cards")
    told_by = line("By whom", most=160)
    what = box("What they were told, and what they said", rows=3)
    why_not = box("Or: not told, because", rows=2)
    review_on = DateField(label="Look at this again on", required=False)

    def clean_reader(self) -> procedure.Reader:
        return procedure.Reader(self.cleaned_data["reader"])


class RegulatorForm(EntryForm):
    body = pick("Which body", [], "Choose the body.")
    made = pick("Is a referral made?", YES_NO, "Say whether a referral is made.")
    whose_duty = line("Whose duty is it", "Say whose duty the referral is.", most=160)
    reason = box("Why, or why not", "Say why it is made or not made.", rows=3)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["body"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(b.value, law.body_name(b, self.today)) for b in law.Body]

    def clean_body(self) -> law.Body:
        return law.Body(self.cleaned_data["body"])

    def clean_made(self) -> bool:
        return bool(self.cleaned_data["made"] == "yes")


class ReviewForm(EntryForm):
    found = box("How it stands", "Say how it stands and what holds it up.")


class ClockForm(EntryForm):
    rule = pick(
        "Which of the employer's clocks starts",
        list(procedure.EMPLOYER_CLOCKS.items()),
        "Choose a clock.",
    )


class OfClockForm(EntryForm):
    """A form about one of the record's clocks."""

    only_open = False
    clock = pick("Which clock", [], "Choose a clock.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deadlines = self.allegation.record.deadlines.all()
        offered = deadlines.open() if self.only_open else deadlines.filter(stopped_on=None)
        self.clocks = {str(one.pk): one for one in offered.order_by("pk")}
        field = self.fields["clock"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [
            (pk, f"{one.duty}, due {day_words(one.due_on)}") for pk, one in self.clocks.items()
        ]

    def clean_clock(self) -> Deadline:
        return self.clocks[self.cleaned_data["clock"]]


class MetForm(OfClockForm):
    only_open = True
    how = line("How it was met", "Say how it was met.", most=200)


class LateForm(OfClockForm):
    code = pick(
        "What held it up",
        [(reason.value, words) for reason, words in LATE_REASON_WORDS.items()],
        "Choose what held it up.",
    )
    reason = line("Why, in words", "Say why it is late.", most=500)

    def clean_code(self) -> LateReason:
        return LateReason(self.cleaned_data["code"])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
