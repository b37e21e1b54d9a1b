"""The entries that decide, end, hand over or send."""

from typing import Any

from django import forms

from holdfast.kernel.actions.states import Kind
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField
from holdfast.practice.allegations.forms.base import EntryForm, PostField, box, line, pick, posts
from holdfast.practice.allegations.models import Invitation, Meeting
from holdfast.practice.allegations.rules import law


class OutcomeForm(EntryForm):
    outcome = pick("Outcome", [], "Choose an outcome.")
    why = box("Why", "Say why. Both sides will be told in words made from this.", rows=6)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = law.outcome_list(self.today)
        field = self.fields["outcome"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(o.value, o.value.capitalize()) for o in offered.outcomes]
        field.help_text = f"From {offered.title}."

    def clean_outcome(self) -> law.Outcome:
        return law.Outcome(self.cleaned_data["outcome"])

    @property
    def meanings(self) -> dict[str, str]:
        return {o.value: words for o, words in law.MEANING.items()}


class LearningForm(EntryForm):
    what = line("What will be done", "Say what will be done.", most=300)
    why = box("Why it is needed", rows=3)
    owner = PostField("Who does it", "Choose the post that does it.")
    kind = pick(
        "What kind of action",
        [
            (Kind.IMPROVEMENT.value, "An improvement: tested again later"),
            (Kind.TASK.value, "A task: finished once it is evidenced"),
        ],
        "Choose the kind of action.",
    )
    due_on = DateField(label="By when")

    def clean_kind(self) -> Kind:
        return Kind(self.cleaned_data["kind"])


class EvidenceForm(EntryForm):
    what = line("What you have seen", "Say what you have seen.", most=300)
    dated_on = DateField(label="The date on it")


class RetestForm(EntryForm):
    held = pick("Did it hold?", [("yes", "Yes"), ("no", "No")], "Say whether it held.")
    finding = line("What you found", "Say what you found.", most=300)

    def clean_held(self) -> bool:
        return bool(self.cleaned_data["held"] == "yes")


class RemindForm(EntryForm):
    how = line("How you asked", "Say how you asked.", most=200, hint="In writing, by telephone")


class ReasonForm(EntryForm):
    why = box("Why", "Say why.")


class TransferForm(EntryForm):
    to = PostField("To which LADO", "Choose the LADO of the other area.")
    reason = line(
        "Why",
        "Say why, without names.",
        most=300,
        hint="This is read before the record is opened, so it may hold no name.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, PostField)  # noqa: S101
        here = self.allegation.record.area_id
        field.queryset = posts().filter(role=Role.LADO).exclude(agency__area=here)


class CopyForm(EntryForm):
    reader = line("Who it is for", "Say who will read it.", most=200)
    reader_post = PostField(
        "Their post, if they sign in here",
        hint="They find it on their own page. An e-mail only says that something waits.",
    )
    title = line("Heading", "Give the letter a heading without a name.")
    text = box("The letter", "Write the letter.", rows=12)
    disclosed = box(
        "If you tell more than usual: why",
        rows=2,
        hint="Only when another record's facts must be known to keep a child safe.",
    )


class MeetingRecordForm(EntryForm):
    """The record of one meeting: who came, what was said under each heading, what was decided."""

    held_on = DateField(label="Day it was held")
    decisions = box("What was decided", "Write what was decided.", rows=6)
    next_on = DateField(label="Next meeting", required=False)

    def __init__(self, *args: Any, meeting: Meeting, **kwargs: Any) -> None:
        self.meeting = meeting
        super().__init__(*args, **kwargs)
        self.fields["held_on"].initial = meeting.on
        came = [(v, str(label)) for v, label in Invitation.Attendance.choices if v != "invited"]
        self.invitations = list(meeting.invitations.select_related("post__agency"))
        for invitation in self.invitations:
            self.fields[f"came-{invitation.post_id}"] = pick(
                str(invitation.post), came, f"Say whether {invitation.post.title} came."
            )
        self.items = list(meeting.items.all())
        for item in self.items:
            self.fields[f"said-{item.number}"] = box(item.heading, rows=3)

    @property
    def attendance(self) -> dict[int, Invitation.Attendance]:
        return {
            one.post_id: Invitation.Attendance(self.cleaned_data[f"came-{one.post_id}"])
            for one in self.invitations
        }

    @property
    def said(self) -> dict[int, str]:
        return {item.number: self.cleaned_data[f"said-{item.number}"] for item in self.items}
