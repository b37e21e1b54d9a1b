"""Who there is around a child, and who is let into the record."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from holdfast.kernel.access.gate import Can
from holdfast.kernel.directory import moment
from holdfast.kernel.directory.models import Holding, Post
from holdfast.kernel.directory.words import Role
from holdfast.kernel.ui.dates import DateField
from holdfast.kernel.ui.fields import box, line, pick
from holdfast.practice.children.access import ALLOCATORS, HUB, SECTIONS, SHARED
from holdfast.practice.children.forms.facts import EntryForm
from holdfast.practice.children.models import Child
from holdfast.practice.children.rules.words import BETWEEN_CHILDREN, TIE_WORDS, TieKind

ADULTS = [(k.value, TIE_WORDS[k]) for k in TieKind if k not in BETWEEN_CHILDREN]
CHILDREN = [(k.value, TIE_WORDS[k]) for k in TieKind if k in BETWEEN_CHILDREN]
WORKERS = frozenset({Role.SOCIAL_WORKER, Role.TEAM_MANAGER, Role.EARLY_HELP_WORKER})
NOT_SHARED_WITH = frozenset({Role.ANALYST, Role.LAY_MEMBER, Role.RECORDS_GUARDIAN})
SECTION_WORDS = {
    "story": "Addresses, numbers and the story",
    "network": "The family network",
    "health": "Health and disability",
    "plan": "The plan",
    "words": "What the child has said",
}
assert {*SECTION_WORDS, SHARED} == SECTIONS  # noqa: S101


class AdultForm(EntryForm):
    name = line("Name, as you heard it", "Give the adult’s name.")
    kind = pick("Who that is to the child", ADULTS, "Say who that is.", radios=False)
    responsible = forms.BooleanField(label="Has parental responsibility", required=False)
    lives_with = forms.BooleanField(label="Lives with the child", required=False)
    note = line("What a reader should know", most=160, hint="Such as: rings each night.")
    from_on = DateField(label="Since when", required=False)

    def clean_kind(self) -> TieKind:
        return TieKind(self.cleaned_data["kind"])

    def clean_from_on(self) -> date | None:
        return self.past("from_on")


class OtherChildForm(EntryForm):
    """A form that names another child's record by its reference. One not seen is not found."""

    reference = line("Reference of the other child’s record", "Give the reference.", most=20,
                     hint="Such as C-2013-0004.")  # fmt: skip

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        self.post = post
        super().__init__(*args, **kwargs)

    def clean_reference(self) -> Child:
        typed = self.cleaned_data["reference"].strip().upper()
        mine = Child.objects.visible_to(self.post, Can.WORK).select_related("record__area")
        found = mine.filter(record__reference=typed).exclude(pk=self.child.pk).first()
        if found is None:
            raise ValidationError(f"No other child’s record of yours is called {typed}.")
        return found


class SiblingForm(OtherChildForm):
    kind = pick("What they are to each other", CHILDREN, "Say what they are to each other.")
    lives_with = forms.BooleanField(label="They live together", required=False)

    def clean_kind(self) -> TieKind:
        return TieKind(self.cleaned_data["kind"])


class JoinForm(OtherChildForm):
    why = box("How you know that this is one child", "Say how you know.", rows=3)


class EndTieForm(EntryForm):
    until_on = DateField(label="Until when")

    def clean_until_on(self) -> date | None:
        return self.past("until_on")


class OfAPostForm(EntryForm):
    """A form that names posts somebody holds now in the record's own area."""

    roles: frozenset[Role] = frozenset(Role) - NOT_SHARED_WITH

    def __init__(self, *args: Any, post: Post, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = Holding.objects.current(at=moment.now()).values("post")
        area = self.child.record.area_id
        found = Post.objects.filter(
            pk__in=held, agency__area=area, role__in=[role.value for role in self.roles]
        )
        offered = found.exclude(pk=post.pk).select_related("agency").order_by("title", "pk")
        self.offered = {str(one.pk): one for one in offered}
        named = [(key, f"{one.title}, {one.agency.name}") for key, one in self.offered.items()]
        field = self.fields["post"]
        assert isinstance(field, forms.ChoiceField | forms.MultipleChoiceField)  # noqa: S101
        field.choices = named if field.widget.allow_multiple_selected else [("", "Choose"), *named]


class AllocateForm(OfAPostForm):
    roles = WORKERS
    post = forms.ChoiceField(label="Who works with the child", widget=forms.Select)

    def clean_post(self) -> Post:
        return self.offered[self.cleaned_data["post"]]


class ShareForm(OfAPostForm):
    post = forms.ChoiceField(label="With whom", widget=forms.Select)
    sections = forms.MultipleChoiceField(
        label="What, beside who the child is", choices=list(SECTION_WORDS.items()), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    purpose = line("For what", "Say what it is shared for.", most=200)
    lawful_basis = line("On what lawful basis", "Give the lawful basis.", most=200)
    until = DateField(label="Until when")
    told = pick("Was the family told?", [("yes", "Yes"), ("no", "No")],
                "Say whether the family was told.")  # fmt: skip
    why_not_told = box("If not, why not", rows=2)

    def clean_post(self) -> Post:
        return self.offered[self.cleaned_data["post"]]

    def clean_until(self) -> date:
        until: date = self.cleaned_data["until"]
        if not self.today <= until <= self.today + timedelta(days=2 * 366):
            raise ValidationError("Give a day from today to two years from now.")
        return until


class RestrictForm(OfAPostForm):
    roles = HUB | ALLOCATORS
    post = forms.MultipleChoiceField(
        label="Who else may see this record, beside you",
        required=False, widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    why = box("Why it is restricted", "Say why this record is restricted.", rows=3)

    def clean_post(self) -> list[Post]:
        return [self.offered[key] for key in self.cleaned_data["post"]]


class KeepOutForm(OfAPostForm):
    """Whoever holds the post named is kept out as a person, whatever post they hold."""

    roles = frozenset(Role)
    post = forms.ChoiceField(label="Whose holder is too near to the family", widget=forms.Select)
    why = box("Why", "Say why.", rows=2)

    def clean_post(self) -> Post:
        return self.offered[self.cleaned_data["post"]]
