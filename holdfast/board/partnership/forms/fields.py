"""Fields that several forms of this room have."""

from typing import Any

from django import forms

from holdfast.board.partnership.models import Body
from holdfast.board.partnership.rules.money import pounds, read_pounds
from holdfast.kernel.directory.models import Agency, Area, Post


class AboutForm(forms.Form):
    """A form about one thing. `about` is the body, the seat or the line that it changes."""

    def __init__(self, data: object = None, *, about: Any) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        self.about = about
        self.arrange()

    def arrange(self) -> None:
        """Say what can be chosen and what stands there now."""

    def offer(self, name: str, queryset: Any) -> None:
        self.fields[name].queryset = queryset  # type: ignore[attr-defined]

    def show(self, **values: Any) -> None:
        for name, value in values.items():
            self.fields[name].initial = value


class AgencyForm(AboutForm):
    """A form with an `agency`: one of the area of what it is about."""

    def arrange(self) -> None:
        self.offer("agency", agencies_of(self.about.record.area_id))


class PoundsField(forms.CharField):
    """An amount in pounds as pence. Left empty it is not known."""

    def __init__(self, *, label: str) -> None:
        hint = "Pounds, such as 50,000. Leave it empty if it is not known; write 0 for nothing."
        super().__init__(label=label, help_text=hint, required=False, max_length=20)

    def clean(self, value: object) -> int | None:
        text = super().clean(value)
        try:
            return read_pounds(text)
        except ValueError as wrong:
            raise forms.ValidationError(str(wrong)) from None

    def prepare_value(self, value: Any) -> Any:
        return pounds(value).removeprefix("£") if isinstance(value, int) else value


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A post of the area, with its agency."""

    def __init__(self, *, label: str, required: bool = True, help_text: str = "") -> None:
        super().__init__(
            label=label,
            queryset=Post.objects.none(),
            required=required,
            help_text=help_text,
            error_messages={"required": f"{label} is missing. Choose a post."},
        )


def posts_of(area: Area | int | None) -> Any:
    posts = Post.objects.filter(agency__area=area).select_related("agency")
    return posts.order_by("agency__name", "title")


def agencies_of(area: Area | int | None) -> Any:
    return Agency.objects.filter(area=area).order_by("name")


def bodies_of(area: Area | int | None) -> Any:
    return Body.objects.filter(record__area=area, ends_on__isnull=True).order_by("name")


def lines_of(text: str) -> list[str]:
    """Return the lines that were typed, without empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def words(*, label: str, most: int, required: bool = True, **more: Any) -> forms.CharField:
    return forms.CharField(
        label=label,
        max_length=most,
        required=required,
        error_messages={"required": f"{label} is missing."},
        **more,
    )


def text(*, label: str, most: int, required: bool = True, help_text: str = "") -> forms.CharField:
    return words(
        label=label, most=most, required=required, widget=forms.Textarea, help_text=help_text
    )
