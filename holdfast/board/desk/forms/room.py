"""What is typed in the room: one line, its kind, and for an action its owner and date."""

from typing import Any

from django import forms

from holdfast.board.desk.forms.base import PostField, SeenForm, Told, words
from holdfast.engines.meetings.rules.lines import NoteKind, read_line
from holdfast.engines.meetings.rules.states import ItemState
from holdfast.engines.meetings.transitions.room import OUTCOMES
from holdfast.kernel.directory.words import choices, in_words
from holdfast.kernel.ui.dates import DateField

LETTERS = "Begin with d for a decision, a for an action, c for a challenge; then press Enter."
NOTE_KINDS = [("", "By its first letter"), *choices(NoteKind)]


class LineForm(Told):
    """One line. The cursor stands in it whenever the page is opened."""

    line = forms.CharField(
        label="Line", max_length=2000, help_text=LETTERS,
        widget=forms.TextInput(attrs={"autofocus": "autofocus", "autocomplete": "off"}),
        error_messages={"required": "Write what was said."},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="Kind", choices=NOTE_KINDS, required=False, widget=forms.RadioSelect
    )
    owner = PostField(label="Owner, or who answers the challenge", required=False)
    due_on = DateField(label="By", required=False)

    def prepare(self) -> None:
        self.offer_posts("owner", self.about.record.area_id)

    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        typed = read_line(given["line"], chosen=given["kind"])
        return {
            "text": typed.text,
            "kind": typed.kind,
            "owner": given["owner"],
            "due_on": given["due_on"],
        }


class ChangeLineForm(SeenForm):
    text = words("What was said", most=2000)
    kind = forms.ChoiceField(label="Kind", choices=choices(NoteKind), widget=forms.RadioSelect)
    owner = PostField(label="Owner, or who answers the challenge", required=False)
    due_on = DateField(label="By", required=False)

    def prepare(self) -> None:
        self.offer_posts("owner", self.about.item.record.area_id)
        for name in ("text", "kind", "owner", "due_on"):
            self.fields[name].initial = getattr(self.about, name)

    def told(self) -> dict[str, Any]:
        return {**self.cleaned_data, "kind": NoteKind(self.cleaned_data["kind"])}


class StrikeForm(SeenForm):
    reason = words("Why the line is struck", most=200)


class SettleForm(SeenForm):
    state = forms.ChoiceField(
        label="What became of it",
        choices=[(s.value, in_words(s.value)) for s in ItemState if s in OUTCOMES],
        widget=forms.RadioSelect,
    )
    outcome = words("In a sentence", required=False)

    def told(self) -> dict[str, Any]:
        return {**self.cleaned_data, "state": ItemState(self.cleaned_data["state"])}


class TextForm(SeenForm):
    words = forms.CharField(
        label="What the minutes say", max_length=20000, widget=forms.Textarea, required=False
    )

    def prepare(self) -> None:
        self.fields["words"].initial = self.about.text


class AddendumForm(Told):
    text = words("What is put right", most=2000)
