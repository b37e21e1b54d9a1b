"""A meeting's own forms: its day, its seats, its items and papers."""

from typing import Any

from django import forms

from holdfast.board.desk.forms.base import (
    DayAndHours,
    MonthField,
    PostField,
    SeenForm,
    Told,
    purpose_field,
    words,
)
from holdfast.board.desk.rules.outline_text import BadOutline, read_outline
from holdfast.board.desk.rules.programme import Outlined
from holdfast.engines.meetings.rules.states import Came, Purpose
from holdfast.engines.meetings.transitions import ItemTold
from holdfast.kernel.directory.models import Post
from holdfast.kernel.directory.words import choices, in_words


class ConfirmForm(SeenForm):
    """Nothing to type: press the button."""


class MoveForm(DayAndHours):
    reason = words("Why it is moved")


class CancelForm(SeenForm):
    reason = words("Why it is cancelled")


class SeatForm(Told):
    post = PostField(label="Who is expected", error_messages={"required": "Choose one post."})
    capacity = forms.CharField(label="In what capacity", max_length=120, required=False)

    def prepare(self) -> None:
        self.offer_posts("post", self.about.record.area_id)


class ItemForm(Told):
    title = forms.CharField(label="Item", max_length=200)
    purpose = purpose_field()
    minutes = forms.IntegerField(label="Minutes", min_value=1, max_value=480, initial=10)
    presenter = PostField(label="Presented by", required=False)
    presenter_words = forms.CharField(
        label="Or by somebody without a post here", max_length=120, required=False
    )
    speaker = forms.CharField(
        label="Expert speaker", max_length=160, required=False,
        help_text="A themed section needs one before the agenda is issued.",
    )  # fmt: skip

    def prepare(self) -> None:
        self.offer_posts("presenter", self.about.record.area_id)

    def told(self) -> dict[str, Any]:
        given = {name: value for name, value in self.cleaned_data.items() if name != "seen"}
        given["purpose"] = Purpose(given["purpose"])
        return {"item": ItemTold(**given)}


class ChangeItemForm(ItemForm):
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def prepare(self) -> None:
        super().prepare()
        for name in ("title", "purpose", "minutes", "presenter", "presenter_words", "speaker"):
            self.fields[name].initial = getattr(self.about, name)

    def told(self) -> dict[str, Any]:
        item = super().told()["item"]
        kept = {name: getattr(self.about, name) for name in ("theme", "why")}
        same = ItemTold(**{**vars(item), **kept, "inputs": tuple(self.about.inputs)})
        return {"told": same, "seen": self.cleaned_data["seen"]}


class PlaceForm(SeenForm):
    number = forms.IntegerField(label="Its new number", min_value=1, max_value=200)


A_FILE = (
    "A PDF of at most 10 MB, without a password, stands in the pack with the rest. A Word, Excel "
    "or PowerPoint file is attached beside it."
)


class PaperForm(Told):
    title = forms.CharField(label="Title", max_length=120)
    file = forms.FileField(label="File", help_text=A_FILE)
    replaces = forms.ModelChoiceField(
        label="It takes the place of", queryset=Post.objects.none(), required=False
    )
    author = forms.CharField(label="Report author, by post", max_length=120, required=False)
    restricted = forms.BooleanField(
        label="Restricted: not for publication, and shown to the manager and the chair only",
        required=False,
    )

    def prepare(self) -> None:
        held = self.about.papers.filter(
            replaced_by__isnull=True, restricted=bool(self.about.part_id)
        )
        self.fields["replaces"].queryset = held  # type: ignore[attr-defined]

    def told(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        return {**given, "content": given.pop("file").read(), "file": None}


CAME = [(came.value, in_words(came.value)) for came in Came]


class AttendanceForm(SeenForm):
    """Two answers for each place: how it was filled and, for a deputy, by which post."""

    def prepare(self) -> None:
        area = self.about.record.area_id
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        known = list(posts.order_by("agency__name", "title"))
        self.posts = {str(post.pk): post for post in known}
        self.places = list(
            self.about.places.select_related("post__agency").prefetch_related("deputies")
        )
        for place in self.places:
            named = {deputy.pk for deputy in place.deputies.all()}
            may = [
                post for post in known
                if post.pk in named or post.agency_id == place.post.agency_id
            ]  # fmt: skip
            self.fields[f"came_{place.pk}"] = forms.ChoiceField(
                label=f"{place}", choices=choices(Came), initial=place.came
            )
            self.fields[f"deputy_{place.pk}"] = forms.ChoiceField(
                label=f"Deputy for {place}",
                choices=[("", "Nobody"), *((str(post.pk), post.title) for post in may)],
                initial=str(place.deputy_id or ""),
                required=False,
            )

    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        came = {}
        for place in self.places:
            said = Came(given[f"came_{place.pk}"])
            deputy = self.posts.get(given[f"deputy_{place.pk}"])
            came[place.pk] = (said, deputy if said is Came.DEPUTY else None)
        return {"came": came, "seen": given["seen"]}


class ExtraForm(Told):
    """A meeting that the year's outline does not know."""

    body = forms.CharField(label="Body", max_length=80, initial="Executive")
    title = forms.CharField(label="Title", max_length=120)
    dated = MonthField(label="Month or day", help_text="Such as 2013-10 or 2013-10-10.")


class OutlineField(forms.CharField):
    """A year's meetings, one on each line."""

    def clean(self, value: object) -> tuple[Outlined, ...]:
        try:
            return read_outline(super().clean(value))
        except BadOutline as wrong:
            raise forms.ValidationError(str(wrong)) from None


class YearForm(Told):
    """A board year to be opened. What is offered is last year's outline a year on."""

    title = forms.CharField(
        label="Title", max_length=120, error_messages={"required": "Give the year a title."}
    )
    rule = words("Who meets when, in a sentence", hint="A local programme, not law.")
    outlined = OutlineField(
        label="Meetings, one on each line",
        help_text="Month | body | items divided by semicolons. For a themed meeting add "
        "| stage: topic | what feeds it. Such as: 2014-05 | Main board | Risks | "
        "Early help to referral: Early help | An audit; A dashboard",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 12}),
        error_messages={"required": "Write at least one meeting."},
    )


class ForwardForm(ItemForm):
    body = forms.CharField(label="Body", max_length=80, initial="Executive")
    standing = forms.BooleanField(label="It comes to every meeting of that body", required=False)
    wanted = MonthField(label="Wanted in", required=False, help_text="Such as 2013-11.")
    why = words("Why", required=False)

    field_order = ("title", "body", "wanted", "standing")

    def told(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        apart = {name: given.pop(name) for name in ("body", "standing", "wanted")}
        given["purpose"] = Purpose(given["purpose"])
        return {"item": ItemTold(**given), **apart}


class ScheduleForm(SeenForm):
    body = forms.CharField(label="Body", max_length=80)
    wanted = MonthField(label="Wanted in", required=False, help_text="Such as 2013-11.")

    def prepare(self) -> None:
        self.fields["body"].initial = self.about.body


class WithdrawForm(SeenForm):
    reason = words("Why it is taken off the plan", most=200)
