"""Which child it is: one of those that are like the child told of, or nobody yet."""

from collections.abc import Sequence
from typing import Any

from django import forms

from holdfast.kernel.ui.fields import pick
from holdfast.practice.children.models import Child
from holdfast.practice.private_fostering.forms.base import EntryForm

NEW = "new"


class MatchForm(EntryForm):
    """`offered` are the children found; with `may_open` a new record may be opened instead."""

    which = pick("Which child is it?", [], "Choose one. If you cannot say yet, leave it for now.")

    def __init__(
        self, *args: Any, offered: Sequence[tuple[Child, str]], may_open: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(child.pk): child for child, _ in offered}
        choices = [(str(child.pk), words) for child, words in offered]
        if may_open:
            choices.append((NEW, "None of these: open a record for this child"))
        field = self.fields["which"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = choices

    @property
    def child(self) -> Child | None:
        """The child chosen, or None for a new record."""
        return self.offered.get(self.cleaned_data["which"])
