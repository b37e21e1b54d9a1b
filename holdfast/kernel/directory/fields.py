"""Form fields that ask for posts, each named with its agency."""

from django import forms
from django.db.models import QuerySet

from holdfast.kernel.directory.models import Post
from holdfast.kernel.ui.fields import needed


class PostField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """A post, named with its agency."""

    def __init__(self, label: str, missing: str = "", hint: str = "") -> None:
        super().__init__(
            queryset=posts(),
            label=label,
            help_text=hint,
            required=bool(missing),
            error_messages=needed(missing),
        )

    def narrow(self, **kept: object) -> None:
        """Offer only some posts."""
        self.queryset = posts().filter(**kept)


def posts() -> QuerySet[Post]:
    return Post.objects.select_related("agency").order_by("agency__name", "title")


class PostsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    def __init__(self, label: str, missing: str, hint: str = "") -> None:
        super().__init__(
            queryset=posts(),
            label=label,
            help_text=hint,
            error_messages=needed(missing),
            widget=forms.CheckboxSelectMultiple,
        )
