"""What may be typed in. Sections are built from their questions; nothing typed is refused here."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.utils import ErrorDict

from holdfast.engines.asks.models import Answer, Author, Request
from holdfast.engines.asks.rules.questions import Kind, Question, Section
from holdfast.engines.asks.rules.states import Reply, WhyLate
from holdfast.engines.asks.rules.values import Absent, Value, options, parse
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.records.story import KINDS_OF_FILE
from holdfast.kernel.ui.dates import DateField

ABSENT = [("", "There is a figure"), *((one.value, one.value.capitalize()) for one in Absent)]


class SectionForm(forms.Form):
    """The questions of one section. What is typed is read by `rules.values.parse`."""

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        section: Section,
        answers: Mapping[str, Answer],
        with_files: bool = True,
    ) -> None:
        super().__init__(data, files)
        self.section, self.answers = section, answers
        for q in section.questions:
            if with_files or q.kind is not Kind.FILE:
                self._ask(q, answers.get(q.key))

    def full_clean(self) -> None:
        """Refuse nothing: what is wrong is said by the answer's own problem, after it is kept."""
        self._errors = ErrorDict()
        self.cleaned_data = {}

    def _ask(self, q: Question, answer: Answer | None) -> None:
        if q.kind is Kind.FILE:
            self.fields[q.key] = forms.FileField(
                label=q.text, help_text=_hint(q), allow_empty_file=True
            )
            return
        self.fields[q.key] = forms.CharField(
            label=q.text,
            help_text=_hint(q),
            strip=False,
            widget=_widget(q),
            initial=answer.typed if answer else "",
        )
        if q.kind is Kind.NUMBER:
            self._ask_more_of_a_number(q, answer)
        if answer and answer.carried and not answer.value.empty:
            self.fields[f"{q.key}.true"] = forms.BooleanField(
                label="This is still true", required=False
            )
        self.fields[f"{q.key}.seen"] = forms.CharField(
            widget=forms.HiddenInput, initial=answer.version if answer else 0
        )

    def _ask_more_of_a_number(self, q: Question, answer: Answer | None) -> None:
        if q.of:
            self.fields[f"{q.key}.of"] = forms.CharField(
                label=f"Out of how many: {q.of}",
                initial=answer.typed_of if answer else "",
            )
        self.fields[f"{q.key}.absent"] = forms.CharField(
            label="If there is no figure, why",
            widget=forms.Select(choices=ABSENT),
            initial=answer.absent if answer else "",
        )

    def _typed(self, name: str) -> str:
        return str(self.data.get(self.add_prefix(name), ""))

    def values(self) -> dict[str, Value]:
        """Return what was typed, without carried answers that nobody touched or confirmed."""
        found = {}
        for q in self.section.questions:
            if q.kind is Kind.FILE or q.key not in self.data:
                continue
            value = parse(
                q,
                self._typed(q.key),
                of=self._typed(f"{q.key}.of"),
                absent=self._typed(f"{q.key}.absent"),
            )
            last = self.answers.get(q.key)
            untouched = last is not None and last.carried and last.value == value
            if not untouched or self._typed(f"{q.key}.true"):
                found[q.key] = value
        return found

    def seen(self) -> dict[str, int]:
        """Return the versions that the page was drawn from; nonsense counts as never read."""
        typed = {q.key: self._typed(f"{q.key}.seen") for q in self.section.questions}
        return {
            key: int(text) if text.isascii() and text.isdigit() and len(text) < 9 else 0
            for key, text in typed.items()
        }

    def uploads(self) -> Iterable[tuple[Question, Any]]:
        for q in self.section.questions:
            if q.kind is Kind.FILE and q.key in self.files:
                yield q, self.files[q.key]


def kind_of_upload(name: str, told: str) -> str:
    """Return what kind of file this is said to be, by its ending where the browser is unsure."""
    endings = {ending: kind for kind, ending in KINDS_OF_FILE.items()}
    return told if told in KINDS_OF_FILE else endings.get(name.rsplit(".", 1)[-1].lower(), told)


def _hint(q: Question) -> str:
    said = [q.help]
    if q.kind is Kind.DATE:
        said.append("Such as 9 10 2012.")
    if q.kind is Kind.EVIDENCE:
        said.append("One piece on each line: what it is, where it is kept, its date.")
    if q.kind is Kind.NUMBER and q.unit:
        said.append(f"Counted in {q.unit}.")
    if q.words:
        said.append(f"{q.words} words at most.")
    if q.required_because:
        said.append(f"Needed: {q.required_because}.")
    return " ".join(part for part in said if part)


def _widget(q: Question) -> forms.Widget:
    if q.kind in (Kind.CHOICE, Kind.YES_NO):
        return forms.RadioSelect(choices=options(q))
    if q.kind in (Kind.LONG_TEXT, Kind.EVIDENCE):
        return forms.Textarea()
    return forms.TextInput()


class RequestForm(forms.Form):
    """A form about one return, which carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput, max_value=10**9)

    def __init__(self, data: Any = None, *, request: Request) -> None:
        super().__init__(data)
        self.fields["seen"].initial = request.version
        if "post" in self.fields or "to" in self.fields:
            area = Post.objects.filter(agency__area=request.record.area_id)
            known = area.select_related("agency").order_by("agency__name", "title")
            self.fields["post" if "post" in self.fields else "to"].queryset = known  # type: ignore[attr-defined]


def words(label: str, *, needed: str = "", most: int = 1000) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea,
        required=bool(needed),
        error_messages={"required": needed} if needed else {},
    )


def post_field(label: str) -> "forms.ModelChoiceField[Post]":
    return forms.ModelChoiceField(
        label=label,
        queryset=Post.objects.none(),
        error_messages={"required": "Choose one post."},
    )


class SendForm(RequestForm):
    reply = forms.TypedChoiceField(
        label="What is sent",
        choices=[
            (Reply.FULL.value, "The whole return"),
            (Reply.PARTIAL.value, "Part of it: the rest comes later, or cannot come"),
            (Reply.NIL.value, "A nil return: we searched, and there is nothing to report"),
            (Reply.REFUSED.value, "A refusal, with its reason"),
        ],
        coerce=Reply,
        initial=Reply.FULL.value,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what is sent."},
    )
    words = words("What is missing and why, who searched what, or why it is refused", most=2000)


class MoreTimeForm(RequestForm):
    new_on = DateField(label="Revised date")
    reason = words(
        "Why the date cannot be kept", needed="A revised date needs a reason.", most=300
    )


class AnswerDateForm(RequestForm):
    approve = forms.TypedChoiceField(
        label="Does the revised date stand?",
        choices=[("yes", "Approve the revised date"), ("no", "The date stays")],
        coerce=lambda said: said == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether the revised date stands."},
    )


class WhyLateForm(RequestForm):
    why = forms.TypedChoiceField(
        label="Why it is late",
        choices=choices(WhyLate),
        coerce=WhyLate,
        widget=forms.RadioSelect,
        error_messages={"required": "Choose why it is late."},
    )
    words = words("In a sentence", most=300)


class AddendumForm(RequestForm):
    text = words("What is added", needed="Say what is to be added.", most=4000)


class SayForm(RequestForm):
    """Only the version: the button says the rest."""


class SendBackForm(RequestForm):
    words = words("What is to be clarified", needed="Say what is to be clarified.")


class ReasonForm(RequestForm):
    reason = words("Why", needed="Say why.")


class EscalateForm(RequestForm):
    words = words("What the record should say of it")


class AuthorForm(RequestForm):
    post = post_field("Who joins the team")
    part = forms.ChoiceField(
        label="As what",
        choices=[
            (Author.Part.AUTHOR.value, "An author"),
            (Author.Part.SUBSTITUTE.value, "The lead’s substitute"),
        ],
        initial=Author.Part.AUTHOR.value,
        widget=forms.RadioSelect,
    )

    def clean_part(self) -> Author.Part:
        return Author.Part(self.cleaned_data["part"])


class SignOffForm(RequestForm):
    post = post_field("Who signs it off")


class ReassignForm(RequestForm):
    to = post_field("The new lead author")
    why = words("Why", needed="Say why it is given to somebody else.", most=300)


class DelegateForm(forms.Form):
    for_whom = forms.CharField(
        label="For whom",
        help_text="A role or a team, not a name. It is shown in the record.",
        max_length=120,
        error_messages={"required": "Say for whom the link is."},
    )
    days = forms.IntegerField(
        label="How many days it lasts", help_text="From 1 to 14.", min_value=1, max_value=14,
        initial=7,
    )  # fmt: skip
