"""Fields that several forms of the desk share."""

import re
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django import forms

from holdfast.engines.meetings.rules.states import Purpose
from holdfast.kernel.actions.dated import Dated, Precision
from holdfast.kernel.directory.models import Area, Post
from holdfast.kernel.directory.words import choices
from holdfast.kernel.ui.dates import DateField

LONDON = ZoneInfo("Europe/London")
CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)


class Told(forms.Form):
    """A form about something of the desk's. `about` tells it what can be chosen and was read."""

    def __init__(
        self, data: Any = None, files: Any = None, *, about: Any = None, initial: Any = None
    ) -> None:
        super().__init__(data, files, initial=initial)
        self.about = about
        if "seen" in self.fields and about is not None:
            self.fields["seen"].initial = about.version
        self.prepare()

    def prepare(self) -> None:
        """Fill what can be chosen. Nothing here."""

    def told(self) -> dict[str, Any]:
        """Return what the verb takes."""
        return dict(self.cleaned_data)

    def offer_posts(self, name: str, area: Area | int) -> None:
        posts = Post.objects.filter(agency__area=area).select_related("agency")
        self.fields[name].queryset = posts.order_by("agency__name", "title")  # type: ignore[attr-defined]


class SeenForm(Told):
    """A form that changes something: it carries the version its editor read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


class ClockField(forms.CharField):
    """An hour of the day, such as 10:30."""

    def clean(self, value: object) -> time | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = CLOCK.fullmatch(typed.strip())
        if found is None:
            raise forms.ValidationError(f"{self.label} must be an hour such as 10:30.")
        return time(int(found[1]), int(found[2]))


class MonthField(forms.CharField):
    """A month or a day as the forward plan knows it."""

    def clean(self, value: object) -> Dated | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            found = Dated.read(text)
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None
        if found.precision is Precision.YEAR:
            raise forms.ValidationError("Give at least the month, such as 2013-09.")
        return found


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """One post of the area; the form fills the list."""

    def __init__(self, **options: Any) -> None:
        super().__init__(queryset=Post.objects.none(), **options)


class DayAndHours(SeenForm):
    """A meeting's day, hours and place."""

    day = DateField(label="Day")
    begins = ClockField(label="Begins at", help_text="Such as 10:00.")
    ends = ClockField(label="Ends at", required=False)
    place = forms.CharField(label="Where", max_length=160, required=False)

    def told(self) -> dict[str, Any]:
        given = self.cleaned_data
        kept = {name: given[name] for name in given if name not in {"day", "begins", "ends"}}
        ends = moment_of(given["day"], given["ends"]) if given["ends"] else None
        return kept | {"starts_at": moment_of(given["day"], given["begins"]), "ends_at": ends}


def moment_of(day: date, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=LONDON)


def purpose_field() -> forms.ChoiceField:
    return forms.ChoiceField(
        label="What it is for", choices=choices(Purpose), initial=Purpose.ASSURE,
        widget=forms.RadioSelect,
    )  # fmt: skip


def words(label: str, *, most: int = 300, required: bool = True, hint: str = "") -> Any:
    """A text of one sentence or a few."""
    return forms.CharField(
        label=label,
        max_length=most,
        widget=forms.Textarea,
        required=required,
        help_text=hint,
        error_messages={"required": f"{label} is missing."},
    )
