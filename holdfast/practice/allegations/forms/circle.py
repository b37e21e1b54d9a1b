"""Who is let in and shut out: linking the adult, ending a time early, admitting a keeper."""

from typing import Any

from django import forms

from holdfast.kernel.directory.models import Holding, Person
from holdfast.practice.allegations.access import ROOM
from holdfast.practice.allegations.forms.base import PostField, line, needed, posts
from holdfast.practice.allegations.models import Allegation


class SeenForm(forms.Form):
    """A form without a day of its own: what it does, it does at once."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, allegation: Allegation, **kwargs: Any) -> None:
        self.allegation = allegation
        kwargs["initial"] = {"seen": allegation.record.version, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)


class PersonForm(SeenForm):
    """Who the adult is, among all the people the directory knows, found by the post they hold."""

    person = forms.ChoiceField(
        label="Who it is",
        help_text="By agency and post. People who hold no post now stand at the end.",
        error_messages=needed("Choose who it is."),
        widget=forms.Select,
    )

    def __init__(self, *args: Any, held: list[Holding], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [("", "Choose"), *_with_posts(held), *_without(held)]

    def clean_person(self) -> Person:
        return Person.objects.get(pk=int(self.cleaned_data["person"]))


def _with_posts(held: list[Holding]) -> list[tuple[str, str]]:
    said = [(f"{one.post.agency.name}: {one.post.title} ({one.person.name})", one) for one in held]
    return [(str(one.person_id), words) for words, one in sorted(said, key=lambda pair: pair[0])]


def _without(held: list[Holding]) -> list[tuple[str, str]]:
    rest = Person.objects.exclude(pk__in=[one.person_id for one in held]).order_by("name", "pk")
    return [(str(one.pk), f"No post now: {one.name}") for one in rest]


class EndForm(SeenForm):
    why = line("Why now", "Say why this post is to be let in no longer.", most=300)


class AdmitForm(SeenForm):
    """Another LADO, or a chair for cover, of the agency that keeps the record."""

    post = PostField("Which post", "Choose the post.")
    why = line("Why", "Say why this post is to keep the record too.", most=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["post"]
        assert isinstance(field, PostField)  # noqa: S101
        own = self.allegation.record.owner_id
        field.queryset = posts().filter(role__in=sorted(ROOM), agency=own)
